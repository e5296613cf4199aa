import ScanModel
import Subjects
import Testing

@Suite struct SubjectSearchTests {
  private let search: SubjectSearch

  init() throws {
    search = SubjectSearch(
      try SubjectCardFile.cards(
        in: """
          - {first: Jan, prefix: de, surname: Vries, bsn: 010000008, birth-date: 1985-03-12,
             email: Jan.deVries@Voorbeeld.NL, phone: 06-12345678, iban: NL91ABNA0417164300,
             licence-plate: GB-123-X, numbers: {A-nummer: 7934628529},
             address: {street: Kerkstraat, number: 12 a, postcode: 1234AB}}
          - {reference: B, bsn: 999992168}
          """, file: "a"))
  }

  private func finding(_ kind: String, _ normalized: String) -> Finding {
    Finding(
      kind: kind, place: .line(1, column: 1), confidence: Confidence(1), reasons: [],
      value: SensitiveText(normalized), normalized: SensitiveText(normalized))
  }

  @Test func `cards without a reference are numbered`() {
    #expect(search.cards.map(\.reference) == ["subject-1", "B"])
  }

  @Test func `each term tells its card and attribute`() throws {
    for term in search.terms {
      let kind = try #require(SubjectKind(id: term.kind))
      #expect(kind.card == term.owner)
      #expect(search.variants(of: kind.card).contains { $0.text == term.text })
      #expect(term.text.utf8.count <= SearchTerm.longestByteCount)
    }
    #expect(Set(search.terms.map(\.owner)) == [0, 1])
  }

  @Test(arguments: [
    ("bsn", "010000008"), ("date-of-birth", "1985-03-12"), ("email", "Jan.deVries@voorbeeld.nl"),
    ("email", "jan.devries@voorbeeld.nl"), ("phone", "+31612345678"),
    ("iban", "NL91ABNA0417164300"), ("bank-account", "0417164300"), ("licence-plate", "GB123X"),
    ("a-nummer", "7934628529"), ("address", "1234 AB 12A"), ("address", "kerkstraat 12 a"),
    ("btw-id", "NL010000008B01"),
  ])
  func `gives the normal forms of the catalog`(kind: String, normalized: String) {
    #expect(search.exactValues(of: 0).contains { $0 == (kind, normalized) })
    #expect(search.isOwn(finding(kind, normalized), card: 0))
    #expect(!search.isOwn(finding(kind, normalized), card: 1))
  }

  @Test(arguments: [
    ("bsn", "999992168"), ("date-of-birth", "1985-12-03"), ("phone", "010000008"),
    ("name", "jan de vriese"), ("name", "p. de boer"), ("email", "de.vries@voorbeeld.nl"),
  ])
  func `takes no value of somebody else for its own`(kind: String, normalized: String) {
    #expect(!search.isOwn(finding(kind, normalized), card: 0))
  }

  @Test(arguments: ["jan de vries", "dhr. j. de vries", "de vries, jan", "de vries"])
  func `knows a name of the person`(normalized: String) {
    #expect(search.isOwn(finding("name", normalized), card: 0))
  }

  @Test func `a value of which only the mask is known is nobody's`() {
    let masked = Finding(
      kind: "bsn", place: .line(1, column: 1), confidence: Confidence(1), reasons: [],
      value: SensitiveText(mask: "010000008"), normalized: SensitiveText(mask: "010000008"))
    #expect(!search.isOwn(masked, card: 0))
  }
}
