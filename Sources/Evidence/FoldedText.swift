internal import CByteClasses
internal import Matching

/// Text made comparable: small letters without accents, one space between words.
///
/// A word ends where a small letter meets a capital (`clientBsn`), where letters meet digits, and
/// at everything that is neither. Lines stay apart. Each folded byte leads back to the first byte
/// that it stands for. The memory is used again for every text.
package struct FoldedText: ~Copyable {
  /// A word of the folded text.
  struct Word {
    /// Its bytes.
    let start: Int32
    let end: Int32
    /// The offset of the first byte that it stands for.
    let origin: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// What may be read before and behind the folded text, in bytes; all spaces where nothing stands.
  static let margin = 32

  private var capacity = 0
  private var storage = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var firsts = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private var tokens = UnsafeMutablePointer<vp_tokens>.allocate(capacity: 0)
  private var allWords = UnsafeMutablePointer<Word>.allocate(capacity: 0)
  private var wordCount = 0
  /// Whether every folded byte of a word, and of the gap behind it, stands for one byte: `firsts` is not
  /// filled then.
  private var isPlain = true
  /// How many bytes the folded text has.
  package private(set) var count = 0

  /// By byte, what it is folded to; then, by byte, its class.
  private let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)

  private static let path = vp_best_path()

  package init() {
    for byte in UInt8.min...UInt8.max {
      let (folded, kind) = Self.entry(byte)
      table[Int(byte)] = folded
      table[256 + Int(byte)] = kind.rawValue
    }
  }

  deinit {
    table.deallocate()
    deallocate()
  }

  private func deallocate() {
    storage.deallocate()
    firsts.deallocate()
    tokens.deallocate()
    allWords.deallocate()
  }

  private var folded: UnsafeMutablePointer<UInt8> { storage + Self.margin }

  /// `a`–`z`, `0`–`9`, space, newline, and `?` for a letter of another alphabet.
  @inline(__always)
  subscript(index: Int) -> UInt8 { folded[index] }

  /// The folded bytes, with a margin around them; they live until the next text is folded.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: folded, count: count) }

  /// Its words in order; they live until the next text is folded.
  var words: UnsafeBufferPointer<Word> { UnsafeBufferPointer(start: allWords, count: wordCount) }

  /// The folded bytes as a value of their own.
  package var array: [UInt8] { Array(bytes) }

  /// The offset of the first byte that the folded byte stands for.
  func origin(_ index: Int) -> Int {
    guard isPlain else { return Int(firsts[index]) }
    var low = 0
    var high = wordCount
    while high &- low > 1 {
      let middle = (low &+ high) &>> 1
      if Int(allWords[middle].start) <= index { low = middle } else { high = middle }
    }
    return Int(allWords[low].origin) &+ index &- Int(allWords[low].start)
  }

  /// Folds `range` of `text`, replacing what was folded before.
  package mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    reserve(2 * range.count)
    text.withUnsafeBufferPointer { text in
      isPlain = foldPlain(text, range)
      if !isPlain { foldCharacters(text, range) }
    }
    (folded + count).initialize(repeating: 0x20, count: Self.margin)
  }

  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity || capacity == 0 else { return }
    deallocate()
    capacity = max(wanted, 1024)
    storage = .allocate(capacity: capacity + 2 * Self.margin)
    storage.initialize(repeating: 0x20, count: Self.margin)
    firsts = .allocate(capacity: capacity)
    tokens = .allocate(capacity: capacity / 64 + 1)
    allWords = .allocate(capacity: capacity)
  }
}

// MARK: - ASCII

extension FoldedText {
  /// Folds a text of ASCII, 64 bytes at a time; false for any other.
  private mutating func foldPlain(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    wordCount = 0
    count = 0
    guard let base = text.baseAddress, !range.isEmpty else { return true }
    let first = base + range.lowerBound
    let tokenCount = (range.count &+ 63) &>> 6
    vp_read_tokens(Self.path, first, range.count, tokens)
    var wide: UInt64 = 0
    for index in 0..<tokenCount { wide |= tokens[index].wide }
    guard wide == 0 else { return false }
    let part = UnsafeBufferPointer(start: first, count: text.count &- range.lowerBound)
    var behind = Behind()
    // Where the word begins that is open, or -1, and where the last one ended.
    var open = -1
    var end = 0
    for index in 0..<tokenCount {
      let tokens = tokens[index]
      let next = index &+ 1 < tokenCount ? self.tokens[index &+ 1].letters : 0
      let signs = tokens.letters | tokens.digits
      let starts = behind.starts(of: tokens, before: next)
      var borders = starts | (~signs & (signs &<< 1 | behind.sign))
      behind = Behind(tokens)
      while borders != 0 {
        let bit = borders.trailingZeroBitCount
        borders &= borders &- 1
        let position = index &<< 6 &+ bit
        if open >= 0 {
          addWord(of: part, open..<position, origin: range.lowerBound)
          end = position
        }
        open = -1
        if starts &>> UInt64(bit) & 1 == 1 {
          if wordCount > 0 { addGap(part, end..<position) }
          open = position
        }
      }
    }
    if open >= 0 {
      addWord(of: part, open..<range.count, origin: range.lowerBound)
    } else if wordCount > 0, end < range.count {
      addGap(part, end..<range.count)
    }
    return true
  }

  /// What stands before 64 bytes, as bits at the place of the first of them.
  private struct Behind {
    var sign: UInt64 = 0
    var letter: UInt64 = 0
    var small: UInt64 = 0
    var digit: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ tokens: vp_tokens) {
      sign = (tokens.letters | tokens.digits) &>> 63
      letter = tokens.letters &>> 63
      small = tokens.small &>> 63
      digit = tokens.digits &>> 63
    }

