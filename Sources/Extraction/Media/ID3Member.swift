/// A picture or another file in a frame of ID3.
///
/// Source: ID3 tag version 2.4.0, Native Frames, 4.14 and 4.15; version 2 (2.2), 4.15 and 4.16.
enum ID3Member {
  /// Takes the file as a member that is called by its description, or the address of one that is elsewhere.
  static func take(
    _ name: String, _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard var texts = ID3Texts(content) else { return }
    var type: [UInt8] = []
    if name == "PIC" {
      type = content.bytes(1..<4)
      texts.skip(3, in: content)
    } else {
      type = texts.nextLatin(content) ?? []
    }
    var title: [UInt8] = []
    if name.hasPrefix("G") {
      title = texts.next(content) ?? []
    } else {
      // What the picture shows.
      texts.skip(1, in: content)
    }
    let description = texts.next(content) ?? []
    let file = texts.position..<content.count
    if type == Array("-->".utf8) {
      return metadata.add(content, file, named: "Picture")
    }
    if !title.isEmpty { metadata.add(description, named: "Description") }
    metadata.addMember(content, file, named: title.isEmpty ? description : title)
  }
}
