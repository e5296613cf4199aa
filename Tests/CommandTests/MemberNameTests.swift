import CommandBench
import TestSupport
import Testing

/// What the names of members tell, which nobody sees without opening the archive.
@Suite struct MemberNameTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    let made = try bench.shell(
      """
      mkdir share && python3 -c '
      import zipfile
      with zipfile.ZipFile("share/post.zip", "w") as z:
          z.writestr("BSN 999990019/foto.bin", bytes(range(256)) * 8)
          z.writestr("notulen.txt", "Vergadering om tien uur.")
      '
      """)
    try #require(made.status == 0, "\\(made.errorText)")
  }

  @Test func `a value in the name of a member is found once`() throws {
    let run = try bench.run("scan", "share", "--json", "--kinds", "bsn")
    #expect(run.status == 3)
    let findings = try run.records.of("finding")
    #expect(findings.count == 1)
    let part = try #require(findings.first?.list("part"))
    #expect(part.map { $0["type"] } == ["member", "section"])
    #expect(part.last?["name"] == "path")
  }
}
