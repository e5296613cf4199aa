import ContentTypes

/// What the subheaders of a data file of SAS say of its rows and columns.
///
/// Source: M. Shotwell, SAS7BDAT Database Binary Format, SAS7BDAT Subheaders.
struct SASDictionary {
  enum Packing {
    case none
    /// Runs of a byte (`SASYZCRL`).
    case runs
    /// Runs and repetitions (`SASYZCR2`).
    case repetitions
  }

  struct Column {
    /// Where its value lies in a row.
    let offset: Int
    let byteCount: Int
    let isNumeric: Bool
    var name: [UInt8] = []
    var label: [UInt8] = []
    var format: [UInt8] = []
  }

  /// Where a text lies: in which of the subheaders of texts, how far in, and its length.
  private typealias Reference = (block: Int, offset: Int, byteCount: Int)

  private(set) var rowByteCount = 0
  private(set) var rowCount = 0
  /// How many of them lie on the first page with rows, if it is a mixed one.
  private(set) var mixedRowCount = 0
  private(set) var packing = Packing.none
  private(set) var columns: [Column] = []
  /// Whether a column lies outside of its row.
  private(set) var isDamaged = false
  /// What the table is said to hold.
  private(set) var title: [UInt8] = []

  private let header: SASHeader
  private var texts: [Range<Int>] = []
  private var titleReference: Reference?
  private var packingReference: Reference?
  private var names: [Reference] = []
  private var labels: [(format: Reference, label: Reference)] = []

  private static let mostColumns = 65_536
  private static let mostRowBytes = 16 << 20

  init(_ header: SASHeader) {
    self.header = header
  }

  /// Whether it says enough to take rows apart.
  var isWhole: Bool { rowByteCount > 0 && !columns.isEmpty }

  /// Takes what a subheader says, if it is one that is known.
  mutating func take(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    switch signature(range, bytes) {
    case 0xF7F7_F7F7: takeRowSize(range, bytes)
    case 0xFFFF_FFFD: texts.append(range.lowerBound + header.wordByteCount..<range.upperBound)
    case 0xFFFF_FFFF: takeNames(range, bytes)
    case 0xFFFF_FFFC: takeFields(range, bytes)
    case 0xFFFF_FBFE: takeLabels(range, bytes)
    default: break
    }
  }

  /// Puts the names of columns together, once all subheaders were taken.
  mutating func finish(_ bytes: Span<UInt8>) {
    for index in columns.indices {
      if index < names.count { columns[index].name = text(names[index], bytes) }
      if index < labels.count {
        columns[index].label = text(labels[index].label, bytes)
        columns[index].format = text(labels[index].format, bytes)
      }
    }
    let count = columns.count
    columns.removeAll { $0.offset > rowByteCount || $0.byteCount > rowByteCount - $0.offset }
    isDamaged = columns.count < count
    if let titleReference { title = text(titleReference, bytes) }
    packing =
      switch packingReference.map({ String(decoding: text($0, bytes), as: UTF8.self) }) {
      case "SASYZCRL": .runs
      case "SASYZCR2": .repetitions
      default: .none
      }
  }

  /// The text of a value or name, without the blanks and NULs around it.
  func decoded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let text = bytes.withoutFill(range)
    var start = text.lowerBound
    while start < text.upperBound, bytes[start] == 0x20 || bytes[start] == 0 { start += 1 }
    return Charset.decode(bytes.extracting(start..<text.upperBound), as: header.encoding)
  }

  private func signature(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Int? {
    guard range.count >= 2 * header.wordByteCount else { return nil }
    let first = bytes.integer(at: range.lowerBound, byteCount: 4, header.order)
    // Of eight bytes, the first are those of the sign where the highest comes first.
    guard header.isWide, header.order == .big, first == 0xFFFF_FFFF else { return first }
    return bytes.integer(at: range.lowerBound + 4, byteCount: 4, header.order)
  }

  private func word(_ place: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) -> Int? {
    bytes.integer(
      at: range.lowerBound + place * header.wordByteCount, byteCount: header.wordByteCount,
      header.order)
  }

  private func reference(at position: Int, _ bytes: Span<UInt8>) -> Reference? {
    guard let block = bytes.integer(at: position, byteCount: 2, header.order),
      let offset = bytes.integer(at: position + 2, byteCount: 2, header.order),
      let count = bytes.integer(at: position + 4, byteCount: 2, header.order)
    else { return nil }
    return (block, offset, count)
  }

  private func text(_ reference: Reference, _ bytes: Span<UInt8>) -> [UInt8] {
    guard texts.indices.contains(reference.block) else { return [] }
    let block = texts[reference.block]
    guard reference.offset + reference.byteCount <= block.count else { return [] }
    let start = block.lowerBound + reference.offset
    return decoded(bytes, start..<start + reference.byteCount)
  }

  private mutating func takeRowSize(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    guard range.count >= (header.isWide ? 250 : 190), let size = word(5, range, bytes),
      let count = word(6, range, bytes), let mixed = word(15, range, bytes),
      size <= Self.mostRowBytes
    else { return }
    rowByteCount = size
    rowCount = count
    mixedRowCount = mixed
    titleReference = reference(at: range.upperBound - 130, bytes)
    packingReference = reference(at: range.upperBound - 118, bytes)
  }

  private mutating func takeNames(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let start = range.lowerBound + header.wordByteCount + 8
    let end = range.upperBound - (header.isWide ? 12 : 8)
    for position in stride(from: start, to: end - 7, by: 8) {
      guard names.count < Self.mostColumns, let name = reference(at: position, bytes) else {
        return
      }
      names.append(name)
    }
  }

  private mutating func takeFields(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let start = range.lowerBound + header.wordByteCount + 8
    let end = range.upperBound - (header.isWide ? 12 : 8)
    let word = header.wordByteCount
    for position in stride(from: start, to: end - word - 7, by: word + 8) {
      guard columns.count < Self.mostColumns,
        let offset = bytes.integer(at: position, byteCount: word, header.order),
        let count = bytes.integer(at: position + word, byteCount: 4, header.order)
      else { return }
      columns.append(
        Column(offset: offset, byteCount: count, isNumeric: bytes[position + word + 6] == 1))
    }
  }

  private mutating func takeLabels(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let place = range.lowerBound + (header.isWide ? 46 : 34)
    guard place + 12 <= range.upperBound, labels.count < Self.mostColumns,
      let format = reference(at: place, bytes), let label = reference(at: place + 6, bytes)
    else { return }
    labels.append((format, label))
  }
}
