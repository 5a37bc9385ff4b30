internal import Glibc

/// Bytes that C code reads for as long as this lives.
@safe struct ForeignBytes: ~Copyable {
  @unsafe let start: UnsafeMutablePointer<UInt8>
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    unsafe start = .allocate(capacity: max(count, 1))
    unsafe bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { unsafe start.update(from: base, count: count) }
    }
  }

  deinit { unsafe start.deallocate() }
}
