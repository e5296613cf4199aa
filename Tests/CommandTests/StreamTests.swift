import CommandBench
import Testing

@Suite struct StreamTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  @Test(arguments: ["summary", "html", "csv", "json", "ndjson"])
  func `standard output holds the report and standard error nothing`(format: String) throws {
    let run = try bench.run("scan", "share", "--format", format)
    #expect(run.status == 0)
    #expect(run.output.last == UInt8(ascii: "\n"))
    #expect(run.text.contains("klanten.csv"))
    #expect(run.errors.isEmpty)
  }

  @Test func `several reports are made at once, beside standard output`() throws {
    let run = try bench.run(
      "scan", "share", "--out", "html=r.html", "--out", "csv=r.csv", "--out=json=r.json",
      "--out", "ndjson=r.ndjson", "--json")
    #expect(run.status == 0)
    #expect(try run.records.last?.type == "summary")
    for (name, start) in [
      ("r.html", "<!DOCTYPE html>"), ("r.csv", "\"path\""), ("r.json", "{"),
      ("r.ndjson", "{\"type\":\"run\""),
    ] {
      #expect(bench.text(of: name)?.lowercased().hasPrefix(start.lowercased()) == true)
    }
  }

  @Test func `progress goes to standard error`() throws {
    let run = try bench.run("scan", "share", "--json", "--progress", "always")
    #expect(try run.records.first?.type == "run")
    #expect(!run.text.contains("\r"))
  }

  @Test func `a scan that reads gently finds the same`() throws {
    let gentle = try bench.run("scan", "share", "--json", "--throttle", "20M", "--idle-io")
    #expect(gentle.status == 0)
    #expect(gentle.errors.isEmpty)
    let findings = try bench.run("scan", "share", "--json").records.of("finding")
    #expect(try gentle.records.of("finding").count == findings.count)
  }

  @Test(
    arguments: [
      ([:], "never", false), (["NO_COLOR": "1"], "auto", false),
      (["NO_COLOR": "1"], "always", true),
      (["TERM": "dumb"], "auto", false), ([:], "auto", false),
    ] as [([String: String], String, Bool)])
  func `colours only where they are wanted`(
    environment: [String: String], choice: String, isColoured: Bool
  ) throws {
    let run = try bench.run("scan", "share", "--color", choice, environment: environment)
    #expect(run.output.contains(0x1B) == isColoured)
  }

  @Test(
    arguments: [
      ("nl_NL.UTF-8", [], "Dekking"), ("en_GB.UTF-8", [], "Coverage"),
      ("en_GB.UTF-8", ["--lang", "nl"], "Dekking"), ("nl_NL.UTF-8", ["--lang", "en"], "Coverage"),
    ] as [(String, [String], String)])
  func `the summary speaks the language of the option, else of the locale`(
    locale: String, options: [String], title: String
  ) throws {
    let run = try bench.start(["scan", "share"] + options, environment: ["LC_ALL": locale]).finish()
    #expect(run.lines.first.map(String.init) == title)
  }

  @Test func `a dry run counts and reads nothing`() throws {
    let run = try bench.run("scan", "share", "--dry-run", "--out", "html=r.html")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("4 files, "))
    #expect(bench.text(of: "r.html") == nil)
  }

  @Test func `closed outputs do not end up in a report`() throws {
    let run = try bench.shell(
      #""$VINDPLAATS" scan share --out ndjson=r.ndjson >&- 2>&-; echo $?"#)
    #expect(run.text == "74\n")
    #expect(bench.text(of: "r.ndjson")?.hasSuffix("}\n") == true)
    #expect(bench.text(of: "r.ndjson")?.contains("Coverage\n") == false)
  }
}
