import Testing

@Suite struct RTFReaderTests {
  @Test(
    arguments: [
      (#"Jan\par Piet"#, ["Jan", "Piet"]),
      (#"12{\b 34}\i 56\i0 7{\rtlch\af1 \ltrch\f2 89}"#, ["123456789"]),
      ("12\r\n34\\\nnext", ["1234", "next"]),
      (#"Jan\tab Jansen\line Tester"#, ["Jan\tJansen\nTester"]),
      (
        #"a\emdash b\endash c\lquote d\rquote e\ldblquote f\rdblquote g\bullet h"#,
        ["a—b–c‘d’e“f”g•h"]
      ),
      (#"a\~b\_c\-d\{e\}f\\g"#, ["a\u{A0}b-cd{e}f\\g"]),
      (#"x{\*\unknown gone {deep}}y{\*\txfieldtext kept}"#, ["xykept"]),
      (#"{\colortbl;\red0;}{\stylesheet{\s0 Normal;}}{\*\listtable{\list x}}text"#, ["text"]),
      (#"{\pntext 1.\tab}item"#, ["1.\titem"]),
      (#"before{\bin5 }{\x}}after"#, ["beforeafter"]),
    ])
  func `joins runs and ends paragraphs`(body: String, fields: [String]) {
    let recording = DocumentRecording(ofRTF: body)
    #expect(recording.fields() == fields)
    #expect(recording.outcome == "rtf complete")
    #expect(recording.faults == [])
  }

  @Test(
    arguments: [
      (#"\u8364?"#, "€"),
      (#"\u-10179?\u-8704?"#, "😀"),
      (#"\u55357?\u56832?x"#, "😀x"),
      (#"\uc2\u20013\'d6\'d0x"#, "中x"),
      (#"\uc0\u233 x"#, "éx"),
      (#"{\uc3\u233 abc}\u233 abc"#, "éébc"),
      (#"\u233\'e9\u233{a}"#, "ééa"),
      (#"\u-3913?"#, "·"),
      (#"\u55357?x"#, "\u{FFFD}x"),
    ])
  func `reads characters by their number`(body: String, text: String) {
    #expect(DocumentRecording(ofRTF: body).fields() == [text])
  }

  // The expected characters are those of Python's codecs.
  @Test(
    arguments: [
      (#"\ansicpg1252 caf\'e9 \'80"#, "café €"),
      (#"\ansicpg1250 \'a3\'f3d\'9f"#, "Łódź"),
      (#"\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0"#, "Москва"),
      (#"\ansicpg1253 \'c1\'e8\'de\'ed\'e1"#, "Αθήνα"),
      (#"\ansicpg1254 \'de\'fd"#, "Şı"),
      (#"\ansicpg1257 \'d0\'e0"#, "Šą"),
      (#"\pc \'82\'e1"#, "éß"),
      (#"\pca \'82\'d5"#, "éı"),
      (#"\mac \'8e\'db"#, "é€"),
      (#"\ansicpg932 \'93\'fa\'96{\b }\'93\'fa\'83A"#, "日\u{FFFD}日ア"),
      (#"\ansicpg936 \'d6\'d0\'ce\'c4"#, "中文"),
      (#"\ansicpg949 \'c7\'d1"#, "한"),
      (#"\ansicpg950 \'a4\'a4"#, "中"),
      (#"\ansicpg65001 \'c3\'a9"#, "é"),
      (
        #"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\cpg1253 C;}}\f0\'e9\f1\'e9{\f2\'e9}\'e9"#,
        "éйιй"
      ),
      (#"{\fonttbl\f0\fcharset0 A;\f1\fcharset238 B;}{\f1\'b3}\plain\'b3"#, "ł³"),
    ])
  func `reads escaped bytes in the charset of their font`(body: String, text: String) {
    #expect(DocumentRecording(ofRTF: body).fields() == [text])
  }

  @Test func `reads bytes that stand as they are`() {
    let head = Array(#"{\rtf1\ansi\ansicpg1252 "#.utf8)
    let utf8 = DocumentRecording(of: head + Array("café}".utf8))
    #expect(utf8.fields() == ["café"])
    let windows = DocumentRecording(of: head + [0x63, 0x61, 0x66, 0xE9] + Array(" x}".utf8))
    #expect(windows.fields() == ["café x"])
  }

  @Test func `gives headers, notes and comments a text of their own`() {
    let recording = DocumentRecording(
      ofRTF: #"""
        {\header kop\par}{\footerf voet}Body{\footnote noot}{\footnote\ftnalt eind} text\
        {\*\atnid JJ}{\*\atnauthor Jan}\chatn{\*\annotation{\*\atndate 123}zegt}{\v geheim}\
        {\deleted weg}{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv foto}}{\shptxt vak\par}}\
        {\shprslt{\*\do{\dptxbxtext vak}}}} end
        """#.replacing("\\\n", with: ""))
    #expect(recording.fields() == ["Body text end"])
    #expect(recording.fields(at: "header") == ["kop"])
    #expect(recording.fields(at: "footer") == ["voet"])
    #expect(recording.fields(at: "footnotes") == ["noot"])
    #expect(recording.fields(at: "endnotes") == ["eind"])
    #expect(recording.fields(at: "comments") == ["author=JJ", "author=Jan", "zegt"])
    #expect(recording.fields(at: "hidden-text") == ["geheim"])
    #expect(recording.fields(at: "deleted-text") == ["weg"])
    #expect(recording.fields(at: "text-boxes") == ["foto", "vak"])
    #expect(recording.faults == [])
  }

  @Test func `takes the properties of the document`() {
    let recording = DocumentRecording(
      ofRTF: #"""
        {\info{\title Brief}{\upr{\author J?n}{\*\ud{\author J\u225?n}}}{\*\company Gemeente}\
        {\operator Piet}{\creatim\yr2020\mo1}{\doccomm let op}}{\*\userprops{\propname Dossier}\
        \proptype30{\staticval A-1}}{\*\docvar {klant}{Jan Tester}}{\*\revtbl{Unknown;}{Kees;}}x
        """#.replacing("\\\n", with: ""))
    #expect(
      recording.fields(at: "properties") == [
        "title=Brief", "author=Ján", "company=Gemeente", "last editor=Piet", "comment=let op",
        "Dossier=A-1", "klant=Jan Tester", "reviewer=Kees",
      ])
    #expect(recording.fields() == ["x"])
  }

  @Test func `reads the result of a field, and where a link leads`() {
    let recording = DocumentRecording(
      ofRTF: #"""
        Mail {\field{\*\fldinst{HYPERLINK "mailto:jan@example.nl" \\o "Jan"}}{\fldrslt ons}} of \
        {\field{\*\fldinst PAGE}{\fldrslt 3}}{\field{\*\fldinst MERGEFIELD BSN}{\fldrslt 12}}\
        {\field{\*\fldinst FORMTEXT{\*\formfield{\fftype0{\*\ffname Naam}{\*\ffdeftext Jan}}}}\
        {\fldrslt Piet}}
        """#.replacing("\\\n", with: ""))
    #expect(recording.fields() == ["Mail ons of 312Piet"])
    #expect(recording.fields(at: "links") == ["mailto:jan@example.nl", "Jan"])
    #expect(recording.fields(at: "field-codes") == ["MERGEFIELD BSN"])
    #expect(recording.fields(at: "form-fields") == ["name=Naam", "default=Jan"])
  }

  @Test func `labels the cells of a table by its first row`() {
    let row = { (cells: [String]) in
      #"\trowd\cellx1\cellx2\cellx3 "# + cells.map { #"\pard\intbl \#($0)\cell "# }.joined()
        + #"\row "#
    }
    let recording = DocumentRecording(
      ofRTF: row(["Naam", "BSN", "Plaats"]) + row(["Jan", "999990019", ""])
        + row(["Piet", #"99999{\b 9990}"#, #"Ede\par NL"#]) + #"\pard daarna\par"#)
    #expect(
      recording.fields() == [
        "Naam", "BSN", "Plaats", "Naam=Jan", "BSN=999990019", "Naam=Piet", "BSN=999999990",
        "Plaats=Ede", "Plaats=NL", "daarna",
      ])
  }

  @Test func `keeps a table in a cell apart`() {
    let recording = DocumentRecording(
      ofRTF: #"""
        \trowd\cellx1\pard\intbl buiten \pard\intbl\itap2 a\nestcell b\nestcell\
        {\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables x\par}\
        \pard\intbl\itap1 na\cell\row\pard los
        """#.replacing("\\\n", with: ""))
    #expect(recording.fields() == ["buiten", "a", "b", "na", "los"])
    #expect(recording.faults == [])
  }

  @Test func `makes HTML of what was HTML`() {
    let recording = DocumentRecording(
      ofRTF: #"""
        \fromhtml1{\*\htmltag64 <p title="x\'e9">}\htmlrtf {\htmlrtf0 Jan\htmlrtf \par}\htmlrtf0 \
        {\*\htmltag84 &amp;}{\*\mhtmltag84 <a>}12{\*\htmltag <b>}34{\*\htmltag </b>}\
        {\*\htmltag72 </p>}
        """#.replacing("\\\n", with: ""))
    #expect(recording.fields() == ["xé", "Jan&1234"])
  }
}

extension DocumentRecording {
  /// Reads `body` in a document of RTF.
  init(ofRTF body: String) {
    self.init(of: Array((#"{\rtf1\ansi\deff0"# + body.spaced + "}").utf8))
  }
}

extension String {
  /// The text behind the space that ends the control word before it, where it needs one.
  fileprivate var spaced: String {
    first.map { $0.isLetter || $0.isNumber } == true ? " " + self : self
  }
}
