package import Cryptography
package import ScanModel

/// The keyed codes by which a plan proves that nothing but its decisions was edited.
package struct PlanSeal: Sendable {
  private let hasher: ValueHasher

  package init(_ hasher: ValueHasher) {
    self.hasher = hasher
  }

  /// Of an item: over its facts and the plan that it belongs to.
  func seal(of item: PlanItem, inPlan id: String) -> String {
    let lines = PlanFactsText.lines(of: item)
    return code([id] + lines.head + lines.rest, for: "plan-item")
  }

  /// Of the whole: over what stands before the items, and their seals in the order of their numbers.
  func seal(of plan: ErasurePlan) -> String {
    let items = plan.items.sorted { $0.number < $1.number }
    return code(
      PlanFactsText.lines(of: plan) + items.map { seal(of: $0, inPlan: plan.id) }, for: "plan")
  }

  private func code(_ lines: [String], for purpose: String) -> String {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return Hexadecimal.text(of: hasher.code(of: bytes, for: purpose))
  }
}

extension ValueHasher {
  /// What stands for a content, as in the store.
  package func contentCode(_ digest: ContentDigest) -> String {
    Hexadecimal.text(of: code(of: digest.bytes, for: "content"))
  }

  /// What stands for the bytes of a file that people write: a card, holds, a plan.
  package func fileCode(_ bytes: [UInt8]) -> String {
    Hexadecimal.text(of: code(of: bytes, for: "file"))
  }
}
