import ScanModel

/// What stands beside the text of a document of Word, line by line.
struct WordAsides {
  /// The instructions of fields.
  private(set) var fieldCodes: [UInt8] = []
  /// What was deleted while changes were tracked.
  private(set) var deletions: [UInt8] = []

  mutating func addFieldCode(_ code: ArraySlice<UInt8>) {
    fieldCodes.append(contentsOf: code)
    fieldCodes.append(0x0A)
  }

  /// Adds characters that were deleted together with those before them.
  mutating func addDeletion(_ text: [UInt8]) {
    deletions.append(contentsOf: text)
  }

  /// Ends what was deleted together.
  mutating func endDeletion() {
    if let last = deletions.last, last != 0x0A { deletions.append(0x0A) }
  }

  mutating func append(_ other: WordAsides) {
    fieldCodes.append(contentsOf: other.fieldCodes)
    endDeletion()
    deletions.append(contentsOf: other.deletions)
  }

  /// Takes each sort as a text of its own, a paragraph for each line.
  func take<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    sink.takeParagraphs(of: fieldCodes, separator: 0x0A, at: [.section(.fieldCodes)])
    sink.takeParagraphs(of: deletions, separator: 0x0A, at: [.section(.deletedText)])
  }
}
