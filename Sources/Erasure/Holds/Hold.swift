package import ScanModel

/// A ground for which data may not be deleted yet, of whom and where.
package struct Hold: Hashable, Sendable {
  /// The reference of a card; nil for anybody.
  package let subject: String?
  /// nil for any case.
  package let caseReference: String?
  /// nil for any place.
  package let place: HoldPlace?
  /// The last day on which it holds; nil as long as it stands in the file.
  package let until: PlanDay?
  package let ground: HoldGround
  package let note: String

  package init(
    subject: String? = nil, caseReference: String? = nil, place: HoldPlace? = nil,
    until: PlanDay? = nil, ground: HoldGround, note: String = ""
  ) {
    self.subject = subject
    self.caseReference = caseReference
    self.place = place
    self.until = until
    self.ground = ground
    self.note = note
  }

  /// Whether it forbids to delete, on a day, what lies in a file of one of these people.
  package func forbids(
    _ path: FilePath, of subjects: [String], in caseReference: String, on day: PlanDay
  ) -> Bool {
    (until.map { day <= $0 } ?? true) && (subject.map { subjects.contains($0) } ?? true)
      && (self.caseReference.map { $0 == caseReference } ?? true)
      && (place?.holds(path) ?? true)
  }
}

extension [Hold] {
  /// The first that forbids it; one without end goes before others, then the latest end.
  package func first(
    forbidding path: FilePath, of subjects: [String], in caseReference: String, on day: PlanDay
  ) -> Hold? {
    filter { $0.forbids(path, of: subjects, in: caseReference, on: day) }
      .max { left, right in
        guard let rightEnd = right.until else { return left.until != nil }
        return left.until.map { $0 < rightEnd } ?? false
      }
  }
}
