import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct TreeShapeTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  @Test func `a file deeper than PATH_MAX is found`() throws {
    // 30 names of 200 characters: 6,030 bytes, where PATH_MAX is 4,096.
    let run = try bench.shell(
      """
      name=$(printf 'd%.0s' $(seq 200)); root=$PWD; mkdir share; cd -P share
      for i in $(seq 30); do mkdir "$name" && cd -P "./$name" || exit 9; done
      echo 'BSN: 999999990' > diep.txt
      cd "$root"; "$VINDPLAATS" scan share --json; status=$?
      rm -rf share; exit $status
      """)
    let records = try run.records
    #expect(run.status == 0)
    #expect(records.of("file").map(\.path.utf8.count) == [5 + 30 * 201 + 1 + 8])
    #expect(records.of("finding").map { $0["kind"] } == ["bsn"])
  }

  @Test func `links in circles are followed once`() throws {
    try bench.write("BSN: 999999990\n", to: "share/d/a.txt")
    try bench.write("BSN: 111222333\n", to: "outside.txt")
    symlink(".", "\(bench.folder.path)/share/loop")
    symlink("..", "\(bench.folder.path)/share/d/up")
    symlink("../outside.txt", "\(bench.folder.path)/share/out")
    let run = try bench.run("scan", "share", "--follow", "--json")
    let records = try run.records
    #expect(run.status == 0)
    #expect(records.of("file").map(\.path) == ["share/d/a.txt"])
    let leftOut = records.last?.part("coverage").part("left_out")
    #expect(leftOut?.number("link-loop-or-outside") == 3)
  }

  @Test func `every name of a file with several is reported`() throws {
    try bench.write("BSN: 999999990\n", to: "share/a.txt")
    for name in ["b.txt", "c.txt"] {
      link("\(bench.folder.path)/share/a.txt", "\(bench.folder.path)/share/\(name)")
    }
    let records = try bench.run("scan", "share", "--json").records
    let files = records.of("file")
    #expect(Set(files.map(\.path)) == ["share/a.txt", "share/b.txt", "share/c.txt"])
    #expect(Set(records.of("finding").map(\.path)) == Set(files.map(\.path)))
    #expect(files.count { !$0.part("same_file_as")["path"].isEmpty } == 2)
  }

  @Test func `sixty-four descriptors are enough`() throws {
    for number in 0..<60 {
      try bench.write("BSN: 999999990\n", to: "share/\(number)/a/b/c/d/e/f/g/a.txt")
    }
    let run = try bench.shell(#"ulimit -n 64; "$VINDPLAATS" scan share --json --jobs 8"#)
    #expect(run.status == 0)
    #expect(try run.records.of("finding").count == 60)
  }

  @Test func `a process that inherits open files says when too few are left`() throws {
    try bench.write("BSN: 999999990\n", to: "share/a/a.txt")
    // Of what the tests themselves have open, nothing; then seven files beside the usual three.
    let inherit = """
      for fd in /proc/self/fd/*; do n=${fd##*/}; [ $n -gt 2 ] && eval "exec $n<&-"; done
      for n in 3 4 5 6 7 8 9; do eval "exec $n</dev/null"; done
      """
    let scan = #"exec "$VINDPLAATS" scan share --json --jobs 8"#
    let few = try bench.shell("bash -c '\(inherit)\nulimit -n 25; \(scan)'")
    #expect(few.status == 2)
    #expect(few.errorText.contains("only 15 more files can be open"))
    let enough = try bench.shell("bash -c '\(inherit)\nulimit -n 26; \(scan)'")
    #expect(enough.status == 0)
    #expect(try enough.records.of("finding").count == 1)
  }

  @Test func `times of access stay`() throws {
    let path = bench.folder.path + "/a.txt"
    try bench.write("BSN: 999999990\n", to: "a.txt")
    // Older than the last change, so that any reading would renew it under `relatime` too.
    let old = timespec(tv_sec: 1_000_000_000, tv_nsec: 0)
    utimensat(AT_FDCWD, path, [old, timespec(tv_sec: 1_100_000_000, tv_nsec: 0)], 0)
    #expect(try bench.run("scan", "a.txt", "--json").records.of("finding").count == 1)
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    #expect(facts.st_atim.tv_sec == old.tv_sec)
  }
}
