import Glibc

/// A conversion of the C library from one charset to UTF-8.
struct IconvConversion: ~Copyable {
  private let handle: iconv_t

  /// Nil where the C library does not know the charset, or may not load what it needs for it.
  init?(from charset: String) {
    guard let handle = iconv_open("UTF-8", charset), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  /// Appends `input` as UTF-8, with U+FFFD for each byte that is no part of a character.
  mutating func convert(_ input: Span<UInt8>, into buffer: inout [UInt8]) {
    _ = iconv(handle, nil, nil, nil, nil)
    var output = [UInt8](repeating: 0, count: max(64, min(input.count * 3, 1 << 20)))
    var position = 0
    var mayGoOn = true
    while position < input.count, mayGoOn {
      let step = convert(input.extracting(position...), to: &output)
      buffer.append(contentsOf: output[..<step.written])
      position += step.read
      switch step.failure {
      case 0: mayGoOn = step.read > 0
      case E2BIG: mayGoOn = step.read > 0 || step.written > 0
      default:
        UTF8Encoding.append(0xFFFD, to: &buffer)
        position += 1
      }
    }
  }

  private mutating func convert(
    _ input: Span<UInt8>, to output: inout [UInt8]
  ) -> (read: Int, written: Int, failure: Int32) {
    input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBytes { output in
        var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceCount = input.count
        var targetCount = output.count
        errno = 0
        let result = iconv(handle, &source, &sourceCount, &target, &targetCount)
        let failure = Int(result) == -1 ? errno : 0
        return (input.count - sourceCount, output.count - targetCount, failure)
      }
    }
  }
}
