import Extraction
import ScanModel
import Testing

@Suite struct MarkupReaderHTMLTests {
  @Test(
    arguments: [
      ("<p><b>1234</b>56782</p>", "123456782"),
      ("<p>BSN: <span class=x>1234</span><wbr>5<i>67</i>82.</p>", "BSN: 123456782."),
      ("<P>een</P><DIV>twee<p>drie</div>vier", "een\ntwee\ndrie\nvier"),
      ("<p>  een \n\n  twee\t</p>", "een twee"),
      ("<p>een<br>twee<br/> drie<br></p>vier", "een\ntwee\ndrie\nvier"),
      ("<pre> een\n  twee </pre>", "een\n  twee"),
      (
        "<p>BSN <del>123456782</del>999990019 <s>oud</s>nieuw</p>",
        "BSN 123456782 999990019 oud nieuw"
      ),
      ("<p>tel 0612345678<sup>1</sup>, H<sub>2</sub>O</p>", "tel 0612345678 1, H2O"),
      (
        "<svg><text x=1 y=2>BSN <tspan>9999</tspan><tspan>90019</tspan><tspan x=1 dy=12>Jan</tspan></text></svg>",
        "BSN 999990019\nJan"
      ),
      (
        "<svg><text><tspan x=1>BSN</tspan><tspan x=50>999990019</tspan></text></svg>",
        "BSN 999990019"
      ),
      (
        "<p>a&nbsp;b &eacute;&euro;&#8364;&#128;&#x80; &amp &copy2024 &onzin;</p>",
        "a\u{A0}b é€€€€ & ©2024 &onzin;"
      ),
      ("<p>&nbsp;1&nbsp;</p><p>&nbsp;</p>", "1"),
      ("<p>a < b, c <3, <- d</p>", "a < b, c <3, <- d"),
      ("<ul><li>een<li>twee</ul>", "een\ntwee"),
      ("<label>BSN</label> <input value=\"123456782\">", "BSN\t123456782"),
      ("<label>BSN <input value=123456782></label>", "BSN\t123456782"),
      ("<p>1234<!-- -->56782</p>", "123456782"),
      ("<p>12<!-- opm -->34</p>5", "1234\nopm\n5"),
      ("<p>a<o:p></o:p>b<st1:place>c</st1:place></p>", "abc"),
      (
        "<p><a href=\"mailto:jan%40voorbeeld.nl?subject=x\">mail</a> ons</p>",
        "jan@voorbeeld.nl?subject=x\tmail ons"
      ),
      ("<p>bel <a href='tel:+31612345678'>ons</a> nu</p>", "bel ons nu\t+31612345678"),
      (
        "<dl><dt>BSN</dt><dd>123456782</dd><dt>Naam</dt><dd><p>Jansen</p></dd></dl>",
        "BSN\t123456782\nNaam\tJansen"
      ),
      ("<table><tr><td><p>a</p></td><td>b</td></tr><tr><td><td>c</table>d", "a\tb\nc\nd"),
      ("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", "a\nb\tc\td"),
    ] as [(String, String)])
  func `reads the text of blocks`(document: String, text: String) {
    #expect(read(document).text == text)
  }

