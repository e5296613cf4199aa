import Evidence
import Testing

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
}
