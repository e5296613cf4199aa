/// The chunks of AIFF and AIFC that hold texts.
///
/// Samples are passed over.
///
/// Source: Audio Interchange File Format 1.3; AIFF-C, draft of 26 August 1991.
enum AIFFChunks {
  private static let labels: [String: String] = [
    "NAME": "Title", "AUTH": "Author", "(c) ": "Copyright", "ANNO": "Comment",
  ]

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let byteCount = bytes.integer(at: 4, byteCount: 4, .big), bytes.count >= 12 else {
      return metadata.isMalformed = true
    }
    if byteCount > bytes.count - 8 { metadata.isMalformed = true }
    var position = 12
    while bytes.count - position >= 8, metadata.takesEntry() {
      guard let byteCount = bytes.integer(at: position + 4, byteCount: 4, .big) else { return }
      let name = String(decoding: bytes.bytes(position..<position + 4), as: UTF8.self)
      let room = bytes.count - position - 8
      if byteCount > room { metadata.isMalformed = true }
      let content = position + 8..<position + 8 + min(byteCount, room)
      take(name, bytes.extracting(content), into: &metadata)
      position = content.upperBound + content.count % 2
    }
  }

  private static func take(
    _ name: String, _ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    switch name {
    case "SSND", "COMM", "FVER", "INST", "MIDI", "AESD", "CHAN": break
    case "COMT": takeComments(chunk, into: &metadata)
    case "MARK": takeMarkers(chunk, into: &metadata)
    case "ID3 ", "id3 ": _ = ID3Tag.read(chunk, at: 0, into: &metadata)
    case "bext": RIFFFields.takeBroadcast(chunk, into: &metadata)
    case "iXML", "_PMX": metadata.addPacket(chunk, chunk.indices)
    case "APPL": takeOfProgram(chunk, into: &metadata)
    default:
      // What is not known may be a text too.
      guard labels[name] != nil || chunk.isText else { return }
      metadata.add(chunk, chunk.indices, named: labels[name] ?? name)
    }
  }

  /// Texts, each behind its time, its marker and its length.
  private static func takeComments(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 2
    for _ in 0..<(chunk.integer(at: 0, byteCount: 2, .big) ?? 0) where metadata.takesEntry() {
      guard let byteCount = chunk.integer(at: position + 6, byteCount: 2, .big),
        let text = chunk.range(at: position + 8, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      metadata.add(chunk, text, named: "Comment")
      position = text.upperBound + byteCount % 2
    }
  }

  /// The names of places in the sound, each behind its number and its place, with its length in a byte.
  private static func takeMarkers(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 2
    for _ in 0..<(chunk.integer(at: 0, byteCount: 2, .big) ?? 0) where metadata.takesEntry() {
      guard let byteCount = chunk.integer(at: position + 6, byteCount: 1, .big),
        let text = chunk.range(at: position + 7, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      metadata.add(chunk, text, named: "Marker")
      position = text.upperBound + (byteCount + 1) % 2
    }
  }

  /// What a program keeps behind its four letters: an XMP packet, or a text.
  private static func takeOfProgram(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard chunk.count > 4 else { return }
    let content = chunk.extracting(4...)
    if chunk.begins(with: "XMP ", at: 0) {
      metadata.addPacket(content, content.indices)
    } else if content.isText {
      metadata.add(content, content.indices, named: "Application")
    }
  }
}
