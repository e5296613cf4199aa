/// A page of a data file of SAS: where its subheaders and its rows lie.
///
/// Source: M. Shotwell, SAS7BDAT Database Binary Format, SAS7BDAT Pages.
struct SASPage {
  /// Where something is told of the table, or a row lies by itself.
  struct Subheader {
    let range: Range<Int>
    let isPacked: Bool
    /// Whether it may be a row that is not packed, in a table whose rows are.
    let mayBeRow: Bool
  }

  private static let truncated = 1
  private static let packed = 4

  let subheaders: [Subheader]
  /// How many pointers lead nowhere any more: those of packed rows that were deleted among them.
  let voidCount: Int
  /// Where rows lie one behind the other, if there are any.
  let rowStart: Int?
  /// How many rows and subheaders there are together.
  let blockCount: Int
  /// Whether both are on the page.
  let isMixed: Bool

  /// Nil where it is no page with data or what is told of them.
  init?(at start: Int, _ header: SASHeader, _ bytes: Span<UInt8>) {
    let head = start + (header.isWide ? 32 : 16)
    guard let type = bytes.integer(at: head, byteCount: 2, header.order), type & 0x9000 == 0,
      let blocks = bytes.integer(at: head + 2, byteCount: 2, header.order),
      let count = bytes.integer(at: head + 4, byteCount: 2, header.order)
    else { return nil }
    blockCount = blocks
    isMixed = type & 0x0F00 == 0x0200
    guard type & 0x0F00 != 0x0100 else {
      subheaders = []
      voidCount = 0
      rowStart = head + 8
      return
    }
    let end = min(start + header.pageByteCount, bytes.count)
    let word = header.wordByteCount
    var subheaders: [Subheader] = []
    var voidCount = 0
    var position = head + 8
    for _ in 0..<count {
      guard position + 3 * word <= end,
        let offset = bytes.integer(at: position, byteCount: word, header.order),
        let length = bytes.integer(at: position + word, byteCount: word, header.order)
      else { break }
      let packing = Int(bytes[position + 2 * word])
      if packing == Self.truncated {
        voidCount += 1
      } else if length > 0, offset < end - start, length <= end - start - offset {
        subheaders.append(
          Subheader(
            range: start + offset..<start + offset + length, isPacked: packing == Self.packed,
            mayBeRow: bytes[position + 2 * word + 1] == 1))
      }
      position += 3 * word
    }
    self.subheaders = subheaders
    self.voidCount = voidCount
    if isMixed, header.isAligned, (position - start) % 8 == 4 { position += 4 }
    rowStart = isMixed ? position : nil
  }
}
