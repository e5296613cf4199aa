/// A file that lies in a PDF: its name, and the number of the stream that holds it.
struct PDFAttachment {
  var name: String
  var id: Int
}
