/// A record of a workbook: a type, and where its body lies.
struct BIFFRecord {
  static let headerByteCount = 4

  let type: Int
  let start: Int
  let body: Range<Int>
  /// Whether there is no room for the whole record.
  let isCut: Bool

  /// The record at `position`, in front of `end` if there is one; nil where there is no room for its
  /// header.
  init?(in stream: Span<UInt8>, at position: Int, end: Int? = nil) {
    let end = min(end ?? stream.count, stream.count)
    guard position <= end - Self.headerByteCount, let type = stream.littleUInt16(at: position),
      let byteCount = stream.littleUInt16(at: position + 2)
    else { return nil }
    self.type = type
    start = position
    let bodyStart = position + Self.headerByteCount
    isCut = byteCount > end - bodyStart
    body = bodyStart..<min(bodyStart + byteCount, end)
  }

  /// The body with those of the CONTINUE records behind it, where these begin in it, and where the
  /// last of them ends; nil where none follows, or nothing in them would be read.
  func whole(
    in stream: Span<UInt8>, before limit: Int? = nil
  ) -> (bytes: [UInt8], borders: [Int], end: Int)? {
    guard SheetReader.continuingTypes.contains(type) else { return nil }
    var bytes: [UInt8] = []
    var borders: [Int] = []
    var end = body.upperBound
    while let next = BIFFRecord(in: stream, at: end, end: limit),
      next.type == Kind.continuation
    {
      if borders.isEmpty { bytes.append(stream, body) }
      borders.append(bytes.count)
      bytes.append(stream, next.body)
      end = next.body.upperBound
    }
    return borders.isEmpty ? nil : (bytes, borders, end)
  }

  /// Types of records.
  ///
  /// Source: MS-XLS 2.3; OpenOffice.org's documentation of the format for BIFF2 to BIFF5.
  enum Kind {
    static let continuation = 0x003C
    static let endOfStream = 0x000A
    static let filePassword = 0x002F
    static let boundSheet = 0x0085
    static let sharedStrings = 0x00FC
    static let bundleHeader = 0x008F
    static let beginnings: Set<Int> = [0x0009, 0x0209, 0x0409, 0x0809]
  }
}
