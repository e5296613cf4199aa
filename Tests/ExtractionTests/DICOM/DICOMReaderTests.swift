import Extraction
import Testing

/// What the files hold was given to dump2dcm and pydicom, and is what dcmdump prints of them.
@Suite struct DICOMReaderTests {
  @Test(arguments: [
    "sequences", "implicit", "big-endian", "deflated", "dataset",
  ])
  func `values have the names of their attributes, however they are written`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("dicom/\(name).dcm"))
    #expect(recording.outcome == "dicom complete")
    #expect(recording.faults == [])
    let fields = recording.fields().filter { $0 != "OFFIS_DCMTK_367" }
    #expect(
      fields == [
        "StudyDate=2023-07-04", "AccessionNumber=A-4711", "OT",
        "InstitutionName=Ziekenhuis Velmerdam", "ReferringPhysicianName=Bakker, P. Dr.",
        "StudyDescription=Thorax na val thuis", "PatientName=Jansen, Hélène van der",
        "PatientID=999990019^^^NLMINBIZA", "IssuerOfPatientID=NLMINBIZA",
        "PatientBirthDate=1960-01-02", "PatientSex=F", "OtherPatientIDs=Z-100",
        "OtherPatientIDs=Z-200", "PatientID=P-300", "IssuerOfPatientID=Lindewaard",
        "PatientAddress=Dorpsstraat 12, 1234 AB Lindewaard",
        "PatientTelephoneNumbers=06-12345678",
        "PatientComments=Belt liever op 06-87654321\\geen post", "CodeMeaning=Longfoto",
        "RequestedProcedureID=V-1", "PersonAddress=Kade 3",
      ])
  }

  @Test func `a file of which its first elements alone are left is malformed`() {
    let file = ForeignFile.bytes("dicom/sequences.dcm")
    let metaByteCount = Int(file[140]) | Int(file[141]) << 8
    let recording = DocumentRecording(of: Array(file.prefix(144 + metaByteCount)))
    #expect(recording.outcome == "dicom malformed")
  }

  @Test func `contents of a report have the names that codes give them`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("dicom/report.dcm"))
    let fields = recording.fields()
    for field in [
      "PatientName=Şahin, Zeynep", "Person Observer Name=Bakker, P.",
      "Subject Birth Date=1991-02-03", "Subject Sex=Female",
      "Finding=Geen afwijkingen.\r\nBel mevrouw Z. Şahin op 06-12345678.",
      "Conclusie=Vervolg bij dr. P. Bakker", "CodeMeaning=Findings",
    ] {
      #expect(fields.contains(field), "\(field)")
    }
    #expect(recording.outcome == "dicom complete")
  }

  @Test func `a document in it is a member`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("dicom/document.dcm"))
    #expect(recording.text(at: "EncapsulatedDocument/1").contains("BSN: 999990019"))
    #expect(recording.members == ["EncapsulatedDocument pdf complete", "dicom complete"])
  }

  // MARK: Values

  @Test(
    arguments: [
      ("Jansen^Jan", ["PatientName=Jansen, Jan"]),
      ("de Vries^J.P.^^drs.", ["PatientName=de Vries, J.P. drs."]),
      ("^Jan", ["PatientName=Jan"]), ("JANSEN", ["PatientName=JANSEN"]),
      ("Yamada^Tarou=山田^太郎", ["PatientName=Yamada, Tarou", "PatientName=山田, 太郎"]),
    ] as [(String, [String])])
  func `the surname of a person comes first`(name: String, fields: [String]) {
    let file = file(
      element(0x0008_0005, "CS", "ISO_IR 192") + element(0x0010_0010, "PN", name))
    #expect(DocumentRecording(of: file).fields() == fields)
  }

  // The bytes of the examples in DICOM PS3.5, annexes H and I, and of ISO 8859.
  @Test(
    arguments: [
      ("ISO_IR 100", [0x52, 0x65, 0x6E, 0xE9], "René"),
      ("ISO_IR 101", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
      ("ISO_IR 148", [0xDE, 0x61, 0x68, 0x69, 0x6E], "Şahin"),
      ("ISO_IR 144", [0xBB, 0xEE, 0xDA], "Люк"),
      ("ISO_IR 192", [0xC5, 0x9E, 0x61, 0x68, 0x69, 0x6E], "Şahin"),
      ("\\ISO 2022 IR 87", [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42], "山田"),
      ("\\ISO 2022 IR 149", [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3], "洪"),
      (
        "ISO 2022 IR 100\\ISO 2022 IR 101",
        [0xE9, 0x1B, 0x2D, 0x42, 0xA3, 0x5E, 0xE9], "éŁ, é"
      ),
      ("GB18030", [0xCD, 0xF5], "王"),
    ] as [(String, [UInt8], String)])
  func `letters are those of the character sets that it names`(
    terms: String, name: [UInt8], text: String
  ) {
    let file = file(
      element(0x0008_0005, "CS", terms) + element(0x0010_0010, "PN", bytes: name))
    let recording = DocumentRecording(of: file)
    #expect(recording.fields() == ["PatientName=\(text)"])
    #expect(recording.outcome == "dicom complete")
  }

  @Test func `letters of a character set that is not known are told of`() {
    let terms = element(0x0008_0005, "CS", "EIGEN")
    let plain = file(terms + element(0x0010_0010, "PN", "Jansen"))
    #expect(DocumentRecording(of: plain).outcome == "dicom complete")
    let file = file(terms + element(0x0010_0010, "PN", bytes: [0x52, 0xE9]))
    #expect(DocumentRecording(of: file).outcome == "dicom encoded-parts")
  }

  @Test func `an item may have character sets of its own`() {
    let item = element(0x0008_0005, "CS", "ISO_IR 101") + element(0x0010_0010, "PN", bytes: [0xA3])
    let file = file(
      element(0x0008_0005, "CS", "ISO_IR 100") + sequence(0x0008_1120, [item])
        + element(0x0010_0010, "PN", bytes: [0xA3]))
    #expect(DocumentRecording(of: file).fields() == ["PatientName=Ł", "PatientName=£"])
  }

  @Test func `what makers of devices add is read, as text or as what it is`() {
    let text = "Dossier van Jan Jansen, Dorpsstraat 12"
    let file = file(
      element(0x0009_0010, "LO", "KLINIEK") + element(0x0009_1001, "LT", "kamer 12")
        + element(0x0009_1002, "UN", "gebeld") + element(0x0009_1003, "OB", "{\"bsn\": 999990019}")
        + element(0x0009_1004, "OB", bytes: [0, 1, 2, 3, 0, 0, 0, 9] + Array(text.utf8) + [0, 1]))
    let recording = DocumentRecording(of: file)
    #expect(recording.fields() == ["KLINIEK", "kamer 12", "gebeld", "{\"bsn\": 999990019}"])
    #expect(recording.text(at: "raw-text").contains(text))
    #expect(recording.outcome == "dicom complete")
  }

  @Test func `attributes that were locked away are told of`() {
    let item = element(0x0400_0520, "OB", bytes: [1, 2, 3, 4])
    let file = file(sequence(0x0400_0500, [item]) + element(0x0010_0010, "PN", "Jansen"))
    #expect(DocumentRecording(of: file).outcome == "dicom encrypted")
  }

  // MARK: Pictures

  @Test(
    arguments: [
      (UInt16(300), UInt16(300), "dicom complete"), (400, 250, "dicom needs-ocr"),
      (65535, 65535, "dicom needs-ocr"),
    ])
  func `pictures that may hold text are told of`(rows: UInt16, columns: UInt16, outcome: String) {
    let head =
      element(0x0010_0010, "PN", "Jansen^Jan") + element(0x0028_0010, "US", bytes: short(rows))
      + element(0x0028_0011, "US", bytes: short(columns))
    let plain = file(head + element(0x7FE0_0010, "OW", bytes: [1, 2, 3, 4]))
    #expect(DocumentRecording(of: plain).outcome == outcome)
    #expect(DocumentRecording(of: plain).fields() == ["PatientName=Jansen, Jan"])
    // In pieces, of which an empty table comes first.
    let pieces = item([]) + item([1, 2, 3, 4]) + tag(0xFFFE_E0DD) + [0, 0, 0, 0]
    let packed = file(
      head + tag(0x7FE0_0010) + Array("OB".utf8) + [0, 0, 0xFF, 0xFF, 0xFF, 0xFF] + pieces)
    #expect(DocumentRecording(of: packed).outcome == outcome)
  }

  // MARK: Damage

  @Test func `what is left of a file that breaks off is read`() {
    let whole = file(
      element(0x0010_0010, "PN", "Jansen^Jan") + element(0x0010_4000, "LT", "belt liever niet"))
    let recording = DocumentRecording(of: Array(whole.dropLast(5)))
    #expect(recording.fields() == ["PatientName=Jansen, Jan", "PatientComments=belt liever"])
    #expect(recording.outcome == "dicom malformed")
  }

  @Test func `sequences that lie too deep are told of`() {
    var item = element(0x0010_0010, "PN", "Jansen^Jan")
    for _ in 0..<70 { item = sequence(0x0008_1140, [item]) }
    #expect(DocumentRecording(of: file(item)).outcome == "dicom limit")
  }

  @Test func `a sequence that has no end is damaged`() {
    let endless = [0x08, 0, 0x40, 0x11] + Array("SQ".utf8) + [0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
    let file = file(endless + item(element(0x0010_0010, "PN", "Jansen^Jan")))
    let recording = DocumentRecording(of: file)
    #expect(recording.fields() == ["PatientName=Jansen, Jan"])
    #expect(recording.outcome == "dicom malformed")
  }

  @Test func `zeros behind the last element belong to no element`() {
    let file = file(element(0x0010_0010, "PN", "Jansen^Jan") + [0, 0, 0, 0])
    #expect(DocumentRecording(of: file).outcome == "dicom complete")
  }

  // MARK: Writing

  /// A file in little endian with forms; DICOM PS3.10, section 7.1.
  private func file(_ elements: [UInt8]) -> [UInt8] {
    [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)
      + element(0x0002_0010, "UI", "1.2.840.10008.1.2.1\0") + elements
  }

  private func element(_ number: UInt32, _ form: String, _ text: String) -> [UInt8] {
    element(number, form, bytes: Array(text.utf8))
  }

  private func element(_ number: UInt32, _ form: String, bytes: [UInt8]) -> [UInt8] {
    let isLong = ["OB", "OW", "SQ", "UN", "UT"].contains(form)
    let value = bytes + (bytes.count % 2 == 0 ? [] : [form == "OB" ? 0 : 0x20])
    let length = short(UInt16(value.count))
    return tag(number) + Array(form.utf8) + (isLong ? [0, 0] + length + [0, 0] : length) + value
  }

  private func sequence(_ number: UInt32, _ items: [[UInt8]]) -> [UInt8] {
    element(number, "SQ", bytes: items.flatMap(item))
  }

  private func item(_ elements: [UInt8]) -> [UInt8] {
    tag(0xFFFE_E000) + short(UInt16(elements.count)) + [0, 0] + elements
  }

  private func tag(_ number: UInt32) -> [UInt8] {
    short(UInt16(number >> 16)) + short(UInt16(number & 0xFFFF))
  }

  private func short(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8)]
  }
}
