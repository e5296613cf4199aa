import ContentTypes
internal import Glibc

/// A converter of the C library from one character set to UTF-8.
///
/// Bytes that the character set does not have are read as Windows-1252.
struct CharsetConverter: ~Copyable {
  /// Never used after `deinit`, and never by two threads: the converter is not copied.
  private let descriptor: iconv_t
  /// Whether a byte that is no part of a character ends what a shift began.
  ///
  /// In UTF-7 the C library else goes on in a state that depends on where its input ended.
  private let shiftsEndAtStrays: Bool
  private var converted = [UInt8](repeating: 0, count: 16 << 10)

  /// Nil where the C library does not have it.
  init?(_ charset: CharsetID) {
    guard let name = Self.name(of: charset) else { return nil }
    guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    self.descriptor = descriptor
    shiftsEndAtStrays = charset == .utf7
  }

  deinit {
    iconv_close(descriptor)
  }

  /// Appends what `input` holds to `buffer`; returns how many bytes of it were used.
  ///
  /// Adds to `strayCount` the bytes that are no part of a character.
  mutating func decode(
    _ input: Span<UInt8>, isLast: Bool, into buffer: inout [UInt8], strayCount: inout Int
  ) -> Int {
    var position = 0
    while position < input.count {
      let step = convert(input.extracting(position...), into: &buffer)
      position += step.usedCount
      switch step.end {
      case .done: position = input.count
      case .full:
        // The converter always has room for more than one character.
        if step.usedCount == 0 && step.writtenCount == 0 { return input.count }
      case .unfinished where !isLast: return position
      case .unfinished, .stray:
        guard position < input.count else { break }
        strayCount += 1
        Windows1252.append(input[position], to: &buffer)
        position += 1
        if shiftsEndAtStrays { flush(into: &buffer) }
      }
    }
    if isLast { flush(into: &buffer) }
    return input.count
  }

  private enum End { case done, full, unfinished, stray }

  private mutating func convert(
    _ input: Span<UInt8>, into buffer: inout [UInt8]
  ) -> (usedCount: Int, writtenCount: Int, end: End) {
    let descriptor = descriptor
    let room = converted.count
    var inputLeft = input.count
    var outputLeft = room
    var end = End.done
    input.withUnsafeBufferPointer { source in
      converted.withUnsafeMutableBytes { target in
        var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        if iconv(descriptor, &from, &inputLeft, &to, &outputLeft) == Int(bitPattern: UInt.max) {
          switch errno {
          case E2BIG: end = .full
          case EINVAL: end = .unfinished
          default: end = .stray
          }
        }
      }
    }
    append(byteCount: room - outputLeft, to: &buffer)
    return (input.count - inputLeft, room - outputLeft, end)
  }

  /// Appends the character that the converter holds back, and begins anew.
  private mutating func flush(into buffer: inout [UInt8]) {
    let descriptor = descriptor
    let room = converted.count
    var outputLeft = room
    converted.withUnsafeMutableBytes { target in
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = iconv(descriptor, nil, nil, &to, &outputLeft)
    }
    append(byteCount: room - outputLeft, to: &buffer)
  }

  /// Appends what was converted; that it is valid UTF-8 is not left to the C library.
  private func append(byteCount: Int, to buffer: inout [UInt8]) {
    _ = UTF8Decoding.decode(
      converted.span.extracting(..<byteCount), isLast: true, into: &buffer)
  }

  /// The name that the C library has for a character set of several bytes.
  static func name(of charset: CharsetID) -> String? {
    switch charset {
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP-MS"
    case .iso2022JP: "ISO-2022-JP-3"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucKR: "UHC"
    case .iso2022KR: "ISO-2022-KR"
    case .johab: "JOHAB"
    case .utf7: "UTF-7"
    default: nil
    }
  }
}
