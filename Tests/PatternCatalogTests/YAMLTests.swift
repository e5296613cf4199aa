import PatternCatalog
import ScanModel
import TestSupport
import Testing

/// What a pattern file may hold of YAML 1.1.
@Suite struct YAMLTests {
  @Test(arguments: [
    // A text in several lines, in all styles of YAML; what it is (YAML 1.1, chapters 8 and 9).
    ("'een\n    twee\n\n    drie'", "een twee\ndrie"),
    (#""een\n\\ twee\u0020drie""#, "een\n\\ twee drie"),
    (">\n  een\n  twee\n", "een twee\n"),
    ("|-\n  een\n  twee", "een\ntwee"),
    ("een # opmerking", "een"),
    ("'it''s'", "it's"),
  ])
  func `reads a text in every style`(source: String, text: String) throws {
    let file = SmallCatalog.bsn.replacing("'Wabb'", with: source)
    let catalog = try PatternCatalog(files: [(name: "bsn.yaml", text: file)])
    #expect(catalog.patterns.first?.source == text)
  }

  @Test(arguments: [
    ("", nil, "empty"),
    ("# only a remark\n", nil, "empty"),
    ("- a\n- b\n", 1, "'key: value'"),
    ("id: a\n---\nid: b\n", 2, "second document"),
    ("id: a\nname: b\nid: c\n", 3, "a key stands twice"),
    ("id: &a b\nname: *a\n", 2, "aliases"),
    ("id: a\nname: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]\n", 2, "too deeply"),
    ("id: 'a\n", 2, "not valid YAML"),
    ("id: a\n\tname: b\n", 2, "not valid YAML"),
    ("id: \u{1}\n", nil, "control characters"),
  ])
  func `names the line of what it cannot read`(text: String, line: Int?, word: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try PatternCatalog(files: [(name: "bsn.yaml", text: text)])
    }
    #expect(error?.line == line)
    #expect(error?.problem.contains(word) == true)
  }
}
