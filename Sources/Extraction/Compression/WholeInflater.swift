import CDeflate

/// Unpacks deflated bytes at once, where their size is about known.
struct WholeInflater: ~Copyable {
  private let decompressor: OpaquePointer?

  init() {
    decompressor = libdeflate_alloc_decompressor()
  }

  deinit {
    if let decompressor { libdeflate_free_decompressor(decompressor) }
  }

  /// The bytes that `packed` unpacks to; nil where there are more than `byteLimit` or it is broken.
  func inflate(_ packed: Span<UInt8>, byteLimit: Int) -> [UInt8]? {
    guard let decompressor else { return nil }
    // One byte packs 1,032 at most.
    let limit = packed.count.multipliedReportingOverflow(by: 1032)
    let capacity = max(limit.overflow ? byteLimit : min(byteLimit, limit.partialValue + 64), 1)
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      packed.withUnsafeBytes { input in
        isWhole =
          libdeflate_deflate_decompress(
            decompressor, input.baseAddress, input.count, buffer.baseAddress, capacity, &count)
          == LIBDEFLATE_SUCCESS
      }
      if !isWhole { count = 0 }
    }
    return isWhole ? bytes : nil
  }
}
