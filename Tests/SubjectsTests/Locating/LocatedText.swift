import BuiltInPatterns
import PatternCatalog
import ScanModel
import Scanning
import TestSupport

@testable import Subjects

/// What is located in a file with a text, by the patterns that come with the program.
struct LocatedText {
  let file: LocatedFile?

  private static let search = try? SubjectSearch(
    SubjectCardFile.cards(
      in: """
        {first: [Anna, Bregje], prefix: van 't, surname: Hof, partner: Özdemir, bsn: 999990019,
         birth-date: 1978-03-12,
         address: {street: Kerkstraat, number: 12, postcode: 3511 AB, town: Utrecht}}
        """, file: "card"))
  private static let bench = search.flatMap { search in
    try? ScanBench(PatternCatalog(compactForm: builtInPatterns), terms: search.terms)
  }

  /// Throws where the card or the patterns cannot be read.
  init(_ text: String, named name: String) throws {
    struct Unreadable: Error {}
    guard let search = Self.search, let bench = Self.bench else { throw Unreadable() }
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let locator = SubjectLocator(
      cards: search.cards,
      values: OwnValues(search.cards.indices.map { search.exactValues(of: $0) }))
    let summary = bench.scan(
      [folder.path], jobCount: 1, progress: ScanProgress(), receiver: locator)
    file = locator.result(summary, started: 0, ended: 0).files.first
  }

  var verdict: PersonVerdict? { file?.verdict }

  /// The attributes of each record, in their order.
  var records: [[SubjectAttribute]] {
    file?.documents.flatMap { $0.records.map { $0.record.mentions.map(\.attribute) } } ?? []
  }
}
