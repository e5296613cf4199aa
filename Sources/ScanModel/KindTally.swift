/// The findings of one kind in one file, counted.
package struct KindTally: Sendable {
  package let kind: String
  package private(set) var countByLevel = LevelCounts()
  package private(set) var highestConfidence = Confidence(0)
  /// The findings of the highest confidence, first come first, at most `exampleLimit`.
  package private(set) var examples: [Finding] = []

  private var distinct = DistinctCount(limit: distinctLimit)
  private var weakestExample = Confidence(1)

  package static let distinctLimit = 10_000
  package static let exampleLimit = 5

  package init(kind: String) {
    self.kind = kind
  }

  package var count: Int { countByLevel.total }

  /// How many distinct normalised values; exact up to `distinctLimit`, then that number.
  package var distinctCount: Int { distinct.count }

  /// Whether there are more distinct values than were told apart.
  package var distinctIsLowerBound: Bool { distinct.isFull }

  /// Counts the finding at `index`, which is of this kind; it is copied only as an example.
  ///
  /// Hashes of values are seeded anew in every process and stay in memory.
  mutating func count(_ findings: Span<Finding>, at index: Int) {
    let confidence = findings[index].confidence
    countByLevel.count(confidence.level)
    highestConfidence = max(highestConfidence, confidence)
    if !distinct.isFull { distinct.insert(hash: findings[index].normalized.hashValue) }
    if examples.count < Self.exampleLimit {
      examples.append(findings[index])
      weakestExample = min(weakestExample, confidence)
    } else if confidence > weakestExample {
      replaceWeakestExample(with: findings[index])
    }
  }

  private mutating func replaceWeakestExample(with finding: Finding) {
    guard let weakest = examples.firstIndex(where: { $0.confidence == weakestExample }) else {
      return
    }
    examples.remove(at: weakest)
    examples.append(finding)
    weakestExample = examples.map(\.confidence).min() ?? finding.confidence
  }
}
