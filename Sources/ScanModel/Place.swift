/// Where in a file a finding lies.
///
/// Headers, keys and element names come from the document: they are given only where they look
/// like names of fields, never where they may hold a value.
package enum Place: Hashable, Sendable {
  /// Running text: line and column, both from 1; the column counts characters.
  case line(Int, column: Int)
  /// A table: row and column, both from 1 (row 1 is the first record of the file), and the header.
  case cell(row: Int, column: Int, header: String?)
  /// JSON, XML or HTML: the path of the element or key, and line and column of the source.
  case element(path: String, line: Int)
  /// A document: the number of the paragraph or cell, from 1, and the header of its column.
  case paragraph(Int, header: String?)
  /// Fixed-width records: the line and the name of the field.
  case record(line: Int, field: String)
}

extension Place {
  /// The row or line, from 1.
  package var number: Int {
    switch self {
    case .line(let line, _), .element(_, let line), .record(let line, _): line
    case .paragraph(let number, _): number
    case .cell(let row, _, _): row
    }
  }

  /// The column in a line or table, from 1; 0 where there is none.
  package var column: Int {
    switch self {
    case .line(_, let column), .cell(_, let column, _): column
    case .element, .paragraph, .record: 0
    }
  }

  /// Whether both lie in running text, in one column of a table, under one key, or in one field.
  ///
  /// Names must be the same byte by byte: é as one character and as two are two names.
  package func isAlike(_ other: Place) -> Bool {
    switch (self, other) {
    case (.line, .line): true
    case (.cell(_, let column, let header), .cell(_, let otherColumn, let otherHeader)):
      column == otherColumn && (header ?? "").isSame(as: otherHeader ?? "")
        && (header == nil) == (otherHeader == nil)
    case (.element(let path, _), .element(let otherPath, _)): path.isSame(as: otherPath)
    case (.paragraph(_, let header), .paragraph(_, let otherHeader)):
      (header ?? "").isSame(as: otherHeader ?? "") && (header == nil) == (otherHeader == nil)
    case (.record(_, let field), .record(_, let otherField)): field.isSame(as: otherField)
    default: false
    }
  }
}

extension Place: CustomStringConvertible {
  /// A part of the description.
  package enum Part: Hashable, Sendable {
    case text(String)
    /// The row or line.
    case number
    /// The column in a line.
    case column
  }

  /// `12:5`, `C7 (bsn)`, `clients.bsn:12`, `¶12 (bsn)`, `12 (bsn)`: short, for one column of a report.
  package var description: String {
    parts.reduce(into: "") { description, part in
      switch part {
      case .text(let text): description += text
      case .number: description += String(number)
      case .column: description += String(column)
      }
    }
  }

  /// What the description is made of.
  package var parts: [Part] {
    switch self {
    case .line: [.number, .text(":"), .column]
    case .cell(_, let column, let header):
      [.text(Self.columnLetters(column)), .number] + (header.map { [.text(" (\($0))")] } ?? [])
    case .element(let path, _): path.isEmpty ? [.number] : [.text("\(path):"), .number]
    case .paragraph(_, let header):
      [.text("¶"), .number] + (header.map { [.text(" (\($0))")] } ?? [])
    case .record(_, let field): [.number, .text(" (\(field))")]
    }
  }

  /// The name that a spreadsheet gives column `number` (1 = A, 27 = AA).
  package static func columnLetters(_ number: Int) -> String {
    var letters: [Character] = []
    var rest = number
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}

extension String {
  /// Whether both have the same bytes; strings of other bytes may be equal.
  fileprivate func isSame(as other: String) -> Bool {
    let (bytes, otherBytes) = (utf8.span, other.utf8.span)
    guard bytes.count == otherBytes.count else { return false }
    for index in bytes.indices where bytes[index] != otherBytes[index] { return false }
    return true
  }
}
