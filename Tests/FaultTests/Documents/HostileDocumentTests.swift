import CommandBench
import Foundation
import Glibc
import TestSupport
import Testing

/// Documents that harm those who read them without limits; each lies beside an innocent file.
@Suite struct HostileDocumentTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  /// Makes all of them in `share`, and a text that must be found whatever becomes of the others.
  private func makeShare(port: Int = 9) throws {
    try bench.write("BSN: 999999990\n", to: "share/innocent.txt")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hostile.py")
    let made = try bench.shell("python3 '\(script.path)' share \(port)")
    try #require(made.status == 0, "\(made.errorText)")
  }

  @Test func `bombs end as partial, and the rest of the share is read`() throws {
    try makeShare()
    let run = try bench.run("scan", "share", "--json", "--jobs", "2")
    #expect(run.status == 3)
    let records = try run.records
    let bombs = [
      "zeros.zip", "nested.zip", "overlapping.zip", "deep.gz", "elements.docx", "encoded.xml",
    ]
    for name in bombs {
      let file = try #require(records.file("share/\(name)"))
      #expect(file["status"] == "partial", "\(name)")
      #expect(file["reason"] == "limit", "\(name)")
      #expect(!file.part("members").list("list").isEmpty, "\(name)")
    }
    #expect(records.file("share/innocent.txt")?["status"] == "scanned")
    #expect(records.of("finding").contains { $0.path == "share/innocent.txt" })
    #expect(records.of("finding").contains { $0.path == "share/zeros.zip" })
    #expect(records.of("finding").count { $0.path == "share/encoded.xml" } == 1)
    #expect(run.peakByteCount < 100 << 20)
  }

  @Test(arguments: ["truncated.zip", "truncated.gz", "truncated.docx"])
  func `what breaks off is read up to there`(name: String) throws {
    try makeShare()
    let run = try bench.run("scan", "share/\(name)", "--json")
    #expect(run.status == 3)
    let file = try #require(try run.records.file("share/\(name)"))
    #expect(file["status"] == "partial")
    #expect(file["reason"] == "malformed")
    #expect(try run.records.of("finding").count > 100)
  }

  @Test func `names of members are labels only`() throws {
    try makeShare()
    for name in ["slip.zip", "slip.tar"] {
      let run = try bench.run(
        "scan", "share/\(name)", "--json", "--out", "html=report.html", "--out", "csv=report.csv")
      #expect(run.status == 0)
      #expect(
        try run.records.of("finding").count { $0["kind"] == "bsn" } == (name == "slip.zip" ? 7 : 2))
      #expect(!run.text.unicodeScalars.contains("\u{1B}"))
      let page = try #require(bench.text(of: "report.html"))
      #expect(!page.contains("<script"))
      let table = try #require(bench.text(of: "report.csv"))
      #expect(!table.contains(",=HYPERLINK"))
    }
    for number in 1...5 { #expect(access("/tmp/slipped-\(number)", F_OK) != 0) }
  }

  @Test func `entities of documents neither grow nor lead outside`() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 4) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    try #require(isBound)
    try makeShare(port: Int(UInt16(bigEndian: address.sin_port)))
    for name in ["laughs.docx", "outside.docx"] {
      let run = try bench.run("scan", "share/\(name)", "--json", "--reveal", "--kinds", "bsn")
      let values = try run.records.of("finding").map { $0["value"] }
      #expect(values == ["999999990"])
    }
    #expect(accept(listener, nil, nil) == -1)
    #expect(errno == EAGAIN)
  }
}
