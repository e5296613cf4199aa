import CommandBench
import Testing

@Suite struct ArgumentBytesTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
  }

  private func paths(_ arguments: [[UInt8]]) throws -> [[UInt8]] {
    let scan = ["scan", "--json"].map { Array($0.utf8) }
    return try bench.run(bytes: scan + arguments).records.of("file").map(\.pathBytes)
  }

  @Test(
    arguments: [
      // Not UTF-8, alike but for the byte that is not.
      [[0x61, 0xFF], [0x61, 0xFE], [0xC3], [0xED, 0xA0, 0x80]],
      // é as one character and as two: equal as text.
      [[0xC3, 0xA9], [0x65, 0xCC, 0x81]],
      // A private character of plane 16, and what is left of it.
      [[0xF4, 0x8F, 0xBB, 0xBF], [0xF4, 0x8F, 0xBB], [0xF4, 0x8F, 0xB8, 0x80]],
      [Array("-leads".utf8), Array("a=b".utf8), Array("html=".utf8), Array("*".utf8)],
    ] as [[[UInt8]]])
  func `files are found by the bytes that were typed`(names: [[UInt8]]) throws {
    for name in names { try bench.write([0x78], toName: name) }
    let dashes = Array("--".utf8)
    #expect(Set(try paths([dashes] + names)) == Set(names))
  }

  @Test func `globs and reports are taken by their bytes too`() throws {
    for name in [[0x61, 0xFF], [0x61, 0xFE]] as [[UInt8]] {
      try bench.write([0x78], toName: name)
    }
    let run = try bench.run(
      bytes: [
        Array("scan".utf8), Array("a".utf8) + [0xFE], Array("--out=ndjson=r".utf8) + [0xFF],
        Array("--exclude".utf8), Array("a".utf8) + [0xFF], Array("--format=none".utf8),
      ])
    #expect(run.status == 0)
    #expect(try bench.shell(#"ls | od -An -c | tr -s ' '"#).text.contains("r 377"))
  }

  @Test func `an option that is not UTF-8 is escaped in a message`() throws {
    let run = try bench.run(
      bytes: ["scan", "."].map { Array($0.utf8) } + [[0x2D, 0x2D, 0xFF, 0x61]])
    #expect(run.status == 2)
    #expect(run.errorText.contains(#"--\377a"#))
  }
}
