import PatternCatalog
import ScanModel
import TestSupport
import Testing
import Validators

@Suite struct PatternFileTests {
  @Test func `reads what a file says`() throws {
    let pattern = try #require(try SmallCatalog.catalog().pattern(withID: "bsn"))
    #expect(pattern.description.dutchName == "Burgerservicenummer")
    #expect(pattern.description.legalClass == .nationalID)
    #expect(pattern.validator == .bsn)
    #expect(pattern.expressions.map(\.notation) == ["contiguous", "dotted", "lost-zero"])
    #expect(pattern.expressions[0].anchor == Anchor(digitCount: 9, run: 9...9, lead: 0))
    #expect(pattern.expressions[2].needsLabel)
    #expect(pattern.examples[0].text == "BSN: 123456782")
    #expect(pattern.examples[0].ranges == [5..<14])
  }

  @Test(arguments: [
    // What is changed in the file, the line that the error names, a word of the error.
    ("labels:", "lables:", 18, "unknown key 'lables'"),
    ("class: national-id", "class: secret", 3, "'class' takes one of"),
    ("validator: bsn", "validator: bns", 5, "no validator is called 'bns'"),
    ("needs: label", "needs: luck", 17, "'needs' takes only label"),
    ("bare: 0.4", "bare: 4", 20, "from 0 to 1"),
    ("digits: 8,", "digits: many,", 16, "from 1 to 24"),
    ("⟦123456782⟧", "123456782", 21, "marks what must be found"),
    ("source: 'Wabb'", "name: {nl: 'a', en: 'b'}", nil, "twice"),
    ("labels: [bsn, burgerservicenummer]", "labels: [bsn", nil, "YAML"),
    ("needs: label", "beside: [nr]", 17, "unknown key 'beside'"),
    (
      "labels:", "cells: [{notation: a, regex: 'a', beside: [nr]}]\nlabels:", 18,
      "'under' and 'beside' go together"
    ),
  ])
  func `names file and line of what is wrong`(
    part: String, replacement: String, line: Int?, word: String
  ) throws {
    let text = SmallCatalog.bsn.replacing(part, with: replacement)
    let error = #expect(throws: ConfigurationError.self) {
      try PatternCatalog(files: [(name: "bsn.yaml", text: text)])
    }
    #expect(error?.file == "bsn.yaml")
    #expect(error?.problem.contains(word) == true)
    if let line { #expect(error?.line == line) }
  }

  @Test func `refuses two files with one id`() {
    #expect(throws: ConfigurationError.self) {
      try PatternCatalog(files: [
        (name: "a.yaml", text: SmallCatalog.bsn), (name: "b.yaml", text: SmallCatalog.bsn),
      ])
    }
  }

  @Test func `refuses a kind that contains an unknown one`() {
    let text = SmallCatalog.bsn.replacing("labels:", with: "contains: [mrz]\nlabels:")
    #expect(throws: ConfigurationError.self) {
      try PatternCatalog(files: [(name: "bsn.yaml", text: text)])
    }
  }
}
