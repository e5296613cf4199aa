import CommandBench
import Testing

@Suite struct ExitStatusTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try MadeUpShare.write(in: bench)
  }

  @Test(
    arguments: [
      ([], 0), (["--fail-on-findings"], 1), (["--exit-code", "1"], 1), (["--exit-code", "42"], 42),
      (["--exit-code", "0"], 0), (["--fail-on-findings", "--exit-code", "42"], 42),
      (["--fail-on-findings", "--kinds", "mrz"], 0), (["--max-size", "10"], 3),
      (["--fail-on-findings", "--max-size", "100"], 3), (["--bogus"], 2),
      (["--out", "csv=absent/report.csv"], 74), (["--out", "csv=/dev/full"], 74),
    ] as [([String], Int32)])
  func `tells how a scan ended`(options: [String], status: Int32) throws {
    let run = try bench.start(["scan", "share", "--format", "none"] + options).finish()
    #expect(run.status == status)
  }

  @Test func `a scan without a report still examines everything`() throws {
    let run = try bench.run("scan", "share", "--format", "none", "--fail-on-findings")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `help and version are no errors`() throws {
    for arguments in [[], ["--help"], ["help", "scan"], ["scan", "--help"], ["--version"]] {
      let run = try bench.start(arguments).finish()
      #expect(run.status == 0)
      #expect(!run.output.isEmpty)
      #expect(run.errors.isEmpty)
    }
  }

  @Test(arguments: [
    "--help", "patterns list", "manual", "completions bash", "scan share --dry-run",
  ])
  func `an answer that cannot be written is status 74`(command: String) throws {
    let run = try bench.shell(#""$VINDPLAATS" \#(command) > /dev/full"#)
    #expect(run.status == 74)
    #expect(run.errorLines.count == 1)
  }

  @Test func `help names every status`() throws {
    let help = try bench.run("--help").text.split { $0.isWhitespace }.joined(separator: " ")
    for status in [
      "0 done", "1 findings", "2 usage", "3 done", "74 a report", "128+N ended by signal N",
    ] {
      #expect(help.contains(status))
    }
  }
}
