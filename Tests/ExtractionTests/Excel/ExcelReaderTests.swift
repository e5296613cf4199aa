import Testing

@testable import Extraction

@Suite struct ExcelReaderTests {
  @Test func `reads what another program wrote`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("Excel/people.xls"))
    #expect(recording.faults == [])
    #expect(recording.outcome == "xls complete")
    #expect(
      recording.text(at: "Mensen").hasPrefix(
        "Naam\tBSN\tGeboren\tE-mail\nZoë Müller\t012345678\t09-03-1987 = 31845\tmail\nДарья\t999990019\t"
      ))
    #expect(recording.fields(at: "Mensen").contains("BSN=012345678"))
    #expect(recording.text(at: "Mensen/header") == "Koptekst vertrouwelijk")
    #expect(recording.text(at: "Mensen/footer") == "Voettekst afdeling")
    #expect(recording.fields(at: "Mensen/comments") == ["Anja Tester", "Belt op maandag"])
    #expect(recording.fields(at: "Mensen/text-boxes") == ["Tekstvak van Pim Voorbeeld"])
    #expect(recording.fields(at: "Mensen/links") == ["mail", "mailto:zoe@voorbeeld.example"])
    #expect(
      recording.fields(at: "Mensen/form-fields")
        == ["Plaats", "Kies een plaats", "Utrecht", "Zwolle"])
    #expect(recording.text(at: "Verborgen") == "geheime regel")
  }

  @Test func `reads cells that are stored in any order`() {
    let book = BIFFBytes.workbook {
      $0.addLabel("derde", row: 1, column: 1)
      $0.addLabel("tweede", row: 1, column: 0)
      $0.addLabel("eerste", row: 0, column: 2)
    }
    #expect(DocumentRecording(of: book).text(at: "Blad1") == "\t\teerste\ntweede\tderde")
  }

  @Test func `joins values of one cell with a space`() {
    let book = BIFFBytes.workbook {
      $0.addLabel("links", row: 0, column: 0)
      $0.addLabel("rechts", row: 0, column: 0)
    }
    #expect(DocumentRecording(of: book).text(at: "Blad1") == "links rechts")
  }

  @Test func `reads shared texts that go on in another width`() {
    // "Zaak 999990019" breaks behind "Zaak 9999": the rest is in UTF-16.
    let book = BIFFBytes.workbook { globals in
      let first = BIFFBytes.number(2, 4) + BIFFBytes.number(2, 4) + BIFFBytes.numbers(14)
      globals.add(0x00FC, first + [0] + Array("Zaak 9999".utf8))
      // Behind it a text with one run of format and two bytes for its pronunciation.
      let rich =
        BIFFBytes.numbers(3) + [0x0C] + BIFFBytes.numbers(1) + BIFFBytes.number(2, 4)
        + Array("abc".utf8) + [1, 2, 3, 4, 5, 6]
      globals.add(0x003C, [1] + "90019".utf16.flatMap { BIFFBytes.number(Int($0), 2) } + rich)
    } _: {
      $0.add(0x00FD, BIFFBytes.numbers(0, 0, 0) + BIFFBytes.number(0, 4))
      $0.add(0x00FD, BIFFBytes.numbers(0, 1, 0) + BIFFBytes.number(1, 4))
    }
    let recording = DocumentRecording(of: book)
    #expect(recording.text(at: "Blad1") == "Zaak 999990019\tabc")
    #expect(recording.outcome == "xls complete")
  }

  @Test(arguments: [
    // Source: MS-XLS 2.5.217: whole numbers and fronts of floating-point numbers, by 100 or not.
    (0x3FF0_0000, "1"), (0x3FF0_0001, "0.01"), (0x0000_04D2 << 2 | 2, "1234"),
    (0x0000_04D2 << 2 | 3, "12.34"), (0xFFFF_FFFE, "-1"),
  ])
  func `unpacks numbers`(bits: Int, text: String) {
    let book = BIFFBytes.workbook {
      $0.add(0x027E, BIFFBytes.numbers(0, 0, 0) + BIFFBytes.number(bits, 4))
      $0.add(
        0x00BD,
        BIFFBytes.numbers(1, 0, 0) + BIFFBytes.number(bits, 4) + BIFFBytes.numbers(0)
          + BIFFBytes.number(bits, 4) + BIFFBytes.numbers(1))
    }
    #expect(DocumentRecording(of: book).text(at: "Blad1") == "\(text)\n\(text)\t\(text)")
  }

  @Test func `shows numbers in their formats`() {
    let book = BIFFBytes.workbook { globals in
      globals.add(0x041E, BIFFBytes.numbers(164) + BIFFBytes.text("000000000"))
      globals.add(0x041E, BIFFBytes.numbers(165) + BIFFBytes.text("000\\-00\\-0000"))
      for format in [0, 164, 165, 14] {
        globals.add(0x00E0, BIFFBytes.numbers(0, format, 0, 0, 0, 0, 0, 0, 0, 0))
      }
    } _: {
      $0.addNumber(12_345_678, row: 0, column: 0, format: 1)
      $0.addNumber(12_345_678, row: 0, column: 1, format: 2)
      // 31 December 2008.
      $0.addNumber(39_813, row: 0, column: 2, format: 3)
      $0.addNumber(9_007_199_254_740_991, row: 0, column: 3)
      $0.addNumber(0.1 + 0.2, row: 0, column: 4)
    }
    #expect(
      DocumentRecording(of: book).text(at: "Blad1")
        == "012345678\t012-34-5678\t31-12-2008 = 39813\t9007199254740991\t0.3 0.30000000000000004")
  }

  @Test func `counts days from 1904 where the workbook says so`() {
    let book = BIFFBytes.workbook { globals in
      globals.add(0x0022, BIFFBytes.numbers(1))
      globals.add(0x00E0, BIFFBytes.numbers(0, 14, 0, 0, 0, 0, 0, 0, 0, 0))
    } _: {
      $0.addNumber(38_351, row: 0, column: 0)
    }
    #expect(DocumentRecording(of: book).text(at: "Blad1") == "31-12-2008 = 38351")
  }

  @Test func `reads results of formulas and the texts in them`() {
    let address = "mailto:jan@voorbeeld.example"
    let book = BIFFBytes.workbook {
      let tokens = [0x17, UInt8(address.utf8.count)] + BIFFBytes.characters(address)
      $0.add(
        0x0006,
        BIFFBytes.numbers(0, 0, 0) + [0, 0, 0, 0, 0, 0, 0xFF, 0xFF] + BIFFBytes.numbers(0, 0, 0)
          + BIFFBytes.numbers(tokens.count) + tokens)
      $0.add(0x0207, BIFFBytes.text("Jan"))
      $0.add(
        0x0006,
        BIFFBytes.numbers(0, 1, 0) + [1, 0, 1, 0, 0, 0, 0xFF, 0xFF] + BIFFBytes.numbers(0, 0, 0, 0))
    }
    let recording = DocumentRecording(of: book)
    #expect(recording.text(at: "Blad1") == "Jan\tTRUE")
    #expect(recording.fields(at: "Blad1/field-codes") == [address])
  }

  @Test func `reads texts before 1997 in their code page`() {
    var book = BIFFBytes()
    book.add(0x0809, BIFFBytes.numbers(0x0500, 0x0005, 0, 0))
    book.add(0x0042, BIFFBytes.numbers(1251))
    let start = book.count + 4 + 4 + 2 + 4 + 4
    book.add(0x0085, BIFFBytes.number(start, 4) + BIFFBytes.numbers(0) + [3, 0xC4, 0xE0, 0xF0])
    book.end()
    book.add(0x0809, BIFFBytes.numbers(0x0500, 0x0010, 0, 0))
    book.add(0x0204, BIFFBytes.numbers(0, 0, 0, 5) + [0xC4, 0xE0, 0xF0, 0xFC, 0xFF])
    book.end()
    #expect(DocumentRecording(of: book.bytes).allFields == ["Дарья"])
  }

  @Test func `reads sheets of Excel 2`() {
    var book = BIFFBytes()
    book.add(0x0009, BIFFBytes.numbers(2, 0x0010))
    book.add(0x001E, [7] + Array("General".utf8))
    book.add(0x001E, [4] + Array("0000".utf8))
    book.add(0x0004, BIFFBytes.numbers(0, 0) + [0, 0, 0, 3] + Array("abc".utf8))
    book.add(0x0002, BIFFBytes.numbers(0, 1) + [0, 1, 0] + BIFFBytes.numbers(42))
    book.add(0x0003, BIFFBytes.numbers(1, 0) + [0, 0, 0] + BIFFBytes.double(999_990_019))
    book.end()
    let recording = DocumentRecording(of: book.bytes)
    #expect(recording.text() == "abc\t0042\n999990019")
    #expect(recording.outcome == "xls complete")
  }

  @Test func `tells sheets that are missing`() {
    let book = BIFFBytes.workbook(globals: {
      $0.add(
        0x0085, BIFFBytes.number(60_000, 4) + BIFFBytes.numbers(0) + [3, 0] + Array("Weg".utf8))
    }) { $0.addLabel("er", row: 0, column: 0) }
    let recording = DocumentRecording(of: book)
    #expect(recording.text(at: "Blad1") == "er")
    #expect(recording.missing == ["malformed Weg"])
    #expect(recording.outcome == "xls malformed")
  }

  @Test func `reads on behind damaged records`() {
    var book = BIFFBytes.workbook { $0.addLabel("heel", row: 0, column: 0) }
    // The record in front of the sheet, its length first: behind 20 and 17 bytes.
    book[39] = 0xFF
    book[40] = 0xFF
    #expect(DocumentRecording(of: book).text(at: "Blad1") == "heel")
  }

  @Test func `reads comments in parts as Excel 5 wrote them`() {
    var book = BIFFBytes()
    book.add(0x0809, BIFFBytes.numbers(0x0500, 0x0010, 0, 0))
    book.add(0x001C, BIFFBytes.numbers(0, 0, 8) + Array("bel 06-1".utf8))
    book.add(0x001C, BIFFBytes.numbers(0xFFFF, 0, 7) + Array("2345678".utf8))
    book.end()
    #expect(
      DocumentRecording(of: book.bytes).fields(at: "comments") == ["bel 06-12345678"])
  }

  @Test func `gives what there is of workbooks cut off anywhere`() {
    let whole = BIFFBytes.workbook {
      $0.addLabel("een", row: 0, column: 0)
      $0.add(0x0014, BIFFBytes.text("&LLinks&\"Arial,Vet\"&12 groot && klein&RRechts"))
      $0.addLabel("twee", row: 1, column: 0)
    }
    #expect(
      DocumentRecording(of: whole).fields(at: "Blad1/header")
        == ["Links groot & klein", "Rechts"])
    for count in 0..<whole.count {
      let recording = DocumentRecording(of: Array(whole[..<count]))
      #expect(recording.faults == [])
    }
    let people = ForeignFile.bytes("Excel/people.xls")
    for count in stride(from: 0, to: people.count, by: 37) {
      #expect(DocumentRecording(of: Array(people[..<count])).faults == [])
    }
  }

  @Test func `bears any byte anywhere`() {
    let people = ForeignFile.bytes("Excel/people.xls")
    var random = SplitMix(seed: 5)
    for _ in 0..<200 {
      var damaged = people
      for _ in 0..<8 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      #expect(DocumentRecording(of: damaged).faults == [])
    }
  }
}
