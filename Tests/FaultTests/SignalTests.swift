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
}
