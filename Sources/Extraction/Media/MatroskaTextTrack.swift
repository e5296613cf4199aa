/// A track of Matroska or WebM whose blocks are captions.
///
/// Source: RFC 9559, 5.1.4; Matroska codec mappings, S_TEXT; WebVTT in WebM.
struct MatroskaTextTrack {
  private enum Form {
    case text
    case script
    /// WebVTT in WebM: an identifier, settings, and the text, each on a line.
    case cue
  }

  let number: Int
  private let form: Form
  private let packings: [MatroskaPacking]

  /// The track that the entry tells of; nil where that has no captions.
  ///
  /// What it says of all captions, such as who wrote them, becomes a text.
  init?(_ bytes: Span<UInt8>, _ entry: Range<Int>, into metadata: inout EmbeddedMetadata) {
    var number = 0
    var codec = 0..<0
    var header = 0..<0
    var packings: [MatroskaPacking] = []
    MatroskaElements.forEach(bytes, in: entry, into: &metadata) { element, metadata in
      switch element.id {
      case 0xD7: number = element.number(bytes)
      case 0x86: codec = element.content
      case 0x63A2: header = element.content
      case 0x6D80: packings = MatroskaPacking.all(bytes, element.content, into: &metadata)
      default: break
      }
    }
    guard let form = Self.form(bytes.extracting(codec)) else { return nil }
    (self.number, self.form, self.packings) = (number, form, packings)
    if let header = undone(bytes.extracting(header), { $0.isOfPrivateData }, into: &metadata) {
      metadata.add(header.span, Self.endOfFacts(header.span), named: "Header")
    }
  }

  private static func form(_ codec: Span<UInt8>) -> Form? {
    let scripts: [StaticString] = ["S_TEXT/ASS", "S_TEXT/SSA", "S_ASS", "S_SSA"]
    if scripts.contains(where: { codec.begins(with: $0, at: 0) }) { return .script }
    if codec.begins(with: "S_TEXT/", at: 0) { return .text }
    return codec.begins(with: "D_WEBVTT/", at: 0) ? .cue : nil
  }

  /// The first part of a script, which tells of it, without the styles behind that.
  private static func endOfFacts(_ header: Span<UInt8>) -> Range<Int> {
    0..<(header.position(of: "[V4", from: 0) ?? header.count)
  }

  /// Takes the caption of a block.
  func take(_ block: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard metadata.takesEntry(), let bytes = undone(block, { $0.isOfBlocks }, into: &metadata)
    else { return }
    let text = MetadataText.decoded(bytes.span)
    switch form {
    case .text: metadata.addCaption(CaptionMarkup.plain(text), track: number)
    case .script: metadata.addCaption(ScriptLine.caption(text), track: number)
    case .cue: metadata.addCaption(CaptionMarkup.plain(Self.withoutSettings(text)), track: number)
    }
  }

  /// Takes what stands beside a caption of WebVTT: settings, an identifier, and remarks, each on a line.
  func takeAddition(_ addition: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    let settingsEnd = addition.position(of: UInt8(ascii: "\n"), in: addition.indices)
    guard form == .text, settingsEnd < addition.count, metadata.takesEntry() else { return }
    metadata.add(addition, settingsEnd..<addition.count, named: "Cue")
  }

  private static func withoutSettings(_ cue: [UInt8]) -> [UInt8] {
    let bytes = cue.span
    let identifier = 0..<bytes.position(of: UInt8(ascii: "\n"), in: bytes.indices)
    guard identifier.upperBound < cue.count else { return cue }
    let settings = bytes.position(
      of: UInt8(ascii: "\n"), in: identifier.upperBound + 1..<cue.count)
    return bytes.bytes(identifier) + bytes.bytes(settings..<cue.count)
  }

  /// The bytes before they were packed; nil where that cannot be told.
  private func undone(
    _ bytes: Span<UInt8>, _ isPacked: (MatroskaPacking) -> Bool,
    into metadata: inout EmbeddedMetadata
  ) -> [UInt8]? {
    var undone: [UInt8]?
    for packing in packings where isPacked(packing) {
      guard
        let next = undone.map({ packing.undone($0.span, into: &metadata) })
          ?? packing.undone(bytes, into: &metadata)
      else { return nil }
      undone = next
    }
    if let undone { return undone }
    return metadata.spend(bytes.count) ? bytes.bytes(bytes.indices) : nil
  }
}
