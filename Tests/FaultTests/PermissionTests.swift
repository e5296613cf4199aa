import CommandBench
import Glibc
import Testing

@Suite struct PermissionTests {
  /// Root reads everything, so the scan runs as nobody.
  private static let canDropRights =
    getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

  @Test(.enabled(if: Self.canDropRights, "needs root and setpriv"))
  func `what may not be read is a gap with its error number`() throws {
    let bench = try CommandBench()
    try bench.write("BSN: 999999990\n", to: "share/open.txt")
    try bench.write("BSN: 999999990\n", to: "share/closed.txt")
    try bench.write("BSN: 999999990\n", to: "share/closed/a.txt")
    let run = try bench.shell(
      """
      cp "$VINDPLAATS" vindplaats && chmod 755 . vindplaats share
      chmod 644 share/open.txt && chmod 000 share/closed.txt share/closed
      setpriv --reuid=65534 --regid=65534 --clear-groups ./vindplaats scan share --json
      """)
    let records = try run.records
    #expect(run.status == 3)
    #expect(records.file("share/open.txt")?["status"] == "scanned")
    #expect(records.file("share/closed.txt")?["reason"] == "unreadable")
    #expect(records.file("share/closed.txt")?.number("errno") == Int(EACCES))
    #expect(records.file("share/closed")?["reason"] == "directory-unreadable")
    #expect(records.file("share/closed")?.number("errno") == Int(EACCES))
    #expect(run.errors.isEmpty)
  }
}