  @Test(
    arguments: [
      ("<input value=\"123456782\" name=\"bsn\" type=hidden>", ["bsn=123456782 @1:0"]),
      ("<input\nid='bsn'\nvalue='1'>", ["bsn=1 @3:0"]),
      (
        "<input id=a name=b value=1><input value=2 name=x12345>",
        [
          "b=1 @1:0", "–=2 @1:0", "name=x12345 @1:0",
        ]
      ),
      ("<textarea name=notitie>\n BSN 1 </textarea>x", ["notitie=BSN 1 @2:0", "–=x @2:0"]),
      (
        "<select name=plaats><option value=\"1\">Urk<option>Ede</select><p>x",
        [
          "–=1 @1:0", "–=Urk @1:0", "–=Ede @1:0", "–=x @1:0",
        ]
      ),
      ("<meta content='Jansen' name='author'>", ["author=Jansen @1:0"]),
      (
        "<p title='t' data-bsn='1' class='c' id='k' style='width:12345px'>x",
        [
          "–=t @1:0", "data-bsn=1 @1:0", "–=x @1:0",
        ]
      ),
      ("<img alt='a' src='/foto/123456782.jpg'>", ["–=a @1:0", "src=/foto/123456782.jpg @1:0"]),
      ("<a href='/client?bsn=123456782'>x</a>", ["href=/client?bsn=123456782 @1:0", "–=x @1:0"]),
      ("<a href='MAILTO:a@b.nl'></a><a href='/x'></a>", ["mailto=a@b.nl @1:0"]),
      ("<p>jan <jan@voorbeeld.nl> x</p>", ["–=jan @1:0", "–=jan@voorbeeld.nl @1:0", "–=x @1:0"]),
      ("<!DOCTYPE html><!-- c\n--><p\n>x</p>", ["–=DOCTYPE html @1:0", "–=c @1:0", "–=x @3:0"]),
      (
        "<script>\nvar x = '<p>';\n if (a</b/.c) {\"bsn\":1}\n</script><p>x",
        [
          "–=var x = '<p>'; @2:0", "–=if (a</b/.c) {\"bsn\":1} @3:0", "–=x @4:0",
        ]
      ),
      ("<style>a{}</STYLE>b<script src=x>c", ["–=a{} @1:0", "–=b @1:0", "–=c @1:0"]),
    ] as [(String, [String])])
  func `reads what attributes, scripts and comments hold`(document: String, fields: [String]) {
    #expect(read(document).fieldDescriptions == fields)
  }

