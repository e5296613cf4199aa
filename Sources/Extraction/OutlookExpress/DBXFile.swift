/// A file of Outlook Express 5 or 6: what it holds, and where the header says that it lies.
///
/// 0x24BC bytes of header. Whatever lies behind it begins with its own place in the file (4 bytes), and
/// every place is a multiple of 4.
///
/// Source: A. Schloh and Z. Tesic, Outlook Express dbx file format.
struct DBXFile {
  /// What the class of the file says that it is.
  enum Kind {
    case messages
    case folders
    /// What lies on a server, and what is to be done there: no messages.
    case other
  }

  static let headerByteCount = 0x24BC
  private static let kindAt = 0x04
  private static let noteByteCountAt = 0x1C
  private static let recordCountAt = 0xC4
  /// A file has up to three trees.
  private static let rootsAt = stride(from: 0xE4, through: 0xEC, by: 4)
  /// A list for each length of what was freed.
  private static let freedListsAt = stride(from: 0x29C, to: headerByteCount, by: 4)
  /// The name of the folder in the note behind the header, up to a NUL.
  private static let folderName = 0x105..<0x210

  let kind: Kind
  /// How many records the first tree should name.
  let recordCount: Int
  let roots: [Int]
  /// Where the first of what was freed lies, of each length.
  let freed: [Int]
  /// The name that the folder was made with; empty where there is none.
  let folderName: [UInt8]

  /// Nil where the header is not all there.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.headerByteCount else { return nil }
    switch bytes.littleEndian32(at: Self.kindAt) {
    case 0x6F74_FDC5: kind = .messages
    case 0x6F74_FDC6: kind = .folders
    default: kind = .other
    }
    recordCount = Int(bytes.littleEndian32(at: Self.recordCountAt))
    roots = Self.rootsAt.map { Int(bytes.littleEndian32(at: $0)) }.filter { $0 > 0 }
    freed = Self.freedListsAt.map { Int(bytes.littleEndian32(at: $0)) }.filter { $0 > 0 }
    let name = Self.headerByteCount + Self.folderName.lowerBound
    let hasName =
      kind == .messages
      && bytes.littleEndian32(at: Self.noteByteCountAt) >= Self.folderName.upperBound
      && bytes.range(at: name, byteCount: Self.folderName.count) != nil
    folderName =
      hasName ? bytes.narrowText(in: name..<name + Self.folderName.count) : []
  }
}

extension Span<UInt8> {
  /// Whether something may begin at `position`: it says where it lies.
  func isMarked(at position: Int) -> Bool {
    position >= DBXFile.headerByteCount && littleUInt32(at: position) == position
  }

  /// The text in `range` up to a NUL, in the character set of the computer, which nothing tells.
  func narrowText(in range: Range<Int>) -> [UInt8] {
    let end = self.position(of: 0, in: range)
    return Charset.decode(extracting(range.lowerBound..<end), as: nil)
  }
}
