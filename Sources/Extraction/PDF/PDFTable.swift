/// Lines of a page whose words stand below each other in columns.
struct PDFTable {
  /// The numbers of the lines that are its rows, in order.
  var rows: [Int]
  /// Where one column ends and the next begins, from left to right.
  var borders: [Double]
}
