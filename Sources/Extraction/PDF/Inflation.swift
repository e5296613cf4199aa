/// Unpacks the zlib format as far as it goes.
enum Inflation {
  /// Appends what `input` unpacks to, until there are more than `limit` bytes.
  static func inflate(
    _ input: [UInt8], into output: inout [UInt8], limit: Int
  ) -> StreamInflater.End {
    if input.isNothing { return .whole }
    let limit = min(limit, .max - 1) + 1
    let end = StreamInflater.inflate(input.span, .zlib, into: &output, limit: limit)
    // Some writers leave the header out or damage it.
    if end == .broken, output.isEmpty, input.count > 2 {
      let raw = StreamInflater.inflate(
        input.span.extracting(2...), .deflate, into: &output, limit: limit)
      return raw == .whole ? .broken : raw
    }
    return end
  }
}

extension [UInt8] {
  /// Whether it is a header and the checksum of no bytes, without a block between them: so some writers
  /// pack nothing.
  fileprivate var isNothing: Bool {
    count == 6 && self[0] == 0x78 && self[2...] == [0, 0, 0, 1]
  }
}
