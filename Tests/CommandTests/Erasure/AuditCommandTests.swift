import CommandBench
import TestSupport
import Testing

@Suite struct AuditCommandTests {
  private let share: EraseShare

  init() throws {
    share = try EraseShare()
  }

  @Test func `there is nothing to check before the first entry`() throws {
    #expect(try share.audit("verify").status == 12)
    #expect(
      try share.bench.scan("share", "--store", "\(share.bench.folder.path)/s/s.sqlite").status == 0)
    let run = try share.audit("verify")
    #expect(run.status == 10)
    #expect(run.errorText.contains("there is no audit log at"))
  }

  @Test func `lists cases apart, with who, what and why`() throws {
    #expect(try share.plan("--reason", "verzoek\tvan\u{202E} 3 mei").status == 0)
    _ = try share.bench.shell("rm zaak/plan.yaml")
    #expect(try share.plan("--case", "Z-2").status == 0)
    #expect(try share.audit("list").lines.count == 2)
    let line = try #require(try share.audit("list", "--case", "Z-2026-17").lines.first)
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 7)
    #expect(cells[0] == "1")
    #expect(cells[3] == "erase-plan")
    #expect(!line.contains("\u{202E}"))
    let records = try share.audit("list", "--case", "Z-2", "--json").records
    #expect(records.map { $0["case"] } == ["Z-2"])
    #expect(records.first?.list("facts").map { $0["name"] }.contains("plan") == true)
  }

  @Test func `prints the head, and NDJSON for programs`() throws {
    #expect(try share.plan().status == 0)
    let text = try share.audit("verify").text
    #expect(text.hasPrefix("1 line, all as written\nhead: 1:"))
    let record = try #require(try share.audit("verify", "--json").records.first)
    #expect(record.flag("intact") == true)
    #expect(text.contains(record["head"]))
  }
}
