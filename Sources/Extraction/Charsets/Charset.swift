import ContentTypes
internal import Glibc

/// Decoding of whole texts whose character set has a name, which may be wrong or missing.
package enum Charset {
  /// The text of `bytes` as valid UTF-8.
  ///
  /// Where the bytes are plainly something else than `name` says, or it says nothing that is known,
  /// they are read as what they look like.
  package static func decode(_ bytes: Span<UInt8>, named name: String?) -> [UInt8] {
    let name = Array((name ?? "").utf8)
    return decode(bytes, named: name.span)
  }

  /// The text of `bytes` as valid UTF-8; `name` is that of the character set, empty for none.
  static func decode(_ bytes: Span<UInt8>, named name: Span<UInt8>) -> [UInt8] {
    decode(bytes, as: TextEncoding.named(name, 0..<name.count))
  }

  /// The text of `bytes` in a code page of Windows as valid UTF-8.
  package static func decode(_ bytes: Span<UInt8>, codePage: Int) -> [UInt8] {
    switch codePage {
    case 65001, 20127: decode(bytes, as: .utf8)
    case 1200: decode(bytes, as: .utf16LE)
    case 1201: decode(bytes, as: .utf16BE)
    default: decode(bytes, as: CharsetID(codePage: codePage).map { .declared($0) } ?? .windows1252)
    }
  }

  static func decode(_ bytes: Span<UInt8>, as encoding: TextEncoding?) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    switch encoding {
    case .declared(let charset): decode(bytes, charset, into: &text)
    case .utf16LE?, .utf16BE?, .utf32LE?, .utf32BE?:
      decode(bytes, wide: encoding ?? .utf16LE, into: &text)
    case .windows1252: decodeNarrow(bytes, into: &text)
    case .utf8, nil:
      let hasNUL = !bytes.isEmpty && bytes.position(of: 0, in: 0..<bytes.count) < bytes.count
      if hasNUL, let detected = TextEncoding.detected(in: bytes), detected != .utf8 {
        decode(bytes, wide: detected, into: &text)
      } else {
        let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        if encoding == nil {
          decodeNarrow(bytes.extracting((start ? 3 : 0)...), into: &text)
        } else {
          _ = UTF8Decoding.decode(
            bytes.extracting((start ? 3 : 0)...), isLast: true, into: &text)
        }
      }
    }
    return text
  }

  /// UTF-8 where all of it is, Windows-1252 otherwise.
  private static func decodeNarrow(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    if UTF8Check.validEnd(of: bytes, from: 0).end == bytes.count {
      text.append(bytes, 0..<bytes.count)
    } else {
      _ = Windows1252.decode(bytes, into: &text)
    }
  }

  private static func decode(
    _ bytes: Span<UInt8>, _ charset: CharsetID, into text: inout [UInt8]
  ) {
    let isPlain = bytes.asciiEnd(from: 0) == bytes.count
    if isPlain && !charset.isStateful { return text.append(bytes, 0..<bytes.count) }
    let isUTF8 = !isPlain && UTF8Check.validEnd(of: bytes, from: 0).end == bytes.count
    if isUTF8 && CharsetTable(charset) != nil { return text.append(bytes, 0..<bytes.count) }
    var decoder = CharsetDecoder(charset)
    var strayCount = 0
    _ = decoder.decode(bytes, isLast: true, into: &text, strayCount: &strayCount)
    if strayCount > 0 && isUTF8 {
      text.removeAll(keepingCapacity: true)
      text.append(bytes, 0..<bytes.count)
    } else if strayCount * 4 > bytes.count {
      text.removeAll(keepingCapacity: true)
      _ = Windows1252.decode(bytes, into: &text)
    }
  }

  private static func decode(
    _ bytes: Span<UInt8>, wide encoding: TextEncoding, into text: inout [UInt8]
  ) {
    // What is said to be wide is often nothing of the kind; a byte order mark knows better.
    guard let detected = TextEncoding.detected(in: bytes) else {
      return decodeNarrow(bytes, into: &text)
    }
    var found = detected
    if !detected.isWide {
      // Wide characters beyond Latin have no NULs to know them by.
      guard UTF8Check.validEnd(of: bytes, from: 0).end < bytes.count else {
        return text.append(bytes, 0..<bytes.count)
      }
      found = encoding
    }
    let start = found.markByteCount(in: bytes)
    let rest = bytes.extracting(start...)
    switch found {
    case .utf16BE: _ = UTF16Decoding.decode(rest, .big, isLast: true, into: &text)
    case .utf32LE: _ = UTF32Decoding.decode(rest, .little, isLast: true, into: &text)
    case .utf32BE: _ = UTF32Decoding.decode(rest, .big, isLast: true, into: &text)
    default: _ = UTF16Decoding.decode(rest, .little, isLast: true, into: &text)
    }
  }
}

extension TextEncoding {
  fileprivate var isWide: Bool {
    switch self {
    case .utf16LE, .utf16BE, .utf32LE, .utf32BE: true
    default: false
    }
  }

  fileprivate func markByteCount(in bytes: Span<UInt8>) -> Int {
    guard bytes.count >= 2 else { return 0 }
    switch self {
    case .utf16LE: return bytes[0] == 0xFF && bytes[1] == 0xFE ? 2 : 0
    case .utf16BE: return bytes[0] == 0xFE && bytes[1] == 0xFF ? 2 : 0
    case .utf32LE: return bytes[0] == 0xFF && bytes[1] == 0xFE ? min(4, bytes.count) : 0
    case .utf32BE:
      return bytes.count >= 4 && bytes[2] == 0xFE && bytes[3] == 0xFF ? 4 : 0
    default: return 0
    }
  }
}
