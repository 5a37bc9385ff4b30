/// A piece of a draft with the place in the file that each of its bytes came from.
///
/// Bytes and not characters: the signs that matter here are ASCII, and a draft may be one line of 50 MB.
struct DraftText: Equatable {
  private(set) var bytes: [UInt8] = []

  /// Where the place in the file does not simply follow from the byte before; in order.
  private var breaks: [Break] = []

  private struct Break: Equatable {
    var offset: Int
    var place: Place
  }

  /// Line and column in the file, counted from 1; columns in Unicode scalars.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  /// An exchange of bytes: see ``replacing(_:)``.
  struct Edit {
    var range: Range<Int>
    var bytes: [UInt8]

    init(_ range: Range<Int>, _ text: String = "") {
      self.range = range
      bytes = Array(text.utf8)
    }
  }

  init() {}

  init(_ text: String, line: Int = 1, column: Int = 1) {
    mark(Place(line: line, column: column))
    bytes = Array(text.utf8)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// Where the piece begins in the file.
  var place: Place { breaks.first?.place ?? Place(line: 1, column: 1) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Says that the next byte stands at `place` in the file.
  mutating func mark(_ place: Place) {
    if breaks.last?.offset == bytes.count { breaks.removeLast() }
    breaks.append(Break(offset: bytes.count, place: place))
  }

  /// Adds `other` behind `separator`.
  mutating func append(_ other: DraftText, after separator: String) {
    bytes.append(contentsOf: separator.utf8)
    for stop in other.breaks {
      if breaks.last?.offset == bytes.count + stop.offset { breaks.removeLast() }
      breaks.append(Break(offset: bytes.count + stop.offset, place: stop.place))
    }
    bytes.append(contentsOf: other.bytes)
  }

  /// The piece with other bytes in some ranges, which are in order and do not overlap.
  ///
  /// - Cost: linear.
  func replacing(_ edits: [Edit]) -> DraftText {
    if edits.isEmpty { return self }
    var result = DraftText()
    var places = Walk(self)
    var next = 0
    var stop = 0
    result.bytes.reserveCapacity(bytes.count)
    func copy(to end: Int) {
      result.mark(places.place(at: next))
      while stop < breaks.count, breaks[stop].offset < end {
        if breaks[stop].offset > next {
          result.bytes.append(contentsOf: bytes[next..<breaks[stop].offset])
          result.mark(breaks[stop].place)
          next = breaks[stop].offset
        }
        stop += 1
      }
      result.bytes.append(contentsOf: bytes[next..<end])
      next = end
    }
    for edit in edits {
      copy(to: edit.range.lowerBound)
      result.bytes.append(contentsOf: edit.bytes)
      next = edit.range.upperBound
    }
    copy(to: bytes.count)
    return result
  }

  /// The bytes of `range` alone.
  func slice(_ range: Range<Int>) -> DraftText {
    replacing([Edit(range.upperBound..<bytes.count)]).replacing([Edit(0..<range.lowerBound)])
  }

  /// Where the byte at `offset` stands in the file.
  func place(at offset: Int) -> Place {
    var places = Walk(self)
    return places.place(at: offset)
  }

  /// The places in the file of some lines and columns of this piece, which are in order.
  ///
  /// - Cost: linear in the piece, however many places are asked for.
  func places(of wanted: [Place]) -> [Place] {
    var walk = Walk(self)
    var (line, column, offset) = (1, 1, 0)
    return wanted.map { target in
      while offset < bytes.count, (line, column) < (target.line, target.column) {
        if bytes[offset] == 0x0A { (line, column) = (line + 1, 1) } else { column += 1 }
        repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
      }
      return walk.place(at: offset)
    }
  }

  /// Finds the places of growing offsets in one pass.
  private struct Walk {
    private let text: DraftText
    private var offset = 0
    private var stop = 0
    private var current = Place(line: 1, column: 1)

    init(_ text: DraftText) { self.text = text }

    mutating func place(at target: Int) -> Place {
      while true {
        while stop < text.breaks.count, text.breaks[stop].offset <= offset {
          current = text.breaks[stop].place
          stop += 1
        }
        if offset >= target { return current }
        if offset < text.bytes.count, text.bytes[offset] & 0xC0 != 0x80 { current.column += 1 }
        offset += 1
      }
    }
  }
}