    /// Where words begin; `next` are the letters of the 64 bytes behind.
    @inline(__always)
    func starts(of tokens: vp_tokens, before next: UInt64) -> UInt64 {
      let signs = tokens.letters | tokens.digits
      let capitals = tokens.letters & ~tokens.small
      let behindLetter = tokens.letters &<< 1 | letter
      let behindSmall = tokens.small &<< 1 | small
      let behindDigit = tokens.digits &<< 1 | digit
      let beforeLetter = tokens.letters &>> 1 | next &<< 63
      return signs & ~(signs &<< 1 | sign) | tokens.digits & behindLetter
        | tokens.small & behindDigit | capitals & (behindSmall | behindDigit) & beforeLetter
    }
  }

  /// Adds a word, which stands at `range` of `text`.
  @inline(__always)
  private mutating func addWord(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, origin: Int
  ) {
    let word = folded + count
    var offset = 0
    while offset < range.count {
      let position = range.lowerBound &+ offset
      if position &+ 16 <= text.count {
        let bytes = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + position)
          .loadUnaligned(as: SIMD2<UInt64>.self)
        // Makes letters small, and leaves digits as they are.
        UnsafeMutableRawPointer(word + offset).storeBytes(
          of: bytes | SIMD2(repeating: 0x2020_2020_2020_2020), as: SIMD2<UInt64>.self)
        offset &+= 16
      } else {
        word[offset] = text[position] | 0x20
        offset &+= 1
      }
    }
    noteWord(
      count..<count &+ range.count, origin: Int32(truncatingIfNeeded: origin &+ range.lowerBound))
    count &+= range.count
  }

  /// Adds what stands for the bytes between two words, or behind the last.
  @inline(__always)
  private mutating func addGap(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var gap: UInt8 = 0x20
    for index in range where text[index] == 0x0A { gap = 0x0A }
    folded[count] = gap
    count &+= 1
  }
}

// MARK: - Any characters

extension FoldedText {
  private mutating func foldCharacters(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let folded = folded
    let firsts = firsts
    let table = table
    var end = 0
    var wordStart = 0
    var previous = CharacterClass.gap
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      var byte = table[Int(text[index])]
      var kind = CharacterClass(rawValue: table[256 &+ Int(text[index])]).unsafelyUnwrapped
      index &+= 1
      if kind == .other { (byte, kind) = Self.character(text, &index, end: range.upperBound) }
      if kind == .gap {
        if end > 0, folded[end &- 1] != 0x0A {
          if folded[end &- 1] == 0x20 {
            if byte == 0x0A { folded[end &- 1] = byte }
          } else {
            noteWord(wordStart..<end, origin: firsts[wordStart])
            folded[end] = byte
            firsts[end] = Int32(truncatingIfNeeded: start)
            end &+= 1
            wordStart = end
          }
        }
      } else {
        if kind != previous, previous != .gap, !(previous == .capital && kind == .small),
          kind != .capital || (index < range.upperBound && text[index].isLetter),
          folded[end &- 1] != 0x20
        {
          noteWord(wordStart..<end, origin: firsts[wordStart])
          folded[end] = 0x20
          firsts[end] = Int32(truncatingIfNeeded: start)
          end &+= 1
          wordStart = end
        }
        folded[end] = byte
        firsts[end] = Int32(truncatingIfNeeded: start)
        end &+= 1
        if kind == .small {
          // Most bytes follow a small letter and are one.
          while index < range.upperBound, text[index] &- 0x61 < 26 {
            folded[end] = text[index]
            firsts[end] = Int32(truncatingIfNeeded: index)
            end &+= 1
            index &+= 1
          }
        }
      }
      previous = kind
    }
    if wordStart < end { noteWord(wordStart..<end, origin: firsts[wordStart]) }
    count = end
  }

  @inline(__always)
  private mutating func noteWord(_ range: Range<Int>, origin: Int32) {
    allWords[wordCount] = Word(
      start: Int32(truncatingIfNeeded: range.lowerBound),
      end: Int32(truncatingIfNeeded: range.upperBound), origin: origin)
    wordCount &+= 1
  }

  private enum CharacterClass: UInt8 {
    case gap, small, capital, digit
    /// Of more than one byte.
    case other
  }
}

extension FoldedText {
  /// What a byte is folded to, and its class.
  private static func entry(_ byte: UInt8) -> (UInt8, CharacterClass) {
    switch byte {
    case 0x61...0x7A: (byte, .small)
    case 0x41...0x5A: (byte + 0x20, .capital)
    case 0x30...0x39: (byte, .digit)
    case 0x0A: (byte, .gap)
    case 0..<0x80: (0x20, .gap)
    default: (0x20, .other)
    }
  }

  /// Reads the rest of a character above ASCII and gives its folded byte and class.
  private static func character(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, end: Int
  ) -> (UInt8, CharacterClass) {
    let first = text[index - 1]
    var second: UInt8 = 0
    if index < end, text[index] & 0xC0 == 0x80 { second = text[index] }
    while index < end, text[index] & 0xC0 == 0x80 { index += 1 }
    switch first {
    case 0xC3 where second >= 0x80:
      return PlainLetter(second: second).map { ($0.letter, $0.isCapital ? .capital : .small) }
        ?? (UInt8(ascii: " "), .gap)
    case _ where PlainLetter.isGap(first): return (UInt8(ascii: " "), .gap)
    default: return (UInt8(ascii: "?"), .small)
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
