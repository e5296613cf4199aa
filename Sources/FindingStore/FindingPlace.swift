/// Where a store keeps a finding.
package struct FindingPlace: Hashable, Sendable {
  enum Holder: Hashable {
    case examination(Int64)
    /// The path of an item, as it was examined with this state of it.
    case path(item: Int64, state: Int64)
  }

  package let id: FindingID
  let holder: Holder

  init(_ id: FindingID, _ holder: Holder) {
    self.id = id
    self.holder = holder
  }
}
