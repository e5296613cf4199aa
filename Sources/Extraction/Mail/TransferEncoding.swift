/// How the bytes of a part are written in the message.
///
/// Source: RFC 2045, 6.
enum TransferEncoding {
  /// As they are: `7bit`, `8bit`, `binary` and everything that nobody knows.
  case identity
  case quotedPrintable
  case base64
  case uuencode

  /// `header` is the value of Content-Transfer-Encoding; nil for none.
  init(_ header: [UInt8]?) {
    let token = (header ?? []).filter { $0 != UInt8(ascii: "\"") }
      .prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") }
    let name = String(decoding: token, as: UTF8.self).lowercased().filter { $0 != " " }
    switch name {
    case "quoted-printable", "quotedprintable", "qp": self = .quotedPrintable
    case "base64", "base-64", "b64": self = .base64
    case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
    default: self = .identity
    }
  }

  /// The text that `input` encodes, with what stands behind base64 as it is: the footer of a mailing
  /// list, or all of it, where the header lies.
  func decodeText(_ input: Span<UInt8>) -> [UInt8] {
    guard case .base64 = self else { return decode(input) }
    let end = Base64Decoding.endOfLines(in: input)
    var output: [UInt8] = []
    Base64Decoding.decode(input.extracting(..<end), into: &output)
    if end > 0 && end < input.count { output.append(0x0A) }
    output.append(input, end..<input.count)
    return output
  }

  /// The bytes that `input` encodes.
  func decode(_ input: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    switch self {
    case .identity: output.append(input, 0..<input.count)
    case .quotedPrintable: QuotedPrintableDecoding.decode(input, into: &output)
    case .base64: Base64Decoding.decode(input, into: &output)
    case .uuencode:
      let files = EncodedFileSearch.files(in: input)
      guard let file = files.first else {
        output.append(input, 0..<input.count)
        break
      }
      output = file.bytes
    }
    return output
  }
}
