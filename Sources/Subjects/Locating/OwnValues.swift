internal import ScanModel

/// The values of the cards in the normal forms of the catalog: whose a finding is.
struct OwnValues: Sendable {
  /// The kind whose values have capitals of their own.
  private static let emailKind = "email"

  private var cards: [String: [SensitiveText: [Int]]] = [:]

  /// Of each card, in order.
  init(_ values: [[(kind: String, normalized: String)]]) {
    for (card, values) in values.enumerated() {
      for value in values {
        let text = SensitiveText(value.normalized)
        let owners = cards[value.kind]?[text] ?? []
        if !owners.contains(card) { cards[value.kind, default: [:]][text] = owners + [card] }
      }
    }
  }

  /// The cards that have the value of the finding; most findings are nobody's.
  func owners(of finding: Finding) -> [Int] {
    guard let values = cards[finding.kind] else { return [] }
    if let owners = values[finding.normalized] { return owners }
    guard finding.kind == Self.emailKind else { return [] }
    return values[SensitiveText(finding.normalized.revealed.lowercased())] ?? []
  }
}
