import TestSupport
import Testing

@testable import Evidence

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("BSN-nr.: ", "bsn nr "),
    ("clientBsn", "client bsn"),
    ("inp.bsn", "inp bsn"),
    ("Geboortedatum cliënt", "geboortedatum client"),
    ("b.s.n.", "b s n "),
    ("tel\u{00A0}1", "tel 1"),
    ("PC6", "pc 6"),
    ("KvK-nr", "kvk nr"),
    ("één\nTWEE", "een\ntwee"),
    ("  x", "x"),
    ("имя", "???"),
  ])
  func `folds`(text: String, folded: String) {
    var fold = FoldedText()
    let bytes = Array(text.utf8)
    fold.fold(bytes.span, 0..<bytes.count)
    #expect(String(decoding: fold.array, as: UTF8.self) == folded)
  }

  @Test func `folds ASCII as it does beside other characters`() {
    var generator = SplitMix64(seed: 7)
    let alphabets = ["aB1 \n", "abcDEF123 .-_\t\n", "abcdefghijklmnopqrstuvwxyzABC0 "]
    for number in 0..<2000 {
      let alphabet = Array(alphabets[number % 3].utf8)
      let text = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0x20
      }
      let start = Int.random(in: 0...text.count, using: &generator)
      var plain = FoldedText()
      let padded = text + [0x20]
      plain.fold(padded.span, start..<padded.count)
      var mixed = FoldedText()
      let accented = text + Array(" é".utf8)
      mixed.fold(accented.span, start..<accented.count)
      #expect(plain.array + Array("e".utf8) == mixed.array)
      #expect(plain.words.map(\.range) == mixed.words.dropLast().map(\.range))
      #expect((0..<plain.count).allSatisfy { plain.origin($0) == mixed.origin($0) })
    }
  }
}
