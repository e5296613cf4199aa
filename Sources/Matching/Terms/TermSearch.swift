internal import CByteClasses
internal import ScanModel

/// Finds the terms of a table in a text that comes in blocks; one for each thread.
struct TermSearch {
  /// No match is longer, in bytes; of what lies further from a live range a block may know nothing.
  static let longestMatch = 512
  /// How much may stand between two letters or digits of a term: bytes that are no letters or
  /// digits, line feeds, and bytes of characters that are nothing.
  static let longestGap = Int(VP_LONGEST_GAP)
  static let mostLineFeeds = 1
  static let longestNothing = 16
  /// How many bytes the sieve looks through at a time.
  private static let stretch = 16 << 10

  let table: TermTable
  let folding: CharacterFolding
  private let sieve: TermSieve
  let tree: TermTree
  /// The places where terms stand, of the block last searched.
  private(set) var matches: [TermMatch] = []
  var found: [Found] = []
  /// Where in a stretch of the text a term may begin.
  private var starts = [UInt64](repeating: 0, count: Self.stretch / 64)
  /// Where one begins with four bytes that terms begin with.
  private var sureStarts = [UInt64](repeating: 0, count: Self.stretch / 64)
  /// Where the text that is searched begins in the block.
  private(set) var offset = 0

  /// A term at a place, before those inside of others are dropped.
  struct Found {
    let term: Int
    let owner: Int
    let range: Range<Int>
  }

  init(_ table: TermTable) {
    self.table = table
    folding = table.folding
    sieve = table.sieve
    tree = table.tree
  }

  /// Puts the matches that begin in the live range of a block into `matches`, in their order.
  mutating func search(_ text: UnsafeBufferPointer<UInt8>, layout: borrowing TextLayout) {
    matches.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    let live = layout.live
    // What a longer match holds that begins before the live range is none of its own.
    let from = max(0, live.lowerBound - Self.longestMatch)
    if layout.form == .fixedWidth {
      seekFields(in: text, from: from, layout)
    } else {
      seek(in: text, from: from, to: live.upperBound, layout)
    }
    guard found.contains(where: { live.contains($0.range.lowerBound) }) else { return }
    dropInner()
    for match in found where live.contains(match.range.lowerBound) {
      matches.append(
        TermMatch(
          term: match.term, range: match.range,
          label: table.folded[match.term].isNumber ? label(before: match.range, in: text) : nil))
    }
  }

  /// Collects what lies in fields that nothing parts, and in what stands between them.
  private mutating func seekFields(
    in text: UnsafeBufferPointer<UInt8>, from: Int, _ layout: borrowing TextLayout
  ) {
    var position = 0
    for index in layout.fields.indices {
      let field = layout.fields[index].range
      seekWhole(position..<max(position, field.lowerBound), of: text, from: from, layout)
      seekWhole(field, of: text, from: from, layout)
      position = field.upperBound
    }
    seekWhole(position..<max(position, text.count), of: text, from: from, layout)
  }

  /// Collects what lies in a part of the text as if nothing stood around it.
  private mutating func seekWhole(
    _ part: Range<Int>, of text: UnsafeBufferPointer<UInt8>, from: Int,
    _ layout: borrowing TextLayout
  ) {
    guard part.upperBound > from, part.lowerBound < layout.live.upperBound, !part.isEmpty
    else { return }
    offset = part.lowerBound
    seek(
      in: UnsafeBufferPointer(rebasing: text[part]), from: max(0, from - offset),
      to: min(part.count, layout.live.upperBound - offset), layout)
    offset = 0
  }

  /// Collects what begins in a part of the text.
  private mutating func seek(
    in text: UnsafeBufferPointer<UInt8>, from: Int, to: Int, _ layout: borrowing TextLayout
  ) {
    var first = from
    while first < to {
      let end = min(first &+ Self.stretch, to)
      sieve.findStarts(in: first..<end, of: text, &starts, sure: &sureStarts)
      for word in 0..<(end &- first &+ 63) / 64 {
        var bits = starts[word]
        let sure = sureStarts[word]
        while bits != 0 {
          let bit = bits & (0 &- bits)
          let position = first &+ word << 6 &+ bits.trailingZeroBitCount
          bits &= bits &- 1
          if sure & bit != 0
            || isStart(position, of: text) && mayBegin(at: position, of: text)
          {
            walk(from: position, in: text, layout)
          }
        }
      }
      first = end
    }
  }

