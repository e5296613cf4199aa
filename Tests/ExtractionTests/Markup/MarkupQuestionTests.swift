import Extraction
import Testing

@Suite struct MarkupQuestionTests {
  @Test(
    arguments: [
      (
        "<f><veld naam='bsn'><waarde>999990019</waarde></veld></f>",
        ["veld.naam=bsn", "veld.bsn=999990019"]
      ),
      (
        "<f><item><code>BSN</code><value>999990019</value></item></f>",
        ["item.code=BSN", "item.BSN=999990019"]
      ),
      (
        "<f><item><value>Vliet</value><code>Achternaam</code></item></f>",
        ["item.Achternaam=Vliet", "item.code=Achternaam"]
      ),
      (
        "<f><field value='Vliet' name='achternaam'/></f>",
        ["field.achternaam=Vliet", "field.name=achternaam"]
      ),
      (
        "<f><veld naam='achternaam'>Vliet</veld></f>",
        ["veld.naam=achternaam", "f.achternaam=Vliet"]
      ),
      // Each question has its own answer.
      (
        "<f><i><code>Naam</code></i><i><value>Vliet</value></i></f>",
        ["i.code=Naam", "i.value=Vliet"]
      ),
    ] as [(String, [String])])
  func `labels an answer in XML by its question`(document: String, fields: [String]) {
    let recording = Recording.markup(
      Array(document.utf8), isHTML: false, chunkByteCounts: [1, 2, 3, 7, 64])
    #expect(recording.fields.map(\.labelled) == fields)
  }
}
