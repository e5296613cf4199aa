package import Cryptography
package import ScanModel

extension FindingStore {
  /// What stands in the store for a value in its normal form.
  package func hash(kind: String, value: String) -> ValueHash {
    hasher.hash(kind: kind, value: value)
  }

  /// What stands in the store for a content.
  package func code(of digest: ContentDigest) -> [UInt8] {
    hasher.code(of: digest)
  }
}
