/// A data set, or a sequence of them, that is being read.
struct DICOMLevel {
  /// The attribute whose value it is, or lies in; 0 for the data set of the file.
  let tag: UInt32
  let isSequence: Bool
  /// Where it ends at the latest.
  let end: Int
  /// Whether an element says where it ends.
  var isEndless = false
  var syntax: DICOMSyntax
  var charset: DICOMCharset
  /// What the content of a report is called: the meaning of the code that names it.
  var concept: [UInt8] = []
  /// The size of its picture, and of what is drawn over that.
  var rows = 0
  var columns = 0
  var overlayRows = 0
  var overlayColumns = 0
}
