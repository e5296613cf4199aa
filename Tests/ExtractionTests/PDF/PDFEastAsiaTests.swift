import ContentTypes
import Testing

@testable import Extraction

@Suite struct PDFEastAsiaTests {
  private let none = PDFBuilder.stream("", "/Type/XObject/Subtype/Form")

  // Bytes: Python's codecs.
  @Test(arguments: [
    ("90ms-RKSJ-H", "8e52936391be98593033", "山田太郎03"),
    ("90msp-RKSJ-V", "b1c0d031", "ｱﾀﾐ1"),
    ("EUC-H", "bbb3c5c4c2c0cfba", "山田太郎"),
    ("78-EUC-H", "42534ebbb3c5c4", "BSN山田"),
    ("H", "3b3345444240 4f3a", "山田太郎"),
    ("GBK-EUC-H", "d5c5ceb0b5e7bbb020313338", "张伟电话 138"),
    ("GB-EUC-H", "d5c5ceb0", "张伟"),
    ("GBK2K-H", "d5c5ceb0", "张伟"),
    ("KSCms-UHC-H", "b1e8c3b6bcf6", "김철수"),
    ("KSC-EUC-H", "b1e8c3b6bcf6", "김철수"),
    ("ETen-B5-H", "b3afa46aa4e5", "陳大文"),
    ("B5-H", "42534eb3afa46aa4e5", "BSN陳大文"),
    ("UniJIS-UTF16-H", "5c717530592a90ce", "山田太郎"),
    ("UniGB-UCS2-H", "5f204f1f", "张伟"),
    ("UniJIS-UTF8-H", "e5b1b1e794b0", "山田"),
    ("UniJIS-UTF32-H", "00005c7100007530", "山田"),
  ])
  func `reads the known maps of codes whose characters can be told`(
    map: String, hex: String, expected: String
  ) {
    let recording = composite(map, hex)
    #expect(recording.text(at: "1") == expected + "\n")
    #expect(recording.missing == [])
  }

  @Test(arguments: [("Identity-H", "0477047905000610"), ("CNS-EUC-H", "a4a1a4a2a4a3a4a4")])
  func `books a page whose glyphs have no characters`(map: String, hex: String) {
    let recording = composite(map, hex)
    #expect(recording.outcome == "pdf needs-ocr")
    #expect(recording.missing == ["needs-ocr 1"])
  }

  // Numbers of glyphs: the maps of Adobe (`cmap-resources`), as pdftotext reads them with poppler-data.
  @Test(arguments: [
    ("Japan1", "00230034002f0001001a0022", "BSN 9A"),
    ("Japan1", "0109011a011500e70100012b012601310107013f00f501350133", "BSN 9d_j@x.nl"),
    ("GB1", "00230034002f0001001a0022", "BSN 9A"),
    ("GB1", "034f0360035b1e2403460371", "BSN 9d"),
    ("CNS1", "00230034002f0001001a0022", "BSN 9A"),
    ("CNS1", "35723583357e355035693594", "BSN 9d"),
    ("Korea1", "00230034002f0001001a0022", "BSN 9A"),
    ("Korea1", "1fc01fd11fcc1f9e1fb71fe2", "BSN 9d"),
  ])
  func `reads Latin letters and digits of the collections of East Asia by their numbers`(
    ordering: String, hex: String, expected: String
  ) {
    let recording = composite("Identity-H", hex, ordering: ordering)
    #expect(recording.text(at: "1") == expected + "\n")
    #expect(recording.missing == [])
  }

  /// The first digits end where the last begin, if they are half an em wide as the font says.
  @Test(arguments: [
    ("90ms-RKSJ-H", "Japan1", 231), ("90msp-RKSJ-H", "Japan1", 1), ("GBK-EUC-H", "GB1", 813),
    ("GBKp-EUC-H", "GB1", 1), ("ETen-B5-H", "CNS1", 13648), ("KSC-EUC-H", "Korea1", 8094),
    ("KSCms-UHC-H", "Korea1", 1), ("UniJIS-UCS2-HW-H", "Japan1", 231),
  ])
  func `knows how wide digits are in fonts of East Asia`(map: String, ordering: String, space: Int)
  {
    let digits = Array("123456782".utf8).map { map.hasPrefix("Uni") ? [0, $0] : [$0] }
    let hex = digits.map { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
    let content = """
      BT /F2 10 Tf 60 700 Td <\(hex[..<5].joined())> Tj 25 0 Td <\(hex[5...].joined())> Tj ET
      """
    let font = """
      <</Type/Font/Subtype/Type0/BaseFont/Gothic-\(map)/Encoding/\(map)/DescendantFonts[
      <</Type/Font/Subtype/CIDFontType0/BaseFont/Gothic/CIDSystemInfo
      <</Registry(Adobe)/Ordering(\(ordering))/Supplement 2>>/DW 1000/W[\(space) \(space + 94) 500]>>]>>
      """
    let recording = DocumentRecording(
      of: PDFBuilder.page(content, fonts: "/F2 7 0 R", others: [none, Array(font.utf8)]))
    #expect(recording.text(at: "1") == "123456782\n")
  }

  private func composite(
    _ map: String, _ hex: String, ordering: String = "Japan1"
  ) -> DocumentRecording {
    let font = """
      <</Type/Font/Subtype/Type0/BaseFont/Mincho-\(map)/Encoding/\(map)/DescendantFonts[
      <</Type/Font/Subtype/CIDFontType0/BaseFont/Mincho/CIDSystemInfo
      <</Registry(Adobe)/Ordering(\(ordering))/Supplement 6>>/DW 1000>>]>>
      """
    return DocumentRecording(
      of: PDFBuilder.page(
        "BT /F2 12 Tf 60 700 Td <\(hex)> Tj ET", fonts: "/F2 7 0 R",
        others: [none, Array(font.utf8)]))
  }
}
