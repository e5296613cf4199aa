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
    case "COMT": takeCounted(chunk, lengthByteCount: 2, named: "Comment", into: &metadata)
    case "MARK": takeCounted(chunk, lengthByteCount: 1, named: "Marker", into: &metadata)
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

  /// Comments, each behind its time and its marker, or the names of places in the sound, each behind its
  /// number and its place: with a length in so many bytes, and of an even number of bytes with that.
  private static func takeCounted(
    _ chunk: Span<UInt8>, lengthByteCount: Int, named name: String,
    into metadata: inout EmbeddedMetadata
  ) {
    var position = 2
    for _ in 0..<(chunk.integer(at: 0, byteCount: 2, .big) ?? 0) where metadata.takesEntry() {
      let length = position + 6
      guard let byteCount = chunk.integer(at: length, byteCount: lengthByteCount, .big),
        let text = chunk.range(at: length + lengthByteCount, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      metadata.add(chunk, text, named: name)
      position = text.upperBound + (lengthByteCount + byteCount) % 2
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
