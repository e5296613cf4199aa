import CommandBench
import Foundation
import TestSupport
import Testing

/// What a second scan does with what the first has kept.
@Suite struct StoreScanTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
    try bench.write("Niets.\n", to: "share/999990019 Jansen/dossier.txt")
    try bench.write(#"{\rtf1 BSN: 999990019}"#, to: "share/brief.rtf")
    let made = try bench.shell(
      """
      python3 -c '
      import zipfile
      with zipfile.ZipFile("share/map.zip", "w") as z:
          z.writestr("a/brief.txt", "BSN: 999992168\\n")
          z.writestr("gedicht.txt", "geen\\n")
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
  }

  private func recalledCount(_ run: CommandRun) throws -> Int {
    try run.records.last?.number("recalled") ?? -1
  }

  @Test func `a second scan tells the same, and the same as one without a store`() throws {
    let without = try bench.run("scan", "share", "--json", "--no-store")
    let first = try bench.scan("share", "--json")
    let second = try bench.scan("share", "--json")
    #expect(without.status == 0 && first.status == 0 && second.status == 0)
    #expect(first.comparableLines == without.comparableLines)
    #expect(second.comparableLines == without.comparableLines)
    #expect(try recalledCount(first) == 0)
    #expect(try recalledCount(second) == 7)
    for (left, right) in zip(try first.records.suffix(1), try second.records.suffix(1)) {
      #expect(left.part("coverage").number("listed") == right.part("coverage").number("listed"))
      #expect(
        left.list("kinds").map { "\($0["kind"]) \($0.number("count") ?? 0)" }
          == right.list("kinds").map { "\($0["kind"]) \($0.number("count") ?? 0)" })
    }
  }

  @Test(arguments: ["csv", "json"])
  func `a second scan makes the same reports`(format: String) throws {
    var reports: [String] = []
    for arguments in [["--no-store"], [], []] {
      let run = try bench.start(
        ["scan", "share", "--format", format] + arguments,
        environment: arguments.isEmpty ? bench.storeEnvironment : [:]
      ).finish()
      #expect(run.status == 0)
      // Files come in the order in which threads are done with them; the last has no comma.
      let lines = run.stableText.split(whereSeparator: \.isNewline)
      reports.append(
        lines.map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.sorted().joined(separator: "\n"))
    }
    #expect(reports[1] == reports[0])
    #expect(reports[2] == reports[0])
  }

  @Test func `a second scan counts the candidates that were not reported as the first did`() throws
  {
    // A column of numbers of which one in eleven passes the check, as chance has it.
    let numbers = (0..<300).map { "\(100_000_000 + 2_234_567 * $0);\($0)\n" }
    try bench.write("id;bedrag\n" + numbers.joined(), to: "share/nummers.csv")
    let counts = try ["--no-store", "--json", "--json"].map { option in
      let run =
        option == "--json"
        ? try bench.scan("share", "--json") : try bench.run("scan", "share", "--json", option)
      return try run.records.last?.number("suppressed") ?? -1
    }
    #expect(counts[0] > 0)
    #expect(counts[1] == counts[0])
    #expect(counts[2] == counts[0])
  }

  @Test func `a second scan opens no file of the share`() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"),
      "strace is not installed; make test installs it")
    _ = try bench.scan("share", "--json")
    let environment = bench.storeEnvironment.map { "\($0.key)='\($0.value)'" }
    let run = try bench.shell(
      environment.joined(separator: " ")
        + #" strace -f -qq -e trace=openat,open,read,pread64,readv -o calls "$VINDPLAATS" scan share --json"#
    )
    #expect(run.status == 0)
    #expect(try recalledCount(run) == 7)
    let calls = try #require(bench.text(of: "calls"))
    let names = [
      "brief.txt", "klanten.csv", "persoon.json", "notulen.txt", "dossier.txt", "map.zip",
    ]
    for name in names + ["brief.rtf"] { #expect(!calls.contains("\"\(name)\"")) }
    #expect(calls.contains("openat("))
  }

  @Test func `a file that has changed is read`() throws {
    _ = try bench.scan("share", "--json")
    try bench.write("BSN: 999992168 en 999990019\n", to: "share/notulen.txt")
    let run = try bench.scan("share", "--json")
    #expect(try recalledCount(run) == 6)
    #expect(try run.records.of("finding").filter { $0.path == "share/notulen.txt" }.count == 2)
  }

  @Test func `a file that was moved or copied is not searched again, and listed`() throws {
    let first = try bench.scan("share", "--json")
    _ = try bench.shell(
      "mv share/brief.txt share/map/verplaatst.txt; cp share/map/klanten.csv share/kopie.csv")
    let second = try bench.scan("share", "--json")
    #expect(try recalledCount(second) == 8)
    let moved = try second.records.of("finding").filter { $0.path == "share/map/verplaatst.txt" }
    let before = try first.records.of("finding").filter { $0.path == "share/brief.txt" }
    #expect(moved.map { $0["mask"] } == before.map { $0["mask"] })
    #expect(try second.records.file("share/kopie.csv")?.flag("recalled") == true)
    let third = try bench.scan("share", "--json")
    #expect(third.comparableLines == second.comparableLines)
    #expect(third.comparableLines == (try bench.run("scan", "share", "--json")).comparableLines)
  }

  @Test(arguments: [
    ["--kinds", "bsn"], ["--rescan"], ["--patterns", "patterns"],
    ["--passwords", "passwords"],
  ])
  func `other patterns and options read all files anew`(arguments: [String]) throws {
    try bench.write("geheim\n", to: "passwords")
    try bench.write(
      """
      id: zaaknummer
      name: {nl: 'Zaaknummer', en: 'Case number'}
      class: ordinary
      source: 'Made up'
      expressions:
        - notation: plain
          regex: '(?<![A-Z])ZK-[0-9]{6}(?![0-9])'
      labels: [zaak]
      confidence: {bare: 0.5, near: 0.7, label: 0.9}
      examples: ['zaak ⟦ZK-123456⟧', 'bij ⟦ZK-000001⟧']
      counterexamples: ['ZK-12']

      """, to: "patterns/zaak.yaml")
    _ = try bench.scan("share", "--json")
    let run = try bench.start(
      ["scan", "share", "--json"] + arguments, environment: bench.storeEnvironment
    ).finish()
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try recalledCount(run) == 0)
  }

  @Test func `values in full are read anew, and never kept`() throws {
    _ = try bench.scan("share", "--json")
    let run = try bench.scan("share", "--json", "--reveal")
    #expect(try recalledCount(run) == 0)
    #expect(run.text.contains("999999990"))
    let grep = try bench.shell("grep -c -a -E '111222333|NL91ABNA0417164300' store/* || true")
    #expect(grep.lines.allSatisfy { $0.hasSuffix(":0") })
  }

  @Test func `files that were copied away and back are known without inode or its time`() throws {
    _ = try bench.scan("share", "--json")
    _ = try bench.shell("cp -a share other && rm -r share && mv other share")
    let strict = try bench.scan("share", "--json", "--ignore-inode", "--ignore-ctime")
    #expect(try recalledCount(strict) == 7)
    let calls = try bench.scan("share", "--json", "--ignore-ctime")
    #expect(try recalledCount(calls) == 7)
  }

  @Test func `values in names are found in both scans, as parts of the path`() throws {
    for _ in 0..<2 {
      let run = try bench.scan("share", "--json")
      let inPaths = try run.records.of("finding").filter {
        $0.path == "share/999990019 Jansen/dossier.txt" && $0["kind"] == "bsn"
      }
      #expect(inPaths.count == 1)
      #expect(inPaths.first?.list("part").map { $0["name"] } == ["path"])
    }
  }

  @Test func `a store inside the share is left out as the program's own`() throws {
    let store = ["--store", "share/store/store.sqlite", "--key", "keys/key"]
    for _ in 0..<2 {
      let run = try bench.start(["scan", "share", "--json"] + store).finish()
      #expect(run.status == 0)
      let coverage = try #require(try run.records.last).part("coverage")
      #expect((coverage.part("left_out").number("own-file") ?? 0) >= 2)
      #expect(try run.records.of("file").allSatisfy { !$0.path.contains("store.sqlite") })
    }
  }

  @Test func `a database is read anew while its log lies beside it`() throws {
    let made = try bench.shell(
      """
      python3 -c '
      import sqlite3, os
      d = sqlite3.connect("share/klanten.db")
      d.execute("PRAGMA journal_mode=wal")
      d.execute("CREATE TABLE klant (bsn TEXT)")
      d.execute("INSERT INTO klant VALUES (\\"999990019\\")")
      d.commit()
      os._exit(0)
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
    _ = try bench.scan("share", "--json")
    let second = try bench.scan("share", "--json")
    #expect(try second.records.file("share/klanten.db")?.flag("recalled") == false)
    #expect(
      try second.records.of("finding").contains {
        $0.path == "share/klanten.db" && $0["kind"] == "bsn"
      })
  }
}

extension CommandRun {
  /// The report without run ids, times, and whether files were recalled.
  fileprivate var stableText: String {
    text.replacing(/"(id|started)":"[0-9a-fTZ:-]{16,}"/, with: "")
      .replacing(/"seconds":[0-9.e-]+/, with: "").replacing(/"recalled":[a-z0-9]+/, with: "")
      .replacing(/"suppressed":[0-9]+/, with: "").replacing(/"decided":{[^}]*},?/, with: "")
  }
}
