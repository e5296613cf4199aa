import Evidence
import PatternCatalog
import ScanModel
import TestSupport
import Testing

@Suite struct ThingLabelsTests {
  private static let name = """
    id: name
    name: {nl: 'Naam', en: 'Name'}
    class: ordinary
    source: 'none'
    validator: text
    expressions:
      - {notation: titled, regex: '(?<=mw\\. )[A-Z][a-z]+'}
      - {notation: after, regex: '(?<=: )[A-Z][a-z]+ [A-Z][a-z]+', needs: label, things: [name]}
    cells:
      - {notation: full, regex: '^[A-Z][a-z]+ [A-Z][a-z]+$', things: [name]}
      - {notation: any, regex: '^[A-Za-z ]{2,40}$', things: [naam, name, weergave]}
    labels: [naam, name, achternaam, weergave]
    counters: [soort]
    confidence: {bare: 0.3, near: 0.4, label: 0.9, counter: 0.05}
    examples: ['mw. ⟦Vliet⟧', 'aan mw. ⟦Smit⟧']
    """

  private let bench: EvidenceBench

  init() throws {
    bench = EvidenceBench(
      try PatternCatalog(files: [
        (name: "name.yaml", text: Self.name), (name: "email.yaml", text: SmallCatalog.email),
      ]))
  }

  private func level(of cell: String, _ header: [String]) -> Confidence.Level? {
    let row = [cell] + header.dropFirst().map { _ in "4" }
    return bench.findings(inTable: [row], header: header).first?.confidence.level
  }

  // A list of products has such a header too, and nothing else in it tells of people.
  @Test(arguments: [
    ("stoel", ["Naam", "Prijs"], Confidence.Level.medium),
    ("stoel", ["Naam"], .medium),
    ("stoel", ["Naam product", "Naam locatie"], .medium),
    ("stoel", ["Naam", "E-mail"], .high),
    ("stoel", ["Naam", "Achternaam"], .high),
    ("stoel", ["Achternaam", "Prijs"], .high),
    ("Wietske Vliet", ["Naam", "Prijs"], .high),
    // In whatever form it is written, where the pattern says so.
    ("Wietske Vliet", ["Name", "Prijs"], .medium),
    ("Wietske Vliet", ["Name", "E-mail"], .high),
    // And a part of a cell.
    ("2 stoelen van mw. Vliet", ["Name", "Prijs"], .medium),
    ("2 stoelen van mw. Vliet", ["Naam", "Prijs"], .high),
  ])
  func `a cell under a header that things have too is sure beside one of people`(
    cell: String, header: [String], level: Confidence.Level
  ) {
    #expect(self.level(of: cell, header) == level)
  }

  @Test(arguments: [
    (["stijl.naam", "stijl.kleur"], Confidence.Level.low),
    (["klant.naam", "klant.mail"], .high),
    // Of something else.
    (["stijl.naam", "bugs.mail"], .low),
    (["naam", "mail"], .high),
    // It says whose name it is.
    (["klant.naam", "klant.kleur"], .high),
    (["naam", "bugs.mail"], .low),
    // What both are called after tells nothing of either.
    (["mail.weergave", "mail.code"], .low),
    (["mail.weergave", "mail.achternaam"], .high),
  ])
  func `in a tree keys tell of each other where they have one parent`(
    labels: [String], level: Confidence.Level
  ) {
    var layout = TextLayout(form: .tree)
    layout.labels = labels.map { Array($0.utf8) }
    let bytes = Array("stoel\nblauw\n".utf8)
    layout.fields = [
      TextField(range: 0..<5, label: 0, row: 1, column: 0),
      TextField(range: 6..<11, label: 1, row: 2, column: 0),
    ]
    layout.live = 0..<bytes.count
    #expect(bench.findings([(bytes, layout)]).first?.confidence.level == level)
  }

  @Test(arguments: [
    ("achternaam: Wietske Vliet", Confidence.Level.high), ("name: Wietske Vliet", .low),
    // In a form that the pattern does not say so of.
    ("name: mw. Vliet", .high),
  ])
  func `in text a label that things have too makes sure of nothing`(
    text: String, level: Confidence.Level
  ) {
    #expect(bench.findings(in: text).first?.confidence.level == level)
  }

  @Test(arguments: [
    (["veld.sleutel", "veld.waarde"], Confidence.Level.high),
    // A key that speaks against names itself is stronger than the value beside it.
    (["veld.sleutel", "veld.soort"], nil), (["soort.sleutel", "soort.waarde"], .high),
  ])
  func `a value is named by the one beside it, unless its own key names something else`(
    labels: [String], level: Confidence.Level?
  ) {
    var layout = TextLayout(form: .tree)
    layout.labels = labels.map { Array($0.utf8) }
    let bytes = Array("achternaam mw. Vliet\n".utf8)
    layout.fields = [
      TextField(range: 0..<10, label: 0, row: 1, column: 0),
      TextField(range: 11..<20, label: 1, row: 1, column: 0),
    ]
    layout.live = 0..<bytes.count
    #expect(bench.findings([(bytes, layout)]).first?.confidence.level == level)
  }

  // The keys of the first record may come a block later.
  @Test func `a label that comes later counts from there on`() {
    var layout = TextLayout(form: .table)
    let bytes = Array("stoel\n".utf8)
    layout.labels = [Array("Naam".utf8)]
    layout.fields = [TextField(range: 0..<5, label: 0, row: 1, column: 1)]
    layout.live = 0..<bytes.count
    var second = layout
    second.labels.append(Array("E-mail".utf8))
    let levels = bench.findings([(bytes, layout), (bytes, second)]).map(\.confidence.level)
    #expect(levels == [.medium, .high])
  }
}
