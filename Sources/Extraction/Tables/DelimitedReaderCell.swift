/// A cell of a delimited table as it lies in the text.
struct DelimitedReaderCell {
  enum Border {
    case delimiter
    case record
    case textEnd
    /// More of the cell is to come.
    case none
  }

  /// The bytes of the value, without quotes, marks and surrounding spaces.
  var value: Range<Int>
  /// The position behind the border.
  var next: Int
  var border: Border
}
