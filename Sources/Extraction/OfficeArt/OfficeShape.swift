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

  /// Whether a record holds properties.
  static func holdsProperties(_ record: OfficeRecord) -> Bool { types.contains(record.type) }

  /// Gives the number and the place of each property in `record` that stands behind all others,
  /// as texts and addresses do; none where it holds no properties.
  static func forEachLongProperty(
    _ bytes: Span<UInt8>, _ record: OfficeRecord, _ body: (Int, Range<Int>) -> Void
  ) {
    guard holdsProperties(record) else { return }
    var place = record.content.lowerBound + 6 * record.instance
    for index in 0..<record.instance {
      let entry = record.content.lowerBound + 6 * index
      guard entry + 6 <= record.content.upperBound, place <= record.content.upperBound,
        let id = bytes.littleUInt16(at: entry), let byteCount = bytes.littleUInt32(at: entry + 2)
      else { break }
      // Long values stand in the order of their properties.
      guard id & 0x8000 != 0 else { continue }
      let end = min(place + byteCount, record.content.upperBound)
      body(id & 0x3FFF, place..<end)
      place = end
    }
  }

  /// The text of a property; nil where it is no text.
  static func text(_ bytes: Span<UInt8>, of property: Int, _ range: Range<Int>) -> [UInt8]? {
    guard textProperties.contains(property) else { return nil }
    var text: [UInt8] = []
    CodePage.utf16.decode(bytes, range, into: &text)
    return Array(text.prefix { $0 != 0 })
  }

  /// The texts of the properties in `record`; none where it holds no properties.
  static func texts(_ bytes: Span<UInt8>, _ record: OfficeRecord) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    forEachLongProperty(bytes, record) { property, range in
      if let text = text(bytes, of: property, range) { texts.append(text) }
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
