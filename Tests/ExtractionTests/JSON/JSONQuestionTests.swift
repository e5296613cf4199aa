import Extraction
import Testing

@Suite struct JSONQuestionTests {
  @Test(
    arguments: [
      (
        #"[{"vraag":"Achternaam","antwoord":"Wezenbeek"},{"antwoord":"Vliet","vraag":"Naam"}]"#,
        ["vraag=Achternaam", "Achternaam=Wezenbeek", "Naam=Vliet", "vraag=Naam"]
      ),
      (
        #"{"velden":[{"label":"BSN","type":"tekst","value":"999990019"}]}"#,
        ["velden.label=BSN", "velden.type=tekst", "velden.BSN=999990019"]
      ),
      // What the key around it says stays.
      (
        #"{"partner":{"label":"Naam","value":"Vliet"}}"#,
        ["partner.label=Naam", "partner.Naam=Vliet"]
      ),
      (
        #"{"text":"Achternaam","answer":[{"valueString":"Vliet"}]}"#,
        ["text=Achternaam", "answer.Achternaam=Vliet"]
      ),
      // A technical name asks for nothing, the label beside it does.
      (
        #"{"label":"Geslacht","name":"veld_12","value":"man"}"#,
        ["label=Geslacht", "name=veld_12", "Geslacht=man"]
      ),
    ] as [(String, [String])])
  func `labels an answer by its question`(document: String, fields: [String]) {
    #expect(labelledFields(of: document) == fields)
  }

  @Test(
    arguments: [
      // Labels are printed, and this may be a name.
      (#"{"label":"Naam Jan Vliet","value":"x"}"#, ["label=Naam Jan Vliet", "value=x"]),
      (#"{"name":"GroupName","value":"blauw"}"#, ["name=GroupName", "value=blauw"]),
      (#"{"naam":"Jan Vliet","waarde":"12"}"#, ["naam=Jan Vliet", "waarde=12"]),
      (#"{"naam":"999990019","waarde":"12"}"#, ["naam=999990019", "waarde=12"]),
      (
        #"[{"vraag":"Achternaam"},{"antwoord":"Vliet"}]"#,
        ["vraag=Achternaam", "antwoord=Vliet"]
      ),
      (#"{"vraag":"Achternaam","bron":"Vliet"}"#, ["vraag=Achternaam", "bron=Vliet"]),
    ] as [(String, [String])])
  func `leaves the key where nothing asks`(document: String, fields: [String]) {
    #expect(labelledFields(of: document) == fields)
  }

  @Test func `labels answers alike wherever blocks end`() {
    let item = #"{"antwoord":"Vliet","vraag":"Achternaam"},{"vraag":"BSN","antwoord":"999990019"}"#
    let document = "[" + Array(repeating: item, count: 9000).joined(separator: ",") + "]"
    for chunkByteCount in [777, 10_000] {
      let fields = labelledFields(of: document, chunkByteCount: chunkByteCount)
      #expect(fields.count { $0 == "Achternaam=Vliet" } == 9000)
      #expect(fields.count { $0 == "BSN=999990019" } == 9000)
    }
  }
}

private func labelledFields(of document: String, chunkByteCount: Int = 1 << 16) -> [String] {
  do {
    let recording = try Recording(of: Array(document.utf8), chunkByteCount: chunkByteCount) {
      text, sink throws(ReadFailure) in
      var reader = JSONReader(isLines: false)
      return try reader.read(&text, into: &sink)
    }
    return recording.fields.map(\.labelled)
  } catch {
    fatalError("a source without failures failed")
  }
}
