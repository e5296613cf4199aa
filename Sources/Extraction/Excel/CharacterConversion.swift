import Glibc

/// A conversion between encodings by the C library.
struct CharacterConversion: ~Copyable {
  private let handle: iconv_t

  /// Nil where the system does not know one of the encodings.
  init?(from source: String, to target: String) {
    guard let handle = iconv_open(target, source), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Appends `bytes` in the other encoding, with U+FFFD in UTF-8 for what it does not know.
  func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    var input: [CChar] = []
    input.reserveCapacity(bytes.count)
    for index in bytes.indices { input.append(CChar(bitPattern: bytes[index])) }
    var position = 0
    while position < input.count {
      let (used, output) = convert(&input, from: position)
      text.append(contentsOf: output)
      position += used
      guard used == 0, position < input.count else { continue }
      UTF8Encoding.append(0xFFFD, to: &text)
      position += 1
    }
  }

  /// The characters that the bytes 0x80 to 0xFF stand for; nil for an encoding that is not known.
  static func characters(of encoding: String) -> [UInt32]? {
    guard let conversion = CharacterConversion(from: encoding, to: "UTF-32LE") else { return nil }
    return (0x80...0xFF).map { byte in
      var input = [CChar(truncatingIfNeeded: byte)]
      let output = conversion.convert(&input, from: 0).output
      return output.span.littleUInt32(at: 0).map(UInt32.init(truncatingIfNeeded:)) ?? 0xFFFD
    }
  }

  /// Converts what it can of `input` from `start` on, and at most 4 KB of output.
  private func convert(_ input: inout [CChar], from start: Int) -> (used: Int, output: [UInt8]) {
    var output = [CChar](repeating: 0, count: 4096)
    var left = input.count - start
    var free = output.count
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var next = input.baseAddress.map { $0 + start }
        var end = output.baseAddress
        _ = iconv(handle, &next, &left, &end, &free)
      }
    }
    let used = input.count - start - left
    return (used, output.prefix(output.count - free).map { UInt8(bitPattern: $0) })
  }
}
