import Anchors
import Testing

@Suite struct AnchorFormTests {
  /// What is read from an expression, and how far before its trigger a match can begin.
  @Test(arguments: [
    (#"(?<![0-9])[0-9]{9}(?![0-9])"#, AnchorShape.Trigger.digitRun, 0...0),
    (#"[0-9]{9}"#, .anyDigit, 0...0),
    (#"NL[0-9]{2}[A-Z]{4}"#, .digitRun, 2...2),
    (#"(?i)(?<![A-Z])PAS-[0-9]{6}"#, .digitRun, 4...4),
    (#"(?<![A-Za-z])[a-z]{1,8}@[a-z]{2,9}\.nl"#, .byte(UInt8(ascii: "@")), 1...1),
    (#"[A-Z]<NLD[A-Z]{9}"#, .byte(UInt8(ascii: "<")), 1...1),
    (#"(?<![A-Za-z])(?:naam|name)[ ]\K[A-Z][a-z]{1,20}"#, .word, 0...0),
    (#"(?x) (?<![0-9]) [0-9] (?: [ .]? [0-9] ){7} # a comment"#, .digitRun, 0...0),
  ])
  func `finds the trigger of an expression`(
    regex: String, trigger: AnchorShape.Trigger, lead: ClosedRange<Int>
  ) {
    let form = AnchorForm(of: regex, isUnicode: false)
    #expect(form.shapes.first?.trigger == trigger)
    #expect(form.shapes.map(\.lead.lowerBound).min() == lead.lowerBound)
  }

  @Test(arguments: [
    // A match may begin inside a word, hold nothing that is rare, or nothing at all.
    #"[a-z]+[A-Z]"#, #"(a+)+$"#, #"[0-9]*"#,
    // Constructs that are not understood.
    #"(?|(a)|(b))[0-9]"#, #"\X[0-9]"#, #"[[:digit:]]{9}"#, #"(*UTF)[0-9]{9}"#, #"a(?(1)b|c)1"#,
  ])
  func `leaves alone what it cannot anchor`(regex: String) {
    #expect(AnchorForm(of: regex, isUnicode: false).shapes.isEmpty)
  }

  @Test func `knows the bytes before the trigger`() throws {
    let form = AnchorForm(of: #"(?<![0-9A-Z])AB[0-9]{2}-(?![0-9])"#, isUnicode: false)
    let shape = try #require(form.shapes.first)
    #expect(shape.behind == ByteSet(UInt8(ascii: "B")))
    #expect(shape.first == ByteSet(UInt8(ascii: "A")))
    #expect(shape.before.bytes.count == 256 - 36 && shape.before.hasEdge)
  }

  // The longer ways say nothing of the shorter ones.
  @Test func `knows the three bytes before the trigger by the ways that lead to it`() throws {
    let form = AnchorForm(of: #"(?<![a-z])(?:Chr|Joh|[A-Z])\.[a-z]{4}"#, isUnicode: false)
    #expect(form.shapes.map(\.lead) == [1...1, 3...3])
    let short = try #require(form.shapes.first)
    #expect(short.behind.bytes == Array(UInt8(ascii: "A")...UInt8(ascii: "Z")))
    #expect(short.first == short.behind)
    #expect(short.secondBehind == short.before)
    #expect(short.thirdBehind == .all)
    let long = try #require(form.shapes.last)
    #expect(long.behind.bytes == Array("hr".utf8))
    #expect(long.secondBehind.bytes == Array("ho".utf8))
    #expect(long.thirdBehind.bytes == Array("CJ".utf8))
    #expect(long.first.bytes == Array("CJ".utf8))
  }

  @Test(arguments: [
    (#"(?<![0-9][.\-/])[0-9]{4}"#, 1), (#"(?:(?<![0-9])|(?<=nr))(?<![0-9][.]|[.][0-9])[0-9]x"#, 2),
    // Not directly before the trigger, not in every match, not of two bytes, not understood.
    (#"(?<![0-9][.])NL[0-9]{4}"#, 0), (#"(?:(?<![0-9][.])[0-9]|[0-9])x"#, 0),
    (#"(?<!abc)[0-9]{4}"#, 0), (#"[0-9](?<![0-9][.])x"#, 0),
  ])
  func `knows which two bytes cannot stand before the trigger`(regex: String, count: Int) throws {
    let shape = try #require(AnchorForm(of: regex, isUnicode: false).shapes.first)
    #expect(shape.pairsBarredBehind.count == count)
  }

  @Test(arguments: [(#"[0-9]{4}(?:\.[0-9]{2}){2}"#, 10), (#"a{2,5}|[0-9]"#, 5), (#"[ab]{3}"#, 3)])
  func `tells the longest match`(regex: String, longest: Int) {
    #expect(AnchorForm(of: regex, isUnicode: false).longestByteCount == longest)
  }

  @Test func `letters of Unicode mode may be of several bytes`() throws {
    let form = AnchorForm(of: #"(?<![\p{L}])\p{Lu}\.[ ]Jansen"#, isUnicode: true)
    #expect(form.shapes.map(\.trigger) == Array(repeating: .byte(UInt8(ascii: ".")), count: 4))
    #expect(form.shapes.map(\.lead) == [1...1, 2...2, 3...3, 4...4])
  }

  @Test func `the other cases of k and s lie outside of ASCII too`() throws {
    let form = AnchorForm(of: #"(?i)(?<![A-Za-z])kes[ ]x"#, isUnicode: true)
    let beginnings = try #require(form.beginnings)
    #expect(beginnings.first.contains(0xE2))
    #expect(beginnings.prefixes.contains(WordBeginnings.prefix(Array("kes x".utf8))))
  }
}
