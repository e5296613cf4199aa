import Testing

@Suite struct OpenDocumentTextTests {
  private func fields(_ body: String, at place: String = "") -> [String] {
    let recording = DocumentRecording(of: OpenDocumentPackages.text(body))
    #expect(recording.faults == [])
    #expect(recording.outcome == "odt complete")
    return recording.fields(at: place)
  }

  @Test(arguments: [
    ("<text:p>9999<text:span>90</text:span>019</text:p>", "999990019"),
    ("<text:p>A<text:s text:c=\"2\"/>B<text:tab/>C<text:line-break/>D</text:p>", "A  B\tC\nD"),
    ("<text:p>een\n    <text:span>twee</text:span>\n</text:p>", "een twee"),
    ("<text:p>a &lt; b &amp; &#233;</text:p>", "a < b & é"),
    ("<text:p><![CDATA[a <b> c]]></text:p>", "a <b> c"),
    ("<text:p>x<text:title>Titel</text:title>y</text:p>", "xTitely"),
  ])
  func `joins what is one paragraph`(body: String, expected: String) {
    #expect(fields(body) == [expected])
  }

  @Test func `keeps notes out of the text around them`() {
    let body = """
      <text:p>12345<text:note text:note-class="footnote"><text:note-citation>6</text:note-citation>\
      <text:note-body><text:p>onder</text:p></text:note-body></text:note>678\
      <office:annotation><dc:creator>Olga</dc:creator><text:p>bij</text:p></office:annotation>9</text:p>
      """
    #expect(fields(body) == ["123456789"])
    #expect(fields(body, at: "footnotes") == ["onder"])
    #expect(fields(body, at: "comments") == ["creator=Olga", "bij"])
  }

  @Test func `labels the cells of a table by its header`() {
    let body = """
      <table:table><table:table-header-rows><table:table-row><table:table-cell>\
      <text:p>Naam</text:p></table:table-cell><table:table-cell><text:p>BSN</text:p>\
      </table:table-cell></table:table-row></table:table-header-rows><table:table-row>\
      <table:table-cell><text:p>Klaas</text:p></table:table-cell><table:table-cell>\
      <text:p>999999990</text:p></table:table-cell></table:table-row></table:table>
      """
    #expect(fields(body) == ["Naam", "BSN", "Naam=Klaas", "BSN=999999990"])
  }

  @Test func `takes a first row of two names of fields for the header`() {
    func row(_ cells: String...) -> String {
      let cells = cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }
      return "<table:table-row>\(cells.joined())</table:table-row>"
    }
    let list = row("Naam", "BSN") + row("Klaas", "999999990")
    let form = row("BSN", "999999990") + row("Naam", "Klaas")
    #expect(
      fields("<table:table>\(list)</table:table><table:table>\(form)</table:table>") == [
        "Naam", "BSN", "Naam=Klaas", "BSN=999999990", "BSN", "BSN=999999990",
        "Naam", "Naam=Klaas",
      ])
  }

  @Test func `counts covered cells as columns`() {
    let body = """
      <table:table><table:table-header-rows><table:table-row>\
      <table:table-cell><text:p>A</text:p></table:table-cell>\
      <table:table-cell><text:p>B</text:p></table:table-cell>\
      <table:table-cell><text:p>C</text:p></table:table-cell></table:table-row>\
      </table:table-header-rows><table:table-row>\
      <table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>\
      <table:covered-table-cell/><table:table-cell><text:p>y</text:p></table:table-cell>\
      </table:table-row><table:table-row><table:covered-table-cell/>\
      <table:table-cell><text:p>z</text:p></table:table-cell></table:table-row></table:table>
      """
    #expect(fields(body) == ["A", "B", "C", "A=x", "C=y", "B=z"])
  }

  @Test func `reads values of fields and controls, and where links go`() {
    let body = """
      <office:forms><form:form form:name="F"><form:text form:name="bsn" \
      form:current-value="999990019"/><form:date form:name="dag" form:value="1980-02-01"/>\
      <form:textarea form:name="nota"><text:p>lange tekst</text:p></form:textarea>\
      </form:form></office:forms>\
      <text:user-field-decl office:string-value="Utrecht" text:name="plaats"/>\
      <text:p>x<text:hidden-text text:string-value="geheim"/>\
      <text:a xlink:href="mailto:jan%40example.nl">m</text:a>\
      <text:a xlink:href="#kop">k</text:a></text:p>
      """
    #expect(
      fields(body, at: "form-fields") == ["bsn=999990019", "dag=1980-02-01", "lange tekst"])
    #expect(fields(body, at: "field-codes") == ["plaats=Utrecht"])
    #expect(fields(body, at: "hidden-text") == ["geheim"])
    #expect(fields(body, at: "links") == ["mailto=jan@example.nl"])
  }

  @Test func `knows elements whatever their prefix`() {
    let content = """
      <o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>\
      <p>een<s/>twee</p></o:text></o:body></o:document-content>
      """
    let document = StoredZip.bytes([
      "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
    ])
    #expect(DocumentRecording(of: document).fields() == ["een twee"])
  }

  @Test func `reads all parts of a document of LibreOffice`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("opendocument/text.odt"))
    #expect(recording.faults == [])
    #expect(recording.outcome == "odt complete")
    #expect(recording.fields().starts(with: ["Hoofdstuk één", "BSN 999990019 en verder na."]))
    #expect(recording.fields().contains("BSN=999999990"))
    #expect(recording.fields(at: "properties").contains("Zaaknummer=Z-2024-778899"))
    #expect(recording.fields(at: "properties").contains("initial-creator=Anna Auteur"))
    #expect(recording.fields(at: "footnotes") == ["voetnoot van Frits"])
    #expect(recording.fields(at: "comments").contains("opmerking bij Piet"))
    #expect(recording.fields(at: "text-boxes").contains("in het kader 0201234567"))
    #expect(recording.fields(at: "text-boxes").contains("alt beschrijving"))
    #expect(recording.fields(at: "deleted-text").contains("creator=Wim Wisser"))
    #expect(recording.fields(at: "deleted-text").contains("gewiste tekst 0687654321"))
    #expect(recording.fields(at: "links").contains("mailto=jan.jansen@example.nl?subject=Hallo"))
    #expect(recording.fields(at: "header") == ["Kop van Kees 111222333"])
    #expect(recording.fields(at: "footer") == ["Voet van Vera"])
  }

  @Test func `keeps deleted text apart that stands in its place`() {
    let body = """
      <text:tracked-changes><text:changed-region text:id="c1"><text:deletion/>\
      </text:changed-region><text:changed-region text:id="c2"><text:insertion/>\
      </text:changed-region></text:tracked-changes><text:p>Nu <text:change-start \
      text:change-id="c1"/>oud 999990019<text:change-end text:change-id="c1"/>op \
      <text:change-start text:change-id="c2"/>nieuw<text:change-end text:change-id="c2"/>.</text:p>
      """
    #expect(fields(body) == ["Nu op nieuw."])
    #expect(fields(body, at: "deleted-text") == ["oud 999990019"])
  }

  @Test func `reads slides, what is said with them, and their tables`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("opendocument/slides.odp"))
    #expect(recording.fields(at: "1") == ["Dia een: Jansen", "in een vorm"])
    #expect(recording.fields(at: "1/speaker-notes") == ["notitie voor de spreker"])
    #expect(recording.fields(at: "2") == ["cel a", "cel b"])
    #expect(recording.text(at: "2") == "cel a\tcel b")
    #expect(recording.outcome == "odp complete")
  }
}
