import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct SignalTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    mkdir("\(bench.folder.path)/out", 0o700)
  }

  private func writeShare() throws {
    let dense = String(repeating: "nummer 12 345 en 67 890\n", count: 2_400)
    for number in 0..<400 { try bench.write(dense, to: "share/\(number).txt") }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends the scan with a report that says so`(signal: Int32) throws {
    try writeShare()
    let command = try bench.start([
      "scan", "share", "--format", "none", "--out", "ndjson=out/r.ndjson", "--out",
      "html=out/r.html",
    ])
    command.awaitReport(in: "\(bench.folder.path)/out")
    command.send(signal)
    let run = try command.finish()
    #expect(run.status == 128 + signal)
    let records = try CommandRecord.list(#require(bench.text(of: "out/r.ndjson")))
    let summary = try #require(records.last)
    #expect(summary.type == "summary")
    #expect(summary.flag("interrupted") == true)
    #expect(summary.flag("complete") == false)
    #expect(summary.part("coverage").number("listed") == records.of("file").count)
    #expect(bench.text(of: "out/r.html")?.contains("</html>") == true)
    #expect(try bench.shell("ls -A out").text == "r.html\nr.ndjson\n")
  }

  @Test func `a second signal ends at once what hangs`() throws {
    try bench.write("BSN: 999999990\n", to: "share/a.txt")
    // Nobody reads the FIFO, so that opening it never ends.
    mkfifo("\(bench.folder.path)/out/fifo", 0o600)
    let command = try bench.start(["scan", "share", "--out", "ndjson=out/fifo"])
    var turn = 0
    let run = command.finish {
      turn += 1
      if turn > 200, turn % 20 == 0 { command.send(SIGINT) }
    }
    #expect(run.status == 130)
  }

  @Test func `a signal that was ignored from the start stays so`() throws {
    try bench.write("BSN: 999999990\n", to: "share/a.txt")
    let run = try bench.shell(
      #"trap '' HUP; "$VINDPLAATS" scan share --json & kill -HUP $!; wait $!"#)
    #expect(run.status == 0)
    #expect(try run.records.last?.flag("interrupted") == false)
  }

  @Test func `SIGUSR1 prints how far it is`() throws {
    try writeShare()
    let command = try bench.start(
      ["scan", "share", "--format", "none", "--out", "ndjson=out/r.ndjson"])
    command.awaitReport(in: "\(bench.folder.path)/out")
    command.send(SIGUSR1)
    command.awaitMessage()
    command.send(SIGTERM)
    let run = try command.finish()
    #expect(run.status == 143)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains(" files · "))
  }
}
