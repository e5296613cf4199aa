import Testing

@testable import Subjects

@Suite struct RecordRulesTests {
  private func judge(
    strong: [SubjectAttribute: Double] = [:], weak: Set<SubjectAttribute> = [],
    conflicts: Set<String> = []
  ) -> RecordJudgement? {
    var facts = RecordFacts()
    facts.strengths = strong
    facts.weak = weak
    facts.conflicts = conflicts
    return RecordRules.judge(facts)
  }

  @Test func `a strong identifier decides, also against a name with another BSN`() {
    let judgement = judge(strong: [.email: 0.97], conflicts: ["bsn"])
    #expect(judgement?.verdict == .thisPerson)
    #expect(judgement?.score == 0.97)
    #expect(judgement?.reasons == [.identifier(.email), .differs(kind: "bsn")])
  }

  @Test(arguments: [
    ([SubjectAttribute.fullName, .birthDate], PersonVerdict.thisPerson),
    ([.fullName, .address], .thisPerson), ([.birthDate, .address], .thisPerson),
    ([.surname, .birthDate], .thisPerson), ([.fullName, .number], .thisPerson),
    ([.surname, .address], .possiblyAnother), ([.fullName, .email], .possiblyAnother),
    ([.fullName], .possiblyAnother), ([.surname], .possiblyAnother),
    ([.address], .possiblyAnother), ([.term], .possiblyAnother),
  ])
  func `combinations raise`(attributes: [SubjectAttribute], verdict: PersonVerdict) {
    #expect(judge(weak: Set(attributes))?.verdict == verdict)
  }

  @Test func `a full name says more than a surname`() throws {
    let full = try #require(judge(weak: [.fullName]))
    let surname = try #require(judge(weak: [.surname]))
    #expect(full.score > surname.score)
  }

  @Test func `a date alone is nothing`() {
    #expect(judge(weak: [.birthDate]) == nil)
    #expect(judge() == nil)
  }

  @Test func `a name with another BSN is another person`() {
    let judgement = judge(conflicts: ["bsn"])
    #expect(judgement?.verdict == .otherPerson)
    #expect(judgement?.reasons == [.differs(kind: "bsn")])
  }

  @Test func `a BSN may be mistyped where the birth date is right`() {
    #expect(judge(weak: [.birthDate], conflicts: ["bsn"])?.verdict == .possiblyAnother)
    #expect(judge(weak: [.birthDate], conflicts: ["name"])?.verdict == .otherPerson)
  }

  @Test func `a name that is free counts beside one of somebody else`() {
    #expect(judge(weak: [.fullName], conflicts: ["bsn"])?.verdict == .possiblyAnother)
    #expect(judge(weak: [.fullName, .birthDate], conflicts: ["name"])?.verdict == .thisPerson)
  }
}

@Suite struct CardNamesTests {
  private let names: CardNames

  init() {
    var card = SubjectCard()
    card.names = [SubjectCard.Name()]
    card.names[0].first = ["Jan", "Pieter"]
    card.names[0].prefix = "de"
    card.names[0].surname = "Vries"
    names = CardNames(card)
  }

  @Test(arguments: [
    ("Karel de Vries", true), ("K. de Vries", true), ("de Vries, K.", true),
    ("Jan de Vries", false), ("P. de Vries", false), ("dhr. de Vries", false),
    ("mevr. K. de Vries", true), ("de Vries", false), ("de Vries-Bakker", false),
    ("J.K. de Vries", false),
  ])
  func `other first names exclude`(name: String, isExcluded: Bool) {
    #expect(names.exclude(name, around: "de Vries") == isExcluded)
  }

  @Test(arguments: [
    ("Jan de Vries GEB", "Jan de Vries", false), ("J. de Vries AGB", "J. de Vries", false),
    ("Jan de Vries RA", "Jan de Vries", false),
    // Initials behind a surname, a first name behind a name, and where all are capitals.
    ("de Vries KP", "de Vries", true), ("Jan de Vries Karel", "Jan de Vries", true),
    ("JAN DE VRIES KAREL", "JAN DE VRIES", true),
  ])
  func `labels and titles behind a name exclude nobody`(
    name: String, found: String, isExcluded: Bool
  ) {
    #expect(names.exclude(name, around: found) == isExcluded)
  }

  @Test func `a card without first names excludes nobody`() {
    #expect(!CardNames(SubjectCard()).exclude("Karel de Vries", around: "de Vries"))
  }
}
