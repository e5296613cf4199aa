import ScanModel
import Scanning

@testable import Subjects

/// The findings of a file as a scan would tell them, in order.
struct MadeUpFile {
  static let jan = 0
  static let karel = 1

  private(set) var findings: [Finding] = []
  private var offset = 0
  private let path: FilePath

  init(_ path: String = "/s/a") {
    self.path = FilePath(path)
  }

  /// Two people that share surname and initial of nothing else than their surname.
  static var cards: [SubjectCard] {
    ["Jan", "Karel"].map { first in
      var card = SubjectCard()
      var name = SubjectCard.Name()
      name.first = [first]
      name.prefix = "de"
      name.surname = "Vries"
      card.names = [name]
      return card
    }
  }

  static let values: [[(kind: String, normalized: String)]] = [
    [("bsn", "999990019"), ("email", "jan@voorbeeld.nl"), ("date-of-birth", "1985-03-12")],
    [("bsn", "999992168")],
  ]

  /// A term of a card.
  mutating func add(
    _ attribute: SubjectAttribute, _ value: String, normalized: String? = nil,
    of card: Int = jan, at place: Place, in part: [DocumentPart] = [], hasLabel: Bool = false
  ) {
    add(
      SubjectKind(card: card, attribute: attribute).id, value, normalized: normalized, at: place,
      in: part,
      reasons: hasLabel ? [.label("nr", distance: 2)] : [])
  }

  /// A finding of the catalog.
  mutating func add(
    _ kind: String, _ value: String, normalized: String? = nil, at place: Place,
    in part: [DocumentPart] = [], reasons: [Reason] = []
  ) {
    findings.append(
      Finding(
        kind: kind, part: part, place: place, offset: offset, confidence: Confidence(1),
        reasons: reasons, value: SensitiveText(value),
        normalized: SensitiveText(normalized ?? value)))
    offset += value.utf8.count + 2
  }

  /// Begins some bytes further.
  mutating func skip(_ byteCount: Int) { offset += byteCount }

  /// Goes back, as a finding does that another contains.
  mutating func goBack(_ byteCount: Int) { offset -= byteCount }

  /// What a scan of the file comes to.
  func located(outcome: Outcome = .scanned, batchCount: Int = .max) -> LocateResult {
    let locator = SubjectLocator(cards: Self.cards, values: OwnValues(Self.values))
    let provenance = Provenance(path: path)
    var start = 0
    while start < findings.count {
      let end = min(findings.count, start + min(batchCount, findings.count))
      locator.take(Array(findings[start..<end]), in: provenance)
      start = end
    }
    var tallies = FileTallies()
    tallies.count(findings)
    locator.take(
      FileRecord(
        provenance: provenance, byteCount: offset, contentType: "csv", outcome: outcome,
        tallies: tallies.byKind))
    return locator.result(
      RunSummary(
        coverage: Coverage(), findingCounts: [:], fileCounts: [:], suppressedCount: 0,
        wasInterrupted: false, duration: 0), started: 0, ended: 0)
  }

  /// Of a card, what the only file says; nil for nothing.
  func file(of card: Int = jan) -> LocatedFile? { located().files(of: card).first }
}
