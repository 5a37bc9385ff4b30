import Synchronization
import TestSupport
import Testing
import Workers

@Suite("Work in order")
struct OrderedWorkTests {
  @Test(arguments: [0, 1, 2, 3, 8])
  func answersStandInTheOrderOfTheParts(threads: Int) throws {
    for count in [0, 1, 2, 3, 5, 64, 1_000] {
      var generator = SeededGenerator(seed: UInt64(count))
      // Parts of very different size, so that later ones are ready first.
      let parts = (0..<count).map { _ in
        Int.random(in: 0...(Bool.random(using: &generator) ? 2_000 : 20), using: &generator)
      }
      var rest = parts[...]
      var answers: [Int] = []
      workInOrder(threads: threads) {
        rest.popFirst()
      } work: {
        (0..<$0).reduce(0, &+)
      } take: {
        answers.append($0)
      }
      #expect(answers == parts.map { (0..<$0).reduce(0, &+) }, "\(count) parts")
    }
  }

  @Test func fewPartsAreInHand() throws {
    var (read, written, most) = (0, 0, 0)
    workInOrder(threads: 2) { () -> Int? in
      most = max(most, read - written)
      read += 1
      return read <= 5_000 ? read : nil
    } work: {
      $0
    } take: { _ in
      written += 1
    }
    #expect(written == 5_000)
    #expect(most <= 6)
  }

  @Test func anErrorEndsTheWork() throws {
    struct Stop: Error {}
    for last in [0, 1, 7, 100] {
      let worked = Mutex(0)
      var (read, written) = (0, 0)
      #expect(throws: Stop.self) {
        try workInOrder(threads: 2) { () -> Int? in
          read += 1
          return read
        } work: { part in
          worked.withLock { $0 += 1 }
          return part
        } take: { _ in
          if written == last { throw Stop() }
          written += 1
        }
      }
      #expect(written == last)
      #expect(read <= last + 8)
    }
    var read = 0
    #expect(throws: Stop.self) {
      try workInOrder(threads: 2) { () -> Int? in
        read += 1
        if read == 50 { throw Stop() }
        return read
      } work: {
        $0
      } take: { _ in
      }
    }
  }

  @Test func severalThreadsWorkAtOnce() throws {
    // Two parts that wait for one another: one thread alone would never end.
    let present = Atomic(0)
    var rest = [0, 1][...]
    var answers: [Int] = []
    workInOrder(threads: 2) {
      rest.popFirst()
    } work: { part in
      present.add(1, ordering: .sequentiallyConsistent)
      while present.load(ordering: .sequentiallyConsistent) < 2 {}
      return part
    } take: {
      answers.append($0)
    }
    #expect(answers == [0, 1])
  }
}
