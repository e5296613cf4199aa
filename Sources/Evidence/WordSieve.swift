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
      let hash = Self.hash(ofWord: form.prefix { $0 != UInt8(ascii: " ") })
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

  /// The signs of a word of `count` bytes, with the margin of a `FoldedText` around it.
  @inline(__always)
  func signs(of word: UnsafePointer<UInt8>, count: Int) -> Signs {
    let hash = Self.hash(word, count)
    let isFirst = UInt8(truncatingIfNeeded: firstWords[hash &>> 6] &>> UInt64(hash & 63) & 1)
    return Signs(
      rawValue: isFirst | heads[Self.slot(at: word)] | tails[Self.slot(at: word + (count &- 3))])
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

  /// The hash of a word of `count` bytes, behind which 8 more can be read.
  @inline(__always)
  private static func hash(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var low = UnsafeRawPointer(word).loadUnaligned(as: UInt64.self).littleEndian
    var high: UInt64 = 0
    if count < 8 {
      low &= UInt64.max &>> UInt64(64 &- 8 &* count)
    } else {
      high = UnsafeRawPointer(word + (count &- 8)).loadUnaligned(as: UInt64.self).littleEndian
    }
    let mixed =
      (low ^ high &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count))
      &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed &>> 48)
  }

  private static func hash(ofWord word: ArraySlice<UInt8>) -> Int {
    (Array(word) + Array(repeating: 0, count: 8)).withUnsafeBufferPointer {
      hash($0.baseAddress.unsafelyUnwrapped, word.count)
    }
  }

  /// The slot of three bytes, of which four can be read.
  @inline(__always)
  private static func slot(at bytes: UnsafePointer<UInt8>) -> Int {
    slot(UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian & 0xFF_FFFF)
  }

  @inline(__always)
  private static func slot(_ bytes: UInt32) -> Int { Int((bytes &* 0x9E37_79B1) &>> 19) }

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
          let bytes = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
          (isHead ? heads : tails)[Self.slot(bytes)] |= sign.rawValue
        }
      }
    }
  }
}
