import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct ChangingFileTests {
  private let bench: CommandBench
  private var path: String { "\(bench.folder.path)/log.txt" }

  init() throws {
    bench = try CommandBench()
    try bench.write(
      "BSN: 999999990\n" + String(repeating: "regel 12 345 en 67 890\n", count: 4_000),
      to: "log.txt")
  }

  @Test func `a file that grows is read to its first size and partial`() throws {
    let run = try bench.start(["scan", "log.txt", "--json"]).finish {
      guard let file = fopen(path, "a") else { return }
      fputs("BSN: 111222333\n", file)
      fclose(file)
    }
    let file = try #require(try run.records.file("log.txt"))
    #expect(run.status == 3)
    #expect(file["status"] == "partial")
    #expect(file["reason"] == "changed")
    #expect(try run.records.of("finding").first?["kind"] == "bsn")
  }

  @Test func `a file that shrinks is partial and ends nothing`() throws {
    let size = 15 + 4_000 * 23
    var length = size
    let run = try bench.start(["scan", "log.txt", "--json"]).finish {
      length = max(20, length - 1)
      truncate(path, length)
    }
    let file = try #require(try run.records.file("log.txt"))
    #expect(run.status == 3)
    #expect(file["reason"] == "changed")
  }

  @Test func `a file whose name goes to another is told from it`() throws {
    let run = try bench.start(["scan", ".", "--json"]).finish {
      if access("\(path).new", F_OK) != 0 { rename(path, "\(path).new") }
    }
    #expect([0, 3].contains(run.status))
    #expect(try run.records.last?.type == "summary")
  }
}
