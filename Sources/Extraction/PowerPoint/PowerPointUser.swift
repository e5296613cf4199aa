/// Who saved a presentation last, and where what he changed begins.
///
/// Source: MS-PPT 2.3.2.
struct PowerPointUser {
  private static let encryptedMark = 0xF3D1_C4DF

  private(set) var name: [UInt8] = []
  private(set) var lastEdit: Int?
  private(set) var isEncrypted = false

  init() {}

  /// Reads the stream `Current User`.
  init(_ stream: Span<UInt8>) {
    guard let record = OfficeRecord(stream, at: 0, end: stream.count),
      record.type == PowerPointRecords.currentUser
    else { return }
    isEncrypted = stream.littleUInt32(at: 12) == Self.encryptedMark
    lastEdit = stream.littleUInt32(at: 16)
    let length = stream.littleUInt16(at: 20) ?? 0
    let wide = 28 + length + 4
    if wide + 2 * length <= stream.count {
      CodePage.utf16.decode(stream, wide..<wide + 2 * length, into: &name)
    } else {
      CodePage.windows1252.decode(stream, 28..<28 + length, into: &name)
    }
    name = Array(name.prefix { $0 != 0 })
  }
}
