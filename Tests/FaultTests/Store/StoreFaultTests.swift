import CommandBench
import Glibc
import TestSupport
import Testing

/// Stores and keys that cannot be used, each with its own status and message, and left as they are.
@Suite struct StoreFaultTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.write("BSN: 999990019\n", to: "share/a.txt")
    #expect(try bench.scan("share").status == 0)
  }

  private var storeText: String { "store/store.sqlite" }

  /// Scans, and expects the status and a line that names `file`.
  private func expectRefusal(
    _ status: Int32, naming file: String, _ comment: Comment? = nil
  ) throws {
    let run = try bench.scan("share", "--json")
    #expect(run.status == status, comment)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains(file))
    #expect(run.output.isEmpty)
  }

  private func shell(_ script: String) throws {
    let run = try bench.shell(script)
    try #require(run.status == 0, "\(run.errorText)")
  }

  private func sum() throws -> String { try bench.shell("cksum < \(storeText)").text }

  @Test func `nobody else can read the store and its key, whatever the umask`() throws {
    let environment = bench.storeEnvironment.map { "\($0.key)='\($0.value)'" }
      .joined(separator: " ")
    try shell(
      """
      rm -rf store keys; umask 000
      head -c 30000000 /dev/zero | tr '\\0' 'a' > share/groot.txt
      \(environment) "$VINDPLAATS" scan share --throttle 20M > out & pid=$!
      while kill -0 $pid 2>/dev/null; do
        ls store/store.sqlite-wal >/dev/null 2>&1 && stat -c '%a %n' store store/* keys keys/* >> modes
      done
      wait $pid
      stat -c '%a %n' store store/* keys keys/* >> modes
      """)
    let modes = Set(
      try #require(bench.text(of: "modes")).split(separator: "\n").map { String($0) })
    #expect(
      modes == [
        "700 store", "600 store/store.sqlite", "600 store/store.sqlite-wal",
        "600 store/store.sqlite-shm", "600 store/store.sqlite.lock", "700 keys",
        "400 keys/store.key",
      ])
  }

  @Test func `a store in use is refused`() throws {
    let large = String(repeating: "regel zonder nummer\n", count: 300_000)
    try bench.write(large, to: "large/groot.txt")
    let command = try bench.start(
      ["scan", "large", "--throttle", "1M"], environment: bench.storeEnvironment)
    var isTried = false
    var turn = 0
    _ = try command.finish {
      turn += 1
      guard !isTried, turn > 100 else { return }
      isTried = true
      try expectRefusal(11, naming: storeText)
      command.send(SIGKILL)
    }
    #expect(isTried)
  }

  @Test func `a store of a later version is refused and stays`() throws {
    try shell(
      "python3 -c 'import sqlite3; d = sqlite3.connect(\"\(storeText)\"); "
        + "d.execute(\"PRAGMA user_version=99\")'")
    let before = try sum()
    try expectRefusal(15, naming: storeText)
    #expect(try sum() == before)
  }

  @Test(arguments: [
    "dd if=/dev/urandom of=STORE bs=1 count=100 conv=notrunc", "truncate -s 4100 STORE",
    "truncate -s 8192 STORE", "printf 'geen opslag' > STORE",
    "dd if=/dev/zero of=STORE bs=4096 seek=1 count=3 conv=notrunc",
  ])
  func `a damaged store is refused and stays`(damage: String) throws {
    try shell(damage.replacing("STORE", with: storeText))
    let before = try sum()
    try expectRefusal(13, naming: storeText, "\(damage)")
    #expect(try sum() == before)
  }

  @Test func `no flipped bit of a store ends in a crash`() throws {
    let flip = """
      python3 -c '
      import random, subprocess, os, sys, shutil
      chance = random.Random(3)
      store = "\(storeText)"
      whole = open(store, "rb").read()
      environment = dict(os.environ, \(bench.storeEnvironment.map { "\($0.key)=\"\($0.value)\"" }
      .joined(separator: ", ")))
      for turn in range(60):
          data = bytearray(whole)
          for _ in range(chance.choice([1, 4, 200])):
              data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
          open(store, "wb").write(data)
          for name in ("-wal", "-shm"):
              if os.path.exists(store + name): os.remove(store + name)
          run = subprocess.run([os.environ["VINDPLAATS"], "scan", "share", "--json"],
              env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
          if run.returncode not in (0, 12, 13, 15):
              sys.exit("turn %d: status %d: %s" % (turn, run.returncode, run.stderr[-300:]))
          if run.returncode and open(store, "rb").read(100)[:0] != b"": sys.exit("gone")
      '
      """
    let run = try bench.shell(flip)
    #expect(run.status == 0, "\(run.errorText)")
  }

  @Test(arguments: [
    "rm -f keys/store.key", "chmod 440 keys/store.key",
    "rm -f keys/store.key; head -c 32 /dev/urandom > keys/store.key; chmod 400 keys/store.key",
    "chmod 600 keys/store.key; printf kort > keys/store.key",
  ])
  func `a store without its key is refused`(change: String) throws {
    try shell(change)
    try expectRefusal(12, naming: "keys/store.key", "\(change)")
  }

  @Test func `a store on a network file system is refused, and none is made there`() throws {
    // The kernel says of every file system that it is NFS.
    let refused = try bench.shell(
      "strace -f -o strace -e trace=statfs -e inject=statfs:poke_exit=@arg2=6969000000000000 "
        + "\"$VINDPLAATS\" scan share --store nfs/store.sqlite --key keys/nfs")
    #expect(refused.status == 14)
    #expect(refused.errorLines.count == 1)
    #expect(refused.errorText.contains("nfs/store.sqlite"))
    #expect(try bench.shell("find nfs keys -type f").text == "keys/store.key\n")
  }

  @Test func `a store that cannot be made says where`() throws {
    try bench.write("geen map", to: "dicht")
    let run = try bench.start(
      ["scan", "share", "--store", "dicht/store.sqlite", "--key", "keys/k"]
    ).finish()
    #expect(run.status == 13)
    #expect(run.errorText.contains("dicht"))
  }

  @Test func `a full disk ends the scan, leaves the store valid, and the rest can follow`() throws {
    let made = try bench.shell(
      """
      cat > full.sh <<'END'
      mount -t tmpfs -o size=3m none disk || exit 77
      "$VINDPLAATS" scan many --store disk/store/s.sqlite --key keys/store.key --json > out 2> err
      echo $? > status
      python3 -c 'import sqlite3; print(sqlite3.connect("disk/store/s.sqlite").execute("PRAGMA integrity_check").fetchone()[0])' > check
      mount -o remount,size=200m disk
      "$VINDPLAATS" scan many --store disk/store/s.sqlite --key keys/store.key --json > out2 2>> err
      echo $? >> status
      "$VINDPLAATS" scan many --store disk/store/s.sqlite --key keys/store.key --json > out3 2>> err
      echo $? >> status
      END
      mkdir -p disk many
      python3 -c '
      for n in range(3000):
          open("many/%d.csv" % n, "w").write("bsn;mail\\n" + "".join(
              "999990019;jan%d-%d@voorbeeld.nl\\n" % (n, line) for line in range(30)))
      '
      unshare -m sh full.sh
      """)
    if made.status != 0 {
      return withKnownIssue("no file systems can be mounted here") { Issue.record("skipped") }
    }
    #expect(bench.text(of: "status") == "13\n0\n0\n")
    #expect(bench.text(of: "check") == "ok\n")
    let message = try #require(bench.text(of: "err"))
    let lines = message.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("disk/store/s.sqlite") == true)
    #expect(lines.last?.contains("goes on where it was") == true)
    let records = try CommandRecord.list(bench.text(of: "out3") ?? "")
    #expect(records.last?.number("recalled") == 3000)
    #expect(records.of("file").count == 3000)
  }

  @Test func `an interrupted scan goes on under its name and ends as an unbroken one`() throws {
    for number in 0..<300 {
      let line = "brief \(number) BSN 999990019\n"
      try bench.write(String(repeating: line, count: 200), to: "many/\(number).txt")
    }
    let whole = try bench.run("scan", "many", "--json")
    let command = try bench.start(
      ["scan", "many", "--json", "--throttle", "600K"], environment: bench.storeEnvironment)
    var turn = 0
    let broken = command.finish {
      turn += 1
      if turn == 500 { command.send(SIGINT) }
    }
    #expect(broken.status == 130)
    #expect(try broken.records.last?.flag("interrupted") == true)
    let next = try bench.scan("many", "--json")
    #expect(next.status == 0)
    #expect(try next.records.first?["id"] == broken.records.first?["id"])
    #expect(try next.records.first?.flag("resumed") == true)
    #expect(try broken.records.first?.flag("resumed") == false)
    #expect(next.errorLines.count == 1)
    #expect(next.errorText.contains("goes on where it was"))
    #expect((try next.records.last?.number("recalled") ?? 0) > 0)
    #expect(next.comparableLines == whole.comparableLines)
    let later = try bench.scan("many", "--json")
    #expect(try later.records.first?["id"] != broken.records.first?["id"])
  }

  @Test func `killed at random moments, a scan goes on and ends as an unbroken one`() throws {
    try bench.write("", to: "kill/x")
    let count = getenv("VINDPLAATS_SLOW_TESTS") == nil ? 8 : 45
    let run = try bench.shell("cd kill && python3 '\(Self.script("killed.py"))' \(count) 1")
    #expect(run.status == 0, "\(run.text) \(run.errorText)")
  }

  @Test(arguments: ["fdatasync", "unlink", "pwrite64"])
  func `killed while it makes the store, a scan goes on`(call: String) throws {
    let run = try bench.shell(
      """
      for number in 1 2 3 4 5 6 7 8; do
        rm -rf new keys/new
        scan() { "$@" "$VINDPLAATS" scan share --format none --store new/s.sqlite --key keys/new; }
        scan strace -f -qq -o calls -e trace=\(call) -e inject=\(call):signal=KILL:when=$number
        scan || exit 1
      done
      """)
    #expect(run.status == 0, "\(run.errorText)")
  }

  @Test func `no value of what is scanned is written anywhere`() throws {
    let run = try bench.shell(
      "mkdir canary && cd canary && python3 '\(Self.script("canary.py"))'")
    #expect(run.status == 0, "\(run.text) \(run.errorText)")
  }

  private static func script(_ name: String) -> String {
    "\(#filePath)".replacing("StoreFaultTests.swift", with: name)
  }
}
