import BuiltInPatterns
import Matching
import PatternCatalog
import ScanModel
import TestSupport
import Testing

/// The search around anchors must find what a plain pass of every expression finds, whatever the
/// text and wherever its blocks end.
@Suite struct AnchoredSearchTests {
  private static let builtIn = PatternCatalog(compactForm: builtInPatterns)

  /// Expressions that need a label are left out: without one the search may not even try them.
  @Test(arguments: 0..<24)
  func `matches what the reference matches`(seed: UInt64) throws {
    let catalog = Self.builtIn
    let text = HostileText(seed: seed).bytes(count: 6_000)
    let expected = try matches(in: text, CompiledPatterns(catalog, search: .reference))
      .filter { !$0.needsLabel }
    #expect(!expected.isEmpty)
    let anchored = try CompiledPatterns(catalog)
    #expect(try matches(in: text, anchored).filter { !$0.needsLabel } == expected)
  }

  @Test(arguments: 0..<8)
  func `matches the same before machine code is made of an expression`(seed: UInt64) throws {
    let text = HostileText(seed: seed).bytes(count: 6_000)
    let expected = try matches(in: text, CompiledPatterns(Self.builtIn))
    #expect(!expected.isEmpty)
    #expect(try matches(in: text, CompiledPatterns(known: Self.builtIn)) == expected)
  }

  @Test(arguments: 100..<116, TriggerPath.allCases.filter(\.isAvailable))
  func `finds what the reference finds`(seed: UInt64, path: TriggerPath) throws {
    let catalog = Self.builtIn
    let text = HostileText(seed: seed).bytes(count: 4_000)
    let expected = EvidenceBench(catalog, search: .reference).findings(inBlock: text)
    #expect(!expected.isEmpty)
    #expect(EvidenceBench(catalog, path: path).findings(inBlock: text) == expected)
  }

  @Test(arguments: [1_500, 2_047, 3_001])
  func `finds the same in blocks of any length`(blockByteCount: Int) throws {
    let patterns = try CompiledPatterns(Self.builtIn)
    let text = HostileText(seed: 7).bytes(count: 20_000)
    let whole = try matches(in: text, patterns)
    #expect(try matches(in: text, patterns, blockByteCount: blockByteCount) == whole)
  }

  @Test(arguments: 0...40)
  func `finds a number across every block border`(shift: Int) throws {
    let patterns = try CompiledPatterns(try SmallCatalog.catalog())
    let text = Array((String(repeating: "x ", count: 1_500) + "1234.56.782 y").utf8)
    let found = try matches(in: text, patterns, blockByteCount: 2_990 + shift)
    #expect(found.map(\.range) == [3_000..<3_011])
  }

  /// Two expressions that remember seven bytes by different signs have 16,384 states together, more
  /// than are kept; a third lies further from its trigger than is looked.
  @Test(arguments: 0..<3)
  func `finds the same where states are forgotten`(seed: UInt64) throws {
    let expressions = [
      "(?<![0-9])[0-9][12ac]*[1a][12ac]{6}b", "(?<![0-9])[0-9][12ac]*[12][12ac]{6}b",
      "(?<![0-9])[0-9][12ac]{100,140}b",
    ]
    let catalog = try catalog(of: expressions)
    var generator = SplitMix64(seed: seed)
    var text: [UInt8] = []
    for _ in 0..<1_500 {
      text.append(UInt8(ascii: "1"))
      for _ in 0..<Int.random(in: 8...120, using: &generator) {
        text.append(Array("12ac".utf8)[Int.random(in: 0..<4, using: &generator)])
      }
      text += Array("b ".utf8)
    }
    let expected = try matches(in: text, CompiledPatterns(catalog, search: .reference))
    #expect(expected.count > 500)
    #expect(Set(expected.map(\.expression)) == [0, 1, 2])
    #expect(try matches(in: text, CompiledPatterns(catalog)) == expected)
  }

