import CommandBench
import Foundation
import TestSupport
import Testing

@Suite struct SubjectCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  private static let card = """
    reference: A
    case: AVG-2026-014
    first: Jan Pieter
    prefix: de
    surname: Canarievogel
    bsn: '999990019'
    birth-date: 1985-03-12
    email: jan.canarievogel@voorbeeld.nl
    """

  private func mode(_ name: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(
      atPath: bench.folder.url.appending(path: name).path)
    return try #require(facts[.posixPermissions] as? Int)
  }

  /// Runs `subject new` with an answer on each line.
  private func new(_ answers: [String], umask: String = "022") throws -> CommandRun {
    try bench.write(answers.joined(separator: "\n") + "\n", to: "answers")
    return try bench.shell(
      "umask \(umask); \"$VINDPLAATS\" subject new card.yaml --lang en < answers")
  }

  private static let answers = [
    "Jan Pieter", "", "", "de", "Canarievogel", "Bakker", "Oudehoven", "",
    "123456789", "999990019", "", "12-03-1985", "1234 AB", "Kerkstraat", "12 A", "Lindewaard", "",
    "",
    "", "", "jan@voorbeeld.nl", "", "06-12345678", "", "", "client: 20481", "", "", "",
    "canarievogel", "A", "AVG-14",
  ]

  // MARK: new

  @Test(arguments: ["000", "022", "277"])
  func `writes a card for its owner alone, whatever the umask`(umask: String) throws {
    let run = try new(Self.answers, umask: umask)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try mode("card.yaml") == 0o600)
    let check = try bench.run("subject", "check", "card.yaml", "--reveal")
    #expect(check.status == 0)
    for text in ["A (card.yaml), case AVG-14", "J.P. de Canarievogel", "999990019", "20481"] {
      #expect(check.text.contains(text))
    }
  }

  @Test func `asks again where an answer is wrong, and says why`() throws {
    let text = try new(Self.answers).text
    #expect(text.contains("no BSN: it fails the elfproef"))
    #expect(text.contains("must not tell who it is"))
    for value in ["123456789", "999990019", "Canarievogel"] { #expect(!text.contains(value)) }
  }

  @Test func `never overwrites what is there`() throws {
    try bench.write("kept", to: "card.yaml")
    let run = try new(Self.answers)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(bench.text(of: "card.yaml") == "kept")
  }

  @Test func `asks nothing where no card can be written`() throws {
    let run = try bench.run("subject", "new", "absent/card.yaml")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
  }

  @Test func `follows no link`() throws {
    let run = try bench.shell(
      "ln -s elsewhere card.yaml; yes '' | \"$VINDPLAATS\" subject new card.yaml")
    #expect(run.status == 2)
    #expect(bench.text(of: "elsewhere") == nil)
  }

  @Test func `writes nothing where answers end early or say nothing`() throws {
    #expect(try new(Array(Self.answers.prefix(9))).status == 2)
    #expect(try bench.shell("yes '' | \"$VINDPLAATS\" subject new card.yaml").status == 2)
    #expect(bench.text(of: "card.yaml") == nil)
  }

  // MARK: check

  @Test func `masks what it lists`() throws {
    try bench.write(Self.card, to: "card.yaml")
    for arguments in [["--lang", "nl"], ["--json"], ["--lang", "en"]] {
      let run = try bench.start(["subject", "check", "card.yaml"] + arguments).finish()
      #expect(run.status == 0)
      for value in ["Canarievogel", "999990019", "1985", "voorbeeld"] {
        #expect(!(run.text + run.errorText).lowercased().contains(value.lowercased()))
      }
    }
  }

  @Test func `warns of a card that others may read`() throws {
    try bench.write(Self.card, to: "card.yaml")
    let folder = bench.folder.url.appending(path: "card.yaml").path
    for (mode, isWarned) in [(0o644, true), (0o640, true), (0o600, false)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
      let run = try bench.run("subject", "check", "card.yaml")
      #expect(run.text.contains("chmod 600") == isWarned)
    }
  }

  @Test func `tells programs card, variants and sum`() throws {
    try bench.write(Self.card, to: "card.yaml")
    let records = try bench.run("subject", "check", "card.yaml", "--json", "--reveal").records
    #expect(records.map(\.type).first == "card")
    #expect(records.map(\.type).last == "summary")
    #expect(records[0]["reference"] == "A")
    let counts = records.of("variants").compactMap { $0.number("count") }
    #expect(counts.reduce(0, +) == records[0].number("variants"))
    #expect(records.last?.number("variants") == records[0].number("variants"))
  }

  @Test func `reads standard input beside files`() throws {
    try bench.write("{reference: B, bsn: 999992168}", to: "b.json")
    try bench.write(Self.card, to: "a.yaml")
    let run = try bench.shell("\"$VINDPLAATS\" subject check - b.json < a.yaml")
    #expect(run.status == 0)
    #expect(run.text.contains("A (-)"))
    #expect(run.text.contains("B (b.json)"))
  }

  @Test(arguments: [
    "surname: Canarievogel\nbsn: 123456789", "Canarievogel: 1",
    "reference: canarievogel\nsurname: Canarievogel",
    "bsn: [Canarievogel", "Canarievogel", "terms: [abc]\nsurname: \"Canarie\\vogel\"",
  ])
  func `names line and key of what is wrong, never a value`(text: String) throws {
    try bench.write(text, to: "card.yaml")
    let run = try bench.run("subject", "check", "card.yaml")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("card.yaml, line "))
    for value in ["canarie", "123456789"] { #expect(!run.errorText.lowercased().contains(value)) }
  }

  @Test func `refuses two cards of one reference, and what is no text`() throws {
    try bench.write("{reference: A, bsn: 999990019}", to: "a.yaml")
    try bench.write("{reference: A, bsn: 999992168}", to: "b.yaml")
    #expect(try bench.run("subject", "check", "a.yaml", "b.yaml").status == 2)
    try bench.write(Array("surname: Ren".utf8) + [0xE9], toName: Array("c.yaml".utf8))
    let run = try bench.run("subject", "check", "c.yaml")
    #expect(run.errorText.contains("UTF-8"))
    #expect(try bench.run("subject", "check", "absent.yaml").status == 2)
    #expect(try bench.run("subject", "check", "-", "-").status == 2)
  }
}
