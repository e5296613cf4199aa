import CommandBench
import TestSupport
import Testing

@Suite struct TriageTests {
  private let bench: CommandBench
  private let environment: [String: String]

  init() throws {
    bench = try CommandBench()
    environment = [
      "VINDPLAATS_STORE": "\(bench.folder.path)/a/store.sqlite",
      "VINDPLAATS_KEY": "\(bench.folder.path)/keys/a",
    ]
    try bench.write("BSN: 999990019\n", to: "share/brief.txt")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try bench.start(arguments, environment: environment).finish()
  }

  @Test func `accepted and rejected findings are counted as such, in every form of report`() throws
  {
    _ = try run("scan", "share")
    #expect(try run("accept", "--finding", "1.1", "--reason", "mag hier").status == 0)
    let accepted = try run("scan", "share", "--json")
    let summary = try #require(try accepted.records.last)
    #expect(summary.part("decided").number("accepted") == 1)
    #expect(summary.part("decided").number("rejected") == 0)
    #expect(try accepted.records.of("finding").count == 1)
    _ = try run("reject", "--value-of", "1.1", "--reason", "voorbeeld")
    _ = try run("decisions", "withdraw", "1")
    #expect(try run("scan", "share").text.contains("0 accepted and 1 rejected"))
    #expect(try run("scan", "share", "--format", "html").text.contains("0 accepted and 1 rejected"))
    #expect(try run("scan", "share", "--format", "csv", "--no-store").status == 0)
  }

  @Test func `a decision holds to the end of its last day`() throws {
    _ = try run("scan", "share")
    _ = try run(
      "accept", "--kind", "bsn", "--under", "share", "--reason", "x", "--until", "2001-02-28")
    let last = try #require(try run("scan", "share", "--json").records.last)
    #expect(last.part("decided").number("accepted") == 0)
    #expect(try run("decisions", "list").text.contains("expired after 2001-02-28"))
  }

  @Test(arguments: [
    ["accept", "--finding", "1.1"], ["accept", "--finding", "1.1", "--reason", " "],
    ["accept", "--reason", "x"], ["accept", "--finding", "01.1", "--reason", "x"],
    ["accept", "--finding", "1.1", "--value-of", "1.1", "--reason", "x"],
    ["accept", "--kind", "bsn", "--reason", "x"],
    ["accept", "--finding", "1.1", "--reason", "x", "--until", "2027-02-29"],
    ["accept", "--finding", "9.9", "--reason", "x"],
    ["accept", "--kind", "bsnn", "--under", ".", "--reason", "x"],
    ["decisions", "withdraw", "7"], ["purge"], ["purge", "--everything", "--run", "x"],
    ["purge", "--run", "x"], ["purge", "--older-than", "90"],
  ])
  func `refuses what it cannot decide or remove`(arguments: [String]) throws {
    _ = try run("scan", "share")
    let run = try bench.start(arguments, environment: environment).finish()
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.output.isEmpty)
  }

  @Test func `needs a store that is there`() throws {
    #expect(try run("decisions", "list").status == 10)
    #expect(try run("purge", "--everything").status == 10)
  }

  @Test func `exported decisions are taken over under the same key alone`() throws {
    _ = try run("scan", "share")
    _ = try run("reject", "--finding", "1.1", "--reason", "voorbeeld", "--author", "FG")
    #expect(try run("decisions", "export", "besluiten.ndjson").status == 0)
    let text = try #require(bench.text(of: "besluiten.ndjson"))
    #expect(!text.contains("999990019"))
    #expect(try run("decisions", "list", "--json").text == text)
    let again = try run("decisions", "import", "besluiten.ndjson")
    #expect(again.text == "0 decisions are new\n")
    let other = [
      "VINDPLAATS_STORE": "\(bench.folder.path)/b/store.sqlite",
      "VINDPLAATS_KEY": "\(bench.folder.path)/keys/b",
    ]
    _ = try bench.start(["scan", "share"], environment: other).finish()
    let refused = try bench.start(
      ["decisions", "import", "besluiten.ndjson"], environment: other
    ).finish()
    #expect(refused.status == 12)
  }

  @Test func `purge tells what it removes, and a trial removes nothing`() throws {
    _ = try run("scan", "share")
    let trial = try run("purge", "--root", "share", "--dry-run")
    #expect(trial.text == "would remove: 1 runs, 1 files, 1 contents, 0 decisions\n")
    let purge = try run("purge", "--older-than", "1d", "--dry-run")
    #expect(purge.text == "would remove: 0 runs, 0 files, 0 contents, 0 decisions\n")
    let real = try run("purge", "--root", "share")
    #expect(real.text == "removed: 1 runs, 1 files, 1 contents, 0 decisions\n")
    #expect(try run("purge", "--everything").text.contains("0 runs"))
  }
}
