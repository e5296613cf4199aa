/// The header of a document of Word: where its texts and tables lie (the FIB).
///
/// Source: MS-DOC 2.5; for Word 6 and 95 the Word 6.0 Binary File Format of Microsoft, whose tables
/// have the same order from another place on.
struct WordHeader {
  /// The tables that are read, by their number in the header.
  enum Table: Int {
    case commentReferences = 4
    case commentTexts = 5
    case headerTexts = 11
    case characters = 12
    case paragraphs = 13
    case pieces = 33
    case commentAuthors = 36
    case drawings = 50
    case revisionAuthors = 51
    case savedBy = 71
  }

  /// The texts of a document, in the order in which they lie.
  enum Story: Int, CaseIterable {
    case body, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes
  }

  /// The first number of the header: of Word 97 and later; of 6 and 95; of these for East Asia.
  private static let marks = [0xA5EC, 0xA5DC, 0xA697, 0xA699]

  /// Whether Word 6 or 95 wrote it: in one stream, with 8 bits for a character.
  let isOld: Bool
  let isEncrypted: Bool
  /// Whether its text lies in pieces; always so from Word 97 on.
  let isComplex: Bool
  /// Whether characters of Word 95 take 16 bits.
  let isWide: Bool
  /// Whether the tables are in the stream `1Table`, and not in `0Table`.
  let usesSecondTable: Bool
  let codePage: CodePage
  /// Where the header of the AutoText that is kept with the document begins; 0 where there is none.
  let nextStart: Int
  /// Where the text lies if it does not lie in pieces.
  let text: Range<Int>
  /// The characters of each story.
  private let characterCounts: [Int]
  private let tables: [Range<Int>]

  /// Reads the header at `start` of the stream `whole`; nil where there is none of these versions.
  init?(_ whole: Span<UInt8>, at start: Int = 0) {
    guard start <= whole.count else { return nil }
    let stream = whole.extracting(start..<whole.count)
    guard let mark = stream.littleUInt16(at: 0), let version = stream.littleUInt16(at: 2),
      let flags = stream.littleUInt16(at: 10), Self.marks.contains(mark)
    else { return nil }
    isOld = version < 106 && version > 0
    isComplex = flags & 0x04 != 0
    isEncrypted = flags & 0x100 != 0
    usesSecondTable = flags & 0x200 != 0
    isWide = flags & 0x1000 != 0
    codePage =
      if !isOld {
        .windows1252
      } else if stream.littleUInt16(at: 20) == 256 {
        CodePage(10_000)
      } else {
        CodePage(language: stream.littleUInt16(at: 6) ?? 0)
      }
    let textStart = min(stream.littleUInt32(at: 24) ?? 0, whole.count)
    let textEnd = min(stream.littleUInt32(at: 28) ?? 0, whole.count)
    text = textStart..<max(textEnd, textStart)
    nextStart = 512 * (stream.littleUInt16(at: 8) ?? 0)

    var countsPlace = 0x34
    var tablesPlace = 0x58
    var tableCount = 52
    if !isOld {
      // Three parts, each behind its count of numbers of 2, 4 and 8 bytes.
      let longs = 36 + 2 * (stream.littleUInt16(at: 32) ?? 14)
      countsPlace = longs + 12
      let pairs = longs + 4 * (stream.littleUInt16(at: longs - 2) ?? 22)
      tablesPlace = pairs + 2
      tableCount = min(stream.littleUInt16(at: pairs) ?? 0, 1024)
    }
    characterCounts = Story.allCases.map {
      max(stream.littleInt32(at: countsPlace + 4 * $0.rawValue) ?? 0, 0)
    }
    tables = (0..<tableCount).map { index in
      let start = stream.littleUInt32(at: tablesPlace + 8 * index) ?? 0
      return start..<start + (stream.littleUInt32(at: tablesPlace + 8 * index + 4) ?? 0)
    }
  }

  /// The characters of a story among those of all stories.
  func characters(of story: Story) -> Range<Int> {
    let start = characterCounts[..<story.rawValue].reduce(0, +)
    return start..<start + characterCounts[story.rawValue]
  }

  /// Where a table lies in the stream of tables, as far as that has it; empty where there is none.
  func range(of table: Table, in stream: Span<UInt8>) -> Range<Int> {
    guard table.rawValue < tables.count else { return 0..<0 }
    return tables[table.rawValue].clamped(to: stream.indices)
  }
}

extension CodePage {
  /// The code page of Windows for texts in the language with this number.
  fileprivate init(language: Int) {
    let page =
      switch language & 0x3FF {
      case 0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24: 1250
      case 0x02, 0x19, 0x22, 0x23, 0x2F: 1251
      case 0x08: 1253
      case 0x1F, 0x2C: 1254
      case 0x0D: 1255
      case 0x01, 0x20, 0x29: 1256
      case 0x25, 0x26, 0x27: 1257
      case 0x2A: 1258
      case 0x1E: 874
      default: 1252
      }
    self.init(page)
  }
}
