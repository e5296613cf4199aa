import Testing

@testable import Erasure

@Suite struct CopyNameTests {
  @Test(
    arguments: [
      ("~$ssier Jansen.docx", .lockFile), ("~$Dossier Jansen.docx", .lockFile),
      ("~$ossier Jansen.docx", .lockFile), (".~lock.Dossier Jansen.docx#", .lockFile),
      ("Dossier Jansen.docx.bak", .backup), ("Dossier Jansen.bak", .backup),
      ("DOSSIER JANSEN.BAK", .backup), ("Dossier Jansen.docx~", .backup),
      (".Dossier Jansen.docx.swp", .backup), ("#Dossier Jansen.docx#", .backup),
      ("Back-up van Dossier Jansen.wbk", .backup), ("Dossier Jansen.docx.tmp", .backup),
      ("Dossier Jansen - kopie.docx.bak", .backup),
      ("Automatisch herstel van Dossier Jansen.asd", .autosave),
      ("Dossier Jansen.asd", .autosave), ("~WRL0005.tmp", .autosave), ("~wrd3012.tmp", .autosave),
      ("Copy of Dossier Jansen.docx", .copy), ("Kopie van Dossier Jansen.docx", .copy),
      ("Kopie (2) van Dossier Jansen.docx", .copy), ("Copy of Dossier Jansen (3).docx", .copy),
      ("Dossier Jansen - kopie.docx", .copy), ("Dossier Jansen - Kopie (2).docx", .copy),
      ("Dossier Jansen - Copy.docx", .copy), ("Dossier Jansen (2).docx", .copy),
      ("Dossier Jansen kopie 2.docx", .copy), ("Dossier Jansen (3e kopie).docx", .copy),
      ("Dossier Jansen (conflicted copy 2026-05-04).docx", .copy),
    ] as [(String, CopySign)])
  func `knows the names of copies`(name: String, sign: CopySign) {
    let copy = CopyName(Array(name.utf8))
    #expect(copy.mayBeCopy)
    #expect(copy.sign(of: CopyName(Array("Dossier Jansen.docx".utf8))) == sign)
  }

  @Test(
    arguments: [
      "Dossier Jansen.docx", "Dossier Jansens (2).docx", "Dossier Jansen 2026.docx",
      "Dossier Jansen (2).pdf", "Kopie van Dossier Pietersen.docx", "~$dossier Pietersen.docx",
      "~$", "Kopieën Dossier Jansen.docx", "Dossier Pietersen.docx.bak", "Dossier.docx",
      "1A2B3C4D.tmp", "ppt9A1.tmp", "kopie.docx", "Dossier Jansen (concept).docx",
    ])
  func `leaves other names alone`(name: String) {
    let copy = CopyName(Array(name.utf8))
    #expect(copy.sign(of: CopyName(Array("Dossier Jansen.docx".utf8))) == nil)
  }

  @Test(
    arguments: [
      ("lijst.xlsx", "1A2B3C4D.tmp"), ("lijst.xlsx", "1A2B3C4D"), ("plan.pptx", "ppt9A1.tmp"),
      ("brief.rtf", "~WRL0005.tmp"),
    ])
  func `knows what programs leave behind while they write`(original: String, name: String) {
    let copy = CopyName(Array(name.utf8))
    #expect(copy.mayBeCopy)
    #expect(copy.sign(of: CopyName(Array(original.utf8))) == .autosave)
  }
}
