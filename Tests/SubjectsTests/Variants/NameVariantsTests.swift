import ScanModel
import Subjects
import Testing

@Suite struct NameVariantsTests {
  private static let card = """
    {first: Jan Pieter, prefix: de, surname: Vries, partner: Bakker}
    """

  @Test(arguments: [
    "J.P. de Vries", "de Vries, J.P.", "Vries, J.P. de", "Vries, de, J.P.", "dhr. De Vries",
    "mevrouw De Vries", "fam. de Vries", "Jan de Vries", "J. de Vries", "Jan de Vries-Bakker",
    "J.P. Bakker-de Vries", "Bakker-de Vries, J.P.", "J.P. Bakker",
    "Bakker, Jan", "mw. Bakker", "jandevries", "jdevries", "j.devries", "devriesj", "jan.devries",
    "JAN_DE_VRIES", "jvries", "vriesj", "jan.vries", "Jan Pieter de Vries", "Pieter de Vries",
    "JP de Vries", "Jan P. de Vries", "de Vries, Jan P.",
  ])
  func `finds a full name as it is written`(text: String) throws {
    #expect(try Written(Self.card).attributes(text) == [.fullName])
  }

  @Test(arguments: ["de Vries", "Vries", "Bakker", "de Vries-Bakker", "Bakker - de Vries"])
  func `a surname alone is no full name`(text: String) throws {
    #expect(try Written(Self.card).attributes(text) == [.surname])
  }

  @Test(arguments: ["Jan", "J.P.", "Pieter", "Jan Bak", "de"])
  func `leaves out what is found everywhere`(text: String) throws {
    #expect(try Written(Self.card).attributes(text).isEmpty)
  }

  @Test(arguments: [
    ("{first: Bo, prefix: van den, surname: Berg}", "Bo v.d. Berg", true),
    ("{first: Bo, prefix: van den, surname: Berg}", "Berg, Bo v/d", true),
    ("{first: Bo, prefix: van den, surname: Berg}", "berg", false),
    ("{first: Bo, surname: van 't Hof}", "Bo van het Hof", true),
    ("{first: Johanna Maria, nickname: Anneke, surname: Quist}", "A. Quist", true),
    ("{first: Johanna Maria, nickname: Anneke, surname: Quist}", "J.M. Quist", true),
    ("{first: Johanna Maria, nickname: Anneke, surname: Quist}", "Johanna Maria Quist", true),
    ("{first: Bo, surname: Müller}", "Bo Mueller", true),
    ("{initials: Th.A., surname: Jansma}", "Th.A. Jansma", true),
    ("{initials: Th.A., surname: Jansma}", "Th. Jansma", true),
    ("{first: Mei, surname: Li}", "M. Li", true),
    ("{first: Mei, surname: Li}", "mli", false),
    ("{first: Mei, surname: Li}", "Li", false),
    ("{first: Jan-Pieter, surname: Quist}", "J.P. Quist", true),
    (
      "{surname: Quist, initials: B, former-names: {surname: Oudehoven, initials: B}}",
      "B. Oudehoven", true
    ),
  ])
  func `knows how names differ`(card: String, text: String, isFound: Bool) throws {
    #expect(try Written(card).attributes(text).isEmpty != isFound)
  }

  @Test(arguments: [
    ("{first: Bo, prefix: van den, surname: Berg}", "Berg"),
    ("{first: Bo, prefix: de, surname: Wit}", "Wit"), ("{first: Mei, surname: Li}", "Li"),
    ("{first: Bo, prefix: van, surname: Es}", "Es"),
  ])
  func `a surname that is a word or short counts where a label names it`(
    card: String, surname: String
  ) throws {
    #expect(try Written(card).labelled.contains(surname))
  }

  @Test func `a name that counts everywhere needs no label beside another name`() throws {
    let written = try Written(
      "{prefix: de, surname: Bakker, former-names: {surname: Bakker}}")
    #expect(written.attributes("Bakker") == [.surname])
    #expect(written.labelled.isEmpty)
  }

  @Test func `first names are sought only where there is no surname`() throws {
    #expect(try Written("{first: Quirinus}").attributes("Quirinus") == [.surname])
  }

  @Test func `lists no two variants that a search takes for one`() throws {
    let variants = try Written("{first: Jan, surname: Vries, partner: Vries}").variants
    let joined = variants.map { $0.text.lowercased().filter(\.isLetter) }
    #expect(Set(joined).count == joined.count)
  }

  @Test func `a usual card has a number of variants that can be judged`() throws {
    let card = """
      {first: Jan Pieter, prefix: de, surname: Vries, bsn: 999990019, birth-date: 1985-03-12,
       email: jan.de.vries@voorbeeld.nl, phone: 06-12345678,
       address: {street: Kerkstraat, number: 12, postcode: 1234 AB}}
      """
    #expect((40...75).contains(try Written(card).variants.count))
  }
}
