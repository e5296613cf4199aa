import Testing

@testable import Extraction

@Suite struct PageMarginTextTests {
  @Test(arguments: [
    ("&LLinks&CPagina &P&RRechts", ["Links", "Pagina ", "Rechts"]),
    ("&\"Arial,Vet\"&12&KFF0000Jan && Piet", ["Jan & Piet"]),
    ("&é&€ 12&K1é", ["é€ 12é"]),
  ])
  func `leaves codes out and characters whole`(code: String, texts: [String]) {
    let found = PageMarginText.texts(Array(code.utf8))
    #expect(found.map { String(validating: $0, as: UTF8.self) } == texts)
  }
}
