import ScanModel
import Testing

@testable import Subjects

@Suite struct DocumentRulesTests {
  private func verdicts(_ file: MadeUpFile) throws -> [PersonVerdict] {
    try #require(file.file()?.documents.first?.records).map(\.record.verdict)
  }

  @Test func `a row of a list says nothing of the name in another`() throws {
    var table = MadeUpFile()
    table.add("email", "jan@voorbeeld.nl", at: .cell(row: 2, column: 3, header: nil))
    table.add(.fullName, "J. de Vries", at: .cell(row: 3, column: 1, header: nil))
    #expect(try verdicts(table) == [.thisPerson, .possiblyAnother])
    var lines = MadeUpFile()
    lines.add("email", "jan@voorbeeld.nl", at: .record(line: 2, field: "mail"))
    lines.add(.fullName, "J. de Vries", at: .record(line: 3, field: "name"))
    #expect(try verdicts(lines) == [.thisPerson, .possiblyAnother])
  }

  @Test func `the lines of a letter that is read as a table are about its person`() throws {
    var file = MadeUpFile()
    file.add(.birthDate, "12-03-1985", at: .cell(row: 5, column: 1, header: nil))
    file.add("bsn", "999990019", at: .cell(row: 6, column: 1, header: nil))
    file.add(.fullName, "J. de Vries", at: .cell(row: 9, column: 1, header: nil))
    file.add(.fullName, "J. de Vries", at: .cell(row: 20, column: 1, header: "Naam"))
    #expect(
      try verdicts(file) == [.thisPerson, .thisPerson, .thisPerson, .possiblyAnother])
  }

  @Test func `a name in an address of mail of another says nothing`() throws {
    var file = MadeUpFile()
    file.add("bsn", "999990019", at: .line(1, column: 1))
    file.add("email", "jan.devries41@voorbeeld.nl", at: .line(20, column: 1))
    file.goBack(28)
    file.add(.fullName, "jan.devries", at: .line(20, column: 1))
    #expect(try verdicts(file) == [.thisPerson, .possiblyAnother])
  }

  @Test func `a card of a file of cards says nothing of the name on another`() throws {
    var file = MadeUpFile()
    for line in [4, 14] {
      file.add(.fullName, "J. de Vries", at: .element(path: "FN", line: line))
      if line == 4 {
        file.add("email", "jan@voorbeeld.nl", at: .element(path: "EMAIL", line: 5))
      }
    }
    #expect(try verdicts(file) == [.thisPerson, .possiblyAnother])
  }

  @Test func `a remark on the one person of a file is about them`() throws {
    var file = MadeUpFile()
    file.add("bsn", "999990019", at: .element(path: "person.bsn", line: 4))
    file.add(.fullName, "J. de Vries", at: .element(path: "remark", line: 50))
    #expect(try verdicts(file) == [.thisPerson, .thisPerson])
  }

  @Test(arguments: [
    (SubjectAttribute.fullName, "dhr. De Vries"), (.surname, "bakker"), (.surname, "de Boer"),
    (.address, "Dorpsstraat 1"),
  ])
  func `who shares a surname or an address may be another`(
    attribute: SubjectAttribute, value: String
  ) throws {
    var file = MadeUpFile()
    file.add("bsn", "999990019", at: .line(1, column: 1))
    file.add(attribute, value, at: .line(20, column: 1))
    #expect(try verdicts(file) == [.thisPerson, .possiblyAnother])
  }

  @Test(arguments: ["700.168", "700 168", "1.700.168"])
  func `a number that stands as an amount does not decide`(written: String) throws {
    let number = written.filter(\.isNumber)
    var file = MadeUpFile()
    file.add(.number, written, normalized: number, at: .line(1, column: 1))
    file.add("bsn", "999990019", at: .line(20, column: 1))
    #expect(try verdicts(file) == [.possiblyAnother, .thisPerson])
    var labelled = MadeUpFile()
    labelled.add(.number, written, normalized: number, at: .line(1, column: 1), hasLabel: true)
    #expect(try verdicts(labelled) == [.thisPerson])
  }

  @Test(arguments: [
    ("700168", "700168"), ("70.01.68", "700168"), ("700.168", "700.168"), ("A 700.168", "A700168"),
  ])
  func `a long number that is no amount decides`(written: String, card: String) throws {
    var file = MadeUpFile()
    file.add(.number, written, normalized: card, at: .line(1, column: 1))
    #expect(try verdicts(file) == [.thisPerson])
  }
}
