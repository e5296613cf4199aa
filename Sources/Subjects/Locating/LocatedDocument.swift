package import ScanModel

/// A document, message or member of a file with mentions of one card.
package struct LocatedDocument: Hashable, Sendable {
  /// A record and the text of the document that it lies in.
  package struct Entry: Hashable, Sendable {
    /// The steps behind the part of the document: sheet, page, section.
    package let text: [DocumentPart]
    package let record: LocatedRecord

    package init(text: [DocumentPart], record: LocatedRecord) {
      self.text = text
      self.record = record
    }
  }

  /// From the file to it; empty for the file itself.
  package let part: [DocumentPart]
  package let verdict: PersonVerdict
  /// 0 to 1.
  package let score: Double
  package let reasons: [LocateReason]
  /// In the order of the document; at most `recordLimit` of each verdict.
  package let records: [Entry]
  /// How many records of each verdict there are, those too that are not kept.
  package let recordCounts: [PersonVerdict: Int]
  /// Of the bytes of a member; nil for the file itself, for a message in a mailbox, and where not all
  /// of them were read.
  package var digest: ContentDigest? { content?.digest }
  /// Its bytes; nil as `digest` is.
  package private(set) var content: MemberContent?

  /// How many records of a verdict are kept of one document.
  package static func recordLimit(_ verdict: PersonVerdict) -> Int {
    verdict == .thisPerson ? 10_000 : 100
  }

  package init(
    part: [DocumentPart], verdict: PersonVerdict, score: Double, reasons: [LocateReason],
    records: [Entry], recordCounts: [PersonVerdict: Int], content: MemberContent? = nil
  ) {
    self.part = part
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
    self.records = records
    self.recordCounts = recordCounts
    self.content = content
  }

  /// With what `contents` says of it.
  func identified(by contents: [[DocumentPart]: MemberContent]) -> LocatedDocument {
    var document = self
    document.content = contents[part]
    return document
  }
}
