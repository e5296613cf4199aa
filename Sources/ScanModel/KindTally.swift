/// The findings of one kind in one file, counted.
package struct KindTally: Sendable {
  package let kind: String
  package private(set) var countByLevel = LevelCounts()
  package private(set) var highestConfidence = Confidence(0)
  /// The findings of the highest confidence, first come first, at most `exampleLimit`.
  package private(set) var examples: [Finding] = []

  private var distinct = DistinctCount(limit: distinctLimit)
  /// Of the values that are counted, but not told apart yet.
  private var hashes: [Int] = []
  /// Where the values were counted before and are not at hand.
  private var recalledDistinctCount: Int?
  private var weakestExample = Confidence(1)

  package static let distinctLimit = 10_000
  package static let exampleLimit = 5

  package init(kind: String) {
    self.kind = kind
  }

  /// The tally that an earlier scan made; `examples` as they were then, the first come first.
  package init(
    kind: String, countByLevel: LevelCounts, highestConfidence: Confidence, distinctCount: Int,
    examples: [Finding]
  ) {
    self.kind = kind
    self.countByLevel = countByLevel
    self.highestConfidence = highestConfidence
    self.examples = examples
    weakestExample = examples.map { $0.confidence }.min() ?? Confidence(1)
    recalledDistinctCount = distinctCount
  }

  package var count: Int { countByLevel.total }

  /// How many distinct normalised values; exact up to `distinctLimit`, then that number.
  package var distinctCount: Int { recalledDistinctCount ?? distinct.count }

  /// Whether there are more distinct values than were told apart.
  package var distinctIsLowerBound: Bool { distinctCount >= Self.distinctLimit }

  /// Counts the finding at `index`, which is of this kind; it is copied only as an example.
  ///
  /// Its value is told from others by `tellApart`. Hashes of values are seeded anew in every process and
  /// stay in memory.
  mutating func count(_ findings: Span<Finding>, at index: Int) {
    let confidence = findings[index].confidence
    countByLevel.count(confidence.level)
    highestConfidence = max(highestConfidence, confidence)
    if !distinct.isFull { hashes.append(findings[index].normalized.hashValue) }
    if examples.count < Self.exampleLimit {
      examples.append(findings[index])
      weakestExample = min(weakestExample, confidence)
    } else if confidence > weakestExample {
      replaceWeakestExample(with: findings[index])
    }
  }

  /// Tells the values apart that were counted.
  mutating func tellApart() {
    guard !hashes.isEmpty else { return }
    distinct.insert(hashes: hashes)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Counts a finding whose value was compared with those counted before elsewhere.
  mutating func count(_ finding: Finding, isNewValue: Bool) {
    let distinctCount = min(distinctCount + (isNewValue ? 1 : 0), Self.distinctLimit)
    let findings = [finding]
    count(findings.span, at: 0)
    tellApart()
    recalledDistinctCount = distinctCount
  }

  private mutating func replaceWeakestExample(with finding: Finding) {
    guard let weakest = examples.firstIndex(where: { $0.confidence == weakestExample }) else {
      return
    }
    examples.remove(at: weakest)
    examples.append(finding)
    weakestExample = examples.map { $0.confidence }.min() ?? finding.confidence
  }
}
