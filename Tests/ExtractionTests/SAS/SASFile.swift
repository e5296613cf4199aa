/// A data file of SAS with one page: a number as a text (`BSN`) and a name (`NAAM`).
///
/// Source: M. Shotwell, SAS7BDAT Database Binary Format.
struct SASFile {
  enum Row {
    case plain(String)
    case packed([UInt8])
  }

  private static let pageByteCount = 4096
  private static let headerByteCount = 1024

  private let isWide: Bool
  private let isBig: Bool
  private let packing: String?
  private let nameWidth: Int
  private let rows: [Row]

  init(
    isWide: Bool = true, isBig: Bool = false, packing: String? = nil, nameWidth: Int = 12,
    rows: [Row]
  ) {
    self.isWide = isWide
    self.isBig = isBig
    self.packing = packing
    self.nameWidth = nameWidth
    self.rows = rows
  }

  var bytes: [UInt8] { header + page }

  private var wordByteCount: Int { isWide ? 8 : 4 }

  private func number(_ number: Int, _ byteCount: Int) -> [UInt8] {
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return isBig ? bytes.reversed() : bytes
  }

  private func word(_ number: Int) -> [UInt8] { self.number(number, wordByteCount) }

  private var header: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.headerByteCount)
    func put(_ part: [UInt8], at position: Int) {
      bytes.replaceSubrange(position..<position + part.count, with: part)
    }
    put(
      [
        0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 0x08, 0x00, 0x09, 0xC7, 0x31,
        0x8C, 0x18, 0x1F, 0x10, 0x11,
      ], at: 12)
    put([isWide ? 0x33 : 0x22, 0x22, 0x00, 0x22, 0x00, isBig ? 0 : 1], at: 32)
    put([20], at: 70)
    put(number(Self.headerByteCount, 4), at: 196)
    put(number(Self.pageByteCount, 4), at: 200)
    put(word(1), at: 204)
    return bytes
  }

  private var page: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.pageByteCount)
    func put(_ part: [UInt8], at position: Int) {
      bytes.replaceSubrange(position..<position + part.count, with: part)
    }
    let head = isWide ? 32 : 16
    var parts = subheaders.map { (bytes: $0, packing: UInt8(0), kind: UInt8(0)) }
    var plainRows: [[UInt8]] = []
    for row in rows {
      switch row {
      case .plain(let text) where packing == nil: plainRows.append(Array(text.utf8))
      case .plain(let text): parts.append((Array(text.utf8), 0, 1))
      case .packed(let bytes): parts.append((bytes, 4, 1))
      }
    }
    put(number(packing == nil ? 0x0200 : 0, 2), at: head)
    put(number(parts.count + plainRows.count, 2), at: head + 2)
    put(number(parts.count, 2), at: head + 4)
    var position = head + 8
    var end = Self.pageByteCount
    for part in parts {
      end -= part.bytes.count
      put(part.bytes, at: end)
      put(word(end) + word(part.bytes.count) + [part.packing, part.kind], at: position)
      position += 3 * wordByteCount
    }
    position = (position + 7) / 8 * 8
    for row in plainRows {
      put(row, at: position)
      position += row.count
    }
    return bytes
  }

  /// The mark of a subheader, of which the first bytes are those of a negative number.
  private func mark(_ number: Int) -> [UInt8] { word(number - 1 << 32) }

  private var subheaders: [[UInt8]] {
    var size = isBig && isWide ? number(0xF7F7_F7F7, 4) + [0, 0, 0, 0] : word(0xF7F7_F7F7)
    for index in 1..<60 {
      switch index {
      case 5: size += word(10 + nameWidth)
      case 6, 15: size += word(rows.count)
      default: size += word(0)
      }
    }
    let name = number(0, 2) + number(8, 2) + number(packing == nil ? 0 : 8, 2)
    size.replaceSubrange(size.count - 118..<size.count - 112, with: name)
    let texts =
      mark(0xFFFF_FFFD) + [UInt8](repeating: 0, count: 8)
      + Array(((packing ?? "        ") + "BSNxNAAM").utf8) + [UInt8](repeating: 0, count: 16)
    let tail = [UInt8](repeating: 0, count: isWide ? 12 : 8)
    let pause = [UInt8](repeating: 0, count: 8)
    let names =
      mark(0xFFFF_FFFF) + pause + number(0, 2) + number(16, 2) + number(3, 2) + number(0, 2)
      + number(0, 2) + number(20, 2) + number(4, 2) + number(0, 2) + tail
    let fields =
      mark(0xFFFF_FFFC) + pause + word(0) + number(10, 4) + [0, 0, 2, 0] + word(10)
      + number(nameWidth, 4) + [0, 0, 2, 0] + tail
    let label = mark(0xFFFF_FBFE) + [UInt8](repeating: 0, count: 60)
    return [size, texts, names, fields, label, label]
  }
}
