import ContentTypes
import Testing

@testable import Extraction

@Suite struct PDFUnnamedGlyphTests {
  private let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")

  @Test func `reads glyphs of type 3 by their names`() {
    let font = """
      <</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1
      /LastChar 3/Widths[500 500 500]/CharProcs<</one 6 0 R/two 6 0 R/A 6 0 R>>
      /Encoding<</Differences[1/one/two/A]>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td <010203> Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "12A\n")
  }

  // dvips names glyphs by 360 and their code, to the base 36: BC is the code 48, AE the code 14.
  @Test func `reads glyphs of type 3 that dvips has named by their codes`() {
    #expect(type3("/BC/BD", from: 48, "303130").text(at: "1") == "010\n")
    #expect(type3("/AE 65/BT", from: 14, "410e41").text(at: "1") == "A\u{FFFD}A\n")
  }

  // Converters of print files (AFP) name glyphs by a letter and their code to the base 16.
  @Test func `reads glyphs that are named by their codes to the base 16`() {
    #expect(type3("/C50 111/C6f/C70", from: 80, "506f70").text(at: "1") == "Pop\n")
    let font = """
      <</Type/Font/Subtype/Type1/BaseFont/AH614E13/FirstChar 65/LastChar 66/Widths[600 600]
      /Encoding<</Differences[65/C41/C42 149/C95]>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td <414295> Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "AB\u{2022}\n")
  }

  @Test(arguments: [
    ("/x1/x2/x3/x4", 1, "01020304"),  // names without a meaning
    (
      "/a0/a1/a2/a3/a4/a5/a6/a7/a8/a9/a10/a11/a12/a13/a14/a15/a16/a17/a18/a19/a20/a21/a22/a23/a24"
        + "/a25/a26/a27/a28/a29/a30/a31/a32/a33/a34/a35", 0, "21222324"
    ),  // a count of the glyphs
  ])
  func `books a page whose glyphs of type 3 are only numbered`(
    names: String, first: Int, hex: String
  ) {
    let recording = type3(names, from: first, hex)
    #expect(recording.text(at: "1") == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n")
    #expect(recording.missing == ["needs-ocr 1"])
  }

  /// The widths of Computer Modern at 600 dots per inch, of which the words are 0.168 em apart.
  @Test func `parts words of a font of type 3 that is measured in dots`() {
    let font = """
      <</Type/Font/Subtype/Type3/FontBBox[0 0 90 90]/FontMatrix[1 0 0 -1 0 0]/FirstChar 48
      /LastChar 57/Widths[42 42 46 42 44 42 69 42 42 42]/CharProcs<<>>
      /Encoding<</Differences[48/BC/BD/BE/BF/BG/BH/BI/BJ/BK/BL]>>>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 0.12 Tf 1 0 0 -1 60 700 Tm [(999)-14001.3(4)4999.39(50)]TJ ET",
        fonts: "/F2 7 0 R", others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "999 450\n")
  }

  private func type3(_ names: String, from first: Int, _ hex: String) -> DocumentRecording {
    let widths = String(repeating: "500 ", count: 128)
    let font = """
      <</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 0
      /LastChar 127/Widths[\(widths)]/CharProcs<<>>/Encoding<</Differences[\(first)\(names)]>>>>
      """
    return DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td <\(hex)> Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8)]))
  }

  @Test(arguments: [
    ("Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500>>]", "0001", "E001"),
    ("Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500>>]", "0001", "0001"),
    ("Type3/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<>>", "01", "E001"),
    ("Type3/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<>>", "01", "0001"),
  ])
  func `books a page whose font maps its codes to what is no character`(
    font: String, code: String, character: String
  ) {
    let map =
      "1 begincodespacerange <\(code)> <\(code)> endcodespacerange 1 beginbfchar "
      + "<\(code)> <\(character)> endbfchar"
    let recording = DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td <\(code)\(code)\(code)\(code)> Tj ET", fonts: "/F2 7 0 R",
        others: [
          none, Array("<</Type/Font/Subtype/\(font)/ToUnicode 8 0 R>>".utf8),
          PDFBuilder.stream(map),
        ]))
    #expect(recording.missing == ["needs-ocr 1"])
  }

  // Widths of Arial, in thousandths of an em, as its table `hmtx` has them.
  private static let widths = """
    3 [278] 17 [278] 19 28 556 36 [667] 38 [722] 44 [278] 48 [833] 49 [722] 54 [667] 68 [556]
    71 [556 556 278] 76 [222] 79 [222 833 556 556] 85 [333 500 278 556] 90 [722]
    """

  private func numbered(_ widths: String, subtype: String = "CIDFontType2") -> DocumentRecording {
    let font = """
      <</Type/Font/Subtype/Type0/BaseFont/X+Arial/Encoding/Identity-H
      /DescendantFonts[<</Type/Font/Subtype/\(subtype)/W[\(widths)]>>]>>
      """
    // Each letter is the number of its glyph: 29 below ASCII, 30 below Mac Roman.
    let glyphs: [UInt8] = "BSN 123456782 Jos".utf8.map { $0 - 29 } + [0x8E - 30]
    let hex = glyphs.map { glyph in
      (glyph < 16 ? "000" : "00") + String(glyph, radix: 16)
    }.joined()
    return DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 10 Tf 50 700 Td <\(hex)> Tj ET", fonts: "/F2 6 0 R",
        others: [Array(font.utf8)]))
  }

  @Test func `guesses characters of glyphs in the usual order, and still books the page`() {
    let recording = numbered(Self.widths)
    #expect(recording.text(at: "1") == "BSN 123456782 José\n")
    #expect(recording.missing == ["needs-ocr 1"])
  }

  @Test(arguments: [
    // An i that is as wide as an m, digits of two widths, and too little to tell.
    (widths.replacing("76 [222]", with: "76 [833]"), "CIDFontType2"),
    (widths.replacing("19 28 556", with: "19 22 556 23 28 500"), "CIDFontType2"),
    ("19 28 556", "CIDFontType2"), (widths, "CIDFontType0"),
  ])
  func `guesses nothing of glyphs in another order`(widths: String, subtype: String) {
    let recording = numbered(widths, subtype: subtype)
    #expect(!recording.text(at: "1").contains("1"))
    #expect(recording.missing == ["needs-ocr 1"])
  }

  @Test func `books a page with a number among much text whose glyphs mean nothing`() {
    let font = """
      <</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1
      /LastChar 2/Widths[500 500]/CharProcs<<>>/Encoding<</Differences[1/x1/x2]>>>>
      """
    let lines = String(
      repeating: "(Een regel met tekst die gewoon te lezen is) ' ", count: 20)
    func missing(_ hex: String) -> [String] {
      DocumentRecording(
        of: PDFBuilder.page(
          "BT /F1 10 Tf 12 TL 50 700 Td \(lines) ET BT /F2 12 Tf 60 50 Td <\(hex)> Tj ET",
          fonts: "/F2 7 0 R", others: [none, Array(font.utf8)])
      ).missing
    }
    #expect(missing("010201020102010201") == ["needs-ocr 1"])
    #expect(missing("0102") == [])
  }
}
