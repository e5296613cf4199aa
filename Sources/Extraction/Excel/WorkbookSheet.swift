/// A sheet as the list at the beginning of a workbook tells of it.
struct WorkbookSheet {
  /// Where its records begin in the stream.
  let start: Int
  let name: String

  /// Source: MS-XLS 2.4.28; hidden sheets are sheets like others.
  init?(_ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals) {
    guard let start = body.littleUInt32(at: 0) else { return nil }
    self.start = start
    name = String(
      decoding: workbook.text(body, at: 6, lengthByteCount: 1), as: UTF8.self)
  }
}
