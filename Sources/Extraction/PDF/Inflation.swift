import CZlib

/// Unpacks the zlib format as far as it goes.
enum Inflation {
  enum End {
    case whole
    /// The bytes broke off or were damaged; what came before has been unpacked.
    case broken
    case overLimit
  }

  /// Appends what `input` unpacks to, until there are more than `limit` bytes.
  static func inflate(_ input: [UInt8], into output: inout [UInt8], limit: Int) -> End {
    let end = inflate(input, from: 0, windowBits: 15, into: &output, limit: limit)
    // Some writers leave the header out or damage it.
    if end == .broken, output.isEmpty, input.count > 2 {
      let raw = inflate(input, from: 2, windowBits: -15, into: &output, limit: limit)
      return raw == .whole ? .broken : raw
    }
    return end
  }

  private static func inflate(
    _ input: [UInt8], from start: Int, windowBits: Int32, into output: inout [UInt8], limit: Int
  ) -> End {
    var stream = z_stream()
    guard
      inflateInit2_(
        &stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .broken }
    defer { inflateEnd(&stream) }
    return input.withUnsafeBufferPointer { input -> End in
      guard let base = input.baseAddress else { return .broken }
      stream.next_in = UnsafeMutablePointer(mutating: base + start)
      stream.avail_in = UInt32(clamping: input.count - start)
      var chunk = min(max(4 * input.count, 4 << 10), 1 << 20)
      while true {
        var status = Z_OK
        let before = output.count
        output.append(addingCapacity: chunk) { free in
          free.withUnsafeMutableBufferPointer { buffer, count in
            guard let target = buffer.baseAddress else { return }
            stream.next_out = target + count
            stream.avail_out = UInt32(clamping: buffer.count - count)
            let room = stream.avail_out
            status = CZlib.inflate(&stream, Z_NO_FLUSH)
            count += Int(room - stream.avail_out)
          }
        }
        if status == Z_STREAM_END { return .whole }
        if output.count > limit { return .overLimit }
        guard status == Z_OK, output.count > before else { return .broken }
        chunk = min(2 * chunk, 4 << 20)
      }
    }
  }
}
