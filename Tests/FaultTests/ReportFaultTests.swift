import CommandBench
import Testing

@Suite struct ReportFaultTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for number in 0..<200 {
      try bench.write("BSN: 999999990, 111222333\n", to: "share/\(number).txt")
    }
  }

  @Test(arguments: ["summary", "html", "csv", "json", "ndjson"])
  func `a full disk is told once, with status 74`(format: String) throws {
    let run = try bench.shell(#""$VINDPLAATS" scan share --format \#(format) > /dev/full"#)
    #expect(run.status == 74)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("ENOSPC"))
  }

  @Test func `a report that fails does not take another with it`() throws {
    let run = try bench.run(
      "scan", "share", "--json", "--out", "html=/dev/full", "--out", "csv=r.csv")
    #expect(run.status == 74)
    #expect(run.errorText.contains("/dev/full"))
    #expect(try run.records.last?.type == "summary")
    #expect(bench.text(of: "r.csv")?.contains("share/199.txt") == true)
  }

  @Test func `a reader that goes away ends the scan quietly`() throws {
    let run = try bench.shell(
      #"{ "$VINDPLAATS" scan share --json; echo $? >&2; } | head -c 1 > /dev/null"#)
    #expect(run.errorText == "141\n")
  }

  @Test func `an older report stays until the new one is complete`() throws {
    try bench.write("oud", to: "r.csv")
    let run = try bench.shell(
      #"ulimit -f 4; trap '' XFSZ; "$VINDPLAATS" scan share --format none --out csv=r.csv"#)
    #expect(run.status == 74)
    #expect(bench.text(of: "r.csv") == "oud")
    #expect(try bench.shell("ls -A").text == "r.csv\nshare\n")
  }
}
