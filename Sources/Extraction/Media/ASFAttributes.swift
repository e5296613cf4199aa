/// The attributes of ASF: values of several types under names in UTF-16.
///
/// Source: Advanced Systems Format (ASF) Specification, revision 01.20.05, 3.11, 4.7 and 4.8.
enum ASFAttributes {
  /// The types of values that are read.
  private static let text = 0
  private static let binary = 1

  /// Takes the texts of the extended description of the content.
  static func takeExtended(_ object: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let count = object.integer(at: 0, byteCount: 2, .little) else {
      return metadata.isMalformed = true
    }
    var position = 2
    for _ in 0..<count where metadata.takesEntry() {
      guard let nameByteCount = object.integer(at: position, byteCount: 2, .little),
        let name = object.range(at: position + 2, byteCount: nameByteCount),
        let type = object.integer(at: name.upperBound, byteCount: 2, .little),
        let byteCount = object.integer(at: name.upperBound + 2, byteCount: 2, .little),
        let value = object.range(at: name.upperBound + 4, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      take(object, value, type: type, named: name, into: &metadata)
      position = value.upperBound
    }
  }

  /// Takes the texts of the metadata of streams, or of the library of metadata.
  static func takeLibrary(_ object: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let count = object.integer(at: 0, byteCount: 2, .little) else {
      return metadata.isMalformed = true
    }
    var position = 2
    for _ in 0..<count where metadata.takesEntry() {
      // A language and the number of a stream come first.
      guard let nameByteCount = object.integer(at: position + 4, byteCount: 2, .little),
        let type = object.integer(at: position + 6, byteCount: 2, .little),
        let byteCount = object.integer(at: position + 8, byteCount: 4, .little),
        let name = object.range(at: position + 12, byteCount: nameByteCount),
        let value = object.range(at: name.upperBound, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      take(object, value, type: type, named: name, into: &metadata)
      position = value.upperBound
    }
  }

  private static func take(
    _ object: Span<UInt8>, _ value: Range<Int>, type: Int, named name: Range<Int>,
    into metadata: inout EmbeddedMetadata
  ) {
    let name = MetadataText.trimmed(object.utf16Text(in: name, .little))
    if type == text {
      metadata.addUTF16(object, value, .little, named: name)
    } else if type == binary, name == Array("WM/Picture".utf8) {
      takePicture(object.extracting(value), into: &metadata)
    } else if type == binary, object.begins(with: "<?xpacket", at: value.lowerBound) {
      metadata.addPacket(object, value)
    }
  }

  /// A picture behind what it shows, its length, its type and a description.
  private static func takePicture(_ value: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let byteCount = value.integer(at: 1, byteCount: 4, .little) else {
      return metadata.isMalformed = true
    }
    let typeEnd = min(value.utf16End(from: 5) + 2, value.count)
    let descriptionEnd = min(value.utf16End(from: typeEnd) + 2, value.count)
    guard let picture = value.range(at: descriptionEnd, byteCount: byteCount) else {
      return metadata.isMalformed = true
    }
    let description = value.utf16Text(in: typeEnd..<descriptionEnd, .little)
    metadata.addMember(value, picture, named: description)
  }
}
