import CommandBench
import Foundation
import TestSupport
import Testing

/// Locates the people of two cards, who share surname and initial, in files of several forms.
@Suite struct LocateTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.write(
      """
      subjects:
        - {reference: A, case: Z-7, first: Jan, prefix: de, surname: Vries, bsn: '999990019',
           birth-date: 1985-03-12, email: jan.devries@voorbeeld.nl}
        - {reference: B, first: Johanna, prefix: de, surname: Vries, bsn: '999992168'}
      """, to: "cards.yaml")
    try bench.write(
      "naam;bsn;geboortedatum\nJ. de Vries;999990019;12-03-1985\n"
        + "J. de Vries;999992168;01-02-1990\nS. Bakker;999999990;03-04-1970\n",
      to: "share/lijst.csv")
    try bench.write("Verslag\n\nDe heer J. de Vries was aanwezig.\n", to: "share/verslag.txt")
    try bench.write(
      "From x@voorbeeld.nl Mon Jan  5 09:00:00 2026\nFrom: x@voorbeeld.nl\n"
        + "To: jan.devries@voorbeeld.nl\nSubject: afspraak\n\nTot dan.\n\n"
        + "From x@voorbeeld.nl Tue Jan  6 09:00:00 2026\nFrom: x@voorbeeld.nl\n"
        + "To: y@voorbeeld.nl\nSubject: niets\n\nNiets.\n",
      to: "share/post.mbox")
    try bench.write("Over niemand.\n", to: "share/niets.txt")
    try FileManager.default.copyItem(
      at: bench.folder.url.appending(path: "share/lijst.csv"),
      to: bench.folder.url.appending(path: "share/kopie.csv"))
  }

  private var environment: [String: String] {
    ["HOME": "\(bench.folder.path)/home", "VINDPLAATS_STORE": "", "VINDPLAATS_AUDIT": ""]
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try bench.start(arguments, environment: environment).finish()
  }

  private func locate(_ more: String...) throws -> CommandRun {
    try bench.start(
      ["locate", "--subject", "cards.yaml"] + more, environment: environment
    ).finish()
  }

  private func located(_ records: [CommandRecord], _ subject: String) -> [String: String] {
    Dictionary(
      records.of("located").filter { $0["subject"] == subject }.map { ($0.path, $0["verdict"]) }
    ) { first, _ in first }
  }

  @Test func `each person is found where they are told of`() throws {
    let run = try locate("share", "--json")
    #expect(run.status == 0, "\(run.errorText)")
    let records = try run.records
    #expect(records.first?.type == "run")
    #expect(records.last?.type == "summary")
    #expect(
      located(records, "A") == [
        "share/lijst.csv": "this-person", "share/kopie.csv": "this-person",
        "share/post.mbox": "this-person", "share/verslag.txt": "possibly-another",
      ])
    #expect(
      located(records, "B") == [
        "share/lijst.csv": "this-person", "share/kopie.csv": "this-person",
        "share/verslag.txt": "possibly-another", "share/post.mbox": "other-person",
      ])
  }

  @Test func `rows and messages are told apart`() throws {
    let records = try locate("share", "--json").records.of("located-record")
    func verdicts(_ subject: String, _ path: String) -> [String] {
      records.filter { $0["subject"] == subject && $0.path == path }.map { $0["verdict"] }
    }
    #expect(verdicts("A", "share/lijst.csv") == ["this-person", "other-person"])
    #expect(verdicts("B", "share/lijst.csv") == ["other-person", "this-person"])
    let messages = records.filter {
      $0["subject"] == "A" && $0.path == "share/post.mbox"
    }
    #expect(messages.map { $0.list("part").first?.number("number") } == [1])
  }

  @Test func `copies are listed as one group`() throws {
    let located = try locate("share", "--json").records.of("located")
    let groups = Dictionary(
      grouping: located.filter { $0["subject"] == "A" }, by: { $0.number("copy_group") ?? 0 })
    #expect(groups[1]?.map(\.path) == ["share/kopie.csv", "share/lijst.csv"])
  }

  @Test(arguments: [[], ["--reveal"]])
  func `obeys the published schema`(options: [String]) throws {
    let schema = try JSONSchema(named: "locate-ndjson")
    _ = try run("scan", "share", "--format", "none")
    try bench.write("BSN: 999990019\n", to: "elders/brief.txt")
    try bench.write("niets", to: "elders/oud.log")
    try bench.write([UInt8](repeating: 0x01, count: 64), toName: Array("elders/leeg.exe".utf8))
    try bench.write(Array("BSN: 999990019\n".utf8), toName: Array("elders/".utf8) + [0xFF])
    for paths in [[], ["elders", "--exclude", "*.log"]] {
      let answer = try bench.start(
        ["locate", "--subject", "cards.yaml", "--json"] + options + paths, environment: environment
      ).finish()
      for line in answer.lines {
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        #expect(schema.faults(in: value) == [])
      }
    }
  }

  /// A letter in an archive, in an archive in that, in a compressed file, and sent by mail.
  private func writeCopies(of letter: String) throws {
    try bench.write(letter, to: "share/brief.txt")
    _ = try bench.shell(
      """
      cd share && cp brief.txt nieuw.txt && tar cf map.tar nieuw.txt && rm nieuw.txt
      python3 -m zipfile -c archief.zip brief.txt map.tar && rm map.tar
      gzip -c brief.txt > brief.txt.gz
      python3 - <<'END'
      from email.message import EmailMessage
      mail = EmailMessage()
      mail["Subject"] = "Bijlage"
      mail.set_content("Zie bijlage.")
      mail.add_attachment(
          open("brief.txt", "rb").read(), maintype="text", subtype="plain", filename="b.txt")
      open("mail.eml", "wb").write(mail.as_bytes())
      END
      """)
  }

  @Test(arguments: [0, 300_000])
  func `members with the content of a file are its copies`(byteCount: Int) throws {
    try writeCopies(
      of: "BSN: 999990019\n" + String(repeating: "Notulen. ", count: byteCount / 9))
    let records = try locate("share", "--json").records.filter { $0["subject"] == "A" }
    let letter = try #require(records.of("located").first { $0.path == "share/brief.txt" })
    let group = try #require(letter.number("copy_group"))
    let members = records.of("located-record").filter {
      $0.number("copy_group") == group && !$0.list("part").isEmpty
    }
    #expect(
      Set(members.map { "\($0.path): \($0["document"])" }) == [
        "share/archief.zip: brief.txt", "share/archief.zip: map.tar \u{BB} nieuw.txt",
        "share/brief.txt.gz: brief.txt", "share/mail.eml: b.txt",
      ])
    let others = records.of("located").filter { $0.path != "share/brief.txt" }
    #expect(others.allSatisfy { $0.number("copy_group") != group })
    for format in ["summary", "html"] {
      let text = try locate("share", "--format", format, "--lang", "en").text
      #expect(text.ranges(of: "copies #\(group)").count == 5)
    }
  }

  @Test func `the store knows copies, those too of what is read anew`() throws {
    _ = try run("scan", "share", "--format", "none")
    let stored = try locate("--json").records.of("located").filter { $0["subject"] == "A" }
    let groups = Dictionary(grouping: stored) { $0.number("copy_group") }
    let names = groups.mapValues { group in Set(group.map { String($0.path.suffix(9)) }) }
    let expected: [Int?: Set<String>] = [1: ["kopie.csv", "lijst.csv"], nil: ["post.mbox"]]
    #expect(names == expected)
    _ = try bench.shell(
      "mkdir elders; cp share/lijst.csv elders/nieuw.csv; echo >> share/kopie.csv")
    let mixed = try locate("elders", "--json").records.of("located").filter { $0["subject"] == "A" }
    #expect(
      Set(mixed.filter { $0.number("copy_group") == 1 }.map { String($0.path.suffix(9)) })
        == ["nieuw.csv", "lijst.csv"])
  }

  @Test(arguments: ["summary", "html", "csv", "ndjson"])
  func `no report holds a value without --reveal`(format: String) throws {
    let masked = try locate("share", "--format", format, "--lang", "nl")
    for value in ["999990019", "999992168", "jan.devries", "J. de Vries", "Johanna", "12-03-1985"] {
      #expect(!masked.text.contains(value), "\(value)")
    }
    let revealed = try locate("share", "--format", format, "--reveal")
    #expect(revealed.text.contains("999990019"))
  }

  @Test(arguments: ["summary", "html", "csv", "ndjson"])
  func `what was not searched stands in every report`(format: String) throws {
    try bench.write([UInt8](repeating: 0x01, count: 64), toName: Array("share/leeg.exe".utf8))
    let run = try locate("share", "--format", format, "--exclude", "niets.txt", "--lang", "nl")
    #expect(run.status == 3)
    #expect(run.text.contains("leeg.exe"))
    #expect(run.text.contains("niets.txt"))
  }

  @Test func `without paths the store answers`() throws {
    let scan = try run("scan", "share", "--format", "none")
    #expect(scan.status == 0, "\(scan.errorText)")
    let answer = try locate("--json")
    #expect(answer.status == 0, "\(answer.errorText)")
    let records = try answer.records
    let folder = bench.folder.path
    let paths = located(records, "A").keys.map { $0.replacing("\(folder)/", with: "") }
    #expect(Set(paths.map { $0.suffix(9) }) == ["lijst.csv", "kopie.csv", "post.mbox"])
    #expect(records.of("located").allSatisfy { $0["source"] == "store" })
    #expect(records.first?.flag("read_anew") == false)
    let summary = try #require(records.last)
    #expect(summary.flag("complete") == true)
  }

  @Test func `the store says which of its files are not as they were`() throws {
    _ = try run("scan", "share", "--format", "none")
    #expect(try locate("--json").records.of("located").allSatisfy { $0["state"] == "unchanged" })
    _ = try bench.shell("touch -d 2020-01-01 share/lijst.csv; rm share/kopie.csv")
    let states = try locate("--json").records.of("located").reduce(into: [:]) { states, record in
      states[String(record.path.suffix(9))] = record["state"]
    }
    #expect(states["lijst.csv"] == "changed")
    #expect(states["kopie.csv"] == "gone")
    #expect(states["post.mbox"] == "unchanged")
  }

  @Test func `with paths the store tells of what lies elsewhere`() throws {
    _ = try run("scan", "share", "--format", "none")
    try bench.write("BSN: 999990019\n", to: "elders/brief.txt")
    let records = try locate("elders", "--json").records.of("located").filter {
      $0["subject"] == "A"
    }
    #expect(Set(records.filter { $0["source"] == "scan" }.map(\.path)) == ["elders/brief.txt"])
    #expect(records.count(where: { $0["source"] == "store" }) == 3)
  }

  @Test func `a store is not said to be empty for what was scanned here alone`() throws {
    _ = try run("scan", "share", "--format", "none")
    let text = try locate("share", "--lang", "nl").text
    #expect(text.contains("voor wat buiten deze paden ligt; daarvan is geen scan vastgelegd."))
    #expect(!text.contains("nog geen scan"))
  }

  @Test func `a store that is not there is told by its status`() throws {
    #expect(try locate().status == 10)
    #expect(try locate("--no-store").status == 2)
    #expect(try locate("share", "--format", "none").status == 0)
  }

  @Test func `the audit log tells of the case and of no value`() throws {
    let run = try locate("share", "--json", "--reason", "inzage")
    let head = try run.records.last?["audit_head"] ?? ""
    #expect(head.hasPrefix("1:"))
    let verified = try self.run("audit", "verify", "--head", head)
    #expect(verified.status == 0, "\(verified.text)\(verified.errorText)")
    let log = try #require(bench.text(of: "home/.local/share/vindplaats/audit.ndjson"))
    #expect(log.contains("Z-7"))
    #expect(log.contains("inzage"))
    #expect(!log.contains("999990019"))
  }

  @Test func `members of archives and tables of documents are searched`() throws {
    let documents = FileManager.default.currentDirectoryPath + "/Corpus/documents"
    try bench.write("{reference: C, bsn: '999915526'}", to: "card.yaml")
    let run = try bench.start(
      [
        "locate", "--subject", "card.yaml", "\(documents)/zip", "\(documents)/docx", "--json",
        "--no-store",
      ], environment: environment
    ).finish()
    let records = try run.records
    #expect(records.of("located").contains { $0.path.hasSuffix(".zip") })
    #expect(records.of("located").contains { $0.path.hasSuffix(".docx") })
    #expect(
      records.of("located-record").contains { record in
        record.path.hasSuffix(".zip") && record.list("part").first?["type"] == "member"
      })
  }
}
