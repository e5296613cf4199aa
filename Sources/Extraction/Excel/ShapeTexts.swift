import ScanModel

/// The texts that the shapes of a sheet have among their properties.
///
/// Source: MS-ODRAW 2.3.1 and 2.3.4.
enum ShapeTexts {
  private static let link = 0x0382

  /// Adds the texts in the part of a drawing that a record holds.
  static func take(_ body: Span<UInt8>, into paragraphs: inout SheetParagraphs) {
    var position = 0
    while let record = OfficeRecord(body, at: position, end: body.count) {
      OfficeShape.forEachLongProperty(body, record) { property, range in
        if let text = OfficeShape.text(body, of: property, range) {
          paragraphs.add(text, to: .textBoxes)
        } else if property == link {
          paragraphs.add(
            HyperlinkRecord.texts(body.extracting(range.clamped(to: body.indices)), from: 0),
            to: .links)
        }
      }
      // What lies in the record may go on in other records of the sheet.
      position =
        record.holdsRecords
        ? record.content.lowerBound : max(record.content.upperBound, position + 1)
    }
  }
}
