import ScanModel

/// A text of iWork: the body of a document, a text box, a cell.
struct IWorkStorage {
  let kind: Int
  let text: [UInt8]

  /// Kinds of texts, as far as they matter.
  private static let header = 1
  private static let footnote = 2
  private static let note = 4
  static let cell = 5

  init(_ object: IWorkObjects.Object, in objects: borrowing IWorkObjects) {
    kind = objects.number(1, of: object.range) ?? 0
    text = objects.messages(3, of: object.range).flatMap { Array(objects.bytes[$0]) }.repaired
  }

  /// The part of the document that it is.
  var section: DocumentSection? {
    switch kind {
    case Self.header: .header
    case Self.footnote: .footnotes
    case Self.note: .speakerNotes
    default: nil
    }
  }
}
