import CommandBench
import Testing

@Suite struct HostileNameTests {
  /// A name and how people see it.
  private static let names: [(bytes: [UInt8], shown: String)] = [
    (Array("nl\nname".utf8), #"$'share/nl\nname'"#),
    (Array("esc\u{1B}[31m".utf8), #"$'share/esc\033[31m'"#),
    (Array("csi\u{9B}31m".utf8), #"$'share/csi\u009b31m'"#),
    ([0x62, 0x61, 0x64, 0xFF, 0xFE], #"$'share/bad\377\376'"#),
    (Array("u\u{202E}gpj.txt".utf8), #"$'share/u\u202egpj.txt'"#),
    (Array("\tTab".utf8), #"$'share/\tTab'"#),
    (Array("\rReturn".utf8), #"$'share/\rReturn'"#),
    (Array("e\u{301}".utf8), "share/e\u{301}"),
    (Array("\u{E9}".utf8), "share/\u{E9}"),
    (Array("-dash".utf8), "share/-dash"),
    (Array("q'uote".utf8), "share/q'uote"),
    (Array(#"double"quote"#.utf8), #"share/double"quote"#),
    (Array("a;b,c".utf8), "share/a;b,c"),
    (Array(#"back\slash"#.utf8), #"share/back\slash"#),
    (Array("<img src=x onerror=alert(1)>".utf8), "share/<img src=x onerror=alert(1)>"),
    (Array("&amp;".utf8), "share/&amp;"),
    (Array(repeating: 0x6E, count: 255), "share/" + String(repeating: "n", count: 255)),
  ]

  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.write("BSN: 999999990\n", to: "share/a.txt")
    for name in Self.names {
      try bench.write(Array("BSN: 999999990\n".utf8), toName: Array("share/".utf8) + name.bytes)
    }
  }

  private var expectedPaths: Set<[UInt8]> {
    Set(Self.names.map { Array("share/".utf8) + $0.bytes } + [Array("share/a.txt".utf8)])
  }

  @Test func `NDJSON keeps every byte`() throws {
    let files = try bench.run("scan", "share", "--json").records.of("file")
    #expect(files.count == expectedPaths.count)
    #expect(Set(files.map(\.pathBytes)) == expectedPaths)
  }

  @Test func `JSON keeps every byte`() throws {
    let text = try bench.run("scan", "share", "--format", "json").text
    let report = try #require(CommandRecord.list(text.replacing("\n", with: " ")).first)
    #expect(Set(report.list("files").map(\.pathBytes)) == expectedPaths)
  }

  @Test(arguments: ["csv", "html"])
  func `pages for people show every name apart`(format: String) throws {
    var text = try bench.run("scan", "share", "--format", format).text
    text = format == "csv" ? text.replacing(#""""#, with: "\"") : Self.shown(text)
    for name in Self.names { #expect(text.unicodeScalars.contains(name.shown.unicodeScalars)) }
  }

  @Test(arguments: ["csv", "html", "summary"], ["nl", "en"])
  func `nothing in a name moves a terminal or a page`(format: String, language: String) throws {
    try bench.write([0], toName: Array("share/\u{1B}]0;x\u{7}".utf8))
    let run = try bench.run("scan", "share", "--format", format, "--lang", language)
    let allowed: Set<UInt8> = [0x0A, 0x0D]
    for text in [run.output, run.errors] {
      #expect(!text.contains { ($0 < 0x20 || $0 == 0x7F) && !allowed.contains($0) })
    }
    #expect(!run.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" })
  }

  @Test func `a page holds no element from a name and no script`() throws {
    let page = try bench.run("scan", "share", "--format", "html").text
    #expect(!page.contains("<img"))
    #expect(!page.contains("<script"))
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)"])
  func `a name is no formula in a table`(name: String) throws {
    try bench.write(Array("BSN: 999999990\n".utf8), toName: Array(name.utf8))
    let run = try bench.run("scan", "--format", "csv", "--", name)
    #expect(run.lines.dropFirst().first?.hasPrefix("\"'\(name)\"") == true)
  }

  /// The text of a page as a reader sees it.
  private static func shown(_ page: String) -> String {
    var text = ""
    for (index, part) in page.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      text += index == 0 ? part : part.split(separator: ">", maxSplits: 1).dropFirst().first ?? ""
    }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return text
  }
}

extension Sequence<Unicode.Scalar> {
  /// Whether `part` stands in it, scalar for scalar: é is not e with an accent.
  fileprivate func contains(_ part: some Sequence<Unicode.Scalar>) -> Bool {
    map(\.value).contains(part.map(\.value))
  }
}
