/// A variable of a data file of SPSS: a column of its table.
struct SPSSVariable {
  /// As it stands in its record; extensions name it by this.
  let shortName: [UInt8]
  /// As people see it.
  var name: [UInt8]
  /// What it is said to mean.
  var label: [UInt8] = []
  /// The number of the format in which a number is shown.
  let format: Int
  /// How many bytes each piece of a string has, of which one has at most 255; 0 for a number.
  var widths: [Int]
  /// Which of the sets of labels says what its values stand for.
  var labelSet: Int?

  var isNumeric: Bool { widths == [0] }

  /// How many units of eight bytes a piece takes.
  static func unitCount(ofWidth width: Int) -> Int { max(1, (width + 7) / 8) }
}
