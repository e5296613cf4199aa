import ContentTypes
import ScanModel

/// How the captions of a track of MP4 or QuickTime are written.
///
/// Source: 3GPP TS 26.245, 5.17; ISO/IEC 14496-30, 5 to 7; QuickTime File Format Specification, Text Media.
enum MP4CaptionForm {
  /// A length, a text, and boxes on its looks.
  case counted
  /// Boxes of WebVTT.
  case cues
  /// A document of XML.
  case document
  case plain

  /// The form that the four letters of a description of samples name; nil where they are no captions.
  init?(_ bytes: Span<UInt8>, at position: Int) {
    if bytes.begins(with: "tx3g", at: position) || bytes.begins(with: "text", at: position) {
      self = .counted
    } else if bytes.begins(with: "wvtt", at: position) {
      self = .cues
    } else if bytes.begins(with: "stpp", at: position) {
      self = .document
    } else if bytes.begins(with: "sbtt", at: position) || bytes.begins(with: "stxt", at: position) {
      self = .plain
    } else {
      return nil
    }
  }

  /// Takes the captions of a sample, which lies in `range`.
  func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, track: Int, into metadata: inout EmbeddedMetadata
  ) {
    switch self {
    case .document: metadata.addPacket(bytes, range, to: .subtitles)
    case .cues: Self.takeCues(bytes, range, track: track, into: &metadata)
    case .plain:
      guard metadata.spend(range.count) else { return }
      let text = MetadataText.decoded(bytes.extracting(range))
      metadata.addCaption(CaptionMarkup.plain(text), track: track)
    case .counted: Self.takeCounted(bytes, range, track: track, into: &metadata)
    }
  }

  private static func takeCues(
    _ bytes: Span<UInt8>, _ range: Range<Int>, track: Int, into metadata: inout EmbeddedMetadata
  ) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      if box.isNamed("vtta", in: bytes) {
        metadata.add(bytes, box.content, named: "Cue")
      } else if box.isNamed("vttc", in: bytes) {
        MP4Boxes.forEach(bytes, in: box.content, into: &metadata) { box, metadata in
          if box.isNamed("iden", in: bytes) {
            metadata.add(bytes, box.content, named: "Cue")
          } else if box.isNamed("payl", in: bytes), metadata.spend(box.content.count) {
            let text = MetadataText.decoded(bytes.extracting(box.content))
            metadata.addCaption(CaptionMarkup.plain(text), track: track)
          }
        }
      }
    }
  }

  private static func takeCounted(
    _ bytes: Span<UInt8>, _ range: Range<Int>, track: Int, into metadata: inout EmbeddedMetadata
  ) {
    // What shows nothing may have no length either.
    guard range.count >= 2,
      let byteCount = bytes.integer(at: range.lowerBound, byteCount: 2, .big)
    else { return }
    let start = range.lowerBound + 2
    if byteCount > range.count - 2 { metadata.isMalformed = true }
    let end = min(start + byteCount, range.upperBound)
    guard metadata.spend(end - start) else { return }
    metadata.addCaption(text(bytes.extracting(start..<end)), track: track)
    guard end < range.upperBound else { return }
    MP4Boxes.forEach(bytes, in: end..<range.upperBound, into: &metadata) { box, metadata in
      if box.isNamed("href", in: bytes) {
        takeLink(bytes.extracting(box.content), into: &metadata)
      }
    }
  }

  /// In UTF-16 behind its mark, in UTF-8, or in the letters of the Mac.
  private static func text(_ text: Span<UInt8>) -> [UInt8] {
    if let order = text.orderMark(at: 0) { return text.utf16Text(in: 2..<text.count, order) }
    if UTF8Check.validEnd(of: text, from: 0).end == text.count { return MetadataText.decoded(text) }
    var decoded: [UInt8] = []
    CodePage(.macintosh).decode(text, into: &decoded)
    return decoded
  }

  /// An address behind the place of its text, and what is told of it: each with its length in a byte.
  private static func takeLink(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 4
    for _ in 0..<2 where position < content.count {
      guard let text = content.range(at: position + 1, byteCount: Int(content[position])) else {
        return metadata.isMalformed = true
      }
      metadata.add(content, text, named: "URL")
      position = text.upperBound
    }
  }
}
