import CommandBench
import Testing

@Suite struct MaskingTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  @Test(arguments: ["summary", "html", "csv", "json", "ndjson"], ["nl", "en"])
  func `no value is in a report or message`(format: String, language: String) throws {
    let run = try bench.run(
      "scan", "share", "--format", format, "--lang", language, "--progress", "always")
    #expect(run.text.contains("brief.txt"))
    for value in MadeUpShare.values {
      #expect(!run.text.contains(value))
      #expect(!run.errorText.contains(value))
    }
  }

  @Test func `--reveal shows values, after a warning`() throws {
    let run = try bench.run("scan", "share", "--json", "--reveal", "--lang", "nl")
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("LET OP"))
    for value in MadeUpShare.values { #expect(run.text.contains(value)) }
  }

  @Test func `a report file is for its owner alone`() throws {
    let run = try bench.shell(
      #"umask 000; "$VINDPLAATS" scan share --format none --out csv=r.csv; stat -c %a r.csv"#)
    #expect(run.text == "600\n")
  }
}
