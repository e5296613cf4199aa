import CommandBench
import Foundation
import Testing

@Suite struct EncodingTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  private static let text = """
    Geachte mevrouw Müller,
    uw BSN: 999999990 en rekening NL91ABNA0417164300 zijn gewijzigd.
    Coördinatie: jan.canarie@voorbeeld.nl

    """

  /// What was found and where, without the name of the file.
  private func findings(in path: String) throws -> [String] {
    try bench.run("scan", path, "--json", "--reveal").records.of("finding")
      .map { "\($0["kind"]) \($0["value"]) \($0.part("place")["text"])" }.sorted()
  }

  @Test(
    arguments: [
      ("utf-8 with mark", [0xEF, 0xBB, 0xBF], .utf8),
      ("utf-16 little", [0xFF, 0xFE], .utf16LittleEndian),
      ("utf-16 big", [0xFE, 0xFF], .utf16BigEndian),
      ("utf-32 little", [0xFF, 0xFE, 0, 0], .utf32LittleEndian),
      ("windows-1252", [], .windowsCP1252),
    ] as [(String, [UInt8], String.Encoding)])
  func `the same text gives the same findings`(
    name: String, mark: [UInt8], encoding: String.Encoding
  ) throws {
    try bench.write(Self.text, to: "plain.txt")
    let data = try #require(Self.text.data(using: encoding))
    try bench.write(mark + Array(data), toName: Array("coded.txt".utf8))
    let expected = try findings(in: "plain.txt")
    #expect(expected.contains { $0.contains("999999990") })
    #expect(try findings(in: "coded.txt") == expected)
  }

  @Test(arguments: [64 << 10, 256 << 10])
  func `a number over the edge of a block is found`(edge: Int) throws {
    for shift in [-9, -5, -1, 0, 1] {
      let filler = String(repeating: "een regel tekst\n", count: edge / 16 + 1)
      let start = edge + shift - 5
      try bench.write(
        filler.prefix(start - 1) + "\n" + "BSN: 999999990\n" + filler.prefix(100), to: "a.txt")
      let found = try findings(in: "a.txt")
      #expect(found.count == 1)
      #expect(found.first?.hasPrefix("bsn 999999990 ") == true)
    }
  }
}
