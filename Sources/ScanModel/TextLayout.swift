/// A part of a text that is one value: a cell, the value of a key, the text of an element.
package struct TextField: Hashable, Sendable {
  /// The bytes of the value in the text, without quotes.
  package var range: Range<Int>
  /// Which of the layout's labels names it; `TextLayout.noLabel` for none.
  package var label: Int32
  /// In tables the column from 1, otherwise 0.
  package var column: Int32
  /// In tables the record, otherwise the line of the source; both from 1.
  package var row: Int

  @inlinable @inline(__always)
  package init(range: Range<Int>, label: Int32, row: Int, column: Int32) {
    self.range = range
    self.label = label
    self.row = row
    self.column = column
  }
}

/// How a text is laid out, besides its bytes: which matches count, and where its values lie.
///
/// One layout accompanies all blocks of one text; labels keep their index from block to block.
package struct TextLayout: Sendable {
  /// What the text was before it became text; decides what a label is called and what a place is.
  package enum Form: Hashable, Sendable {
    /// Lines; no fields.
    case running
    /// CSV, TSV, SQL rows, tables: columns with or without headers.
    case table
    /// JSON, XML, HTML: keys and elements.
    case tree
    /// Paragraphs and cells of a document; the row of a field is the number of its paragraph.
    case document
    /// Records of fixed width whose fields are known.
    case fixedWidth

    /// Whether fields that stand side by side may name each other.
    package var hasSiblings: Bool { self == .tree || self == .document }
  }

  @inlinable package static var noLabel: Int32 { -1 }

  package var form: Form
  /// Where a match may begin in this block.
  ///
  /// What lies before was matched with the block before it and is there as context; what lies
  /// behind is there for matches that reach over the border.
  package var live: Range<Int> = 0..<0
  /// The values, in order, not overlapping; empty for running text.
  package var fields: [TextField] = []
  /// Headers, keys or element paths (`client.bsn`) as the document has them, in UTF-8.
  package var labels: [[UInt8]] = []
  /// The line of the source at the first byte of the block, from 1 (running text).
  package var firstLine = 1
  /// The characters of that line that lie before the first byte of the block (running text).
  package var firstColumn = 0

  package init(form: Form) {
    self.form = form
  }
}
