import ContentTypes
import ScanModel
import Testing

@testable import Extraction

@Suite struct RunningTextReaderTests {
  @Test(arguments: [
    "Beste Jan,\n\nTwee regels.\n", "", "\n", "\r\n\r\n", "geen regeleinde", " \t| ", "a\n\n\nb",
  ])
  func `hands text on as it is`(document: String) throws {
    let recording = try read(document)
    #expect(recording.text == document)
    #expect(recording.fields == [])
    #expect(recording.outcome == .complete)
    #expect(recording.faults == [])
  }

  @Test func `makes fields of a table that spaces align`() throws {
    let document = """
      Overzicht cliënten
      Naam             BSN         Plaats
      Zoë van Dijk     123456782   Utrecht
      Çelik            999999990   Den Haag

      Einde
      """
    let recording = try read(document)
    #expect(
      recording.fieldDescriptions == [
        "Naam=Zoë van Dijk @3:1", "BSN=123456782 @3:2", "Plaats=Utrecht @3:3",
        "Naam=Çelik @4:1", "BSN=999999990 @4:2", "Plaats=Den Haag @4:3",
      ])
    #expect(recording.text == document)
  }

  @Test func `parts cells that fill their column up to the last blank`() throws {
    let recording = try read(
      "SOFINR    GEB.DAT  NAAM    BEDRAG\n123456782 03-05-71 DE WIT  100,00\n"
        + "999990019 12-11-68 BAKKERS   9,00\n")
    #expect(
      recording.fieldDescriptions == [
        "SOFINR=123456782 @2:1", "GEB.DAT=03-05-71 @2:2", "NAAM=DE WIT @2:3", "BEDRAG=100,00 @2:4",
        "SOFINR=999990019 @3:1", "GEB.DAT=12-11-68 @3:2", "NAAM=BAKKERS @3:3", "BEDRAG=9,00 @3:4",
      ])
  }

  @Test func `parts the header too where the cells below its words are filled`() throws {
    let recording = try read(
      "KLANTNR SOFINR    NAAM\n0001234 123456782 DE WIT\n0001235 999990019 BAKKER\n")
    #expect(
      recording.fieldDescriptions == [
        "KLANTNR=0001234 @2:1", "SOFINR=123456782 @2:2", "NAAM=DE WIT @2:3",
        "KLANTNR=0001235 @3:1", "SOFINR=999990019 @3:2", "NAAM=BAKKER @3:3",
      ])
  }

  @Test func `takes prose below a header for no row`() throws {
    let recording = try read(
      "Naam    Adres   Plaats\nDe heer Jan de  Wit kwam om 12 uur\nEn zij gaf hem een brief mee\n")
    #expect(recording.fields == [])
  }

  @Test func `takes names of fields among the rows for the next header`() throws {
    let recording = try read(
      """
      Naam    BSN        Plaats
      Jan     123456782  Utrecht
      Piet    999999990  Ede
      Bedrag  Datum      Telefoon
      12,00   1-1-2020   0612345678
      13,00   2-1-2020   0612345679
      """)
    #expect(
      recording.fields.map(\.label) == [
        "Naam", "BSN", "Plaats", "Naam", "BSN", "Plaats", "Bedrag", "Datum", "Telefoon", "Bedrag",
        "Datum", "Telefoon",
      ])
  }

  @Test func `counts columns in characters, also of right-aligned numbers`() throws {
    let recording = try read(
      "Één ding      BSN   Bedrag\nÉÉÉÉÉÉ  123456782    12,00\nb       999999990     1,00\n")
    #expect(
      recording.fieldDescriptions == [
        "Één ding=ÉÉÉÉÉÉ @2:1", "BSN=123456782 @2:2", "Bedrag=12,00 @2:3",
        "Één ding=b @3:1", "BSN=999999990 @3:2", "Bedrag=1,00 @3:3",
      ])
  }

  @Test(arguments: [
    "| naam | bsn |\n|------|:---:|\n| Jan | 123456782 |\n",
    " naam | bsn \n------+-----------\n Jan  | 123456782\n(1 row)\n",
    "+------+-----------+\n| naam | bsn       |\n+------+-----------+\n| Jan  | 123456782 |\n+--+\n",
    "naam\tbsn\n====\t===\nJan\t123456782\r\n",
    "naam  bsn\r\n----  ---------\r\nJan   123456782\r\n",
  ])
  func `makes fields of one row behind a ruler`(document: String) throws {
    let row = document.hasPrefix("+") ? 4 : 3
    let recording = try read(document)
    #expect(recording.fieldDescriptions == ["naam=Jan @\(row):1", "bsn=123456782 @\(row):2"])
    #expect(recording.text == document)
  }

  @Test func `keeps empty cells of a table with pipes in their column`() throws {
    let recording = try read(
      "id | naam | bsn\n---+------+-----\n 1 |  | 123456782\n 2 | Jan | \n   | Piet | 999999990\n")
    #expect(
      recording.fieldDescriptions == [
        "id=1 @3:1", "bsn=123456782 @3:3", "id=2 @4:1", "naam=Jan @4:2", "naam=Piet @5:2",
        "bsn=999999990 @5:3",
      ])
  }

  @Test(arguments: [
    "Naam    Jansen\nJan     123456782\n\nVerder gaat de tekst.",  // a name above, no header
    "Naam    Postcode\nBSN     123456782\nPlaats  Ede\n",  // keys below a key
    "Naam    BSN\nZo begint de tekst\nen zo gaat hij door",
    "Factuur 2024   12345\nBSN            123456782\nKlant          99887766",  // digits above
    "BSN:     123456782\nNaam:    Jan\nPlaats:  Utrecht",  // keys before their values
    "Naam:    Jan\nBSN:     123456782\nPlaats:  Utrecht",
    "Naam   BSN\nJan    123   456   782\nPiet   999   999   990",  // more segments than the header
    "een  twee\n                 ver  weg\n                 en    nog",  // not below the header
    "-  Jan\n-  Piet\n-  Klaas\n",
    "Naam   de heer P. Haverkamp\nBSN    9999.58.604\nTel    0612345678",  // keys and values
    "Naam    Jansen     Geslacht  man\nBSN     123456782  Telefoon  0612345678\n\n",
    "Klantnr  Datum  Plaats\n  123       1-1-2020    Ede\n\n",  // one row, not below the header
  ])
  func `makes no fields of what only looks like a table`(document: String) throws {
    let recording = try read(document)
    #expect(recording.fields == [])
    #expect(recording.text == document)
  }

  @Test func `makes fields of one row whose segments begin where the header does`() throws {
    let recording = try read(
      "Klantnr  Datum     AGB\n23248    5-4-2018  3221534\n\nBIG  Tel\n12   3\n")
    #expect(
      recording.fieldDescriptions == [
        "Klantnr=23248 @2:1", "Datum=5-4-2018 @2:2", "AGB=3221534 @2:3",
      ])
  }

  @Test func `makes fields of two columns below two names of fields, until keys follow`() throws {
    let recording = try read(
      """
      Naam     BSN
      Jan      123456782
      Fenna van
      de Ven   999999990
      IBAN     NL12ABNA0267418480
      Telefoon 0612345678

      """)
    #expect(
      recording.fieldDescriptions == [
        "Naam=Jan @2:1", "BSN=123456782 @2:2", "Naam=de Ven @4:1", "BSN=999999990 @4:2",
      ])
  }

  @Test func `labels what stands below a column in lines that fill some of them`() throws {
    let recording = try read(
      """
      Naam     BSN        Woonplaats
      Jan      123456782  Nieuwe
                          Pekela
      Piet     999999990  Urk
      Totaal

      """)
    #expect(
      recording.fieldDescriptions == [
        "Naam=Jan @2:1", "BSN=123456782 @2:2", "Woonplaats=Nieuwe @2:3", "Woonplaats=Pekela @3:3",
        "Naam=Piet @4:1", "BSN=999999990 @4:2", "Woonplaats=Urk @4:3",
      ])
  }

  @Test(arguments: [
    "Naam\tBSN\nJan\t123456782\nPiet\t999999990\n", "Naam | BSN\nJan  | 12\nPiet | 3\n",
  ])
  func `makes fields of two columns that tabs or pipes part`(document: String) throws {
    let fields = try read(document).fields
    #expect(fields.map(\.label) == ["Naam", "BSN", "Naam", "BSN"])
  }

  @Test(arguments: [
    "+-----------------------\n| naam  bsn          tel\n| Jan   123 456 782  12\n",
    "-----\n| naam  bsn          tel |\n-----\n| Jan   123  456 782  12 |\n",
    "x\n|  naam    bsn        tel|\n|  ---- ------------ ---|\n|  Jan  123 456  782 12 |",
  ])
  func `takes pipes at the ends of lines for borders`(document: String) throws {
    let fields = try read(document).fields
    #expect(fields.map(\.label) == ["naam", "bsn", "tel"])
    #expect(fields.map { $0.text.filter { $0 != " " } } == ["Jan", "123456782", "12"])
  }

  @Test(arguments: [
    """
    Dossier  Naam     Burgerservice-  Geboorte-
    nummer            nummer          datum
    -------- -------- --------------- ---------
    123      Jan      123456782       1-1-1990
    """,
    """
    Dossier  Naam     Burgerservice-  Geboorte-
    nummer            nummer          datum
    -------------------------------------------
    123      Jan      123456782       1-1-1990
    """,
    """
    | Dossier | Naam | Burgerservice- | Geboorte- |
    | nummer  |      | nummer         | datum     |
    |---------|------|----------------|-----------|
    | 123     | Jan  | 123456782      | 1-1-1990  |
    """,
  ])
  func `joins the lines of a header above a ruler`(document: String) throws {
    #expect(
      try read(document).fieldDescriptions == [
        "Dossier nummer=123 @4:1", "Naam=Jan @4:2", "Burgerservicenummer=123456782 @4:3",
        "Geboortedatum=1-1-1990 @4:4",
      ])
  }

  @Test func `cuts rows where the strokes of a ruler say`() throws {
    let recording = try read(
      "naam        bsn       datum\n----------- --------- ----------\n"
        + "Zoë  Jansen 123456782 1990-01-01\n            999999990\nJan                   1990\n"
        + "Jan Jansens,999999990\n")
    #expect(
      recording.fieldDescriptions == [
        "naam=Zoë  Jansen @3:1", "bsn=123456782 @3:2", "datum=1990-01-01 @3:3",
        "naam=Jan @5:1", "datum=1990 @5:3",
      ])
  }

  @Test func `leaves a row that does not fit as running text and goes on`() throws {
    let recording = try read(
      """
      Naam    BSN        Plaats
      Jan     123456782  Utrecht
      Piet    999999990  Ede
      Klaas   111  222  333  Ede
      (zie ook blad 2)
      Marie   123456782  Breda
      """)
    #expect(recording.fields.map(\.row) == [2, 2, 2, 3, 3, 3, 6, 6, 6])
  }

  @Test func `ends a table after three lines that do not fit`() throws {
    let recording = try read(
      """
      Naam    BSN        Plaats
      Jan     123456782  Ede
      Piet    999999990  Ede
      een
      twee
      drie
      Marie   123456782  Ede
      """)
    #expect(recording.fields.map(\.row) == [2, 2, 2, 3, 3, 3])
  }

  @Test func `a line of one segment below what may be a header begins no table`() throws {
    let recording = try read(
      "Fysio | Sport | Revalidatie\nPiet Bakker, arts\nApotheek Dorp\nLogopedie Ede\nDe Linde\n")
    #expect(recording.fields.isEmpty)
  }

  @Test func `takes the line that breaks off one table for the header of the next`() throws {
    let recording = try read(
      "Afdeling  Zorg\nNaam   BSN         Plaats\nJan    123456782   Ede\nPiet   999999990   Ede\n")
    #expect(recording.fields.map(\.label) == ["Naam", "BSN", "Plaats", "Naam", "BSN", "Plaats"])
  }

  @Test func `finds the table behind one whose last line fits no column`() throws {
    let recording = try read(
      """
      Naam             BSN          Telefoon
      Zoë van Dijk     123456782    0612345670
      Çelik            999999990    0612345671
      Tot zover

      Cliënt           Telefoon     Plaats
      Jan de Vries     0612345678   Ede
      """)
    #expect(
      recording.fieldDescriptions.suffix(3) == [
        "Cliënt=Jan de Vries @7:1", "Telefoon=0612345678 @7:2", "Plaats=Ede @7:3",
      ])
  }

  /// The table lies further behind the start of its block than the text that follows is long.
  @Test func `begins anew where the text of the table before was dropped`() throws {
    let table = """
      Naam         BSN        Telefoon
      Jan Jansen   123456782  0612345670
      Tot zover


      """
    let line = "Een regel gewone tekst.\n"
    let text =
      String(repeating: line, count: 10_000) + table + String(repeating: line, count: 6_000)
      + "a  b\n"
    let recording = try read(text)
    #expect(
      recording.fieldDescriptions == [
        "Naam=Jan Jansen @10002:1", "BSN=123456782 @10002:2", "Telefoon=0612345670 @10002:3",
      ])
  }

  @Test func `never takes long lines for a table`() throws {
    let header = "naam" + String(repeating: " ", count: 4100) + "bsn"
    let recording = try read(
      "\(header)\n----  ---\n\(header)\n\(header)\nnaam  bsn\n---\nJan   1\n")
    #expect(recording.fieldDescriptions == ["naam=Jan @7:1", "bsn=1 @7:2"])
  }

  @Test(arguments: [
    ("Content-Transfer-Encoding: base64", true), ("content-transfer-encoding:BASE64", true),
    ("Content-Transfer-Encoding: quoted-printable", true),
    ("Content-Transfer-Encoding:\n base64", true), ("Content-Transfer-Encoding: 7bit", false),
    ("Content-Transfer-Encoding: 8bit", false), ("X-Content-Transfer-Encoding: base64", false),
  ])
  func `says of a mail whether parts are encoded`(header: String, isEncoded: Bool) throws {
    let document = "From: jan@example.nl\nSubject: test\n\(header)\n\ntekst\n"
    for chunkByteCount in ChunkedSource.sizes {
      let recording = try read(document, .mail, chunkByteCount)
      #expect(recording.outcome == (isEncoded ? .partial(.encodedParts) : .complete))
      #expect(recording.text == document)
    }
    #expect(try read(document, .plain).outcome == .complete)
  }

  @Test func `says of RTF that parts are encoded`() throws {
    let recording = try read("{\\rtf1 Jan}", .rtf)
    #expect(recording.text == "{\\rtf1 Jan}")
    #expect(recording.outcome == .partial(.encodedParts))
  }

  @Test func `gives the same for chunks of any size`() throws {
    let documents = [
      "Naam   BSN        Plaats\nJan    123456782  Ede\nZoë    999999990  Ede\n\neen  twee\n",
      "a | b\n--|--\n1 | 2\n\n\n| x |\n  ingesprongen\n\ttab\n",
      "+-+-+\n| a | é |\n+-+-+\n| 1 | 2 |\n+-+\n" + String(repeating: "lang ", count: 1000),
      "Burger-  Geb.-   Naam\nnummer   datum   x\n---- -- -\n1        2       3\n",
      "| a  b   c |\n| 1  2   3 |\n| d |\n|e|\n--\n| 4  5  6 |\n",
      String(repeating: "kop  bsn\n---\nJan  123456782\n\n", count: 40),
    ]
    for document in documents {
      let whole = try read(document)
      #expect(whole.faults == [])
      for chunkByteCount in ChunkedSource.sizes {
        let recording = try read(document, .plain, chunkByteCount)
        #expect(recording == whole)
      }
    }
  }

  @Test func `numbers rows and finds tables over many blocks`() throws {
    let prose = String(repeating: "Een regel proza zonder tabel, van gewone lengte.\n", count: 9000)
    let rows = (0..<30_000).map { "\($0 + 100_000)  naam  123456782\n" }.joined()
    let document = prose + "nr      wie   bsn\n" + rows + "\n" + prose + "a  b\n---\nx  y\n"
    let recording = try read(document)
    #expect(recording.text == document)
    #expect(recording.faults == [])
    #expect(recording.fields.count == 90_002)
    #expect(recording.fields[0].description == "nr=100000 @9002:1")
    #expect(recording.fields[89_999].description == "bsn=123456782 @39001:3")
    #expect(recording.fields[90_001].description == "b=y @48005:2")
  }

  @Test func `survives hostile bytes`() throws {
    var generator = SplitMix(seed: 2)
    let marks = Array(" \t|-+\n\r:aé1\u{0}".utf8)
    var documents = (0..<60).map { _ in
      (0..<2000).map { _ in marks[Int.random(in: 0..<marks.count, using: &generator)] }
    }
    documents += (0..<10).map { _ in
      (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    documents += Array(" \t|-\n\0a".utf8).map { Array(repeating: $0, count: 1 << 20) }
    documents.append(Array(repeating: 0xFF, count: 1 << 20))
    for document in documents {
      let whole = try read(document)
      #expect(whole.faults == [])
      if document.count < 1 << 20 {
        #expect(try read(document, .plain, 3) == whole)
        #expect(try read(document, .plain, 7) == whole)
      }
    }
  }

  @Test func `hands on what was read before a failure`() {
    let source = ChunkedSource(Array("Jan Jansen".utf8), chunkByteCount: 3, failsAt: 6)
    var text = DecodedText(head: [], rest: source, encoding: .utf8)
    var sink = RecordingSink()
    #expect(throws: ReadFailure(errorNumber: 5)) {
      var reader = RunningTextReader()
      _ = try reader.read(&text, into: &sink)
    }
    #expect(sink.text == "Jan Ja")
  }

  @Test func `stops when the run is interrupted`() throws {
    let document = Array(repeating: UInt8(ascii: "a"), count: 4 << 20)
    let recording = try Recording(of: document) { text, sink throws(ReadFailure) in
      sink.cancelsAfter = 1
      var reader = RunningTextReader()
      return try reader.read(&text, into: &sink)
    }
    #expect(recording.outcome == .partial(.interrupted))
    #expect(recording.text.utf8.count < 1 << 20)
  }

  private func read(
    _ document: String, _ content: RunningTextReader.Content = .plain,
    _ chunkByteCount: Int = 1 << 16
  ) throws -> Recording {
    try read(Array(document.utf8), content, chunkByteCount)
  }

  private func read(
    _ document: [UInt8], _ content: RunningTextReader.Content = .plain,
    _ chunkByteCount: Int = 1 << 16
  ) throws -> Recording {
    try Recording(of: document, chunkByteCount: chunkByteCount) { text, sink throws(ReadFailure) in
      var reader = RunningTextReader(content: content)
      return try reader.read(&text, into: &sink)
    }
  }
}
