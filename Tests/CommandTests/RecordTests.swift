import CommandBench
import Testing

@Suite struct RecordTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  @Test func `the first record is the run and the last the summary`() throws {
    let records = try bench.run("scan", "share", "--json").records
    #expect(records.first?.type == "run")
    #expect(records.last?.type == "summary")
    #expect(records.count { $0.type == "run" || $0.type == "summary" } == 2)
    #expect(records.of("file").count == 4)
    #expect(Set(records.of("finding").map { $0["kind"] }).isSuperset(of: MadeUpShare.kinds))
  }

  @Test func `every listed file has one record`() throws {
    let records = try bench.run("scan", "share", "--json").records
    #expect(
      records.of("file").map(\.path).sorted() == [
        "share/brief.txt", "share/map/klanten.csv", "share/map/persoon.json", "share/notulen.txt",
      ])
    #expect(records.last?.part("coverage").number("listed") == 4)
  }

  @Test func `--kinds looks for nothing else`() throws {
    for arguments in [["--kinds", "bsn,iban"], ["--kinds", "bsn", "--kinds", "iban"]] {
      let records = try bench.start(["scan", "share", "--json"] + arguments).finish().records
      #expect(Set(records.of("finding").map { $0["kind"] }) == ["bsn", "iban"])
    }
  }

  @Test(arguments: ["dossier", "zaak", "klant"])
  func `a key takes nothing that is named in the text below it`(key: String) throws {
    try bench.write(
      #"{"\#(key)": {"notitie": "gebeld op 0612345678 over BSN 999990019 en"}}"#,
      to: "notes/a.json")
    let findings = try bench.run("scan", "notes", "--json").records.of("finding")
    #expect(Set(findings.map { $0["kind"] }) == ["phone", "bsn"])
  }

  @Test func `one thread and eight find the same`() throws {
    let runs = try ["1", "8"].map { try bench.run("scan", "share", "--json", "-j\($0)") }
    let findings = runs.map { run in run.lines.filter { $0.contains(#""finding""#) }.sorted() }
    #expect(!findings[0].isEmpty)
    #expect(findings[0] == findings[1])
  }

  @Test func `a message that broke off is partial, and no member of itself`() throws {
    try bench.write(
      """
      Subject: verslag
      Content-Type: multipart/mixed; boundary=b

      --b

      BSN: 999990019

      """, to: "share/open.eml")
    let file = try #require(
      try bench.run("scan", "share", "--json").records.file("share/open.eml"))
    #expect(file["status"] == "partial")
    #expect(file["reason"] == "malformed")
    #expect(file.part("members").number("incomplete") == 0)
  }

  @Test func `a file over the size limit is listed as too large`() throws {
    try bench.write(String(repeating: "a ", count: 6 << 10), to: "share/groot.txt")
    let run = try bench.run("scan", "share", "--json", "--max-size", "10K")
    #expect(run.status == 3)
    let file = try #require(try run.records.file("share/groot.txt"))
    #expect(file["status"] == "not-examined")
    #expect(file["reason"] == "too-large")
  }

  @Test func `what is excluded is counted`() throws {
    let run = try bench.run("scan", "share", "--json", "--exclude", "map", "--exclude", "*.md")
    let coverage = try run.records.last?.part("coverage")
    #expect(coverage?.number("listed") == 2)
    #expect(coverage?.part("left_out").number("excluded") == 1)
  }
}
