import Testing

@testable import Walking

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.csv", ["a.csv", ".csv", "x/y/a.csv", "a.b.csv"]),
    ("a?c", ["abc", "d/aéc", "a€c", "a😀c"]),
    ("[a-c]x", ["ax", "cx"]),
    ("[!a-c]x", ["dx", "éx", "]x"]),
    ("[^a-c]x", ["dx"]),
    ("[]a]x", ["]x", "ax"]),
    ("[a-]x", ["-x", "ax"]),
    ("[é-ë]", ["ê"]),
    ("[a", ["[a"]),
    ("\\*", ["*"]),
    ("a\\", ["a\\"]),
    ("/top", ["top", "top/"]),
    ("/a/*.txt", ["a/b.txt"]),
    ("a/*.txt", ["a/b.txt"]),
    ("**/a", ["a", "x/a", "x/y/a"]),
    ("a/**", ["a/x", "a/x/y"]),
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"]),
    ("**/backup/*.sql", ["backup/a.sql", "x/y/backup/a.sql"]),
    ("a**b", ["ab", "axb"]),
    ("old/", ["old/", "x/old/"]),
    ("*", ["a", "a/b", "a/"]),
    ("**", ["a", "a/b"]),
  ])
  func `matches`(pattern: String, paths: [String]) {
    for path in paths {
      #expect(matches(pattern, path) == true, "\(pattern) \(path)")
    }
  }

  @Test(arguments: [
    ("*.csv", ["a.csv.bak", "a.CSV", "a.csv/b"]),
    ("a?c", ["ac", "a/c", "abbc"]),
    ("[a-c]x", ["dx", "x"]),
    ("[!a-c]x", ["ax", "/x"]),
    ("a[/]b", ["a/b"]),
    ("[é-ë]", ["è", "e"]),
    ("\\*", ["a", "\\*"]),
    ("/top", ["x/top"]),
    ("/a/*.txt", ["x/a/b.txt", "a/b/c.txt"]),
    ("a/*.txt", ["x/a/b.txt"]),
    ("**/a", ["xa", "x/ya"]),
    ("a/**", ["a", "a/", "b/x"]),
    ("a/**/b", ["ab", "axb", "a/xb", "a/x/y"]),
    ("a/a**b", ["a/ax/b"]),
    ("old/", ["old", "x/old"]),
    ("", ["a"]),
    ("/", ["a", "a/"]),
  ])
  func `does not match`(pattern: String, paths: [String]) {
    for path in paths {
      #expect(matches(pattern, path) == false, "\(pattern) \(path)")
    }
  }

  @Test func `takes a byte that is no UTF-8 for a character`() {
    let name: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(Glob(Array("a?b".utf8)).matches(name.span) == true)
    #expect(Glob(name).matches(name.span) == true)
    #expect(Glob([0x5B, 0xFF, 0x5D, 0x62]).matches([UInt8](name[1...]).span) == true)
    #expect(Glob(Array("a??b".utf8)).matches(name.span) == false)
  }

  @Test func `an overlong form of a slash is not a slash`() {
    let name: [UInt8] = [0x61, 0xC0, 0xAF, 0x62]
    #expect(Glob(Array("a*b".utf8)).matches(name.span) == true)
    #expect(Glob(Array("a/b".utf8)).matches(name.span) == false)
  }

  @Test(arguments: [("*a", "b"), ("**/a/", "**/b"), ("*[a-b]?", "c")])
  func `does not blow up on patterns of many stars`(part: String, end: String) {
    let pattern = String(repeating: part, count: 40) + end
    #expect(matches(pattern, String(repeating: "a/a", count: 1_000)) == false)
    #expect(matches(pattern, String(repeating: "a", count: 3_000)) == false)
  }

  private func matches(_ pattern: String, _ path: String) -> Bool {
    Glob(Array(pattern.utf8)).matches(Array(path.utf8).span)
  }
}
