import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct VanishingFileTests {
  @Test func `files that vanish during a scan are counted apart`() throws {
    let bench = try CommandBench()
    for number in 0..<1_500 {
      try bench.write("BSN: 999999990\n", to: "share/\(number).txt")
    }
    let command = try bench.start(["scan", "share", "--json", "--jobs", "1"])
    var next = 0
    let run = command.finish {
      for number in min(next, 1_500)..<min(next + 50, 1_500) where number % 2 == 0 {
        unlink("\(bench.folder.path)/share/\(number).txt")
      }
      next += 50
    }
    let records = try run.records
    let files = records.of("file")
    #expect([0, 3].contains(run.status))
    #expect(records.last?.part("coverage").number("listed") == files.count)
    #expect(
      files.filter { $0["status"] == "not-examined" }.allSatisfy { $0["reason"] == "vanished" })
    let survivors = files.filter { Int($0.path.dropFirst(6).dropLast(4)).map { $0 % 2 } == 1 }
    #expect(survivors.count == 750)
    #expect(survivors.allSatisfy { $0["status"] == "scanned" })
  }
}
