import Anchors
import Testing

@Suite struct MatchTableTests {
  /// What stands from the trigger on, and whether there may be a match.
  @Test(arguments: [
    (#"(?<![0-9])[0-9]{9}(?![0-9])"#, ["123456789", "123456789 "], ["12345678", "1234567890"]),
    (#"[0-9]{4}\.[0-9]{2}(?!-)"#, ["1234.56", "1234.56.", "1234.567"], ["1234.56-", "12345.67"]),
    // Beginnings that must come, and such that must not.
    (#"(?=8|00)[0-9]{3}"#, ["812", "001"], ["123", "012"]),
    (#"(?![89])[0-9]{2}x"#, ["12x"], ["82x", "12"]),
    // Of longer ones that must not come nothing is known.
    (#"(?!12)[0-9]{2}x"#, ["12x", "34x"], ["34"]),
    // What must come behind, and what must not.
    (#"[0-9]+(?:,[0-9]{2})?(?= EUR)"#, ["5 EUR", "1234,00 EUR"], ["5,00", "5,0", "5 ", "5 EU"]),
    (
      #"[0-9]{2}(?![0-9])(?![.,][0-9]{1,2}(?![0-9]))(?!-[0-9])"#,
      ["12", "12.", "12.a", "12,345", "12-", "12-a", "12 34"],
      ["12.3", "12,34", "12.3a", "12-3", "123"]
    ),
    (#"[0-9](?!ab|cd+e)"#, ["1", "1a", "1ac", "1cdf", "1cddd"], ["1ab", "1cde", "1cddde"]),
    (#"[0-9](?:x(?!yz)|x?w)"#, ["1x", "1xy", "1xya", "1xw", "1w"], ["1xyz", "1y"]),
    // Of what is widened it is not known that it comes.
    (#"[0-9](?!(?>a|ab)c)"#, ["1abc", "1ac"], ["a"]),
    (#"[0-9](?!a\b)"#, ["1ab", "1a"], ["a"]),
    (#"[0-9](?!a{1,100}b)"#, ["1ab"], ["b"]),
    // Other digits may be the same ones.
    (#"([0-9])-\1"#, ["1-1", "1-2"], ["1+1", "1", "1-", "1-a"]),
    (#"([a-z])[0-9](?i)\1"#, ["1A", "1a"], ["a"]),
    (#"[0-9](,(?=0))0\1"#, ["1,0,", "1,0,5"], ["1,0", "1,05"]),
    (#"(?i)[0-9]{2}[ ]?k"#, ["12k", "12 K"], ["12  k", "12x"]),
    (#"[0-9]{3}$"#, ["123", "123\n"], ["1234", "123 "]),
  ])
  func `leaves possible what the expression can match`(
    regex: String, possible: [String], impossible: [String]
  ) throws {
    let form = AnchorForm(of: regex, isUnicode: false)
    let start = try #require(form.shapes.first).start
    let table = try #require(form.table)
    for text in possible {
      #expect(table.isPossible(Array(text.utf8), from: start), "\(text)")
    }
    for text in impossible {
      #expect(!table.isPossible(Array(text.utf8), from: start), "\(text)")
    }
  }

  @Test func `each lead has its own start`() throws {
    let form = AnchorForm(of: #"(?<![0-9])(?:NL[0-9]{2}x|[0-9]y)"#, isUnicode: false)
    let table = try #require(form.table)
    let starts = Dictionary(
      uniqueKeysWithValues: form.shapes.map { ($0.lead.lowerBound, $0.start) })
    #expect(try table.isPossible(Array("12x".utf8), from: #require(starts[2])))
    #expect(try !table.isPossible(Array("12x".utf8), from: #require(starts[0])))
    #expect(try table.isPossible(Array("1y".utf8), from: #require(starts[0])))
  }

  @Test func `all matches are possible where a table would be too large`() throws {
    // Which of the last twelve were digits is 4,096 states.
    let regex = #"(?<![0-9])[0-9](?:[0-9a]{0,40}[0-9][0-9a]{12})b"#
    let form = AnchorForm(of: regex, isUnicode: false)
    let table = try #require(form.table)
    let shape = try #require(form.shapes.first)
    #expect(table.isPossible(Array("1a1aaaaaaaaaaaab".utf8), from: shape.start))
    #expect(table.stateCount <= MatchTable.mostStates)
  }
}

extension MatchTable {
  fileprivate func isPossible(_ text: [UInt8], from start: UInt16) -> Bool {
    var state = start
    for symbol in text.map(Int.init) + [Self.edge] {
      if state == Self.possible { return true }
      state = next(state, over: symbol)
    }
    return state == Self.possible
  }
}
