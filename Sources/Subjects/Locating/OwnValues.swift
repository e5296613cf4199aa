internal import ScanModel

/// The values of the cards in the normal forms of the catalog: whose a finding is.
struct OwnValues: Sendable {
  /// The kind whose values have capitals of their own.
  private static let emailKind = "email"

  /// The values of one kind.
  private struct Values: Sendable {
    let kind: String
    var owners: [SensitiveText: [Int]] = [:]
    /// A bit for each value, by its fingerprint: most findings are nobody's.
    var sieve = [UInt64](repeating: 0, count: 1 << 8)

    func mayHold(_ text: SensitiveText) -> Bool {
      let bit = bit(of: text)
      return sieve[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    mutating func insert(_ text: SensitiveText, of card: Int) {
      let bit = bit(of: text)
      sieve[bit >> 6] |= 1 << UInt64(bit & 63)
      if owners[text]?.contains(card) != true { owners[text, default: []].append(card) }
    }

    private func bit(of text: SensitiveText) -> Int {
      Int(text.caselessFingerprint) & (64 * sieve.count - 1)
    }
  }

  private var kinds: [Values] = []

  /// Of each card, in order.
  init(_ values: [[(kind: String, normalized: String)]]) {
    for (card, values) in values.enumerated() {
      for value in values {
        let known = kinds.firstIndex { $0.kind == value.kind }
        if known == nil { kinds.append(Values(kind: value.kind)) }
        kinds[known ?? kinds.count - 1].insert(SensitiveText(value.normalized), of: card)
      }
    }
  }

  /// The cards that have the value of the finding.
  func owners(of finding: Finding) -> [Int] {
    for index in kinds.indices where kinds[index].kind == finding.kind {
      guard kinds[index].mayHold(finding.normalized) else { return [] }
      let values = kinds[index].owners
      if let owners = values[finding.normalized] { return owners }
      guard finding.kind == Self.emailKind else { return [] }
      return values[SensitiveText(finding.normalized.revealed.lowercased())] ?? []
    }
    return []
  }
}
