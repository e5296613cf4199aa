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
    /// The words of which one must stand before the digits; nil where any may.
    let endings: WordEndings?
  }

  let ways: [Way]
  /// Written in `init`, freed in `deinit`, only read in between.
  nonisolated(unsafe) let words: PrefixTable
  /// Of each trigger but words, the tables of the kinds that are reported, then those of lookalikes:
  /// first those of runs of digits and of any digits.
  nonisolated(unsafe) let tables: [TriggerTables]
  /// Whose letters they read.
  private let matchTables: [MatchTable]
  static let digitRuns = 0
  static let anyDigits = 2
  /// By byte, the number of its tables of kinds that are reported, and that of lookalikes;
  /// `noTables` where it triggers none of them.
  nonisolated(unsafe) let tablesOfByte: UnsafeMutablePointer<Int>
  var lookalikesOfByte: UnsafeMutablePointer<Int> { tablesOfByte + 256 }
  static let noTables = -1
  /// By the length of the run of digits that triggers them.
  nonisolated(unsafe) let declared: UnsafeMutablePointer<Declared>
  /// By the length of a run (the last entry: that long and longer), its part of `declared`.
  nonisolated(unsafe) let declaredRanges: UnsafeMutablePointer<Range<Int>>
  let hasDeclared: Bool
  nonisolated(unsafe) private let endings: [WordEndings]
  /// Those of all promised expressions; nil where some has none.
  nonisolated(unsafe) private let declaredEndings: WordEndings?
  /// By number of the expression, whether its matches begin at known places only.
  let isExact: [Bool]
  let ownPass: [Int]
  let hasOwnPass: Bool
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
    var triggers: [AnchorShape.Trigger: [TriggerTables.Entry]] = [:]
    var ways: [Way] = []
    var declared = [[Declared]](repeating: [], count: Self.longestRun + 1)
    var endings: [[String]: WordEndings] = [:]
    var ownPass: [Int] = []
    var isExact = [Bool](repeating: false, count: expressionCount)
    var prefixes = WordPrefixes()
    var longestLead = 0
    var longestLookalike = 0
    var longestLookalikeLead = 0
    var wordVariants: [TriggerVariant] = []
    for entry in entries {
      let derived = entry.shapes
      // A word is the weakest of triggers: what the file promises is better.
      if let first = derived.first, entry.anchor == nil || first.trigger != .word {
        ways.append(Way(first.trigger))
        isExact[entry.number] = derived.allSatisfy { $0.lead.count == 1 }
        for shape in derived {
          longestLead = max(longestLead, shape.lead.upperBound)
          let variant = TriggerVariant(
            expression: entry.number, pattern: entry.patternIndex, needsLabel: entry.needsLabel,
            lead: shape.lead, stretch: ByteBits(shape.stretch),
            first: ByteBits(shape.first), before: ByteBits(shape.before),
            isLabelledBefore: !entry.keepsOut || shape.trigger == .byte(UInt8(ascii: ":")),
            keepsOut: entry.keepsOut, isLookalike: entry.isLookalike, longest: entry.longest)
          if shape.trigger == .word, let beginnings = entry.beginnings {
            prefixes.insert(beginnings, variant: wordVariants.count)
            wordVariants.append(variant)
          } else {
            triggers[shape.trigger, default: []].append(
              TriggerTables.Entry(variant: variant, shape: shape, table: entry.table))
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
          endings: words)
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
    hasDeclared = next > 0
    self.declared = .allocate(capacity: next)
    for (place, anchor) in declared.joined().enumerated() {
      (self.declared + place).initialize(to: anchor)
    }
    self.endings = Array(endings.values)
    declaredEndings =
      declared.joined().contains { $0.endings == nil }
      ? nil : WordEndings(endings.keys.flatMap { $0 })
    self.isExact = isExact
    self.ownPass = ownPass
    hasOwnPass = !ownPass.isEmpty
    self.prefixes = prefixes
    self.longestLead = longestLead
    self.longestLookalike = longestLookalike
    self.longestLookalikeLead = longestLookalikeLead
    words = PrefixTable(prefixes, variants: wordVariants)
    var marks = ByteSet.none
    var tables: [TriggerTables] = []
    for trigger: AnchorShape.Trigger in [.digitRun, .anyDigit] {
      tables += TriggerTables.pair(triggers[trigger] ?? [])
    }
    tablesOfByte = .allocate(capacity: 512)
    tablesOfByte.initialize(repeating: Self.noTables, count: 512)
    for byte in UInt8.min...UInt8.max {
      guard let own = triggers[.byte(byte)] else { continue }
      marks.insert(byte)
      for (place, own) in TriggerTables.pair(own).enumerated() {
        if own.count > 0 { tablesOfByte[256 * place + Int(byte)] = tables.count }
        tables.append(own)
      }
    }
    self.tables = tables
    matchTables = entries.compactMap(\.table)
    self.marks = marks
  }

  deinit {
    words.free()
    for tables in tables { tables.free() }
    tablesOfByte.deallocate()
    for endings in endings { endings.free() }
    declaredEndings?.free()
    declared.deallocate()
    declaredRanges.deallocate()
  }

  /// Whether an expression whose pattern file promises digits can have its first one at `place`.
  @inline(__always)
  func mayBeDeclared(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    hasDeclared && (declaredEndings?.stand(before: place, in: text) ?? true)
  }

  /// An expression of the catalog.
  struct Entry {
    let number: Int
    let patternIndex: Int
    let needsLabel: Bool
    let isLookalike: Bool
    /// Whether a part of what it matches is kept out of the value (`\K`).
    let keepsOut: Bool
    /// What its pattern file promises of the digits in it.
    let anchor: Anchor?
    let shapes: [AnchorShape]
    let table: MatchTable?
    let beginnings: WordBeginnings?
    /// The most bytes that it matches, where that can be told; at most `longestMatch`.
    let longest: Int

    /// The context around a block, within which every match must lie.
    private static let longestMatch = 1024

    /// An expression gets a pass of its own where `isPlain` says so.
    init(
      number: Int, _ expression: PatternExpression, of patternIndex: Int, isLookalike: Bool,
      isPlain: Bool
    ) {
      self.number = number
      self.patternIndex = patternIndex
      needsLabel = expression.needsLabel
      self.isLookalike = isLookalike
      keepsOut = expression.form.keepsOut
      anchor = isPlain ? nil : expression.anchor
      shapes = isPlain ? [] : expression.form.shapes
      table = isPlain ? nil : expression.form.table
      beginnings = isPlain ? nil : expression.form.beginnings
      longest = min(expression.form.longestByteCount ?? Self.longestMatch, Self.longestMatch)
    }
  }
}

extension TriggerTables {
  /// Those of the kinds that are reported, and those of lookalikes.
  fileprivate static func pair(_ entries: [Entry]) -> [TriggerTables] {
    [false, true].map { isLookalike in
      TriggerTables(entries.filter { $0.variant.isLookalike == isLookalike })
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
