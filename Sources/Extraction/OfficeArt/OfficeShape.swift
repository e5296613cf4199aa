/// What the properties of shapes in Office drawings say in words.
///
/// Source: MS-ODRAW 2.2.7 to 2.2.11, 2.3.4, 2.3.22.1.
enum OfficeShape {
  /// The records that hold properties.
  private static let types: Set<Int> = [0xF00B, 0xF121, 0xF122]
  /// Letters that are drawn as shapes (WordArt), a description, a tip.
  private static let textProperties: Set<Int> = [0x00C0, 0x0381, 0x038D]
  /// The properties of one shape at most.
  private static let propertyLimit = 512

  /// The texts of the properties in `record`; none where it holds no properties.
  static func texts(_ bytes: Span<UInt8>, _ record: OfficeRecord) -> [[UInt8]] {
    guard types.contains(record.type) else { return [] }
    var texts: [[UInt8]] = []
    var place = record.content.lowerBound + 6 * record.instance
    for index in 0..<record.instance {
      let entry = record.content.lowerBound + 6 * index
      guard entry + 6 <= record.content.upperBound, place <= record.content.upperBound,
        let id = bytes.littleUInt16(at: entry), let byteCount = bytes.littleUInt32(at: entry + 2)
      else { break }
      // Long values stand behind all properties, in their order.
      guard id & 0x8000 != 0 else { continue }
      let end = min(place + byteCount, record.content.upperBound)
      if textProperties.contains(id & 0x3FFF) {
        var text: [UInt8] = []
        CodePage.utf16.decode(bytes, place..<end, into: &text)
        texts.append(Array(text.prefix { $0 != 0 }))
      }
      place = end
    }
    return texts
  }

  /// The texts of all properties in `bytes`, wherever they begin.
  static func texts(in bytes: Span<UInt8>) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    // The upper byte of the types, which stands fourth.
    var search = MarkSearch(for: 0xF0, or: 0xF1, or: 0xF1)
    var position = search.next(in: bytes, from: 3)
    while position < bytes.count {
      guard let record = OfficeRecord(bytes, at: position - 3, end: bytes.count),
        record.version == 3, !record.isCutOff, record.instance <= propertyLimit,
        6 * record.instance <= record.content.count, types.contains(record.type)
      else {
        position = search.next(in: bytes, from: position + 1)
        continue
      }
      texts += Self.texts(bytes, record)
      position = search.next(in: bytes, from: record.content.upperBound + 3)
    }
    return texts
  }
}
