/// Finds what was added before under the same hash: numbers from zero, in the order in which they were added.
///
/// - Cost: constant; a few are searched one after the other, without a table.
struct Register {
  private var hashes: [Int] = []
  private var table: [Int32] = []

  private static var mostInLine: Int { 12 }

  /// The first number added under `hash` for which `isSame` holds.
  func first(under hash: Int, where isSame: (Int) -> Bool) -> Int? {
    if table.isEmpty {
      for number in hashes.indices where hashes[number] == hash && isSame(number) { return number }
      return nil
    }
    var slot = Register.slot(hash, table.count)
    while table[slot] >= 0 {
      let number = Int(table[slot])
      if hashes[number] == hash, isSame(number) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// Adds the next number.
  mutating func add(_ hash: Int) {
    if hashes.isEmpty { hashes.reserveCapacity(Register.mostInLine) }
    hashes.append(hash)
    if hashes.count <= Register.mostInLine { return }
    if hashes.count * 2 <= table.count {
      place(hashes.count - 1)
    } else {
      table = Array(repeating: -1, count: max(64, table.count * 2))
      for number in hashes.indices { place(number) }
    }
  }

  /// Those with equal hashes follow one another in the order in which they were added.
  private mutating func place(_ number: Int) {
    var slot = Register.slot(hashes[number], table.count)
    while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
    table[slot] = Int32(truncatingIfNeeded: number)
  }

  private static func slot(_ hash: Int, _ count: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(hash)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }
}
