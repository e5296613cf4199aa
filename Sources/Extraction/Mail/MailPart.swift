import ContentTypes
import ScanModel

/// What the headers of a part say of its content.
struct MailPart {
  /// How a part is read.
  enum Form {
    case multipart, message, text, cms, member
    /// Blocks of headers.
    case headers
    /// A message that was sent in pieces, of which this is one.
    case pieceOfMessage
    /// The content lies where the headers say.
    case elsewhere
  }

  /// How the lines of a text make its paragraphs.
  enum Flow { case fixed, flowed, flowedWithoutSpace }

  /// In small letters; empty for none.
  var mediaType: String
  let encoding: TransferEncoding
  /// What the character set is said to be; nil where nothing known is said.
  let charset: TextEncoding?
  /// The name of the file in UTF-8; nil for none.
  let name: [UInt8]?
  let boundary: [UInt8]?
  let flow: Flow
  private let isAttachment: Bool
  private let number: Int

  /// Reads the headers of the part that is the message's part `number`.
  init(_ bytes: Span<UInt8>, _ headers: MailHeaders, number: Int) {
    let type = HeaderParameters(headers.value(of: "content-type", in: bytes))
    let disposition = HeaderParameters(headers.value(of: "content-disposition", in: bytes))
    mediaType = type.value
    encoding = TransferEncoding(headers.value(of: "content-transfer-encoding", in: bytes))
    let charset = type["charset"] ?? []
    self.charset = TextEncoding.named(charset.span, charset.indices)
    let name = disposition["filename"] ?? type["name"] ?? disposition["name"] ?? []
    self.name = name.isEmpty ? nil : name
    boundary = type["boundary"]
    isAttachment = disposition.value == "attachment"
    self.number = number
    if type["format"].map({ $0.map(\.inSmallLetters) == Array("flowed".utf8) }) == true {
      let deletes = type["delsp"].map { $0.map(\.inSmallLetters) == Array("yes".utf8) } ?? false
      flow = deletes ? .flowedWithoutSpace : .flowed
    } else {
      flow = .fixed
    }
  }

  var form: Form {
    switch mediaType {
    case _ where mediaType.hasPrefix("multipart/"): .multipart
    case "message/rfc822", "message/global", "message/news": .message
    case "message/partial": .pieceOfMessage
    case "message/external-body": .elsewhere
    case "message/delivery-status", "message/disposition-notification", "text/rfc822-headers",
      "message/global-delivery-status", "message/global-headers", "message/feedback-report":
      .headers
    case "application/pkcs7-mime", "application/x-pkcs7-mime": .cms
    case "text/plain", "text/html", "text/enriched", "text/richtext", "text", "text/",
      "application/pgp-encrypted", "application/xhtml+xml", "text/x-amp-html", "application/text":
      name == nil && !isAttachment ? .text : .member
    case _ where !mediaType.contains("/"): name == nil && !isAttachment ? .text : .member
    default: name.map(isNameOfCMS) == true ? .cms : .member
    }
  }

  var isHTML: Bool {
    switch mediaType {
    case "text/html", "text/enriched", "text/richtext", "application/xhtml+xml",
      "text/x-amp-html":
      true
    default: false
    }
  }

  /// Whether there is no text in it: the signature of other parts.
  var isSignature: Bool {
    switch mediaType {
    case "application/pgp-signature", "application/pkcs7-signature",
      "application/x-pkcs7-signature":
      true
    default: false
    }
  }

  var member: DocumentPart {
    .member(name.map { String(decoding: $0, as: UTF8.self) } ?? "part-\(number)")
  }

  /// Whether the header `name` only says how a part is to be read.
  static func isTechnical(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let names: [StaticString] = [
      "content-type", "content-transfer-encoding", "content-disposition", "content-id",
      "mime-version", "content-language", "content-md5", "x-attachment-id", "content-length",
    ]
    return names.contains { bytes.isName($0, name) }
  }

  private func isNameOfCMS(_ name: [UInt8]) -> Bool {
    let end = name.suffix(4).map(\.inSmallLetters)
    return end == Array(".p7m".utf8)
  }
}
