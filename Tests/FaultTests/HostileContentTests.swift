import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct HostileContentTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  @Test func `entities are never expanded`() throws {
    var laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY l0 \"BSN 999999990 \">\n"
    for level in 1...20 {
      let reference = "&l\(level - 1);"
      laughs += "<!ENTITY l\(level) \"\(String(repeating: reference, count: 10))\">\n"
    }
    try bench.write(laughs + "]>\n<lolz>&l20;</lolz>\n", to: "laughs.xml")
    let run = try bench.run("scan", "laughs.xml", "--json")
    #expect([0, 3].contains(run.status))
    #expect(try run.records.of("finding").count <= 1)
    #expect(run.peakByteCount < 200 << 20)
  }

  @Test func `external entities are never fetched`() throws {
    try bench.write("BSN: 999999990\n", to: "secret.txt")
    try bench.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE a [<!ENTITY x SYSTEM "file://\(bench.folder.path)/secret.txt">
      <!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>
      <a><b>&x;</b><c>BSN 111222333</c></a>
      """, to: "xxe.xml")
    let run = try bench.run("scan", "xxe.xml", "--json", "--reveal")
    #expect(!run.text.contains("999999990"))
    #expect(run.text.contains("111222333"))
  }

  /// A pattern that tries many ways through letters before it gives up.
  private static let slow = """
    id: slow
    name: {nl: 'Traag', en: 'Slow'}
    class: ordinary
    source: 'Made up'
    expressions:
      - notation: 'nested repetition'
        regex: '(?:a{1,40}){1,40}!'
    labels: ['traag']
    counters: []
    confidence: {bare: 0.6, typical: 0.6, near: 0.7, label: 0.9, counter: 0.2}
    examples:
      - 'traag ⟦aa!⟧'
      - 'traag: ⟦aaa!⟧'
    counterexamples:
      - 'aaa'

    """

  @Test func `a pattern that backtracks is stopped and the run goes on`() throws {
    try bench.write(Self.slow, to: "own/slow.yaml")
    let letters = String(repeating: "a", count: 1_500) + "b!"
    try bench.write("\(letters)\nBSN: 999999990\n", to: "share/a.txt")
    try bench.write("BSN: 999999990\n", to: "share/b.txt")
    let run = try bench.run("scan", "share", "--patterns", "own", "--json")
    let records = try run.records
    #expect(run.status == 3)
    #expect(records.file("share/a.txt")?["status"] == "partial")
    #expect(records.file("share/a.txt")?["reason"] == "pattern-stopped")
    #expect(records.file("share/b.txt")?["status"] == "scanned")
    #expect(records.of("finding").count { $0["kind"] == "bsn" } == 2)
  }

  @Test func `a pattern that is stopped in one member makes its archive partial, and no other`()
    throws
  {
    try bench.write(Self.slow, to: "own/slow.yaml")
    let made = try bench.shell(
      """
      mkdir share && python3 -c '
      import zipfile
      with zipfile.ZipFile("share/a.zip", "w") as z:
          z.writestr("1.txt", "a" * 1500 + "b!")
          z.writestr("2.txt", "BSN: 999999990")
      with zipfile.ZipFile("share/b.zip", "w") as z:
          z.writestr("1.txt", "")
      '
      """)
    try #require(made.status == 0, "\(made.errorText)")
    let run = try bench.run("scan", "share", "--patterns", "own", "--json", "--jobs", "1")
    let records = try run.records
    #expect(records.file("share/a.zip")?["reason"] == "pattern-stopped")
    #expect(records.file("share/b.zip")?["status"] == "scanned")
    #expect(records.of("finding").map { $0["kind"] } == ["bsn"])
  }

  @Test func `a single line of 50 MB takes bounded memory`() throws {
    let made = try bench.shell(
      "head -c 50000000 /dev/zero | tr '\\0' x > line.txt; echo ' BSN 999999990' >> line.txt")
    #expect(made.status == 0)
    let run = try bench.run("scan", "line.txt", "--json")
    #expect(run.status == 0)
    #expect(try run.records.of("finding").map { $0["kind"] } == ["bsn"])
    #expect(run.peakByteCount > 1 << 20)
    #expect(run.peakByteCount < 200 << 20)
  }

  @Test func `a sparse file of 1 GB is not examined, and says so soon`() throws {
    try bench.write("", to: "sparse")
    truncate("\(bench.folder.path)/sparse", 1 << 30)
    let run = try bench.run("scan", "sparse", "--json")
    #expect(run.status == 3)
    #expect(try run.records.file("sparse")?["reason"] == "unsupported-type")
  }
}
