internal import Matching

/// Tells quickly of nearly all words of a folded text that no word of a vocabulary begins or ends
/// there; plain values, owned by `Vocabulary`.
struct WordSieve {
  /// What a word of a text may have to do with the vocabulary.
  struct Signs: OptionSet {
    let rawValue: UInt8
    /// One of its words may begin here, or is it.
    static let word = Signs(rawValue: 1)
    /// A role may be glued before one of its words.
    static let role = Signs(rawValue: 2)
    /// One of its words that begin anywhere (`*straat`) may end here.
    static let ending = Signs(rawValue: 4)
    /// A suffix may be glued to one of its words.
    static let suffix = Signs(rawValue: 8)
  }

  /// A word that may begin anywhere.
  struct Ending {
    let word: Int
    let bytes: [UInt8]
  }

  /// By the hash of a word, whether it is the first of some word of the vocabulary.
  private let firstWords: UnsafeMutablePointer<UInt64>
  /// By the hash of three bytes, the signs of a word that begins with them, and of one that ends so.
  private let heads: UnsafeMutablePointer<UInt8>
  private let tails: UnsafeMutablePointer<UInt8>
  /// By last byte, the words that may begin anywhere.
  private let endings: UnsafeMutablePointer<[Ending]>

  private static let slotCount = 1 << 13
  private static let hashCount = 1 << 16

  init(_ words: borrowing VocabularyBuilder) {
    firstWords = .allocate(capacity: Self.hashCount / 64)
    firstWords.initialize(repeating: 0, count: Self.hashCount / 64)
    heads = .allocate(capacity: Self.slotCount)
    heads.initialize(repeating: 0, count: Self.slotCount)
    tails = .allocate(capacity: Self.slotCount)
    tails.initialize(repeating: 0, count: Self.slotCount)
    endings = .allocate(capacity: 256)
    endings.initialize(repeating: [], count: 256)
    for role in LabelAffixes.roles { note(.role, Array(role.prefix(3)), isHead: true) }
    for suffix in LabelAffixes.suffixes { note(.suffix, suffix.suffix(3), isHead: false) }
    words.forEachForm { word, form, isEnding in
      let hash = Self.hash(of: form.prefix { $0 != UInt8(ascii: " ") })
      firstWords[hash >> 6] |= 1 << UInt64(hash & 63)
      guard isEnding, let last = form.last else { return }
      note(.ending, form.suffix(3), isHead: false)
      endings[Int(last)].append(Ending(word: word, bytes: Array(form)))
    }
  }

  /// Gives the memory back; the sieve must not be used again.
  func free() {
    firstWords.deallocate()
    heads.deallocate()
    tails.deallocate()
    endings.deinitialize(count: 256)
    endings.deallocate()
  }

  /// The signs of the word from `start` to before `end`, whose hash is known.
  @inline(__always)
  func signs(
    from start: Int, to end: Int, hash: UInt32, in folded: UnsafeBufferPointer<UInt8>
  ) -> Signs {
    let number = Self.number(of: hash)
    let isFirst = UInt8(truncatingIfNeeded: firstWords[number >> 6] >> UInt64(number & 63) & 1)
    let space = UInt8(ascii: " ")
    let count = folded.count
    let head = Self.slot(
      folded[start], start &+ 1 < count ? folded[start &+ 1] : space,
      start &+ 2 < count ? folded[start &+ 2] : space)
    let tail = Self.slot(
      end > 2 ? folded[end &- 3] : space, end > 1 ? folded[end &- 2] : space, folded[end &- 1])
    return Signs(rawValue: isFirst | heads[head] | tails[tail])
  }

  /// Calls `body` with each word that may begin anywhere and ends before `end`.
  func forEachEnding(
    at end: Int, in folded: UnsafeBufferPointer<UInt8>, _ body: (_ word: Int, _ length: Int) -> Void
  ) {
    for ending in endings[Int(folded[end - 1])] where ending.bytes.count <= end {
      let start = end - ending.bytes.count
      if ending.bytes.indices.allSatisfy({ ending.bytes[$0] == folded[start + $0] }) {
        body(ending.word, ending.bytes.count)
      }
    }
  }

  // MARK: Hashes

  static let emptyHash: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func hash(_ hash: UInt32, with byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  @inline(__always)
  private static func number(of hash: UInt32) -> Int { Int((hash ^ hash >> 15) & 0xFFFF) }

  private static func hash(of word: ArraySlice<UInt8>) -> Int {
    number(of: word.reduce(emptyHash, hash))
  }

  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let bytes = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    return Int((bytes &* 0x9E37_79B1) >> 19)
  }

  /// Notes a sign of all words that begin, or end, with up to three bytes.
  private func note(_ sign: Signs, _ bytes: some BidirectionalCollection<UInt8>, isHead: Bool) {
    let any = Array("abcdefghijklmnopqrstuvwxyz0123456789 \n?".utf8)
    var choices = bytes.map { [$0] }
    while choices.count < 3 {
      if isHead { choices.append(any) } else { choices.insert(any, at: 0) }
    }
    for first in choices[0] {
      for second in choices[1] {
        for third in choices[2] {
          (isHead ? heads : tails)[Self.slot(first, second, third)] |= sign.rawValue
        }
      }
    }
  }
}
