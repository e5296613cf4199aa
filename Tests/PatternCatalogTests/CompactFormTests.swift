import PatternCatalog
import ScanModel
import TestSupport
import Testing

@Suite struct CompactFormTests {
  @Test func `reads back what was written`() throws {
    let catalog = try SmallCatalog.catalog()
    let read = PatternCatalog(compactForm: catalog.compactForm)
    #expect(read.patterns == catalog.patterns)
  }

  @Test(arguments: [
    // What is changed in the file of the BSN.
    ("validator: bsn", "reported: false"),
    ("{digits: 9, run: 9}", "{digits: 9, lead: 400}"),
    ("{digits: 9, run: 9}", "{digits: 1, run: 1-5, lead: 70, endings: [straat, weg]}"),
    ("labels: [bsn, burgerservicenummer]", "contains: [bsn]"),
    ("bare: 0.4", "bare: 0.30000000000000004"),
    ("'Wabb'", "'artikel 1, eerste lid, Wet algemene bepalingen burgerservicenummer: é 身份'"),
    ("'BSN: ⟦123456782⟧'", #""BSN:\r\n\t⟦123456782⟧ en \"⟦1234.56.782⟧\\ ⏎""#),
  ])
  func `keeps every form of a field`(part: String, replacement: String) throws {
    let text = SmallCatalog.bsn.replacing(part, with: replacement)
    #expect(text != SmallCatalog.bsn)
    let catalog = try PatternCatalog(files: [(name: "bsn.yaml", text: text)])
    #expect(PatternCatalog(compactForm: catalog.compactForm).patterns == catalog.patterns)
  }

  @Test func `more files come behind, with the same checks`() throws {
    let compact = try PatternCatalog(files: [(name: "bsn.yaml", text: SmallCatalog.bsn)])
      .compactForm
    let both = try PatternCatalog(compactForm: compact)
      .adding(files: [(name: "kvk.yaml", text: SmallCatalog.kvk)])
    #expect(both.patterns.map(\.id) == ["bsn", "kvk"])
    let error = #expect(throws: ConfigurationError.self) {
      try PatternCatalog(compactForm: compact)
        .adding(files: [(name: "b.yaml", text: SmallCatalog.bsn)])
    }
    #expect(error?.file == "b.yaml")
  }
}
