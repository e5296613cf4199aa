import PatternCatalog
import Testing

@Suite struct MarkedTextTests {
  @Test func `gives byte ranges of marks behind accents`() throws {
    let marked = try #require(MarkedText("Café ⟦é1⟧ en ⟦2⟧"))
    #expect(marked.text == "Café é1 en 2")
    #expect(marked.ranges == [6..<9, 13..<14])
  }

  @Test(arguments: ["⟦a", "a⟧", "⟦a⟦b⟧⟧", "⟦⟧"])
  func `refuses marks that do not pair`(text: String) {
    #expect(MarkedText(text) == nil)
  }
}
