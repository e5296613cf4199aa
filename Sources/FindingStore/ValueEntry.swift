internal import Cryptography

/// That a value occurs in an examination, as the index of values lists it.
///
/// 63 bits of its hash stand for the value: among a hundred million, one pair in a thousand such stores
/// shares them, and whoever asks looks into the blocks of the examination before it believes the index.
struct ValueEntry: Hashable, Comparable {
  let key: Int
  let examination: Int64

  /// What stands for the value: not negative, in the order of the hashes.
  static func key(of hash: ValueHash) -> Int { Int(hash.high >> 1) }

  static func < (left: ValueEntry, right: ValueEntry) -> Bool {
    left.key != right.key ? left.key < right.key : left.examination < right.examination
  }
}
