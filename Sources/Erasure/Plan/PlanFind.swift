/// What was found of one person in a file: counts and places, no values.
package struct PlanFind: Hashable, Sendable {
  /// The reference of the card.
  package let subject: String
  /// The code of the verdict.
  package let verdict: String
  /// 0 to 100.
  package let score: Int
  /// By the code of the attribute.
  package let hits: [String: Int]
  /// The first of its documents, messages and members.
  package let documents: [PlanDocument]
  package let documentCount: Int

  package static let documentLimit = 50

  package init(
    subject: String, verdict: String, score: Int, hits: [String: Int],
    documents: [PlanDocument], documentCount: Int
  ) {
    self.subject = subject
    self.verdict = verdict
    self.score = score
    self.hits = hits
    self.documents = documents
    self.documentCount = documentCount
  }
}

/// A document, message or member of a file, and where in it the person is.
package struct PlanDocument: Hashable, Sendable {
  /// The way to it, such as `member:brief.docx`; empty for the file itself.
  package let part: [String]
  package let verdict: String
  /// Rows, lines, passages.
  package let recordCount: Int
  /// Of the first records: `sheet:Salaris C7`.
  package let places: [String]
  /// The numbers of items that are equal to it, or have another member that is.
  package let copies: [Int]

  package static let placeLimit = 20

  package init(
    part: [String], verdict: String, recordCount: Int, places: [String], copies: [Int] = []
  ) {
    self.part = part
    self.verdict = verdict
    self.recordCount = recordCount
    self.places = places
    self.copies = copies
  }
}
