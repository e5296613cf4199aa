internal import Anchors
internal import PatternCatalog

/// Where in a text the search stops, and which expressions are then possible; shared by all threads.
package final class AnchorPlan: Sendable {
  /// How the matches of an expression are come upon.
  package enum Way: Hashable, Sendable {
    /// Around numbers.
    case digits
    /// Around a byte that stands in every match.
    case byte(UInt8)
    /// At the words that it can begin with.
    case word
    /// Around the numbers that its pattern file promises.
    case declared
    /// By a pass of its own over all text.
    case ownPass
  }

  /// An expression that is tried around runs of digits as its pattern file says.
  struct Declared {
    let expression: Int
    let digitCount: Int
    let lead: Int
    let needsLabel: Bool
    /// The words of which one must stand before the digits; nil where any may.
    let endings: WordEndings?
  }

  let ways: [Way]
  /// Written in `init`, freed in `deinit`, only read in between.
  nonisolated(unsafe) let digitRuns: AnchorFilter
  nonisolated(unsafe) let anyDigits: AnchorFilter
  nonisolated(unsafe) let words: WordTree
  /// By byte, the filter of the expressions that are triggered by it.
  nonisolated(unsafe) let bytes: UnsafeMutablePointer<AnchorFilter?>
  /// By the length of the run of digits that triggers them.
  nonisolated(unsafe) let declared: UnsafeMutablePointer<Declared>
  /// By the length of a run (the last entry: that long and longer), its part of `declared`.
  nonisolated(unsafe) let declaredRanges: UnsafeMutablePointer<Range<Int>>
  nonisolated(unsafe) private let endings: [WordEndings]
  /// By number of the expression, whether its matches begin at known places only.
  let isExact: [Bool]
  let ownPass: [Int]
  /// The longest distance from the beginning of a match to its trigger.
  let longestLead: Int
  /// The longest match of a lookalike that is sought around triggers, and its longest lead.
  let longestLookalike: Int
  let longestLookalikeLead: Int
  let marks: ByteSet
  let prefixes: WordPrefixes

  static let longestRun = 32

  /// The plan for the expressions, of `expressionCount`, that are sought in running text.
  init(_ entries: [Entry], expressionCount: Int) {
    var shapes: [AnchorShape.Trigger: [(variant: AnchorFilter.Variant, shape: AnchorShape)]] = [:]
    var ways: [Way] = []
    var declared = [[Declared]](repeating: [], count: Self.longestRun + 1)
    var endings: [[String]: WordEndings] = [:]
    var ownPass: [Int] = []
    var isExact = [Bool](repeating: false, count: expressionCount)
    var prefixes = WordPrefixes()
    var longestLead = 0
    var longestLookalike = 0
    var longestLookalikeLead = 0
    var wordVariants: [AnchorFilter.Variant] = []
    for entry in entries {
      let derived = entry.shapes
      // A word is the weakest of triggers: what the file promises is better.
      if let first = derived.first, entry.anchor == nil || first.trigger != .word {
        ways.append(Way(first.trigger))
        isExact[entry.number] = derived.allSatisfy { $0.lead.count == 1 }
        for shape in derived {
          longestLead = max(longestLead, shape.lead.upperBound)
          let variant = AnchorFilter.Variant(
            expression: entry.number, lead: shape.lead, needsLabel: entry.needsLabel,
            stretch: ByteBits(shape.stretch), first: ByteBits(shape.first),
            before: ByteBits(shape.before),
            isLabelledBefore: !entry.keepsOut || shape.trigger == .byte(UInt8(ascii: ":")),
            leastDigitCount: entry.leastDigitCount, isLookalike: entry.isLookalike)
          if shape.trigger == .word, let beginnings = entry.beginnings {
            prefixes.insert(beginnings, variant: wordVariants.count)
            wordVariants.append(variant)
          } else {
            shapes[shape.trigger, default: []].append((variant, shape))
          }
          if entry.isLookalike {
            longestLookalike = max(longestLookalike, entry.longest)
            longestLookalikeLead = max(longestLookalikeLead, shape.lead.upperBound)
          }
        }
      } else if let anchor = entry.anchor {
        ways.append(.declared)
        longestLead = max(longestLead, anchor.lead)
        var words: WordEndings?
        if !anchor.endings.isEmpty {
          let known = endings[anchor.endings] ?? WordEndings(anchor.endings)
          endings[anchor.endings] = known
          words = known
        }
        let expression = Declared(
          expression: entry.number, digitCount: anchor.digitCount, lead: anchor.lead,
          needsLabel: entry.needsLabel, endings: words)
        for length in declared.indices where anchor.run.contains(max(length, 1)) {
          declared[length].append(expression)
        }
      } else {
        ways.append(.ownPass)
        ownPass.append(entry.number)
      }
    }
    self.ways = ways
    declaredRanges = .allocate(capacity: declared.count)
    var next = 0
    for (length, list) in declared.enumerated() {
      (declaredRanges + length).initialize(to: next..<next + list.count)
      next += list.count
    }
    self.declared = .allocate(capacity: next)
    for (place, anchor) in declared.joined().enumerated() {
      (self.declared + place).initialize(to: anchor)
    }
    self.endings = Array(endings.values)
    self.isExact = isExact
    self.ownPass = ownPass
    self.prefixes = prefixes
    self.longestLead = longestLead
    self.longestLookalike = longestLookalike
    self.longestLookalikeLead = longestLookalikeLead
    digitRuns = AnchorFilter(shapes[.digitRun] ?? [], areRuns: true)
    anyDigits = AnchorFilter(shapes[.anyDigit] ?? [])
    words = WordTree(prefixes, variants: wordVariants)
    var marks = ByteSet.none
    bytes = .allocate(capacity: 256)
    bytes.initialize(repeating: nil, count: 256)
    for byte in UInt8.min...UInt8.max {
      guard let own = shapes[.byte(byte)] else { continue }
      marks.insert(byte)
      bytes[Int(byte)] = AnchorFilter(own)
    }
    self.marks = marks
  }

  deinit {
    digitRuns.free()
    anyDigits.free()
    words.free()
    for byte in 0..<256 { bytes[byte]?.free() }
    bytes.deallocate()
    for endings in endings { endings.free() }
    declared.deallocate()
    declaredRanges.deallocate()
  }

  /// An expression of the catalog.
  struct Entry {
    let number: Int
    let needsLabel: Bool
    let isLookalike: Bool
    /// Whether a part of what it matches is kept out of the value (`\K`).
    let keepsOut: Bool
    /// What its pattern file promises of the digits in it.
    let anchor: Anchor?
    let shapes: [AnchorShape]
    let beginnings: WordBeginnings?
    /// The most bytes that it matches, where that can be told; at most `longestMatch`.
    let longest: Int
    /// The fewest digits of a match; 0 where it may lie further behind its trigger than is counted.
    let leastDigitCount: Int

    /// The context around a block, within which every match must lie.
    private static let longestMatch = 1024

    /// An expression gets a pass of its own where `isPlain` says so.
    init(
      number: Int, _ expression: PatternExpression, isLookalike: Bool, isPlain: Bool
    ) {
      self.number = number
      self.isLookalike = isLookalike
      needsLabel = expression.needsLabel
      keepsOut = expression.form.keepsOut
      anchor = isPlain ? nil : expression.anchor
      shapes = isPlain ? [] : expression.form.shapes
      beginnings = isPlain ? nil : expression.form.beginnings
      longest = min(expression.form.longestByteCount ?? Self.longestMatch, Self.longestMatch)
      leastDigitCount =
        longest <= AnchorFilter.countedByteCount ? expression.form.leastDigitCount : 0
    }
  }
}

extension AnchorPlan.Way {
  fileprivate init(_ trigger: AnchorShape.Trigger) {
    switch trigger {
    case .digitRun, .anyDigit: self = .digits
    case .byte(let byte): self = .byte(byte)
    case .word: self = .word
    }
  }
}
