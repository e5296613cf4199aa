import CommandBench
import Testing

@Suite struct PatternsCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  private static let badge = """
    id: badge
    name: {nl: 'Pasnummer', en: 'Badge number'}
    class: ordinary
    source: 'House rules'
    expressions:
      - notation: 'with hyphen'
        regex: '(?<![0-9A-Z-])PAS-[0-9]{6}(?![0-9])'
        anchor: {digits: 6, run: 6-6, lead: 4}
    labels: ['pasnummer']
    counters: []
    confidence: {bare: 0.6, typical: 0.6, near: 0.7, label: 0.9, counter: 0.2}
    examples:
      - 'Pasnummer ⟦PAS-123456⟧'
      - 'de pas ⟦PAS-654321⟧ is zoek'
    counterexamples:
      - 'PAS-1234567'

    """

  @Test func `list names every kind on a line of four cells`() throws {
    let lines = try bench.run("patterns", "list").lines
    #expect(lines.allSatisfy { $0.count { $0 == "\t" } == 3 })
    let ids = lines.compactMap { $0.split(separator: "\t").first }
    #expect(Set(ids).isSuperset(of: ["bsn", "iban", "email", "postcode", "phone"]))
    #expect(Set(ids).count == ids.count)
  }

  @Test func `show explains a kind`() throws {
    let run = try bench.run("patterns", "show", "bsn")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("bsn: "))
    for word in ["class", "national-id", "source", "forms", "labels", "examples"] {
      #expect(run.text.contains(word))
    }
  }

  @Test func `test runs the examples of the user's patterns too`() throws {
    try bench.write(Self.badge, to: "own/badge.yaml")
    let test = try bench.run("patterns", "test", "--patterns", "own")
    #expect(test.status == 0)
    #expect(test.lines.last?.hasSuffix(" 0 failed") == true)
  }

  @Test func `test names an example that fails and never quotes it`() throws {
    let wrong = Self.badge.replacing("'PAS-1234567'", with: "'PAS-654322'")
    try bench.write(wrong, to: "own/badge.yaml")
    let run = try bench.run("patterns", "test", "--patterns", "own")
    #expect(run.status == 1)
    #expect(run.text.contains("own/badge.yaml: counterexample 1: 1 found"))
    #expect(!run.text.contains("654322"))
  }

  @Test func `a scan finds what the user's patterns describe`() throws {
    try bench.write(Self.badge, to: "own/badge.yaml")
    try bench.write("Pasnummer: PAS-123456\n", to: "share/a.txt")
    let run = try bench.run("scan", "share", "--patterns", "own", "--kinds", "badge", "--json")
    #expect(run.status == 0)
    #expect(try run.records.of("finding").map { $0["kind"] } == ["badge"])
  }

  @Test(arguments: [
    ("labels: ['pasnummer']", "lables: ['pasnummer']", 9),
    ("class: ordinary", "class: bogus", 3),
    ("PAS-[0-9]{6}", "(PAS-[0-9]{6}", 7),
  ])
  func `a mistake is told with file and line`(right: String, wrong: String, line: Int) throws {
    try bench.write(Self.badge.replacing(right, with: wrong), to: "own/badge.yaml")
    try bench.write("x", to: "share/a.txt")
    let run = try bench.run("scan", "share", "--patterns", "own")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("own/badge.yaml:\(line): "))
  }

  @Test func `a binary that was moved still has its patterns`() throws {
    let here = try bench.run("patterns", "list")
    let moved = try bench.shell(#"cp "$VINDPLAATS" moved && cd / && "$OLDPWD/moved" patterns list"#)
    #expect(moved.status == 0)
    #expect(moved.text == here.text)
  }
}
