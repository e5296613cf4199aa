/// Finds control words by a number that is made of their letters.
struct RTFWordTable {
  static let shared = RTFWordTable()

  static let emptyKey: UInt64 = 0
  private static let slotCount = 1024

  private var keys = [UInt64](repeating: 0, count: slotCount)
  private var words = [RTFWord?](repeating: nil, count: slotCount)

  private init() {
    for word in RTFWord.allCases {
      let key = word.rawValue.utf8.reduce(Self.emptyKey) { Self.key($0, $1) }
      var slot = Self.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) % Self.slotCount }
      keys[slot] = key
      words[slot] = word
    }
  }

  /// The key of a word of which `key` is that of its first letters.
  @inline(__always)
  static func key(_ key: UInt64, _ letter: UInt8) -> UInt64 {
    (key &<< 5 | key &>> 59) ^ UInt64(letter)
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  /// Not a quarter of the slots is taken: the search ends soon.
  subscript(key: UInt64) -> RTFWord? {
    var slot = Self.slot(of: key)
    while true {
      let known = keys[slot]
      if known == key { return words[slot] }
      if known == 0 { return nil }
      slot = (slot &+ 1) & (Self.slotCount &- 1)
    }
  }
}
