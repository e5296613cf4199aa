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

  /// What the only finding is called.
  private func name() throws -> String {
    try #require(try run("findings", "--json", "--decided", "all").records.of("finding").first)[
      "id"]
  }

  @Test func `accepted and rejected findings are counted as such, in every form of report`() throws
  {
    _ = try run("scan", "share")
    #expect(try run("accept", "--finding", name(), "--reason", "mag hier").status == 0)
    let accepted = try run("scan", "share", "--json")
    let summary = try #require(try accepted.records.last)
    #expect(summary.part("decided").number("accepted") == 1)
    #expect(summary.part("decided").number("rejected") == 0)
    #expect(try accepted.records.of("finding").count == 1)
    _ = try run("reject", "--value-of", name(), "--reason", "voorbeeld")
    _ = try run("decisions", "withdraw", "1")
    #expect(try run("scan", "share").text.contains("0 accepted and 1 rejected"))
    #expect(try run("scan", "share", "--format", "html").text.contains("0 accepted and 1 rejected"))
    #expect(try run("scan", "share", "--format", "csv", "--no-store").status == 0)
  }

  /// The decisions that the findings of a scan bear, by where they lie.
  private func decisions(_ arguments: String...) throws -> [String] {
    let run = try bench.start(["scan"] + arguments + ["--json"], environment: environment).finish()
    return try run.records.of("finding").map { finding in
      "\(finding.path) \(finding.part("place")["text"]) \(finding["decision"])"
    }.sorted()
  }

  @Test func `findings of a scan bear what was decided, read anew or not, moved and copied`()
    throws
  {
    try bench.write("BSN: 999999990\nBSN: 999992168\n", to: "share/map/twee.txt")
    #expect(
      try decisions("share") == [
        "share/brief.txt 1:6 ", "share/map/twee.txt 1:6 ", "share/map/twee.txt 2:6 ",
      ])
    let names = try run("findings", "--json").records.of("finding").map { $0["id"] }
    _ = try run("reject", "--finding", names[0], "--reason", "x")
    _ = try run("accept", "--value-of", names[2], "--reason", "x")
    let decided = [
      "share/brief.txt 1:6 rejected", "share/map/twee.txt 1:6 ",
      "share/map/twee.txt 2:6 accepted",
    ]
    #expect(try decisions("share") == decided)
    #expect(try decisions("share", "--rescan") == decided)
    // Known by its content alone, in the store and, read anew under other options, at its end.
    _ = try bench.shell("mv share/brief.txt share/verplaatst.txt && cp -r share kopie")
    let moved = ["map/twee.txt 1:6 ", "map/twee.txt 2:6 accepted", "verplaatst.txt 1:6 rejected"]
    #expect(try decisions("share") == moved.map { "share/\($0)" })
    #expect(try decisions("kopie", "--kinds", "bsn") == moved.map { "kopie/\($0)" })
    _ = try run("accept", "--kind", "bsn", "--under", "share/map", "--reason", "x")
    #expect(
      try decisions("share") == [
        "share/map/twee.txt 1:6 accepted", "share/map/twee.txt 2:6 accepted",
        "share/verplaatst.txt 1:6 rejected",
      ])
    #expect(
      try decisions("share", "--no-store")
        == moved.map {
          "share/" + $0.split(separator: " ").prefix(2).joined(separator: " ") + " "
        })
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
    ["accept", "--finding", "k3f7q2ab1x.1"],
    ["accept", "--finding", "k3f7q2ab1x.1", "--reason", " "],
    ["accept", "--reason", "x"], ["accept", "--finding", "12.3", "--reason", "x"],
    ["accept", "--finding", "k3f7q2ab1x.1", "--value-of", "k3f7q2ab1x.1", "--reason", "x"],
    ["accept", "--kind", "bsn", "--reason", "x"],
    ["accept", "--finding", "k3f7q2ab1x.1", "--reason", "x", "--until", "2027-02-29"],
    ["accept", "--finding", "0123456789.1", "--reason", "x"],
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
    _ = try run("reject", "--finding", name(), "--reason", "voorbeeld", "--author", "FG")
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
