import Matching
import ScanModel
import TestSupport
import Testing

@Suite struct TermSearchTests {
  @Test(arguments: [
    "J.P. de Vries", "jp de vries", "J P DE VRIES", "j.p.devries", "JP_de-Vries",
    "J.P.\u{A0}de Vries",
    "J.P. de\u{2009}Vries", "J.P. de\nVries", "J.P. de Vri\u{AD}es", "J.P. de Vri\u{EB}s",
    "J.P. de Vrie\u{308}s", "J.\u{200B}P. de Vries", "J.P. de\r\nVries", "\u{FF2A}P de Vries",
  ])
  func `finds a name however it is written`(text: String) throws {
    let bench = try TermBench(["J.P. de Vries"])
    #expect(bench.found(in: "Geachte \(text), met") == [text])
    #expect(bench.found(in: text) == [text])
  }

  @Test(arguments: [
    ("file:///H:/Dossiers/Jan%20de%20Vries/brief.docx", "Jan%20de%20Vries"),
    ("?pad=%2FDossiers%2FJan%20de%20Vries%2Fbrief", "Jan%20de%20Vries"),
    ("naam=Jan+de+Vries&x=1", "Jan+de+Vries"),
    ("Jan%C2%A0de%E2%80%89Vries.", "Jan%C2%A0de%E2%80%89Vries"),
    ("J%C3%A1n%20de%20Vri%C3%ABs", "J%C3%A1n%20de%20Vri%C3%ABs"),
    ("LIKE '%Jan de Vries%'", "Jan de Vries"), ("20%Jan de Vries", "Jan de Vries"),
  ])
  func `finds a name as addresses of the web write it`(text: String, expected: String) throws {
    #expect(try TermBench(["Jan de Vries"]).found(in: text) == [expected])
  }

  @Test(arguments: ["%", "%2", "%C3", "%C3%", "%C3%A", "%E2%80"])
  func `lives with a text that ends in such a sign`(end: String) throws {
    #expect(try TermBench(["Jan de Vries"]).found(in: "Jan de Vries\(end)") == ["Jan de Vries"])
    #expect(try TermBench(["Jan de Vries"]).found(in: "Jan\(end)").isEmpty)
  }

  @Test(arguments: ["%20-03-1980%", "%20%20-03-1980", "20%2D03%2D1980"])
  func `takes no digits of a number for such a sign`(text: String) throws {
    let found = try TermBench(["20-03-1980"]).found(in: "LIKE '\(text)'")
    #expect(found.count == 1)
  }

  @Test(arguments: [
    "JP de Vriesen", "AJP de Vries", "J.P. de V", "J.P. de\n\nVries", "J.P. de ---- Vries",
    "JP de Vries\u{EB}", "jp de vries\u{436}",
  ])
  func `does not find what is another name`(text: String) throws {
    #expect(try TermBench(["J.P. de Vries"]).found(in: "a \(text) b") == [])
  }

  @Test(arguments: [
    ("brief_JanDeVries2024.docx", "JanDeVries"), ("JanDeVriesDossier", "JanDeVries"),
    ("2024jan.de.vries@voorbeeld.nl", "jan.de.vries"), ("'jandevries'", "jandevries"),
    ("Jan\tde;Vries", "Jan\tde;Vries"),
  ])
  func `finds a name inside of other names`(text: String, expected: String) throws {
    #expect(try TermBench(["Jan de Vries"]).found(in: text) == [expected])
  }

  @Test(arguments: [
    ("Gro\u{DF}e", "Grosse"), ("Bj\u{F8}rn", "Bjorn"), ("\u{C6}gidius", "Aegidius"),
    ("\u{132}sbrand", "IJsbrand"), ("\u{141}ukasz", "Lukasz"), ("Gra\u{FB00}e", "Graffe"),
    ("Nguy\u{1EC5}n", "Nguyen"), ("\u{160}tefan", "Stefan"), ("\u{15E}ahin", "Sahin"),
    ("\u{218}erban", "Serban"),
  ])
  func `takes letters for the plain ones`(written: String, plain: String) throws {
    #expect(try TermBench([plain]).found(in: "x \(written), y") == [written])
    #expect(try TermBench([written]).found(in: "x \(plain.uppercased())9") == [plain.uppercased()])
  }

