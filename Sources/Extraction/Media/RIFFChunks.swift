/// The chunks of WAV and AVI that hold texts, in files of any length (RF64, BW64, AVIX).
///
/// Samples are passed over.
///
/// Source: Multimedia Programming Interface and Data Specifications 1.0; EBU Tech 3285 and 3306; ITU-R
/// BS.2088; OpenDML AVI File Format Extensions.
struct RIFFChunks {
  /// What the chunks in a list are.
  private enum Holding {
    /// Texts, whatever they are called.
    case texts
    case all
  }

  /// How deep lists may lie in each other.
  private static let depthLimit = 5

  /// The bytes of the chunk of samples, where its own length does not tell them.
  private var longByteCount: Int?

  /// Takes the texts of the file; one that is longer than a length tells comes in several parts.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var chunks = RIFFChunks()
    var position = 0
    while let part = part(bytes, at: position), metadata.takesEntry() {
      if part.upperBound > bytes.count { metadata.isMalformed = true }
      // A chunk may go on behind the end of a part whose length was not kept up.
      position = chunks.read(
        bytes, part.clamped(to: 0..<bytes.count), .all, limit: bytes.count, depth: 0,
        into: &metadata)
    }
  }

  /// The chunks of the part at `position`, to the end of the file where nobody knew their length.
  private static func part(_ bytes: Span<UInt8>, at position: Int) -> Range<Int>? {
    let names: [StaticString] = ["RIFF", "RF64", "BW64"]
    guard names.contains(where: { bytes.begins(with: $0, at: position) }),
      let byteCount = bytes.integer(at: position + 4, byteCount: 4, .little),
      bytes.range(at: position, byteCount: 12) != nil
    else { return nil }
    let isKnown = byteCount >= 4 && byteCount < 0xFFFF_FFFF
    return position + 12..<(isKnown ? position + 8 + byteCount : bytes.count)
  }

  /// Takes the texts of the chunks that begin in `range` and end before `limit`; returns where they end.
  @discardableResult
  private mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ holding: Holding, limit: Int, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) -> Int {
    guard depth < Self.depthLimit else {
      metadata.isMalformed = true
      return range.upperBound
    }
    var position = range.lowerBound
    while range.upperBound - position >= 8, limit - position >= 8, metadata.takesEntry() {
      guard let content = content(bytes, at: position, limit: limit, into: &metadata) else {
        metadata.isMalformed = true
        return range.upperBound
      }
      take(bytes, at: position, content, holding, depth: depth, into: &metadata)
      position = content.upperBound + content.count % 2
    }
    return max(position, range.upperBound + range.count % 2)
  }

  /// The content of the chunk at `position`, as far as it is there; nil where it has no name of letters.
  private func content(
    _ bytes: Span<UInt8>, at position: Int, limit: Int, into metadata: inout EmbeddedMetadata
  ) -> Range<Int>? {
    for index in position..<position + 4 where !(0x20...0x7E).contains(bytes[index]) { return nil }
    guard var byteCount = bytes.integer(at: position + 4, byteCount: 4, .little) else { return nil }
    let room = limit - position - 8
    // A recording whose length nobody knew goes on to the end.
    if byteCount == 0xFFFF_FFFF { byteCount = longByteCount ?? room }
    if byteCount > room { metadata.isMalformed = true }
    return position + 8..<position + 8 + min(byteCount, room)
  }

  private mutating func take(
    _ bytes: Span<UInt8>, at position: Int, _ content: Range<Int>, _ holding: Holding, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    let name = String(decoding: bytes.bytes(position..<position + 4), as: UTF8.self)
    let chunk = bytes.extracting(content)
    switch name {
    case "LIST": takeList(bytes, content, depth: depth, into: &metadata)
    case "ds64": longByteCount = chunk.integer(at: 8, byteCount: 8, .little)
    case "bext": RIFFFields.takeBroadcast(chunk, into: &metadata)
    case "cart": RIFFFields.takeCart(chunk, into: &metadata)
    case "iXML", "axml", "_PMX": metadata.addPacket(chunk, chunk.indices)
    case "id3 ", "ID3 ": _ = ID3Tag.read(chunk, at: 0, into: &metadata)
    case "labl", "note":
      metadata.add(
        chunk, min(4, chunk.count)..<chunk.count, named: RIFFNames.label(of: name) ?? name)
    case "ltxt": metadata.add(chunk, min(20, chunk.count)..<chunk.count, named: "Text")
    case "DISP": takeClipboard(chunk, into: &metadata)
    case "data", "movi", "idx1", "fmt ", "fact", "JUNK", "junk", "PAD ": break
    default:
      let label = RIFFNames.label(of: name)
      // What is not known may be a text too.
      guard holding == .texts || label != nil || chunk.isText else { return }
      metadata.add(chunk, chunk.indices, named: label ?? name)
    }
  }

  /// Follows the lists that hold texts, and not that of samples.
  private mutating func takeList(
    _ bytes: Span<UInt8>, _ content: Range<Int>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    guard content.count >= 4 else { return metadata.isMalformed = true }
    let inside = content.lowerBound + 4..<content.upperBound
    if bytes.begins(with: "movi", at: content.lowerBound) { return }
    let names: [StaticString] = ["INFO", "exif"]
    let holdsTexts = names.contains { bytes.begins(with: $0, at: content.lowerBound) }
    read(
      bytes, inside, holdsTexts ? .texts : .all, limit: inside.upperBound, depth: depth + 1,
      into: &metadata)
  }

  /// What a clipboard would show of it, where that is a text.
  private func takeClipboard(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard chunk.integer(at: 0, byteCount: 4, .little) == 1 else { return }
    metadata.add(chunk, 4..<chunk.count, named: "Title")
  }
}
