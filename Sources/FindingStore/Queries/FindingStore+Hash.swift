package import Hashing

extension FindingStore {
  /// What stands in the store for a value in its normal form.
  package func hash(kind: String, value: String) -> ValueHash {
    hasher.hash(kind: kind, value: value)
  }
}
