import ScanModel
import Subjects
import Testing

@Suite struct NumberVariantsTests {
  private static let card = """
    bsn: 010000008
    birth-date: 1985-03-02
    phone: 06-12345678
    iban: NL91ABNA0417164300
    email: jan.de.vries@voorbeeld.nl
    licence-plate: GB-123-X
    numbers: [C-20481, 0088120, AB12]
    address: {street: Kerkstraat, number: 12a, postcode: 1234 AB}
    """

  @Test(arguments: [
    ("010000008", SubjectAttribute.bsn), ("10000008", .bsn), ("0100.00.008", .bsn),
    ("0612345678", .phone), ("+31 6 12345678", .phone), ("0031612345678", .phone),
    ("+31 (0)6-12 34 56 78", .phone), ("612345678", .phone), ("06-12345678", .phone),
    ("NL91 ABNA 0417 1643 00", .iban), ("0417164300", .iban), ("41.71.64.300", .iban),
    ("jan.de.vries@voorbeeld.nl", .email), ("jan.de.vries (at) voorbeeld.nl", .email),
    ("GB-123-X", .licencePlate), ("gb123x", .licencePlate),
    ("C20481", .number), ("c 20481", .number), ("88120", .number), ("0088120", .number),
    ("AB 12", .number), ("AB-12", .number), ("ab12", .number),
    ("1234AB 12A", .address), ("1234 AB 12-a", .address), ("12a 1234AB", .address),
    ("Kerkstraat 12 A", .address), ("Kerkstr. 12a", .address),
    ("02-03-1985", .birthDate), ("2/3/85", .birthDate), ("2-3-1985", .birthDate),
    ("2 maart 1985", .birthDate), ("2 mrt 1985", .birthDate), ("02-mrt-85", .birthDate),
    ("1985-03-02", .birthDate), ("19850302", .birthDate), ("02.03.1985", .birthDate),
    ("2 March 1985", .birthDate), ("02031985", .birthDate), ("2031985", .birthDate),
    ("02/03/85", .birthDate), ("2 maart '85", .birthDate),
  ])
  func `finds values as they are written`(text: String, attribute: SubjectAttribute) throws {
    #expect(try Written(Self.card).attributes(text) == [attribute])
  }

  @Test(arguments: [
    "03-02-1985", "3/2/85", "1985", "maart 1985", "2385", "1234 AB", "Kerkstraat", "1 234 AB 12 A",
    "voorbeeld.nl", "20481", "jan.devries@voorbeeld.nl", "jandevries@voorbeeld.nl",
  ])
  func `does not take for a value what is none`(text: String) throws {
    #expect(try Written(Self.card).attributes(text).isEmpty)
  }
}
