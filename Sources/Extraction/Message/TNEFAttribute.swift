/// An attribute of a winmail.dat file: what it is about, and where its data lies.
///
/// Source: MS-OXTNEF 2.1.3.
struct TNEFAttribute {
  static let signature = 0x223E_9F78

  let isOfAttachment: Bool
  let id: Int
  let data: Range<Int>

  static let subject = 0x8004
  static let body = 0x800C
  static let from = 0x8000
  static let sent = 0x8005
  static let received = 0x8006
  static let codePage = 0x9007
  static let messageProperties = 0x9003
  static let recipients = 0x9004
  static let attachmentBegin = 0x9002
  static let attachmentProperties = 0x9005
  static let attachmentTitle = 0x8010
  static let attachmentData = 0x800F
  static let owner = 0x0000
  static let sentFor = 0x0001

  /// All attributes of `bytes`, as far as they are there, and whether they are all whole.
  static func all(of bytes: Span<UInt8>, limit: Int) -> (attributes: [TNEFAttribute], isWhole: Bool)
  {
    var attributes: [TNEFAttribute] = []
    guard bytes.littleUInt32(at: 0) == signature else { return ([], false) }
    var position = 6
    // A byte or two may follow the last attribute.
    while position + 9 <= bytes.count {
      guard attributes.count < limit, let tag = bytes.littleUInt32(at: position + 1),
        let count = bytes.littleUInt32(at: position + 5)
      else { return (attributes, false) }
      let level = bytes[position]
      guard level == 1 || level == 2 else { return (attributes, false) }
      let start = position + 9
      let end = min(start + count, bytes.count)
      attributes.append(
        TNEFAttribute(isOfAttachment: level == 2, id: tag & 0xFFFF, data: start..<end))
      guard start + count + 2 <= bytes.count else { return (attributes, false) }
      position = start + count + 2
    }
    return (attributes, true)
  }
}
