import ScanModel

/// The texts that the shapes of a sheet have among their properties.
///
/// Source: MS-ODRAW 2.3.1 and 2.3.4.
enum ShapeTexts {
  private static let properties: Set<Int> = [0xF00B, 0xF121, 0xF122]
  /// The text of an ornament (WordArt), a description, a tooltip.
  private static let textNumbers: Set<Int> = [0x00C0, 0x0381, 0x038D]
  private static let link = 0x0382

  /// Adds the texts in the part of a drawing that a record holds.
  static func take(_ body: Span<UInt8>, into paragraphs: inout SheetParagraphs) {
    var position = 0
    while let record = OfficeRecord(body, at: position, end: body.count) {
      if properties.contains(record.type) {
        takeProperties(body, record, into: &paragraphs)
      }
      // What lies in the record may go on in other records of the sheet.
      position =
        record.holdsRecords
        ? record.content.lowerBound : max(record.content.upperBound, position + 1)
    }
  }

  private static func takeProperties(
    _ body: Span<UInt8>, _ record: OfficeRecord, into paragraphs: inout SheetParagraphs
  ) {
    var value = record.content.lowerBound + 6 * record.instance
    for index in 0..<record.instance {
      let place = record.content.lowerBound + 6 * index
      guard place + 6 <= record.content.upperBound, let head = body.littleUInt16(at: place),
        let byteCount = body.littleUInt32(at: place + 2)
      else { return }
      // Long values stand behind all properties, in their order.
      guard head & 0x8000 != 0 else { continue }
      let range = body.inside(value..<value + byteCount)
      if textNumbers.contains(head & 0x3FFF) {
        var text: [UInt8] = []
        body.appendCharacters(range, width: 2, to: &text)
        paragraphs.add(Array(text.prefix { $0 != 0 }), to: .textBoxes)
      } else if head & 0x3FFF == link {
        paragraphs.add(HyperlinkRecord.texts(body.extracting(range), from: 0), to: .links)
      }
      value += byteCount
    }
  }
}
