/// A picture of an Office drawing, as it lies among others.
///
/// Source: MS-ODRAW 2.2.23 to 2.2.32.
struct OfficeBlip {
  /// The bytes of the header of a metafile, behind the identifiers.
  private static let metafileHeaderByteCount = 34

  /// Where its bytes are.
  let content: Range<Int>
  /// Whether they are deflated (zlib).
  let isPacked: Bool

  /// What `record` holds; nil where that is no picture.
  init?(_ record: OfficeRecord, _ bytes: Span<UInt8>) {
    // Pictures that two identifiers precede have an odd instance.
    let identifierByteCount = record.instance & 1 == 0 ? 16 : 32
    var start = record.content.lowerBound + identifierByteCount
    switch record.type {
    case 0xF01A, 0xF01B, 0xF01C:
      start += Self.metafileHeaderByteCount
      guard start <= record.content.upperBound else { return nil }
      isPacked = bytes[start - 2] == 0
    case 0xF01D, 0xF01E, 0xF01F, 0xF029, 0xF02A:
      start += 1
      isPacked = false
    default:
      return nil
    }
    guard start < record.content.upperBound else { return nil }
    content = start..<record.content.upperBound
  }
}
