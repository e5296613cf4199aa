import Reporting
import ScanModel
import Subjects
import Testing

@Suite struct CardErrorTests {
  private func error(_ text: String, _ language: ReportLanguage = .en) -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try SubjectCardFile.cards(in: text, file: "a.yaml", language: language)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("surname: Quist\nbsn: 123456789", 2, "'bsn': no BSN: it fails the elfproef"),
    ("surname: Quist\nbsn: 1234", 2, "'bsn': no BSN: that has 9 digits"),
    ("surname: Quist\nibans:\n  - NL91ABNA0417164301", 3, "'ibans': no IBAN: its check digits"),
    ("surname: Quist\ngeboortedatum: 31-02-1985", 2, "'geboortedatum': no date on the calendar"),
    ("surname: Quist\nbirth-date: 12-03-85", 2, "'birth-date': write the year in four digits"),
    ("surname: Quist\nbirth-date: '1985'", 2, "'birth-date': only a whole date"),
    ("surname: Quist\nemail: quist-voorbeeld.nl", 2, "'email': no e-mail address"),
    ("surname: Quist\nphone: 12345", 2, "'phone': no Dutch phone number"),
    ("surname: Quist\nterms:\n - abc", 3, "'terms': too short"),
    ("surname: Quist\nnumbers: {client: 123}", 2, "'numbers': too short"),
    ("surname: Quist\nsurname: Bos", 2, "a key stands twice"),
    ("surname: Quist\nachternaam: Bos", 2, "'achternaam' stands there already, as 'surname'"),
    ("surname: Quist\nQuist: Bos", 2, "unknown key"),
    ("surname: Quist 1985", 1, "'surname': a name is made of letters"),
    ("surname: Quist\naddress: {town: Lindewaard}", 2, "an address has a house number"),
    ("surname: Quist\naddress: {postcode: 0123 AB, number: 1}", 2, "'postcode': no Dutch postcode"),
    ("initials: Q.", 1, "a name has at least a surname or a first name"),
    ("case: A-1", 1, "names nothing to search for"),
    ("names: [Quist]", 1, "lines 'key: value' belong here"),
    ("- {reference: A, surname: Quist}\n- {reference: A, surname: Bos}", 2, "the same 'reference'"),
  ])
  func `names line and key, never a value`(text: String, line: Int, problem: String) {
    let error = error(text)
    #expect(error?.line == line)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "no error")")
    for value in ["Quist", "123456789", "0417164301", "31-02", "12345", "0123 AB", "abc"] {
      #expect(error?.description.contains(value) == false)
    }
  }

  @Test(arguments: [
    "vries-2026", "Zaak De Vries", "bakker", "999990019", "C20481", "dossier jan", "19850312",
  ])
  func `a reference that tells who it is is refused`(reference: String) {
    let text = """
      {reference: '\(reference)', first: Jan, prefix: de, surname: Vries, partner: Bakker,
       bsn: 999990019, numbers: {client: C-20481}, birth-date: 1985-03-12}
      """
    #expect(error(text)?.problem.contains("must not tell who it is") == true)
  }

  @Test func `speaks Dutch`() {
    #expect(error("bsn: 123456789", .nl)?.problem.contains("de elfproef klopt niet") == true)
  }

  @Test(arguments: ["", "[]", "subjects: []", "# nothing\n", "a: [", "bsn: &x 999990019\nterm: *x"])
  func `what is no card is refused`(text: String) {
    #expect(error(text) != nil)
  }
}
