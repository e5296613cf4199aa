import CommandBench
import Foundation
import TestSupport
import Testing

/// What readers need of the system must be there although a worker may open nothing any more.
@Suite struct LockedReaderTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  /// `names.7z` was made by bsdtar of the text `BSN: 999990019` in a file with this name.
  @Test func `names of members keep their characters`() throws {
    let archive = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "names.7z")
    let run = try bench.run("scan", archive.path, "--json", "--kinds", "bsn")
    let finding = try #require(try run.records.of("finding").first)
    #expect(finding.list("part").map { $0["name"] } == ["café-ÿ.txt"])
  }
}
