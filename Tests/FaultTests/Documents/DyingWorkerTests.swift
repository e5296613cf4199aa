import CommandBench
import Foundation
import Glibc
import TestSupport
import Testing

/// What becomes of a document when the process that reads it dies, hangs or eats its memory.
@Suite struct DyingWorkerTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    // Long enough to be still in work when its reader is found.
    let head = "From: a@example.org\nSubject: BSN 999990019\nContent-Type: text/plain\n\n"
    let lines = String(repeating: "1234567 7654321\n", count: 600_000)
    try bench.write(head + lines + "BSN: 999999990\n", to: "share/letter.eml")
    try bench.write("BSN: 999999990\n", to: "share/plain.txt")
  }

  /// Starts a scan and sends `signal` to its first `count` workers, once to each and while they read.
  private func scan(
    sending signal: Int32, toFirst count: Int, _ arguments: String...
  ) throws -> CommandRun {
    let command = try bench.start(["scan", "share", "--json", "--jobs", "1"] + arguments)
    var lockedIn: Set<Int32> = []
    var hit: Set<Int32> = []
    return command.finish {
      guard hit.count < count else { return }
      for worker in command.workers where !hit.contains(worker) {
        if lockedIn.contains(worker) {
          kill(worker, signal)
          hit.insert(worker)
        } else if command.isLockedIn(worker) {
          lockedIn.insert(worker)
        }
      }
    }
  }

  private func expectTheRest(_ run: CommandRun) throws {
    #expect(run.status == 3)
    #expect(try run.records.file("share/plain.txt")?["status"] == "scanned")
    #expect(try run.records.last?.type == "summary")
    #expect(try run.records.of("file").count == 2)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGKILL])
  func `a crash costs one document, of which the text is still searched`(signal: Int32) throws {
    let run = try scan(sending: signal, toFirst: 1)
    try expectTheRest(run)
    let letter = try #require(try run.records.file("share/letter.eml"))
    #expect(letter["status"] == "partial")
    #expect(letter["reason"] == "crash")
    let findings = try run.records.of("finding").filter { $0.path == "share/letter.eml" }
    #expect(findings.contains { $0.list("part").last?["name"] == "raw-text" })
    // What was found before is not lost: the subject is a text of its own.
    #expect(
      findings.contains {
        $0["kind"] == "bsn" && $0.list("part").last?["name"] == "mail-headers"
      })
  }

  @Test func `all that many members hold is told once and in their order`() throws {
    let made = try bench.shell(
      """
      cd share && python3 -c '
      import zipfile
      with zipfile.ZipFile("many.zip", "w") as z:
        for n in range(400): z.writestr("lid %03d.txt" % n, "BSN: 999990019, 999999990\\n" * 10)
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
    let run = try bench.run("scan", "share/many.zip", "--json", "--jobs", "1")
    let members = try run.records.of("finding").map { $0.list("part").last?["name"] ?? "" }
    #expect(members == (0..<400).flatMap { Array(repeating: "lid \(padded($0)).txt", count: 20) })
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  @Test func `a document that kills every reader is told as such`() throws {
    let run = try scan(sending: SIGKILL, toFirst: 2)
    try expectTheRest(run)
    let letter = try #require(try run.records.file("share/letter.eml"))
    #expect(letter["reason"] == "crash")
    #expect(letter.number("examined_bytes") == 0)
  }

  @Test func `a worker that dies while it is idle costs no document`() throws {
    try bench.write(#"{\rtf1 BSN: 999999990}"#, to: "first.rtf")
    try bench.write(String(repeating: "lorem ipsum\n", count: 50_000), to: "pause.txt")
    try bench.write(#"{\rtf1 BSN: 999990019}"#, to: "second.rtf")
    let command = try bench.start(
      ["scan", "first.rtf", "pause.txt", "second.rtf", "--json", "--jobs", "1"]
        + ["--throttle", "1M"])
    var waitedCount = 0
    let run = command.finish {
      guard waitedCount < 5, let worker = command.workers.first else { return }
      waitedCount = command.isWaiting(worker) ? waitedCount + 1 : 0
      if waitedCount == 5 { kill(worker, SIGKILL) }
    }
    #expect(waitedCount == 5)
    #expect(run.status == 0)
    #expect(try run.records.file("second.rtf")?["status"] == "scanned")
    #expect(try run.records.of("finding").contains { $0.path == "second.rtf" })
  }

  @Test func `a worker that dies in its start costs no document`() throws {
    // On a busy machine a worker may be through its start before it is seen.
    var isKilled = false
    for _ in 0..<20 where !isKilled {
      let command = try bench.start(["scan", "share", "--json", "--jobs", "1"])
      var isTried = false
      let run = command.finish {
        guard !isTried, let worker = command.workers.first else { return }
        isTried = true
        isKilled = command.killInStart(worker)
      }
      #expect(run.status == 0)
      #expect(try run.records.file("share/letter.eml")?["status"] == "scanned")
    }
    #expect(isKilled)
  }

  @Test func `a reader that hangs is ended when its time is over`() throws {
    let run = try scan(sending: SIGSTOP, toFirst: 1, "--document-time", "1")
    try expectTheRest(run)
    #expect(try run.records.file("share/letter.eml")?["reason"] == "time")
  }

  @Test func `a document that needs too much memory is told as such`() throws {
    // The same bytes packed inside and outside: the inner archive is unpacked to memory.
    let made = try bench.shell(
      """
      cd share && python3 -c '
      import io, os, zipfile
      inner = io.BytesIO()
      with zipfile.ZipFile(inner, "w", zipfile.ZIP_STORED) as z: z.writestr("a.bin", os.urandom(150 << 20))
      with zipfile.ZipFile("large.zip", "w", zipfile.ZIP_STORED) as z: z.writestr("inner.zip", inner.getvalue())
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
    let run = try bench.run("scan", "share", "--json", "--jobs", "1", "--document-memory", "128M")
    #expect(run.status == 3)
    #expect(try run.records.file("share/large.zip")?["reason"] == "memory")
    #expect(try run.records.file("share/letter.eml")?["status"] == "scanned")
    #expect(try run.records.file("share/plain.txt")?["status"] == "scanned")
  }

  @Test func `an interrupted scan leaves no worker behind`() throws {
    let command = try bench.start(["scan", "share", "--json", "--jobs", "1"])
    var stopped: Int32?
    let run = command.finish {
      guard stopped == nil, let worker = command.workers.first else { return }
      kill(worker, SIGSTOP)
      stopped = worker
      command.send(SIGINT)
    }
    #expect(run.status == 130)
    let worker = try #require(stopped)
    #expect(kill(worker, 0) == -1)
  }

  @Test func `a worker is locked in while it reads`() throws {
    for number in 0..<2_000 {
      try bench.write("From: a@example.org\nSubject: \(number)\n\nx\n", to: "share/\(number).eml")
    }
    let command = try bench.start(["scan", "share", "--json", "--jobs", "1"])
    var facts = ""
    _ = command.finish {
      guard facts.isEmpty, let worker = command.workers.first else { return }
      if command.isLockedIn(worker) { facts = command.facts(of: worker) }
    }
    #expect(facts.contains("NoNewPrivs:\t1"))
  }
}
