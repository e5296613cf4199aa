import Cryptography
import Foundation
import GRDB
import Glibc
import ScanModel
import Testing

@testable import FindingStore

/// Values are listed at the end of a run; until then they are found as well.
@Suite struct ValueIndexTests {
  private let bench: StoreBench
  private let finding = MadeUpFindings.finding()

  init() throws {
    bench = try StoreBench()
    try bench.write("a.txt")
  }

  /// A run that has written a file with the finding, and was killed then.
  private func killedRun() throws -> RunRecorder {
    let run = try bench.begin()
    run.take([finding], in: bench.path("a.txt"))
    run.take(bench.record("a.txt", content: 3, findings: [finding]))
    for number in 0..<1000 { run.take(bench.record("\(number)", content: 9)) }
    while try bench.count("state") < 1000 { usleep(1000) }
    return run
  }

  private func paths(with finding: Finding) throws -> [FilePath] {
    var query = FindingQuery()
    query.values = [bench.store.hash(kind: finding.kind, value: finding.normalized.revealed)]
    let receiver = KeptListing()
    _ = try bench.store.list(
      query, try DecisionBook(in: bench.store, at: 1), shows: { _ in true }, to: receiver)
    return receiver.records.map(\.provenance.path)
  }

  @Test func `finds a value of a run that has not ended`() throws {
    let run = try killedRun()
    #expect(try bench.store.listedEntries().count == 0)
    let digest = try #require(ContentDigest([UInt8](repeating: 3, count: 32)))
    #expect(try run.holds(finding, in: digest))
    #expect(try !run.holds(MadeUpFindings.finding(8), in: digest))
    #expect(try paths(with: finding) == [bench.path("a.txt")])
    #expect(try paths(with: MadeUpFindings.finding(8)).isEmpty)
  }

  @Test func `lists the values of a run that was killed with the next`() throws {
    _ = try killedRun()
    let next = try bench.begin()
    #expect(next.isContinued)
    #expect(try bench.store.listedEntries().count == 1)
    try bench.end(next)
    #expect(try bench.store.listedEntries().count == 1)
    #expect(try bench.store.rows("SELECT count(first_unlisted) FROM store") == ["0"])
    #expect(try paths(with: finding) == [bench.path("a.txt")])
  }

  // MARK: Segments

  /// A hash that begins with the bytes of the number.
  private func hash(_ high: UInt64) throws -> ValueHash {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
    return try #require(ValueHash(bytes + [UInt8](repeating: 0, count: 8)))
  }

  /// Writes values of an examination at once.
  private func list(_ highs: some Sequence<UInt64>, of examination: Int64) throws {
    let hashes = try highs.map(hash)
    try bench.store.write { database in
      var index = ValueIndex()
      try index.add(hashes.map(ValueEntry.key), of: examination, in: database)
      try index.write(in: database)
    }
  }

  private func examinations(of high: UInt64) throws -> Set<Int64> {
    let hashes: Set = [try hash(high)]
    return try bench.store.read {
      try ValueIndex.examinations(thatMayHold: hashes, in: $0)
    }
  }

  @Test func `finds the lowest, the highest and the value between them`() throws {
    try list([0, 1 << 40, .max, 2], of: 7)
    for high in [0, 2, 1 << 40, .max] as [UInt64] {
      #expect(try examinations(of: high) == [7])
    }
    #expect(try examinations(of: 4).isEmpty)
    #expect(try examinations(of: .max - 2).isEmpty)
  }

  @Test func `finds every value in an index of many blocks, and all examinations of one`() throws {
    // Steps of an odd length, so that blocks begin anywhere.
    let step: UInt64 = 0x0001_2345_6789_ABCE
    try list((0..<20_000).map { $0 * step }, of: 1)
    for examination in 2...3000 { try list([500 * step], of: Int64(examination)) }
    #expect(try bench.count("value_block") > 20)
    #expect(try examinations(of: 500 * step) == Set(1...3000))
    for number in stride(from: 0, to: 20_000 as UInt64, by: 37) where number != 500 {
      #expect(try examinations(of: number * step) == [1])
      #expect(try examinations(of: number * step + 2).isEmpty)
    }
  }

  @Test func `keeps few segments however many runs write`() throws {
    for run in 0..<500 {
      try list((0..<UInt64(1 + run * 7 % 13)).map { $0 << 50 }, of: Int64(run + 1))
    }
    #expect(try bench.count("value_segment") <= 13)
    let entries = try bench.store.listedEntries()
    #expect(entries.count == (0..<500).reduce(0) { $0 + 1 + $1 * 7 % 13 })
    #expect(Set(entries).count == entries.count)
    #expect(
      try bench.store.rows("SELECT sum(entry_count) FROM value_segment") == ["\(entries.count)"])
  }

  @Test func `lists an entry once that is written twice`() throws {
    try list([4, 4, 8], of: 1)
    try list([8, 10], of: 1)
    #expect(try bench.store.listedEntries().map(\.key) == [2, 4, 5])
    #expect(try bench.store.rows("SELECT entry_count FROM value_segment") == ["3"])
  }

  // MARK: Stores of before

  @Test func `packs the values of a store of the first form`() throws {
    let store = bench.store
    let hashes = [finding, MadeUpFindings.finding(8)].map {
      store.hash(kind: $0.kind, value: $0.normalized.revealed)
    }
    try store.write { database in
      // The table of the first form.
      try database.execute(
        sql: """
          DROP TABLE value_block; DROP TABLE value_segment;
          CREATE TABLE value (hash BLOB NOT NULL, examination INTEGER NOT NULL,
            PRIMARY KEY (hash, examination)) STRICT, WITHOUT ROWID
          """)
      for (hash, examination) in [(hashes[0], 1), (hashes[0], 300), (hashes[1], 2)] {
        try database.execute(
          sql: "INSERT INTO value VALUES (?, ?)", arguments: [Data(hash.bytes), examination])
      }
      try Schema.current.bringUp(database, from: 1)
    }
    let found = try store.read { database in
      try hashes.map { try ValueIndex.examinations(thatMayHold: [$0], in: database) }
    }
    #expect(found == [[1, 300], [2]])
    #expect(try store.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'value'") == ["0"])
  }
}