  @Test func `finds names of other scripts`() throws {
    let bench = try TermBench(["\u{418}\u{432}\u{430}\u{43D}", "\u{674E}\u{660E}"])
    #expect(
      bench.found(in: "\u{418}\u{412}\u{410}\u{41D} (\u{674E}\u{660E})")
        == ["\u{418}\u{412}\u{410}\u{41D}", "\u{674E}\u{660E}"])
  }

  @Test(arguments: [
    ("999990019", ["999990019"]), ("9999.90.019", ["9999.90.019"]),
    ("BSN999990019x", ["999990019"]), ("9999900191", []), ("0999990019", []),
    ("99999\u{2013}0019", ["99999\u{2013}0019"]),
  ])
  func `finds a number that is no part of a longer one`(text: String, expected: [String]) throws {
    #expect(try TermBench(["999990019"]).found(in: "a \(text) b") == expected)
  }

  @Test(arguments: [
    ("12-03-1980", true), ("12/03/1980", true), ("12. 03.1980", true), ("12031980", false),
    ("1-203-1980", false), ("12-03-19 80", false), ("112-03-1980", false),
  ])
  func `a date has gaps where it is written with them`(text: String, isFound: Bool) throws {
    let bench = try TermBench(["12-03-1980"], gaps: .whereWritten)
    #expect(bench.found(in: text) == (isFound ? [text] : []))
  }

  @Test(arguments: [("12 A", true), ("12a", true), ("12-A", true), ("1 2A", false)])
  func `a letter behind a house number may be written to it`(text: String, isFound: Bool) throws {
    let bench = try TermBench(["12 A"], gaps: .whereWritten)
    #expect(bench.found(in: text) == (isFound ? [text] : []))
  }

  @Test func `drops what lies in a longer match of the same owner`() throws {
    let bench = try TermBench([
      SearchTerm(kind: "surname", owner: 0, text: "Vries"),
      SearchTerm(kind: "name", owner: 0, text: "Jan de Vries"),
      SearchTerm(kind: "name", owner: 0, text: "Vries Jan"),
      SearchTerm(kind: "surname", owner: 1, text: "Vries"),
    ])
    let text = Array("Jan de Vries; Vries, Jan. Op 3 mei de Vries".utf8)
    #expect(
      bench.hits(in: text).map { "\($0.term) \(String(decoding: text[$0.range], as: UTF8.self))" }
        == [
          // Of the first two, neither holds the other.
          "1 Jan de Vries", "3 Vries", "3 Vries", "2 Vries, Jan", "0 Vries", "3 Vries",
        ])
  }

  @Test func `gives every owner and kind of one text its match, and each once`() throws {
    let bench = try TermBench([
      SearchTerm(kind: "phone", owner: 0, text: "12345"),
      SearchTerm(kind: "number", owner: 0, text: "123-45"),
      SearchTerm(kind: "number", owner: 0, text: "12345", gaps: .whereWritten),
      SearchTerm(kind: "number", owner: 1, text: "12345"),
    ])
    #expect(bench.hits(in: Array("12345".utf8)).map(\.term) == [0, 1, 3])
  }

  @Test func `finds terms of few letters`() throws {
    #expect(
      try TermBench(["Li", "Q"]).found(in: "Li Bai, qq, q, Liz, L.I.") == ["Li", "q", "L.I"])
  }

  @Test func `terms without letters and digits are never found`() throws {
    #expect(try TermBench(["--", "", "\u{AD}"]).found(in: "a -- b") == [])
  }

  @Test(arguments: [
    ("clientnr. 77012", "nummer", 2), ("Pati\u{EB}nt: 77012", "pati\u{EB}nt", 2),
    ("client_id=77012", "id", 1), ("lid 77012", "lid", 1),
    ("personeelsnummer van haar: 77012", "nummer", 11), ("clientId77012", "id", 0),
  ])
  func `tells the word before a number`(text: String, word: String, distance: Int) throws {
    let label = try TermBench(["77012"]).hits(in: Array(text.utf8)).first?.label
    #expect(label?.word == word)
    #expect(label?.distance == distance)
  }

  @Test(arguments: [
    "nummer\n77012", "het nummer staat hier verderop 77012", "geleden 77012", "77012",
  ])
  func `tells no word that is none or stands elsewhere`(text: String) throws {
    let hits = try TermBench(["77012"]).hits(in: Array(text.utf8))
    #expect(hits.count == 1)
    #expect(hits.first?.label == nil)
  }

  @Test func `tells no word before a name`() throws {
    let hits = try TermBench(["Jan de Vries"]).hits(in: Array("cli\u{EB}nt Jan de Vries".utf8))
    #expect(hits.map(\.label) == [nil])
  }

  @Test func `a name may be spread over the cells of a row, a number may not`() throws {
    let bench = try TermBench(["Jan de Vries", "999990019"])
    let found = bench.found(
      inRows: [
        ["Jan", "de", "Vries"], ["99999", "0019"], ["x", "Jan"], ["de Vries", "9999.90.019"],
      ])
    #expect(found == ["Jan;de;Vries", "9999.90.019"])
  }

  @Test func `a date may be spread over the cells of a row where its term allows it`() throws {
    let bench = try TermBench(["12-3-1978"], gaps: .acrossFields)
    let found = bench.found(
      inRows: [
        ["12", "3", "1978"], ["x", "12-3-1978"], ["1", "23", "1978"], ["12", "3"], ["1978", "12"],
        ["3.1978", "y"],
      ])
    #expect(found == ["12;3;1978", "12-3-1978"])
    #expect(
      try TermBench(["12-3-1978"], gaps: .whereWritten).found(inRows: [["12", "3", "1978"]]) == [])
  }

  @Test func `a field of fixed width is a text of its own`() throws {
    let bench = try TermBench(["999990019", "19800312"])
    let block = Array("0199999001919800312Vries".utf8)
    var layout = TextLayout(form: .fixedWidth)
    layout.live = 0..<block.count
    for range in [0..<2, 2..<11, 11..<19] {
      layout.fields.append(
        TextField(range: range, label: TextLayout.noLabel, row: 1, column: 0))
    }
    #expect(bench.hits(in: block, layout).map(\.range) == [2..<11, 11..<19])
  }
}

extension TermBench {
  /// What is found in a table whose cells are parted by semicolons.
  fileprivate func found(inRows rows: [[String]]) -> [String] {
    var block: [UInt8] = []
    var layout = TextLayout(form: .table)
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let start = block.count
        block += Array(cell.utf8)
        layout.fields.append(
          TextField(
            range: start..<block.count, label: TextLayout.noLabel, row: row + 1,
            column: Int32(column + 1)))
        block.append(column + 1 < cells.count ? UInt8(ascii: ";") : UInt8(ascii: "\n"))
      }
    }
    layout.live = 0..<block.count
    return hits(in: block, layout).map { String(decoding: block[$0.range], as: UTF8.self) }
  }
}
