import ScanModel
import Testing

@testable import Subjects

@Suite struct SubjectLocatorTests {
  private func cell(_ row: Int, _ column: Int) -> Place {
    .cell(row: row, column: column, header: nil)
  }

  // MARK: Records

  @Test func `the rows of a table are records`() throws {
    var file = MadeUpFile()
    for row in 1...3 {
      file.add(.fullName, "J. de Vries", at: cell(row, 1))
      file.add("bsn", row == 2 ? "999990019" : "99999999\(row)", at: cell(row, 2))
    }
    let located = try #require(file.file())
    let document = try #require(located.documents.first)
    #expect(document.records.map(\.record.verdict) == [.otherPerson, .thisPerson, .otherPerson])
    #expect(document.recordCounts == [.otherPerson: 2, .thisPerson: 1])
    #expect(located.verdict == .thisPerson)
  }

  @Test func `in a row the nearest name has the number`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: cell(1, 1))
    file.add("name", "S. Bakker", at: cell(1, 4))
    file.add("bsn", "999999990", at: cell(1, 5))
    #expect(file.file()?.verdict == .possiblyAnother)
  }

  @Test func `in running text the nearest name has the birth date`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: .line(1, column: 1))
    file.skip(60)
    file.add("name", "S. Bakker", at: .line(2, column: 1))
    file.add("date-of-birth", "1971-01-02", at: .line(2, column: 12))
    #expect(file.file()?.verdict == .possiblyAnother)
    var other = MadeUpFile()
    other.add(.fullName, "J. de Vries", at: .line(1, column: 1))
    other.add("date-of-birth", "1971-01-02", at: .line(1, column: 14))
    #expect(other.file()?.verdict == .otherPerson)
  }

  @Test func `a birth date three lines away is of nobody`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: .line(1, column: 1))
    file.add("date-of-birth", "1971-01-02", at: .line(4, column: 14))
    #expect(file.file()?.verdict == .possiblyAnother)
  }

  @Test func `objects of minified JSON are records though they lie on one line`() throws {
    var file = MadeUpFile()
    for bsn in ["999999990", "999990019", "999992168"] {
      file.add(.fullName, "J. de Vries", at: .element(path: "person.name", line: 1))
      file.add("bsn", bsn, at: .element(path: "person.bsn", line: 1))
    }
    let records = try #require(file.file()?.documents.first?.records)
    #expect(records.map(\.record.verdict) == [.otherPerson, .thisPerson, .otherPerson])
  }

  @Test func `messages and members are documents of their own`() throws {
    var file = MadeUpFile()
    file.add(
      .email, "jan@voorbeeld.nl", at: .paragraph(2, header: "To"),
      in: [.message(1), .section(.mailHeaders)])
    file.add(.fullName, "Jan de Vries", at: .line(3, column: 1), in: [.message(1)])
    file.add(.fullName, "Jan de Vries", at: .line(3, column: 1), in: [.message(2)])
    file.add(
      .bsn, "999990019", at: cell(4, 2), in: [.message(2), .member("lijst.csv")])
    let located = try #require(file.file())
    #expect(
      Set(located.documents.map(\.part)) == [
        [.message(1)], [.message(2)], [.message(2), .member("lijst.csv")],
      ])
    let verdicts = Dictionary(
      uniqueKeysWithValues: located.documents.map { ($0.part, $0.verdict) })
    #expect(verdicts[[.message(1)]] == .thisPerson)
    #expect(verdicts[[.message(2)]] == .possiblyAnother)
  }

  @Test func `a name in the path belongs to the file itself`() throws {
    var file = MadeUpFile()
    file.add(.bsn, "999990019", at: .line(1, column: 1))
    file.add(.fullName, "Jan de Vries", at: .line(1, column: 9), in: [.section(.path)])
    let documents = try #require(file.file()?.documents)
    #expect(documents.map(\.part) == [[]])
    #expect(documents[0].records.map(\.text) == [[], [.section(.path)]])
    #expect(documents[0].records[1].record.verdict == .thisPerson)
  }

  // MARK: Documents

  @Test func `a letter about one person is about them wherever their name stands`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: .line(2, column: 1))
    file.add(.bsn, "999990019", at: .line(20, column: 1))
    file.add(.surname, "de Vries", at: .line(40, column: 1))
    let records = try #require(file.file()?.documents.first?.records)
    #expect(records.map(\.record.verdict) == [.thisPerson, .thisPerson, .thisPerson])
    #expect(records[0].record.reasons == [.inOneDocument([.bsn, .fullName])])
  }

  @Test func `in a list of many people a name far from the number may be of another`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: .line(2, column: 1))
    for number in 0..<12 {
      file.add("name", "S. Bakker\(number)", at: .line(10 + 5 * number, column: 1))
    }
    file.add(.bsn, "999990019", at: .line(90, column: 1))
    let records = try #require(file.file()?.documents.first?.records)
    #expect(records.map(\.record.verdict) == [.possiblyAnother, .thisPerson])
  }

  @Test func `name and birth date of one document are put together`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "Jan de Vries", at: .paragraph(1, header: nil))
    file.add(.birthDate, "12-03-1985", at: .paragraph(30, header: nil))
    let located = try #require(file.file())
    #expect(located.verdict == .thisPerson)
    #expect(located.documents[0].reasons == [.inOneDocument([.fullName, .birthDate])])
  }

  @Test func `a birth date alone is no place`() {
    var file = MadeUpFile()
    file.add(.birthDate, "12-03-1985", at: .line(1, column: 1))
    #expect(file.located().files.isEmpty)
  }

  // MARK: Two people

  @Test func `people who share a surname are told apart`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "Karel de Vries", of: MadeUpFile.karel, at: .line(1, column: 1))
    file.goBack(10)
    file.add(.surname, "de Vries", of: MadeUpFile.jan, at: .line(1, column: 7))
    file.add("bsn", "999992168", at: .line(1, column: 20))
    #expect(file.file(of: MadeUpFile.karel)?.verdict == .thisPerson)
    #expect(file.file(of: MadeUpFile.jan)?.verdict == .otherPerson)
  }

  @Test func `a surname within the name of somebody else is of another person`() throws {
    var file = MadeUpFile()
    file.add("name", "Piet de Vries", at: .line(1, column: 1))
    file.goBack(10)
    file.add(.surname, "de Vries", at: .line(1, column: 6))
    let located = try #require(file.file())
    #expect(located.verdict == .otherPerson)
    #expect(located.documents[0].reasons == [.differs(kind: "name")])
  }

  @Test(arguments: [
    ("Kees", PersonVerdict.possiblyAnother), ("K.", .possiblyAnother), ("Jan", .thisPerson),
    ("J.", .thisPerson),
  ])
  func `a given name beside tells twins apart`(given: String, verdict: PersonVerdict) {
    var row = MadeUpFile()
    row.add("name", given, at: cell(1, 1))
    row.add(.surname, "de Vries", at: cell(1, 2))
    row.add(.birthDate, "12-03-1985", at: cell(1, 3))
    #expect(row.file()?.verdict == verdict)
    var list = MadeUpFile()
    list.add("name", given, at: .line(1, column: 11))
    list.add(.surname, "de Vries", at: .line(2, column: 13))
    list.add(.birthDate, "12-03-1985", at: .line(3, column: 16))
    #expect(list.file()?.verdict == verdict)
  }

  @Test func `a date beside a namesake is theirs though another stands further on`() {
    var file = MadeUpFile()
    file.add(.fullName, "J. de Vries", at: .line(1, column: 1))
    file.add("date-of-birth", "1971-01-02", at: .line(1, column: 18))
    file.add("name", "K. Boer", at: .line(1, column: 31))
    file.add(.birthDate, "12-03-1985", at: .line(1, column: 44))
    #expect(file.file()?.verdict == .possiblyAnother)
  }

  @Test func `a number that a family shares does not decide against another BSN`() {
    var file = MadeUpFile()
    file.add(.surname, "de Vries", at: .line(1, column: 1))
    file.add("bsn", "999999990", at: .line(1, column: 12))
    file.add(.phone, "0314123456", at: .line(1, column: 30))
    #expect(file.file()?.verdict == .possiblyAnother)
  }

  // MARK: Identifiers

  @Test func `an address of a function and a short number do not decide`() {
    var file = MadeUpFile()
    file.add(.email, "info@voorbeeld.nl", at: .line(1, column: 1))
    #expect(file.file()?.verdict == .possiblyAnother)
    var short = MadeUpFile()
    short.add(.number, "4711", at: .line(1, column: 1))
    #expect(short.file()?.verdict == .possiblyAnother)
    var labelled = MadeUpFile()
    labelled.add(.number, "4711", at: .line(1, column: 1), hasLabel: true)
    #expect(labelled.file()?.verdict == .thisPerson)
  }

  @Test func `what term and catalog both find is one mention`() throws {
    var file = MadeUpFile()
    file.add(.bsn, "999990019", at: .line(1, column: 1))
    file.goBack(11)
    file.add("bsn", "999990019", at: .line(1, column: 1))
    let located = try #require(file.file())
    #expect(located.mentionCounts == [.bsn: 1])
    #expect(located.otherPeople == OtherPeople(count: 0))
  }

  @Test func `other people are counted`() throws {
    var file = MadeUpFile()
    for row in 0..<50 {
      file.add("bsn", row == 7 ? "999990019" : "\(100_000_000 + row)", at: cell(row + 1, 1))
    }
    #expect(file.file()?.otherPeople == OtherPeople(count: 49))
  }

  // MARK: Bounds

  @Test func `records are the same however findings come`() throws {
    var file = MadeUpFile()
    for row in 1...20_000 {
      file.add(.surname, "de Vries", at: cell(row, 1))
      file.add("bsn", row % 1_000 == 0 ? "999990019" : "\(100_000_000 + row)", at: cell(row, 2))
    }
    for batchCount in [7, 512, Int.max] {
      let document = try #require(
        file.located(batchCount: batchCount).files(of: 0).first?.documents.first)
      #expect(document.recordCounts == [.thisPerson: 20, .otherPerson: 19_980])
      #expect(
        document.records.count(where: { $0.record.verdict == .otherPerson })
          == LocatedDocument.recordLimit(.otherPerson))
      #expect(document.records.count(where: { $0.record.verdict == .thisPerson }) == 20)
    }
  }

  @Test func `what was not searched to its end is listed`() throws {
    let result = MadeUpFile().located(outcome: .notExamined(.encrypted))
    #expect(result.unsearched.gaps.map(\.outcome) == [.notExamined(.encrypted)])
    #expect(result.unsearched.gapCount == 1)
  }
}
