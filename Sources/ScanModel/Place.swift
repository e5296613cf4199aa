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
  /// Fixed-width records: the line and the name of the field.
  case record(line: Int, field: String)
}

extension Place: CustomStringConvertible {
  /// `12:5`, `C7 (bsn)`, `clients.bsn:12`, `12 (bsn)`: short, for one column of a report.
  package var description: String {
    switch self {
    case .line(let line, let column): "\(line):\(column)"
    case .cell(let row, let column, let header):
      "\(Self.columnLetters(column))\(row)" + (header.map { " (\($0))" } ?? "")
    case .element(let path, let line): path.isEmpty ? "\(line)" : "\(path):\(line)"
    case .record(let line, let field): "\(line) (\(field))"
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
