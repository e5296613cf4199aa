import CommandBench
import TestSupport
import Testing

/// How the files are booked that SQLite keeps beside a database.
@Suite struct DatabaseLogTests {
  private let bench: CommandBench

  /// A database whose only row is in its log still, as a program that is at work leaves it.
  init() throws {
    bench = try CommandBench()
    let made = try bench.shell(
      """
      mkdir share && cd share && python3 -c '
      import os, sqlite3
      database = sqlite3.connect("clients.sqlite")
      database.execute("pragma journal_mode = wal")
      database.execute("create table client (bsn)")
      database.execute("pragma wal_checkpoint(truncate)")
      database.execute("insert into client values (999990019)")
      database.commit()
      os._exit(0)
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
  }

  @Test(arguments: ["1", "2"]) func `a log is scanned with its database`(jobs: String) throws {
    let run = try bench.run("scan", "share", "--json", "--jobs", jobs)
    #expect(run.status == 0)
    let records = try run.records
    #expect(records.of("finding").map(\.path) == ["share/clients.sqlite"])
    for name in ["clients.sqlite", "clients.sqlite-wal", "clients.sqlite-shm"] {
      #expect(records.file("share/\(name)")?["status"] == "scanned", "\(name)")
    }
    #expect(records.of("file").count == 3)
  }

  @Test func `a log whose database is not read is not examined`() throws {
    let run = try bench.run("scan", "share", "--json", "--exclude", "*.sqlite")
    #expect(run.status == 3)
    let log = try #require(try run.records.file("share/clients.sqlite-wal"))
    #expect(log["status"] == "not-examined")
    #expect(log["reason"] == "unsupported-type")
  }

  @Test func `a log is no better read than its database`() throws {
    let cut = try bench.shell("truncate -s 200 share/clients.sqlite-wal share/clients.sqlite")
    try #require(cut.status == 0)
    let run = try bench.run("scan", "share", "--json")
    #expect(run.status == 3)
    for name in ["clients.sqlite", "clients.sqlite-wal"] {
      let file = try #require(try run.records.file("share/\(name)"))
      #expect(file["status"] == "partial")
      #expect(file["reason"] == "malformed")
    }
  }
}
