internal import Cryptography
internal import ScanModel

extension ValueHasher {
  /// What stands for a content in the store: who has no key cannot tell, by trying, that a file holds
  /// nothing but a certain number.
  func code(of digest: ContentDigest) -> [UInt8] {
    code(of: digest.bytes, for: "content")
  }
}
