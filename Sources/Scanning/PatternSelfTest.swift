internal import Evidence
package import Matching
package import PatternCatalog
internal import ScanModel

/// Runs the examples of pattern files the whole way of a scan.
package struct PatternSelfTest: ~Copyable {
  /// An example that does not give what its marks say; it is named by its number, never quoted.
  package struct Failure: Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
      /// Marked places that were not found, and found places that are not marked.
      case example(missedCount: Int, surplusCount: Int)
      case counterexample(foundCount: Int)
    }

    package let kind: String
    package let file: String
    /// From 1, in the list of the file.
    package let number: Int
    package let problem: Problem
  }

  private let catalog: PatternCatalog
  private var scanner: BlobScanner

  package init(_ patterns: CompiledPatterns) {
    catalog = patterns.catalog
    scanner = BlobScanner(
      patterns, Vocabulary(patterns.catalog), reporting: .everything, progress: ScanProgress()
    ) { _, _ in }
  }

  /// The failures of one pattern, in the order of its file.
  package mutating func failures(of pattern: Pattern) -> [Failure] {
    var failures: [Failure] = []
    for (index, example) in pattern.examples.enumerated() {
      let expected = Set(example.ranges.map { example.mark($0) })
      let found = Set(marks(of: pattern.id, in: example.text))
      if found != expected {
        failures.append(
          Failure(
            kind: pattern.id, file: pattern.file, number: index + 1,
            problem: .example(
              missedCount: expected.subtracting(found).count,
              surplusCount: found.subtracting(expected).count)))
      }
    }
    for (index, text) in pattern.counterexamples.enumerated() {
      let found = marks(of: pattern.id, in: text)
      if !found.isEmpty {
        failures.append(
          Failure(
            kind: pattern.id, file: pattern.file, number: index + 1,
            problem: .counterexample(foundCount: found.count)))
      }
    }
    return failures
  }

  private mutating func marks(of kind: String, in text: String) -> [Mark] {
    scanner.findings(in: Array(text.utf8)).filter { $0.kind == kind }.map {
      Mark(place: $0.place, value: $0.value.revealed)
    }
  }

  /// A place and what stands there.
  fileprivate struct Mark: Hashable {
    let place: Place
    let value: String
  }
}

extension MarkedText {
  /// The mark at `range`, as a finding would have it.
  fileprivate func mark(_ range: Range<Int>) -> PatternSelfTest.Mark {
    let bytes = Array(text.utf8)
    let before = bytes[..<range.lowerBound]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return PatternSelfTest.Mark(
      place: .line(line, column: column), value: String(decoding: bytes[range], as: UTF8.self))
  }
}
