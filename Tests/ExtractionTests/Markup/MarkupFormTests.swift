import Extraction
import ScanModel
import Testing

/// The controls of forms, as a page shows them: what stands beside one names its value.
@Suite struct MarkupFormTests {
  @Test(
    arguments: [
      // The label around a control, before it, and elsewhere by its id.
      (
        "<p><label>Geslacht <input name=veld1 value=V></label></p>",
        ["–=Geslacht", "Geslacht=V"]
      ),
      ("<p><label>Geslacht<br><input value=V></label></p>", ["–=Geslacht", "Geslacht=V"]),
      ("<p><label>Functie</label> <input value=kok></p>", ["–=Functie", "Functie=kok"]),
      (
        "<p><label for=a>Functie</label><br><input id=b value=1><input id=a value=kok></p>",
        ["–=Functie", "b=1", "Functie=kok"]
      ),
      (
        "<p><label for=a>Functie</label><div><textarea id=a>kok</textarea></div>",
        ["–=Functie", "Functie=kok"]
      ),
      (
        "<p><label>Plaats <select name=s><option>Urk<option>Ede</select></label>",
        ["–=Plaats", "–=Urk", "–=Ede"]
      ),
      // Of the options of a list only the one that is selected is its value.
      (
        "<p><label>Plaats <select name=s><option value=u>Urk<option value=e selected>Ede<option>Ens</select></label> x</p>",
        ["–=Plaats", "–=u", "–=Urk", "Plaats=e", "Plaats=Ede", "–=Ens", "–=x"]
      ),
      (
        "<p>Functie: <select><option selected=\"selected\">kok</option><option>bakker</option></select></p>",
        ["–=Functie:", "Functie:=kok", "–=bakker"]
      ),
      // A label that says little leaves the name its say; without a label the name speaks alone.
      (
        "<p><label>Vul in <input name=bsn value=1></label></p>", ["–=Vul in", "Vul in.bsn=1"]
      ),
      ("<p>Vul in <input name=bsn value=1></p>", ["–=Vul in", "bsn=1"]),
      // Text before a control that names a field, and captions that a control has itself.
      (
        "<p>Achternaam: <input value=Bakker> Functie: <input name=x value=kok></p>",
        ["–=Achternaam:", "Achternaam:=Bakker", "–=Functie:", "Functie:=kok"]
      ),
      (
        "<table><tr><td>Functie<td><input name=x value=kok></table>", ["–=Functie", "Functie=kok"]
      ),
      ("<p><input placeholder=Functie value=kok></p>", ["–=Functie", "Functie=kok"]),
      // A text on another line names nothing.
      ("<p>Functie</p><p><input name=x value=kok></p>", ["–=Functie", "x=kok"]),
      ("<p>Functie</p><input name=x value=kok>", ["–=Functie", "x=kok"]),
      // The header of a column, where the control is not named itself.
      (
        "<table><tr><th>Naam<th>BSN<tr><td><input name=a value=Bakker><td><input name=iban value=1></table>",
        ["–=Naam", "–=BSN", "Naam=Bakker", "iban=1"]
      ),
      // Of several only what is chosen is a value of the field.
      (
        "<p>Geslacht: <input type=radio name=g value=man> m <input type=Radio name=g value=vrouw checked> v</p>",
        ["–=Geslacht:", "–=man", "–=m", "Geslacht:=vrouw", "–=v"]
      ),
      // What nobody sees has no caption, and names no other control.
      (
        "<p>Functie <input type=hidden name=x value=1><input type=submit value=Verder></p>",
        ["–=Functie", "x=1", "–=Verder"]
      ),
    ] as [(String, [String])])
  func `names controls by what stands beside them`(document: String, fields: [String]) {
    let read = Recording.markup(
      Array(document.utf8), isHTML: true, chunkByteCounts: [1, 2, 3, 7, 64])
    #expect(read.fields.map(\.labelled) == fields)
  }
}
