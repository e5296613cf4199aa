import ScanModel
import Testing

@testable import Subjects

@Suite struct RecordCutterTests {
  private func element(_ path: String, _ line: Int) -> Place { .element(path: path, line: line) }

  private func records(_ file: MadeUpFile) throws -> [[SubjectAttribute]] {
    try #require(file.file()?.documents.first?.records).map { $0.record.mentions.map(\.attribute) }
  }

  @Test func `a group may have fields that those before it do not show`() throws {
    var file = MadeUpFile()
    for line in [3, 12, 21] {
      file.add("name", "S. Bakker", at: element("FN", line))
      file.add("date-of-birth", "1971-01-02", at: element("BDAY", line + 3))
    }
    file.add(.fullName, "Jan de Vries", at: element("FN", 30))
    file.add("email", "jan@voorbeeld.nl", at: element("EMAIL", 31))
    file.add(.phone, "0612345678", at: element("TEL", 32))
    file.add(.birthDate, "1985-03-12", at: element("BDAY", 33))
    file.add("name", "S. Bakker", at: element("FN", 39))
    #expect(try records(file) == [[.fullName, .email, .phone, .birthDate]])
  }

  @Test func `a group whose first fields are new does not join the group before it`() throws {
    var file = MadeUpFile()
    for line in [9, 19] { file.add("bsn", "999992168", at: element("person.bsn", line)) }
    file.add(.surname, "de Vries", at: element("person.surname", 26))
    file.add(.iban, "NL91ABNA0417164300", at: element("person.iban", 27))
    file.add("bsn", "999990019", at: element("person.bsn", 28))
    file.add(.birthDate, "1985-03-12", at: element("person.born", 29))
    file.add("bsn", "999992168", at: element("person.bsn", 39))
    let document = try #require(file.file()?.documents.first)
    #expect(document.records.map(\.record.mentions.count) == [4])
    #expect(document.records[0].record.reasons == [.identifier(.bsn), .identifier(.iban)])
  }

  @Test func `objects of minified JSON show their order by what stands between them`() throws {
    var file = MadeUpFile()
    // {"name":"…","x":"…","born":"…"},{"name":"…","number":"…","iban":"…","born":"…"}
    file.add("name", "S. Bakker", at: element("list.name", 1))
    file.skip(40)
    file.add("date-of-birth", "1971-01-02", at: element("list.born", 1))
    file.skip(60)
    file.add(.fullName, "Jan de Vries", at: element("list.name", 1))
    file.skip(10)
    file.add(.number, "700168", at: element("list.number", 1))
    file.skip(8)
    file.add(.iban, "NL91ABNA0417164300", at: element("list.iban", 1))
    file.skip(8)
    file.add(.birthDate, "1985-03-12", at: element("list.born", 1))
    #expect(try records(file) == [[.fullName, .number, .iban, .birthDate]])
  }

  @Test func `a group of NDJSON is a line`() throws {
    var file = MadeUpFile()
    for line in 1...3 {
      file.add("name", "S. Bakker", at: element("name", line))
      file.skip(90)
      file.add("date-of-birth", "1971-01-02", at: element("born", line))
    }
    file.add(.fullName, "Jan de Vries", at: element("name", 4))
    file.skip(90)
    file.add(.iban, "NL91ABNA0417164300", at: element("iban", 4))
    file.add(.birthDate, "1985-03-12", at: element("born", 4))
    #expect(try records(file) == [[.fullName, .iban, .birthDate]])
  }

  @Test func `what one field tells in a sentence is one record`() throws {
    var file = MadeUpFile()
    file.add(.birthDate, "12-03-1985", at: element("DESCRIPTION", 8))
    file.skip(10)
    file.add(.fullName, "Jan de Vries", at: element("DESCRIPTION", 8))
    #expect(try records(file) == [[.birthDate, .fullName]])
    #expect(file.file()?.verdict == .thisPerson)
  }

  @Test func `the first row of keys and values in a document has no name`() throws {
    var file = MadeUpFile()
    file.add(.surname, "de Vries", at: .paragraph(2, header: nil), hasLabel: true)
    file.add(.birthDate, "12-03-1985", at: .paragraph(6, header: "Geboortedatum"))
    #expect(try records(file) == [[.surname, .birthDate]])
    #expect(file.file()?.verdict == .thisPerson)
  }

  @Test func `a table does not join the text above it`() throws {
    var file = MadeUpFile()
    file.add(.fullName, "Jan de Vries", at: .paragraph(2, header: nil))
    file.add(.birthDate, "12-03-1985", at: .paragraph(6, header: "Geboortedatum"))
    #expect(file.file()?.documents.first?.records.map(\.record.mentions.count) == [1, 1])
  }

  @Test func `further first names in a list begin no record`() throws {
    var file = MadeUpFile()
    file.add(.surname, "de Vries", at: element("name.family", 2))
    for given in ["Jan", "Karel"] { file.add("name", given, at: element("name.given", 4)) }
    file.add(.birthDate, "1985-03-12", at: element("birthDate", 8))
    #expect(try records(file) == [[.surname, .birthDate]])
  }

  @Test func `the same field again is another record`() throws {
    var file = MadeUpFile()
    for line in [1, 2] { file.add(.fullName, "Jan de Vries", at: element("name", line)) }
    file.add(.fullName, "Jan de Vries", at: element("name", 2))
    #expect(try records(file) == [[.fullName], [.fullName], [.fullName]])
  }
}
