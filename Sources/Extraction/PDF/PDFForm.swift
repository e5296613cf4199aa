/// A piece of content that is drawn by name, and what it needs; valid on one page.
struct PDFForm {
  var content: [UInt8]
  /// Its own resources; nil where it takes those of what draws it.
  var resources: PDFFile.Object?
  var matrix: PDFMatrix
}
