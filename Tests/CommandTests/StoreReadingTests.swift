import CommandBench
import Foundation
import TestSupport
import Testing

@Suite struct StoreReadingTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  private func run(_ arguments: String..., store: String = "memory") throws -> CommandRun {
    try bench.start(
      arguments,
      environment: [
        "VINDPLAATS_STORE": "\(store)/store.sqlite", "VINDPLAATS_KEY": "memory-key/store.key",
      ]
    ).finish()
  }

  private func scan(store: String = "memory") throws {
    let run = try run("scan", "share", "--format", "none", store: store)
    #expect(run.status == 0, "\(run.errorText)")
  }

  private func runNames() throws -> [String] {
    try run("runs", "--json").records.map { $0["run"] }
  }

  /// Scans twice, with a change in between; the names of the runs.
  private func scanTwice() throws -> [String] {
    try scan()
    try bench.write("BSN: 999990019\n", to: "share/nieuw.txt")
    try bench.write("BSN: 999990019\nBSN: 999999990\n", to: "share/brief.txt")
    try FileManager.default.moveItem(
      at: bench.folder.url.appending(path: "share/map/persoon.json"),
      to: bench.folder.url.appending(path: "share/verhuisd.json"))
    try FileManager.default.removeItem(at: bench.folder.url.appending(path: "share/notulen.txt"))
    try scan()
    return try runNames()
  }

  @Test func `runs lists every scan with its counts`() throws {
    let names = try scanTwice()
    #expect(names.count == 2)
    let records = try run("runs", "--json").records
    #expect(records.map { $0.number("listed") } == [4, 4])
    #expect(records.map { $0["status"] } == ["complete", "complete"])
    #expect((records[0].number("findings") ?? 0) > 0)
    let table = try run("runs", "--lang", "nl")
    #expect(table.lines.count == 3)
    #expect(names.allSatisfy { table.text.contains($0) })
    #expect(table.text.contains("voltooid"))
  }

  @Test func `findings are those of the scan`() throws {
    try scan()
    let scanned = try bench.run("scan", "share", "--json").records.of("finding")
    let listed = try run("findings", "--json").records
    #expect(listed.first?.type == "run")
    #expect(listed.last?.type == "summary")
    let facts = { (records: [CommandRecord]) in
      records.map { "\($0.path.split(separator: "/").last ?? "") \($0["kind"]) \($0["mask"])" }
        .sorted()
    }
    #expect(facts(listed.of("finding")) == facts(scanned))
    #expect(listed.of("finding").allSatisfy { $0["id"].contains(".") })
    #expect(listed.of("finding").allSatisfy { !$0.part("first_seen")["run"].isEmpty })
  }

  @Test func `findings come in the order of paths`() throws {
    try scan()
    let paths = try run("findings", "--json").records.of("finding").map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let again = try run("findings", "--json").records.of("finding").map { $0["id"] }
    #expect(try run("findings", "--json").records.of("finding").map { $0["id"] } == again)
  }

  @Test func `findings never show a value`() throws {
    try scan()
    for format in ["list", "summary", "html", "csv", "json", "ndjson"] {
      let text = try run("findings", "--format", format).text
      for value in MadeUpShare.values { #expect(!text.contains(value)) }
      #expect(!text.isEmpty)
    }
  }

  @Test func `findings keep to what is asked`() throws {
    try scan()
    let byKind = try run("findings", "--json", "--kind", "iban").records.of("finding")
    #expect(Set(byKind.map { $0["kind"] }) == ["iban"])
    let byPath = try run("findings", "--json", "--path", "share/map").records.of("finding")
    #expect(!byPath.isEmpty && byPath.allSatisfy { $0.path.contains("/share/map/") })
    let byGlob = try run("findings", "--json", "--path", "*.csv").records.of("finding")
    #expect(!byGlob.isEmpty && byGlob.allSatisfy { $0.path.hasSuffix(".csv") })
    let sure = try run("findings", "--json", "--level", "high").records.of("finding")
    #expect(!sure.isEmpty && sure.allSatisfy { $0["level"] == "high" })
    #expect(try run("findings", "--json", "--older-than", "1d").records.of("finding").isEmpty)
    #expect(try !run("findings", "--json", "--newer-than", "1d").records.of("finding").isEmpty)
    #expect(try run("findings", "--json", "--owner", "niemand").records.of("finding").isEmpty)
  }

  @Test func `findings of one kind say of no other that it was not found`() throws {
    try scan()
    let report = try run("findings", "--kind", "bsn", "--format", "html", "--lang", "en").text
    #expect(report.contains("Citizen service number"))
    #expect(!report.contains("Looked for, not found"))
  }

  /// What a filter or a decision hides may well have been found.
  @Test func `a listing says of no kind that it was not found`() throws {
    try scan()
    let report = try run("findings", "--level", "high", "--format", "html", "--lang", "en").text
    #expect(report.contains("Not in this list: "))
    #expect(!report.contains("Looked for, not found"))
    let scanned = try run("scan", "share", "--no-store", "--format", "html", "--lang", "en").text
    #expect(scanned.contains("Looked for, not found: "))
  }

  @Test func `findings look values up that never stand among the arguments`() throws {
    try scan()
    try bench.write("bsn\t1112.22.333\niban\tnl91 abna 0417 1643 00\n", to: "values")
    let found = try run("findings", "--json", "--value-file", "values").records.of("finding")
    #expect(Set(found.map { $0["kind"] }) == ["bsn", "iban"])
    let names = found.map { String($0.path.split(separator: "/").last ?? "") }
    #expect(Set(names).count == 3)
    try bench.write("bsn\t999992168\n", to: "values")
    #expect(try run("findings", "--json", "--value-file", "values").records.of("finding").isEmpty)
    try bench.write("999992168\n", to: "values")
    let refused = try run("findings", "--value-file", "values")
    #expect(refused.status == 2)
    #expect(!refused.errorText.contains("999992168"))
  }

  @Test func `findings of an earlier run and those that are gone can be had`() throws {
    let names = try scanTwice()
    let first = try run("findings", "--json", "--run", names[0]).records.of("finding")
    #expect(first.contains { $0["kind"] == "iban" })
    let now = try run("findings", "--json").records.of("finding")
    #expect(!now.contains { $0["kind"] == "iban" })
    let gone = try run("findings", "--json", "--gone").records.of("finding")
    #expect(gone.contains { $0["kind"] == "iban" })
    #expect(gone.allSatisfy { $0.part("gone")["run"] == names[1] })
  }

  @Test func `findings go into every report`() throws {
    try scan()
    let done = try run(
      "findings", "--out", "html=r.html", "--out", "csv=r.csv", "--out", "json=r.json", "--out",
      "ndjson=r.ndjson", "--format", "none")
    #expect(done.status == 0)
    #expect(done.output.isEmpty)
    for name in ["r.html", "r.csv", "r.json", "r.ndjson"] {
      #expect(try #require(bench.text(of: name)).contains("klanten.csv"))
    }
    let head = try #require(bench.text(of: "r.csv")?.split(separator: "\r\n").first)
    #expect(head.hasSuffix(#""id","owner","first_seen","last_seen","gone""#))
  }

  @Test func `the number that decisions hide is always told`() throws {
    try scan()
    #expect(try run("findings").text.contains("0 hidden by decisions"))
    #expect(try run("findings", "--json").errorText.contains("0 hidden by decisions"))
  }

  @Test func `two stores under one key export the same of equal scans but for runs and times`()
    throws
  {
    try scan(store: "one")
    try scan(store: "two")
    let texts = try ["one", "two"].map { store in
      try run("findings", "--json", store: store).lines.map(Self.withoutRuns)
    }
    #expect(texts[0] == texts[1])
  }

  /// The line without names of runs, times and durations; findings keep their names.
  private static func withoutRuns(_ line: Substring) -> String {
    let marks = [
      #/"run":"[^"]*"/#, #/"time":"[^"]*"/#, #/"started":"[^"]*"/#, #/"id":"[0-9a-f]{16}"/#,
    ]
    let text = marks.reduce(String(line)) { $0.replacing($1, with: "") }
    return text.replacing(#/"seconds":[0-9.]*/#, with: "")
  }

  @Test func `summary shows what came and went`() throws {
    _ = try scanTwice()
    let records = try run("summary", "--json").records
    let iban = try #require(records.of("stored-kind").first { $0["kind"] == "iban" })
    #expect(iban.number("before") == 1)
    #expect(iban.number("now") == 0)
    #expect(iban.number("gone") == 1)
    let files = try #require(records.of("stored-files").first)
    #expect(files.number("new") == 1)
    #expect(files.number("gone") == 1)
    #expect(files.number("moved") == 1)
    #expect(files.number("changed") == 1)
    #expect(files.number("unchanged") == 1)
    #expect(try run("summary", "--lang", "nl").text.contains("1 verplaatst"))
  }

  @Test func `compare lists the files that differ`() throws {
    let names = try scanTwice()
    let changes = try run("compare", names[0], names[1], "--json").records.of("file-change")
    let lines = changes.map { "\($0.path.split(separator: "/").last ?? "") \($0["change"])" }
    #expect(
      lines == [
        "brief.txt changed", "nieuw.txt new", "notulen.txt gone", "verhuisd.json moved",
      ])
    #expect(changes[0].part("gone").number("iban") == 1)
    #expect(changes[0].part("gone").number("bsn") == nil)
    #expect(changes[0].part("new").number("bsn") == 1)
    let rows = try run("compare", names[0], names[1], "--format", "csv").lines
    #expect(rows.first == #""change","path","old_path","kind","new","gone""#)
    #expect(try run("compare", names[0]).status == 2)
    #expect(try run("compare", names[0], "nope").status == 2)
  }

  @Test func `explain says why, step by step, in two languages`() throws {
    try scan()
    let finding = try #require(
      try run("findings", "--json", "--kind", "bsn").records.of("finding").first {
        $0.path.hasSuffix("brief.txt")
      })
    let dutch = try run("explain", finding["id"], "--lang", "nl")
    #expect(dutch.status == 0)
    for part in [
      "Burgerservicenummer", "art. 87 AVG", "elfproef", "“bsn” staat er direct voor", "brief.txt",
      "hoog", "klanten.csv", "eerst gezien", "besluit: geen",
    ] {
      #expect(dutch.text.contains(part), "\(part)")
    }
    #expect(!dutch.text.contains("999999990"))
    let english = try run("explain", finding["id"], "--lang", "en")
    #expect(english.text.contains("Citizen service number"))
    #expect(try run("explain", "0123456789.1").status == 2)
    #expect(try run("explain", "bsn").status == 2)
  }

  @Test func `duplicates lists equal files with personal data`() throws {
    try bench.write("BSN: 999990019\n", to: "share/a.txt")
    try bench.write("BSN: 999990019\n", to: "share/kopie/a.txt")
    try bench.write("Vergadering om tien uur.\n", to: "share/notulen2.txt")
    try scan()
    let groups = try run("duplicates", "--json").records.of("duplicates")
    #expect(groups.count == 1)
    #expect(groups[0].list("files").map(\.path).map { $0.hasSuffix("/a.txt") } == [true, true])
    #expect(try run("duplicates", "--format", "csv").lines.count == 3)
    #expect(try run("duplicates", "--lang", "nl").text.contains("1 groep, 2 bestanden"))
  }

  @Test(arguments: [
    ["runs"], ["findings"], ["summary"], ["duplicates"], ["explain", "k3f7q2ab1x.1"],
  ])
  func `each says where it looked when there is no store`(command: [String]) throws {
    let run = try bench.start(
      command, environment: ["VINDPLAATS_STORE": "nowhere/store.sqlite", "VINDPLAATS_KEY": "k/key"]
    ).finish()
    #expect(run.status == 10)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("nowhere/store.sqlite"))
  }

  @Test func `reading needs no lock`() throws {
    try scan()
    let held = try bench.shell("flock -n memory/store.sqlite.lock -c 'sleep 0' && echo free")
    #expect(held.text.contains("free"))
    let script = """
      flock memory/store.sqlite.lock env VINDPLAATS_STORE=memory/store.sqlite \
      VINDPLAATS_KEY=memory-key/store.key "$VINDPLAATS" runs
      """
    #expect(try bench.shell(script).status == 0)
  }

  @Test func `who finds the store locked closes no file of others`() throws {
    try scan()
    let script = """
      flock memory/store.sqlite.lock strace -f -qq -e trace=close -o calls \
      "$VINDPLAATS" scan share --store memory/store.sqlite --key memory-key/store.key
      """
    #expect(try bench.shell(script).status == 11)
    let calls = try #require(bench.text(of: "calls"))
    #expect(calls.contains("close("))
    #expect(!calls.contains("EBADF"))
  }
}