  @Test(
    arguments: [
      (
        """
        <table><caption>Lijst</caption><tr><th>BSN<th colspan=2>Naam van<br>cliënt<th>Plaats</tr>
        <tr><td>123456782<td>Jan<td>Jansen<td>Urk</tr></table>na
        """,
        [
          "–=Lijst", "–=BSN", "–=Naam van\ncliënt", "–=Plaats", "BSN=123456782",
          "Naam van cliënt=Jan", "Naam van cliënt=Jansen", "Plaats=Urk", "–=na",
        ]
      ),
      (
        "<table><tr><th>BSN</th><td>123456782</td></tr><tr><th>Naam</th><td>Jansen</td></tr></table>",
        ["–=BSN", "BSN=123456782", "–=Naam", "Naam=Jansen"]
      ),
      (
        """
        <table><thead><tr><td>BSN</td><td>Naam</td></tr></thead>
        <tbody><tr><td><p>1</p><p>2</p></td><td>x</td></tr></tbody></table>
        """, ["–=BSN", "–=Naam", "BSN=1", "BSN=2", "Naam=x"]
      ),
      // A title over all columns names none of them.
      (
        "<table><tr><th colspan=2>2024</th></tr><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table>",
        ["–=2024", "–=a", "–=b", "a=1", "b=2"]
      ),
      // A header that may be a value is none.
      (
        "<table><tr><th>123456782</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        ["–=123456782", "–=b", "–=1", "b=2"]
      ),
      (
        "<table><tr><th>a</tr><tr><td>1<table><tr><td>2</table>3</table>",
        ["–=a", "a=1", "–=2", "a=3"]
      ),
      // A first row of three data cells or more is the header, behind titles.
      (
        """
        <table><tr><td colspan=3>Lijst 12345</td></tr><tr><td><b>BSN</b></td><td>Naam</td><td></td>
        <td>Tel.</td></tr><tr><td>1<td>2<td>3<td>4</table>
        """, ["–=Lijst 12345", "–=BSN", "–=Naam", "–=Tel.", "BSN=1", "Naam=2", "–=3", "Tel.=4"]
      ),
      // One of two cells is if both name fields.
      (
        "<table><tr><td>Naam<td><b>BSN</b><tr><td>Fenna<td>1<tr><td>BSN<td>2</table>",
        ["–=Naam", "–=BSN", "Naam=Fenna", "BSN=1", "Naam=BSN", "BSN=2"]
      ),
      (
        "<table><tr><td colspan=2>Lijst<tr><td>BSN<td>Naam cliënt<tr><td>1<td><p>x<p>y</table>",
        ["–=Lijst", "–=BSN", "–=Naam cliënt", "BSN=1", "Naam cliënt=x", "Naam cliënt=y"]
      ),
      // Keys below each other are none, also where the first value looks like one.
      (
        "<table><tr><td>Functie<td>medewerker<tr><td>BSN<td>1</table>",
        ["–=Functie", "–=medewerker", "Functie=BSN", "BSN=1"]
      ),
      (
        "<table><tr><td>Functie:<td>klant<tr><td>x<td>1</table>",
        ["–=Functie:", "–=klant", "–=x", "–=1"]
      ),
      ("<table><tr><td>Naam<td>Fenna<tr><td>x<td>1</table>", ["–=Naam", "–=Fenna", "–=x", "–=1"]),
      // Keys name what stands beside them, from the second row on.
      ("<table><tr><td>BSN<td>1<tr><td>Tel.<td>2</table>", ["–=BSN", "BSN=1", "–=Tel.", "Tel.=2"]),
      // Not so rows with a value, and later rows.
      (
        "<table><tr><td>1234<td>a<td>b<tr><td>c<td>d<td>e<tr><td>1<td>2<td>3</table>",
        ["–=1234", "–=a", "–=b", "–=c", "–=d", "–=e", "–=1", "–=2", "–=3"]
      ),
      (
        "<table><tr><td>a@b.nl<td>a<td>b<tr><td>c<td>d<td>e</table>",
        ["–=a@b.nl", "–=a", "–=b", "–=c", "–=d", "–=e"]
      ),
      (
        "<dl><dt>BSN<dd>1<dd>2<dt>Naam<dd>x</dl><p>y",
        [
          "–=BSN", "BSN=1", "BSN=2", "–=Naam", "Naam=x", "–=y",
        ]
      ),
    ] as [(String, [String])])
  func `labels cells by headers and descriptions by terms`(document: String, fields: [String]) {
    #expect(read(document).fields.map(\.labelled) == fields)
  }

  @Test func `knows the entities of HTML 4`() {
    let names = "&iexcl;&frac12;&Agrave;&yuml;&OElig;&fnof;&Omega;&thetasym;&bull;&trade;&hearts;"
    #expect(read("<p>\(names)</p>").text == "¡½ÀÿŒƒΩϑ•™♥")
  }

  @Test func `reads a web form of made-up data`() {
    let document = """
      <html><head><title>Cliënt</title></head><body>
      <form><div><label for="b">BSN</label><input id="b" name="client[bsn]" value="999999990"></div>
      <div>E-mail: <a href="mailto:j.jansen@voorbeeld.nl">j.jansen@<wbr>voorbeeld.nl</a></div>
      <input type="hidden" name="iban" value="NL00TEST0123456789"></form></body></html>
      """
    #expect(
      read(document).fieldDescriptions == [
        "–=Cliënt @1:0", "–=BSN @2:0", "BSN=999999990 @2:0",
        "–=E-mail: j.jansen@voorbeeld.nl @3:0", "mailto=j.jansen@voorbeeld.nl @3:0",
        "iban=NL00TEST0123456789 @4:0",
      ])
  }
}

/// Reads `document` whole, and again in chunks to see that it makes no difference.
private func read(_ document: String, chunkByteCounts: [Int] = [1, 2, 3, 7, 64]) -> Recording {
  .markup(Array(document.utf8), isHTML: true, chunkByteCounts: chunkByteCounts)
}
