import Matching
import ScanModel
import TestSupport
import Testing

/// The fast search finds what the plain one finds, whatever the text and wherever its blocks end.
@Suite struct TermSearchPropertyTests {
  @Test(arguments: 0..<40)
  func `finds what the plain search finds`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let terms = Self.terms(&generator)
    let text = Self.text(count: 900, terms, &generator)
    let expected = PlainTermSearch(terms).hits(in: text)
    #expect(!expected.isEmpty)
    for path in TriggerPath.allCases where path.isAvailable {
      let hits = try TermBench(terms, path: path).hits(in: Array(text.utf8))
      #expect(hits.map { PlainTermSearch.Hit(term: $0.term, range: $0.range) } == expected)
    }
  }

  @Test(arguments: 100..<116)
  func `finds the same in blocks of any length`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let terms = Self.terms(&generator)
    let text = Array(Self.text(count: 1_500, terms, &generator).utf8)
    let bench = try TermBench(terms)
    let whole = bench.hits(in: text)
    #expect(!whole.isEmpty)
    for limit in [60, 700, 4_000] {
      #expect(bench.hits(in: text) { Int(generator.next() % UInt64(limit)) + 1 } == whole)
    }
  }

  private static let names = [
    "Jan", "J.P.", "de", "Vries", "van der", "Aa", "Anna", "Nan", "\u{D8}zg\u{FC}r", "Li", "IJs",
    "Gro\u{DF}", "d'Angelo", "\u{418}\u{432}\u{430}\u{43D}", "ss", "fi",
  ]
  private static let numbers = ["1", "12", "03", "1980", "999990019", "99999", "0019", "121"]
  private static let gaps = [
    "", "", "", " ", " ", "-", ".", ", ", "\n", "\r\n", "\u{A0}", "\u{AD}", "\u{200B}", "\u{301}",
    "_", "  ", "\u{2013} ", " \n ", "----", "\u{2009}\u{2009}", "\u{1F4DE}", "\n\n", "     ",
    "\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}", "\u{FEFF}",
    "%20", "%2C%20", "%2F", "%", "%25", "%20%20%20%20%20", "%E2%80%93", "%4",
  ]

  /// Terms of few pieces, so that many hold others.
  private static func terms(_ generator: inout SplitMix64) -> [SearchTerm] {
    (0..<25).map { number in
      let pieces = number % 2 == 0 ? names : numbers
      let count = Int.random(in: 1...3, using: &generator)
      var text = ""
      for place in 0..<count {
        if place > 0 { text += ["", " ", "-"].randomElement(using: &generator) ?? "" }
        text += pieces.randomElement(using: &generator) ?? ""
      }
      return SearchTerm(
        kind: "kind\(number % 3)", owner: Int.random(in: 0..<3, using: &generator), text: text,
        gaps: Bool.random(using: &generator) ? .anywhere : .whereWritten)
    }
  }

  /// Pieces and terms with anything between them, in capitals and with accents at times.
  private static func text(
    count: Int, _ terms: [SearchTerm], _ generator: inout SplitMix64
  ) -> String {
    var text = ""
    for _ in 0..<count {
      var piece =
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: terms.randomElement(using: &generator)?.text ?? ""
        case 1, 2: numbers.randomElement(using: &generator) ?? ""
        default: names.randomElement(using: &generator) ?? ""
        }
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: piece = piece.uppercased()
      case 1: piece = piece.lowercased()
      case 2: piece = piece.replacing("a", with: "\u{E1}").replacing("n", with: "n\u{303}")
      case 3: piece = piece.replacing("ss", with: "\u{DF}").replacing("fi", with: "\u{FB01}")
      case 4: piece = String(piece.dropLast())
      case 5: piece = escaped(piece.replacing("a", with: "\u{E9}"))
      default: break
      }
      text += piece + (gaps.randomElement(using: &generator) ?? "")
    }
    return text
  }

  /// As addresses of the web write it.
  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let letter = Unicode.Scalar(byte)
      if letter.isASCII, letter.properties.isAlphabetic || letter.properties.numericType != nil {
        return String(letter)
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
