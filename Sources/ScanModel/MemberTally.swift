/// A member or part of a document that was not read, or not wholly.
package struct IncompleteMember: Hashable, Sendable {
  /// From the file to the member.
  package let parts: [DocumentPart]
  /// The id of its content type, empty where that is not known.
  package let contentType: String
  package let reason: PartialReason

  package init(parts: [DocumentPart], contentType: String, reason: PartialReason) {
    self.parts = parts
    self.contentType = contentType
    self.reason = reason
  }
}

/// The members of one file, counted by how they ended.
package struct MemberTally: Hashable, Sendable {
  /// Members that were read to their end.
  package private(set) var examinedCount: Int
  /// Members and parts that were not read, or not wholly.
  package private(set) var incompleteCount: Int
  /// The first of these, at most `listLimit`.
  package private(set) var incomplete: [IncompleteMember]

  package static let listLimit = 1_000

  package init(
    examinedCount: Int = 0, incompleteCount: Int = 0, incomplete: [IncompleteMember] = []
  ) {
    self.examinedCount = examinedCount
    self.incompleteCount = incompleteCount
    self.incomplete = incomplete
  }

  package mutating func countExamined() {
    examinedCount += 1
  }

  package mutating func count(_ member: IncompleteMember) {
    incompleteCount += 1
    if incomplete.count < Self.listLimit { incomplete.append(member) }
  }
}
