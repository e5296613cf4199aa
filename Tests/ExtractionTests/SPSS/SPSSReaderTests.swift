import Extraction
import Testing

/// The files are PSPP's, from one data set; what they hold is what pyreadstat reads in them.
@Suite struct SPSSReaderTests {
  private static let story =
    "begin" + String(repeating: ".", count: 255) + "midden" + String(repeating: "-", count: 254)
    + "BSN: 999990019"

  @Test(arguments: ["plain.sav", "packed.sav", "deflated.zsav"])
  func `values have the names and labels of their variables, however they are packed`(
    name: String
  ) {
    let recording = DocumentRecording(of: ForeignFile.bytes("spss/\(name)"))
    #expect(recording.outcome == "sav complete")
    #expect(recording.faults == [])
    #expect(
      recording.fields() == [
        "nr (Nummer)=1", "naam=Jansen, Jan",
        "geboortedatum_respondent (Geboortedatum)=1960-01-02", "gezien=2023-03-03",
        "maand=2023-03-01", "gesl=Man", "code=A", "bedrag=1234.5", "verhaal=\(Self.story)",
        "behandelaar=B1", "nr (Nummer)=2", "naam=de Vries, J.P.",
        "geboortedatum_respondent (Geboortedatum)=1991-02-03", "gezien=2023-03-04",
        "maand=2023-04-01", "gesl=Vrouw", "code=B", "bedrag=-7.25", "verhaal=\(Self.story)",
        "behandelaar=B1",
      ])
  }

  @Test func `notes, and what values stand for, stand beside the table`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("spss/plain.sav"))
    let fields = recording.fields(at: "properties")
    for field in [
      "Monitor 2023", "DOCUMENT Gemaakt door mevrouw A. Smit.", "gesl=Man", "gesl=Vrouw",
      "behandelaar=Smit, A.",
    ] {
      #expect(fields.contains(field), "\(field)")
    }
    #expect(fields.contains { $0.contains("Enquete van mw. P. Bakker") })
  }

  @Test(arguments: ["plain.sav", "packed.sav", "deflated.zsav"])
  func `a file that breaks off is read as far as it goes`(name: String) {
    let bytes = ForeignFile.bytes("spss/\(name)")
    let recording = DocumentRecording(of: Array(bytes.dropLast(60)))
    #expect(recording.fields().first == "nr (Nummer)=1")
    #expect(recording.outcome == "sav malformed")
  }

  @Test func `no cut of a file ends the reader`() {
    let bytes = ForeignFile.bytes("spss/packed.sav")
    for count in stride(from: 0, to: bytes.count, by: 61) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  // MARK: Written here

  @Test(arguments: [false, true])
  func `numbers may have their highest byte first`(isBig: Bool) {
    let file = file(
      isBig: isBig,
      variables: [variable("BSN", 0, isBig), variable("NAAM", 8, isBig)],
      cases: double(999_990_019, isBig) + Array("Jansen  ".utf8))
    #expect(DocumentRecording(of: file).fields() == ["BSN=999990019", "NAAM=Jansen"])
    #expect(DocumentRecording(of: file).outcome == "sav complete")
  }

  @Test(
    arguments: [
      (1252, [0x52, 0x65, 0x6E, 0xE9]), (65001, [0x52, 0x65, 0x6E, 0xC3, 0xA9]),
      (850, [0x52, 0x65, 0x6E, 0x82]), (0, [0x52, 0x65, 0x6E, 0xE9]),
    ] as [(Int, [UInt8])])
  func `letters are those of the code page that it names`(codePage: Int, name: [UInt8]) {
    let numbers = [20, 0, 0, -1, 1, 1, 2, codePage].flatMap { long($0, false) }
    let integers = [7, 3, 4, 8].flatMap { long($0, false) } + numbers
    let file = file(
      isBig: false, variables: [variable("NAAM", 8, false), integers],
      cases: name + [UInt8](repeating: 0x20, count: 8 - name.count))
    #expect(DocumentRecording(of: file).fields() == ["NAAM=René"])
  }

  @Test func `a number that stands for something is a code only where it is small`() {
    let labels =
      [3, 2].flatMap { long($0, false) } + double(1, false) + [3] + Array("Man    ".utf8)
      + double(999_990_019, false) + [3] + Array("Jan    ".utf8)
    let file = file(
      isBig: false,
      variables: [variable("NR", 0, false), labels + [4, 1, 1].flatMap { long($0, false) }],
      cases: double(1, false) + double(999_990_019, false))
    let recording = DocumentRecording(of: file)
    #expect(recording.fields() == ["NR=Man", "NR=999990019"])
    #expect(recording.fields(at: "properties") == ["NR=Man", "NR=Jan"])
  }

  @Test func `a missing number is no value`() {
    let file = file(
      isBig: false, variables: [variable("NR", 0, false), variable("BSN", 0, false)],
      cases: double(-Double.greatestFiniteMagnitude, false) + double(999_990_019, false))
    #expect(DocumentRecording(of: file).fields() == ["BSN=999990019"])
  }

  @Test(arguments: [(9, 4), (0, -1)])
  func `the label of a variable that cannot be read labels no other`(
    missingCount: Int, labelLength: Int
  ) {
    let numbers = [2, 0, 1, missingCount, 0, 0].flatMap { long($0, false) }
    let broken =
      numbers + Array("NR      ".utf8) + long(labelLength, false) + Array("Naam".utf8)
    let file = file(isBig: false, variables: [variable("BSN", 0, false), broken], cases: [])
    let recording = DocumentRecording(of: file)
    #expect(recording.outcome == "sav malformed")
    #expect(recording.faults == [])
  }

  @Test func `a file under a password is encrypted`() {
    let file = [0x1C, 0, 0, 0, 0, 0, 0, 0] + Array("ENCRYPTEDSAV".utf8) + [0x15, 0, 0, 0, 1, 2, 3]
    #expect(DocumentRecording(of: file).outcome == "sav encrypted")
  }

  private func file(isBig: Bool, variables: [[UInt8]], cases: [UInt8]) -> [UInt8] {
    var head = Array("$FL2@(#) SPSS DATA FILE".utf8)
    head += [UInt8](repeating: 0x20, count: 64 - head.count)
    for number in [2, 2, 0, 0, -1] { head += long(number, isBig) }
    head += double(100, isBig) + [UInt8](repeating: 0x20, count: 84)
    return head + variables.flatMap { $0 } + long(999, isBig) + long(0, isBig) + cases
  }

  private func variable(_ name: String, _ width: Int, _ isBig: Bool) -> [UInt8] {
    let format = width == 0 ? 5 << 16 | 9 << 8 : 1 << 16 | width << 8
    let numbers = [2, width, 0, 0, format, format].flatMap { long($0, isBig) }
    return numbers + Array(name.utf8) + [UInt8](repeating: 0x20, count: 8 - name.utf8.count)
  }

  private func long(_ number: Int, _ isBig: Bool) -> [UInt8] {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return isBig ? bytes.reversed() : bytes
  }

  private func double(_ number: Double, _ isBig: Bool) -> [UInt8] {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
    return isBig ? bytes.reversed() : bytes
  }
}
