/// An `INSERT INTO t (a, b) VALUES` and what it named; most dumps repeat it for every row.
struct SQLInsertHead {
  /// Longer ones are read anew.
  static let byteLimit = 4096

  private let bytes: [UInt8]
  /// The labels of its columns.
  let columns: [Int32]

  /// nil where it has several lines.
  init?(_ bytes: [UInt8], columns: [Int32]) {
    guard !bytes.contains(UInt8(ascii: "\n")) else { return nil }
    self.bytes = bytes
    self.columns = columns
  }

  /// The position behind it where it stands at `start`.
  func end(in text: Span<UInt8>, at start: Int) -> Int? {
    let end = start + bytes.count
    guard end < text.count, !text[end].isSQLWordByte else { return nil }
    for index in bytes.indices where bytes[index] != text[start + index] { return nil }
    return end
  }
}
