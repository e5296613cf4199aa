/// What the beginning of a dBase table says of its records.
///
/// Source: dBASE Table File Format, versions III to 7; Visual FoxPro, Table File Structure.
struct DBaseHeader {
  /// Where the first record begins.
  let recordStart: Int
  /// The bytes of a record, with the mark of deleted ones before its fields.
  let recordLength: Int
  /// How many records there are, as the header says.
  let statedCount: Int
  let fields: [DBaseField]
  /// The code page that its language driver names; nil where it names none.
  let codePage: Int?

  private static let fieldLimit = 4096
  private static let endOfFields: UInt8 = 0x0D

  /// Nil where the lengths do not fit each other.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 33 else { return nil }
    // Version 7 has longer names, and so longer descriptors.
    let isVersion7 = bytes[0] & 7 == 4
    recordStart = Int(bytes.littleEndian16(at: 8))
    recordLength = Int(bytes.littleEndian16(at: 10))
    statedCount = Int(bytes.littleEndian32(at: 4))
    codePage = Self.codePage(ofDriver: bytes[29])
    let descriptorLength = isVersion7 ? 48 : 32
    var position = isVersion7 ? 68 : 32
    var start = 1
    var fields: [DBaseField] = []
    while position + descriptorLength <= bytes.count, position < recordStart,
      bytes[position] != Self.endOfFields, fields.count < Self.fieldLimit
    {
      let descriptor = bytes.extracting(position..<position + descriptorLength)
      let field = DBaseField(descriptor, nameLength: isVersion7 ? 32 : 11, start: start)
      fields.append(field)
      start += field.length
      position += descriptorLength
    }
    guard !fields.isEmpty, start <= recordLength, recordStart >= position else { return nil }
    self.fields = fields
  }

  /// Where a record lies, counted from 0.
  func record(_ number: Int) -> Range<Int> {
    let start = recordStart + number * recordLength
    return start..<start + recordLength
  }

  /// Source: Visual FoxPro, Code Page Identifiers; ESRI, dBASE language driver ids.
  private static func codePage(ofDriver driver: UInt8) -> Int? {
    switch driver {
    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: 437
    case 0x02, 0x08, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: 850
    case 0x03, 0x57, 0x58, 0x59: 1252
    case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87: 852
    case 0x26, 0x65: 866
    case 0x13, 0x7B: 932
    case 0x4D, 0x7A: 936
    case 0x4E, 0x79: 949
    case 0x4F, 0x78: 950
    case 0xC8: 1250
    case 0xC9: 1251
    case 0xCA: 1254
    case 0xCB: 1253
    default: nil
    }
  }
}
