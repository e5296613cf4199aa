/// The record separators of ASCII (0x1E) as line feeds: so a table with them is one of lines.
package struct RecordSeparators {
  static let separator: UInt8 = 0x1E

  private var haveOccurred = false

  package init() {}

  /// Ends lines at separators in the part of a text from `start` on, which goes on where the last
  /// part ended; line feeds behind the first separator are part of cells, and become spaces.
  package mutating func makeLines(in text: inout [UInt8], startingAt start: Int) {
    for position in start..<text.count {
      if text[position] == Self.separator {
        haveOccurred = true
        text[position] = UInt8(ascii: "\n")
      } else if haveOccurred, text[position] == UInt8(ascii: "\n") {
        text[position] = UInt8(ascii: " ")
      }
    }
  }
}
