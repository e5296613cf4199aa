internal import ContentTypes

/// What a run of digits encodes, where that can be read: a document, a picture, or a long text.
struct EncodedContent {
  enum Kind {
    case document
    /// So long that it is no value, such as a token.
    case text
    case picture
    /// A picture too small for text, as pages have many.
    case icon
  }

  let kind: Kind
  private let base: EncodedBase

  /// So many bytes of a run tell what it encodes.
  private static let headByteCount = 96 << 10

  /// nil for what no reader knows, and for signatures; `isCut` tells whether the end of the run may be
  /// missing.
  init?(of run: Span<UInt8>, isCut: Bool) {
    let digits = EncodedRuns.digits(of: run.extracting(first: Self.headByteCount))
    let isCut = isCut || run.count > Self.headByteCount
    for base in EncodedBase.possible(for: digits.span) {
      guard let kind = Self.kind(of: base.decode(digits.span), isCut: isCut) else { continue }
      (self.kind, self.base) = (kind, base)
      return
    }
    return nil
  }

  /// Whether bytes are a document or a picture that is found where a text holds them in base64.
  static func isDocumentOrPicture(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= EncodedRuns.shortest / 4 * 3 else { return false }
    switch kind(of: bytes, isCut: false) {
    case .document, .picture, .icon: return true
    case .text, nil: return false
    }
  }

  private static func kind(of bytes: [UInt8], isCut: Bool) -> Kind? {
    let head = bytes.span.extracting(first: ContentType.headByteCount)
    switch ContentType.detect(head: head, isWhole: false) {
    case .text(let form, _) where !DocumentExtractor.reads(form):
      return bytes.isLongText ? .text : nil
    case .binary(let type) where type.isImage:
      return ImageReader.mayHoldText(type, bytes.span, isCut: isCut) ? .picture : .icon
    // Of signatures and certificates texts have many.
    case let type where DocumentExtractor.reads(type) && type != .binary(.cms):
      return .document
    default: return nil
    }
  }

  /// The bytes that a whole run encodes.
  func bytes(of run: Span<UInt8>) -> [UInt8] {
    base.decode(EncodedRuns.digits(of: run).span)
  }

  /// The name of a document that the text does not name, by its number from 1.
  func name(number: Int) -> String {
    switch base {
    case .base64: "base64:\(number)"
    case .hex: "hex:\(number)"
    }
  }
}

extension [UInt8] {
  /// Whether they are a text, which digits of other numbers hardly give: most of it in ASCII, without
  /// control characters.
  fileprivate var isLongText: Bool {
    guard count >= 1536, !contains(where: \.isNoText) else { return false }
    return reduce(0) { $1 < 0x80 ? $0 + 1 : $0 } >= count / 10 * 9
      || UTF8Check.validEnd(of: span, from: 0).end >= count - 3
  }
}