  /// Whether a token begins at a position that the sieve gave.
  @inline(__always)
  private func isStart(_ position: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[position]
    if byte < 0x80, byte != UInt8(ascii: "%"), position == 0 || text[position &- 1] < 0x80,
      position < 3 || text[position &- 3] != UInt8(ascii: "%")
    {
      return true
    }
    return isRareStart(position, of: text)
  }

  /// The same where a character above ASCII stands there or before, or one as addresses write it.
  private func isRareStart(_ position: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    let isEscaped = text[position] == UInt8(ascii: "%")
    let character =
      isEscaped
      ? folding.escaped(at: position, of: text) : folding.character(at: position, of: text)
    guard let kind = character?.kind, kind != .gap, kind != .nothing else { return false }
    var end = position
    while end > 0, position &- end <= Self.longestNothing {
      if let before = folding.escaped(before: end, of: text)?.kind, before != .nothing {
        let isBorder = before.isBorder(before: kind)
        if isBorder || isEscaped { return isBorder }
      }
      var start = end &- 1
      while start > 0, end &- start < 4, text[start] & 0xC0 == 0x80 { start &-= 1 }
      let character = folding.character(at: start, of: text)
      // Bytes that are no characters part as gaps do.
      guard start &+ Int(character.length) == end else { return true }
      if character.kind != .nothing { return character.kind.isBorder(before: kind) }
      end = start
    }
    return true
  }

  /// Whether a term may begin at a letter or digit.
  private func mayBegin(at start: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = start
    var head: UInt32 = 0
    var count = 0
    var gap = 0
    var nothing = 0
    while position < text.count {
      let character = folding.character(at: position, of: text)
      if text[position] == UInt8(ascii: "%"), folding.escaped(at: position, of: text) != nil {
        return true
      }
      position &+= Int(character.length)
      switch character.kind {
      case .gap:
        gap &+= Int(character.length)
        if gap > Self.longestGap { return false }
      case .nothing:
        nothing &+= Int(character.length)
        if nothing > Self.longestNothing { return false }
      default:
        head |= character.bytes << UInt32(8 &* count)
        count &+= Int(character.count)
        if count >= TermSieve.byteCount { return sieve.mayBegin(head) }
        if sieve.mayBe(head) { return true }
        gap = 0
        nothing = 0
      }
    }
    return false
  }

  /// Drops what lies in a longer match of the same owner, and what is there twice.
  private mutating func dropInner() {
    let kinds = table.terms
    found.sort {
      ($0.owner, $0.range.lowerBound, -$0.range.upperBound, $0.term)
        < ($1.owner, $1.range.lowerBound, -$1.range.upperBound, $1.term)
    }
    var kept: [Found] = []
    var outer: Found?
    /// Where those begin in `kept` that have the range of the last one.
    var alike = 0
    for match in found {
      if let outer, outer.owner == match.owner, match.range.upperBound <= outer.range.upperBound {
        guard match.range == outer.range,
          !kept[alike...].contains(where: { kinds[$0.term].kind == kinds[match.term].kind })
        else { continue }
      } else {
        alike = kept.count
      }
      kept.append(match)
      outer = match
    }
    kept.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.term)
        < ($1.range.lowerBound, $1.range.upperBound, $1.term)
    }
    found = kept
  }

  /// The word before a number, on its line, that says what it is.
  private func label(
    before range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> NumberLabel? {
    var start = range.lowerBound
    let first = max(0, start - NumberLabel.reach)
    while start > first, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
    while start < range.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    return folding.numberLabel(
      before: UnsafeBufferPointer(rebasing: text[start..<range.lowerBound]))
  }
}
