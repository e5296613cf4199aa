import PatternCatalog
import ScanModel
import Scanning
import TestSupport
import Testing

/// What a scan with terms tells beside what it tells without.
@Suite struct TermScanTests {
  private let folder: TemporaryFolder

  private static let terms = [
    SearchTerm(kind: "name", owner: 0, text: "Jan de Vries"),
    SearchTerm(kind: "surname", owner: 0, text: "de Vries"),
    SearchTerm(kind: "bsn-of-him", owner: 0, text: "123456782"),
    SearchTerm(kind: "client", owner: 1, text: "77012"),
  ]

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [
    ("brief.txt", "Beste,\nvan J\u{E0}n de  Vries hier", Place.line(2, column: 5)),
    (
      "a.csv", "id;naam;plaats\n1;Piet;Ede\n2;Jan de Vries;Ede\n",
      .cell(row: 3, column: 2, header: nil)
    ),
    (
      "a.csv", "voornaam;naam;plaats\nPiet;Bos;Ede\nJan;de Vries;Ede\n",
      .cell(row: 3, column: 1, header: nil)
    ),
    (
      "a.json", "{\"a\": 1,\n\"b\": {\"naam\": \"Jan de Vries\"}}",
      .element(path: "b.naam", line: 2)
    ),
    (
      "a.json", "{\"a\": 1,\n\"Jan de Vries\": {\"leeftijd\": 7}}",
      .element(path: "….leeftijd", line: 2)
    ),
    (
      "a.xml", "<dossier>\n<nr>x</nr>\n<naam>Jan de Vries</naam>\n</dossier>",
      .element(path: "dossier.naam", line: 3)
    ),
    ("a.json", "{\"naam\": \"Jan de Vri\\u00ebs\"}", .element(path: "naam", line: 1)),
  ])
  func `tells where a name stands`(name: String, text: String, place: Place) throws {
    try folder.write(text, to: name)
    let findings = try scan().findings.filter { $0.kind == "name" }
    #expect(findings.map(\.place) == [place])
    #expect(findings.map(\.normalized.revealed) == ["Jan de Vries"])
    #expect(findings.map(\.confidence) == [Confidence(1)])
    #expect(findings.map(\.reasons) == [[]])
    #expect(try scan().findings.allSatisfy { $0.kind != "surname" })
  }

  @Test func `tells a value as it is written`() throws {
    try folder.write("van JAN-DE-VRIES", to: "brief.txt")
    #expect(try scan().findings.map(\.value.revealed) == ["JAN-DE-VRIES"])
  }

  @Test(arguments: [
    ("a.txt", "clientnr 77012", [Reason.label("nummer", distance: 1)]),
    ("a.csv", "naam;clientnr;bedrag\nBos;77012;12\nBos;11;12\n", [.columnHeader("nummer")]),
    ("a.json", "{\"clientId\": 1,\n  \"een lang stuk tekst\": 77012}", []),
    ("a.txt", "77012", []),
  ])
  func `tells what says that a number is one`(name: String, text: String, reasons: [Reason]) throws
  {
    try folder.write(text, to: name)
    #expect(try scan().findings.filter { $0.kind == "client" }.map(\.reasons) == [reasons])
  }

  @Test func `finds a name in the names of files and folders`() throws {
    try folder.write("niets", to: "JanDeVriesDossier/brief_77012.txt")
    let findings = try scan().findings
    #expect(findings.map(\.kind) == ["name", "client"])
    #expect(findings.allSatisfy { $0.part == [.section(.path)] })
  }

  @Test func `finds what is both a kind and a term as both`() throws {
    try folder.write("BSN 123456782", to: "a.txt")
    #expect(try scan().findings.map(\.kind).sorted() == ["bsn", "bsn-of-him"])
    #expect(try scan().files.first?.tallies.map(\.kind) == ["bsn", "bsn-of-him"])
  }

  @Test func `finds the same of everything else as without terms`() throws {
    for index in 0..<60 {
      let names = index % 3 == 0 ? "Jan de Vries 123456782 77012\n" : ""
      try folder.write(
        HostileText(seed: UInt64(index)).bytes(count: 2_000) + Array(names.utf8), to: "\(index).txt"
      )
    }
    let kinds = Set(Self.terms.map(\.kind))
    let with = try scan()
    let without = try ScanBench(try SmallCatalog.catalog()).scan([folder.path], jobCount: 1)
      .receiver
    #expect(without.findings.count > 100)
    #expect(with.findings.filter { !kinds.contains($0.kind) } == without.findings)
    #expect(with.findings.count { $0.kind == "name" } >= 20)
  }

  @Test func `one thread and three find the same in a large file`() throws {
    var text = ""
    for number in 0..<30_000 {
      text += "regel \(number) van een brief"
      text += number % 90 == 0 ? " aan Jan de\nVries, nr \(77_000 + number % 50)\n" : "\n"
    }
    try folder.write(text, to: "a.txt")
    try folder.write(
      "naam;id;stad\n"
        + (0..<40_000).map { "Jan;\($0);de Vries\nJan de Vries;77012;Ede\n" }.joined(),
      to: "b.csv")
    let bench = try ScanBench(try SmallCatalog.catalog(), terms: Self.terms)
    for name in ["a.txt", "b.csv"] {
      let one = bench.scan([folder.path + "/" + name], jobCount: 1).receiver
      let three = bench.scan([folder.path + "/" + name], jobCount: 3).receiver
      #expect(one.findings.count { $0.kind == "name" } == (name == "a.txt" ? 334 : 40_000))
      #expect(one.findings == three.findings)
    }
  }

  @Test func `gives digests where they are wanted, and no others`() throws {
    try folder.write("", to: "empty")
    try folder.write("abc", to: "a.txt")
    try folder.write("abc", to: "b/c.txt")
    let bench = try ScanBench(try SmallCatalog.catalog())
    #expect(bench.scan([folder.path]).receiver.files.allSatisfy { $0.digest == nil })
    let files = bench.scan([folder.path], digests: .all).receiver.files
    #expect(files.allSatisfy { $0.digest != nil })
    #expect(Set(files.map(\.digest)).count == 2)
  }

  private func scan() throws -> RecordingReceiver {
    try ScanBench(try SmallCatalog.catalog(), terms: Self.terms)
      .scan([folder.path], jobCount: 1).receiver
  }
}
