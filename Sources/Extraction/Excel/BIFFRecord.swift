/// A record of a workbook: a type, and where its body lies.
struct BIFFRecord {
  static let headerByteCount = 4

  let type: Int
  let start: Int
  let body: Range<Int>
  /// Whether the stream ends before the record does.
  let isCut: Bool

  /// The record at `position`; nil where no header of one is left.
  init?(in stream: Span<UInt8>, at position: Int) {
    guard let type = stream.littleUInt16(at: position),
      let byteCount = stream.littleUInt16(at: position + 2)
    else { return nil }
    self.type = type
    start = position
    let bodyStart = position + Self.headerByteCount
    isCut = byteCount > stream.count - bodyStart
    body = bodyStart..<min(bodyStart + byteCount, stream.count)
  }

  /// Types of records.
  ///
  /// Source: MS-XLS 2.3; OpenOffice.org's documentation of the format for BIFF2 to BIFF5.
  enum Kind {
    static let continuation = 0x003C
    static let endOfStream = 0x000A
    static let filePassword = 0x002F
    static let boundSheet = 0x0085
    static let interfaceHeader = 0x00E1
    static let filePosition = 0x0014
    static let sharedStrings = 0x00FC
    static let bundleHeader = 0x008F
    static let beginnings: Set<Int> = [0x0009, 0x0209, 0x0409, 0x0809]
  }
}
