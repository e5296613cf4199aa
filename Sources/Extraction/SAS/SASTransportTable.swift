import ContentTypes
import ScanModel

/// A table of a transport file of SAS: what its records say of the variables, and its rows.
///
/// Source: SAS, TS-140, The Record Layout of a SAS Transport Data Set; Record Layout of a SAS Version 8 or 9
/// Data Set in SAS Transport Format.
struct SASTransportTable {
  private struct Column {
    let offset: Int
    let byteCount: Int
    let isNumeric: Bool
    let header: [UInt8]
    let unit: SASNumber.Unit?
  }

  static let recordByteCount = 80

  let name: [UInt8]
  private let columns: [Column]
  private let rows: Range<Int>
  private let rowByteCount: Int
  /// Where the next table may begin.
  var end: Int { rows.upperBound }

  /// The table whose member record is at `start`; nil where its records are not as they should be.
  init?(at start: Int, _ bytes: Span<UInt8>) {
    var position = start
    guard bytes.begins(with: "HEADER RECORD*******MEMB", at: position) else { return nil }
    // How many bytes a variable takes stands there as a number of four digits.
    let described = Self.number(at: position + 74, digits: 4, bytes) ?? 140
    position += 2 * Self.recordByteCount
    guard (136...140).contains(described),
      let description = bytes.range(at: position, byteCount: 2 * Self.recordByteCount)
    else { return nil }
    let nameEnd = bytes.begins(with: "HEADER RECORD*******MEMBV8", at: start) ? 40 : 16
    name = Self.text(
      bytes, description.lowerBound + 8..<description.lowerBound + nameEnd)
    position = description.upperBound
    guard bytes.begins(with: "HEADER RECORD*******NAM", at: position),
      let count = Self.number(at: position + 53, digits: 5, bytes)
    else { return nil }
    position += Self.recordByteCount
    guard let variables = bytes.range(at: position, byteCount: described * count) else {
      return nil
    }
    position = Self.roundedUp(variables.upperBound)
    // Long labels stand in records of their own; their first 40 bytes are among the variables.
    while !bytes.begins(with: "HEADER RECORD*******OBS", at: position) {
      guard position + Self.recordByteCount <= bytes.count else { return nil }
      position += Self.recordByteCount
    }
    position += Self.recordByteCount
    columns = (0..<count).compactMap {
      Self.column(at: variables.lowerBound + $0 * described, bytes, isLong: nameEnd == 40)
    }
    rowByteCount = columns.map { $0.offset + $0.byteCount }.max() ?? 0
    var end = position
    while end < bytes.count, !bytes.begins(with: "HEADER RECORD*******MEMB", at: end) {
      end = min(end + Self.recordByteCount, bytes.count)
    }
    rows = min(position, end)..<end
  }

  /// Pushes all rows; what is behind the last one fills up its record.
  func take<Sink: DocumentSink & ~Copyable>(_ bytes: Span<UInt8>, into sink: inout Sink) {
    sink.beginText(at: name.isEmpty ? [] : [.table(String(decoding: name, as: UTF8.self))])
    var text = TableText(columns: columns.map { $0.header })
    var position = rows.lowerBound
    var rowCount = 0
    while rowByteCount > 0, position + rowByteCount <= rows.upperBound, !sink.isCancelled {
      let row = position..<position + rowByteCount
      position = row.upperBound
      rowCount += 1
      text.beginRow(rowCount)
      for (index, column) in columns.enumerated() {
        let place =
          row.lowerBound + column.offset..<row.lowerBound + column.offset + column.byteCount
        var value: [UInt8] = []
        if !column.isNumeric {
          value = Self.text(bytes, place)
        } else if !bytes.isBlank(place), let number = SASTransportNumber.double(bytes, place) {
          SASNumber.append(number, column.unit, to: &value)
        }
        if !value.isEmpty { text.add(value, column: index + 1) }
      }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }

  static func roundedUp(_ position: Int) -> Int {
    (position + recordByteCount - 1) / recordByteCount * recordByteCount
  }

  private static func column(at start: Int, _ bytes: Span<UInt8>, isLong: Bool) -> Column? {
    let byteCount = Int(bytes.bigEndian16(at: start + 4))
    let offset = bytes.bigEndian32(at: start + 84)
    guard byteCount > 0, offset < 1 << 24 else { return nil }
    let short = text(bytes, start + 8..<start + 16)
    let long = isLong ? text(bytes, start + 88..<start + 120) : []
    let format = text(bytes, start + 56..<start + 64)
    return Column(
      offset: offset, byteCount: byteCount, isNumeric: bytes.bigEndian16(at: start) == 1,
      header: TableText.header(
        long.isEmpty ? short : long, meaning: text(bytes, start + 16..<start + 56)),
      unit: SASNumber.unit(ofFormat: format))
  }

  private static func number(at position: Int, digits count: Int, _ bytes: Span<UInt8>) -> Int? {
    bytes.range(at: position, byteCount: count).flatMap {
      Int(String(decoding: bytes.bytes($0), as: UTF8.self))
    }
  }

  /// The text without the blanks and NULs that fill it up.
  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    Charset.decode(bytes.extracting(bytes.withoutFill(range)), as: nil)
  }
}

extension Span<UInt8> {
  fileprivate func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { self[$0] == 0x20 }
  }
}