  /// Expressions made at random, of what may and must not stand around and inside of matches.
  @Test(arguments: 0..<60)
  func `finds what any expression finds`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let expressions = (0..<6).map { _ in RandomExpression.next(using: &generator) }
    let catalog = try catalog(of: expressions)
    let text = (0..<8_000).map { _ in Array("112ab-. ".utf8).randomElement(using: &generator)! }
    let expected = try matches(in: text, CompiledPatterns(catalog, search: .reference))
    let found = try matches(in: text, CompiledPatterns(catalog))
    #expect(found == expected, "\(expressions)")
  }

  @Test func `a rejected candidate does not swallow an overlapping good one`() throws {
    let patterns = try CompiledPatterns(
      PatternCatalog(files: [
        (
          name: "bsn.yaml",
          text: SmallCatalog.bsn.replacing("(?<![0-9A-Za-z])[0-9]{9}(?![0-9])", with: "[0-9]{9}")
        )
      ]))
    // 912345678 fails the elfproef, 123456782 behind its first digit passes.
    let found = try matches(in: Array("9123456782".utf8), patterns)
    #expect(found.map(\.range) == [1..<10])
  }

  @Test func `stops an expression that backtracks and says which`() throws {
    let catalog = try PatternCatalog(files: [
      (name: "slow.yaml", text: SmallCatalog.slow(letter: "a"))
    ])
    var matcher = Matcher(try CompiledPatterns(catalog))
    let text = Array((String(repeating: "a", count: 5_000) + "b").utf8)
    var layout = TextLayout(form: .running)
    layout.live = 0..<text.count
    matcher.begin()
    matcher.search(text.span, layout: layout, labels: LabelSupport(patternCount: 0))
    #expect(matcher.stoppedPatterns == ["slow"])
  }

  @Test func `an expression that does not compile names its line`() throws {
    let text = SmallCatalog.bsn.replacing("[0-9]{9}(?![0-9])'", with: "[0-9{9}('")
    let catalog = try PatternCatalog(files: [(name: "bsn.yaml", text: text)])
    let error = #expect(throws: ConfigurationError.self) { try CompiledPatterns(catalog) }
    #expect(error?.line == 8)
  }

  /// A catalog of one kind, which has these expressions.
  private func catalog(of expressions: [String]) throws -> PatternCatalog {
    let lines = expressions.map { "  - {notation: plain, regex: '\($0)'}" }
    return try PatternCatalog(files: [
      (
        name: "any.yaml",
        text: """
        id: any
        name: {nl: 'Willekeurig', en: 'Any'}
        class: ordinary
        source: 'none'
        expressions:
        \(lines.joined(separator: "\n"))
        confidence: {bare: 0.5, label: 0.5}
        examples: ['⟦1⟧', 'x ⟦1⟧']
        """
      )
    ])
  }

  /// The matches of a running text, at offsets of the whole text, in a fixed order.
  private func matches(
    in text: [UInt8], _ patterns: CompiledPatterns, blockByteCount: Int = .max
  ) throws -> [Found] {
    let context = 1_024
    var matcher = Matcher(patterns, lookalikes: .all)
    matcher.begin()
    var found: [Found] = []
    var start = 0
    while start < text.count {
      var end = blockByteCount == .max ? text.count : min(start + blockByteCount, text.count)
      while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
      var from = max(0, start - context)
      while from > 0, text[from] & 0xC0 == 0x80 { from -= 1 }
      let block = Array(text[from..<min(end + context, text.count)])
      var layout = TextLayout(form: .running)
      layout.live = start - from..<end - from
      matcher.search(block.span, layout: layout, labels: LabelSupport(patternCount: 0))
      found += matcher.matches.map { match in
        Found(
          pattern: match.patternIndex, expression: match.expressionIndex,
          needsLabel: match.needsLabel,
          range: match.range.lowerBound + from..<match.range.upperBound + from)
      }
      start = end
    }
    return found.sorted {
      ($0.range.lowerBound, $0.pattern, $0.expression)
        < ($1.range.lowerBound, $1.pattern, $1.expression)
    }
  }

  private struct Found: Hashable {
    let pattern: Int
    let expression: Int
    let needsLabel: Bool
    let range: Range<Int>
  }
}
