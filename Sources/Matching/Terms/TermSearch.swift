internal import ScanModel

/// Finds the terms of a table in a text that comes in blocks; one for each thread.
struct TermSearch {
  /// No match is longer, in bytes; of what lies further from a live range a block may know nothing.
  static let longestMatch = 512
  /// How much may stand between two letters or digits of a term: bytes that are no letters or
  /// digits, line feeds, and bytes of characters that are nothing.
  static let longestGap = 4
  static let mostLineFeeds = 1
  static let longestNothing = 16
  /// How far before its first place a search looks to know whether a token begins there.
  private static let lead = 64

  private let table: TermTable
  private let folding: CharacterFolding
  private let sieve: TermSieve
  private let tree: TermTree
  /// The places where terms stand, of the block last searched.
  private(set) var matches: [TermMatch] = []
  private var found: [Found] = []
  /// Where the text that is searched begins in the block.
  private var offset = 0

  /// A term at a place, before those inside of others are dropped.
  private struct Found {
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
    var position = max(0, from - Self.lead)
    while position < to, text[position] & 0xC0 == 0x80 { position &+= 1 }
    var last = FoldedCharacter.Kind.gap
    var nothing = 0
    while position < to {
      let character = folding.character(at: position, of: text)
      if character.kind == .nothing {
        nothing &+= Int(character.length)
        if nothing > Self.longestNothing { last = .gap }
      } else {
        if character.kind != .gap, last.isBorder(before: character.kind), position >= from,
          mayBegin(at: position, of: text)
        {
          walk(from: position, in: text, layout)
        }
        last = character.kind
        nothing = 0
      }
      position &+= Int(character.length)
    }
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
        if sieve.mayBe(head, count: count) { return true }
        gap = 0
        nothing = 0
      }
    }
    return false
  }

  /// Collects the terms that begin at `start`.
  private mutating func walk(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, _ layout: borrowing TextLayout
  ) {
    var steps = TermSteps(at: start)
    var node = TermTree.root
    while let character = steps.next(folding, in: text) {
      if steps.hasGap, layout.parts(steps.gap, betweenDigits: steps.isBetweenDigits, of: text) {
        return
      }
      for place in 0..<Int(character.count) {
        let byte = UInt8(truncatingIfNeeded: character.bytes >> UInt32(8 &* place))
        guard let next = tree.next(behind: node, byte) else { return }
        node = next
      }
      let ends = tree.ends(of: node)
      guard !ends.isEmpty, isEnd(steps.position, behind: character.kind, of: text) else { continue }
      for place in ends {
        let term = tree.term(at: place)
        if table.terms[term].gaps == .whereWritten,
          !hasGapsAsWritten(term, from: start, in: text)
        {
          continue
        }
        found.append(
          Found(
            term: term, owner: table.terms[term].owner,
            range: offset + start..<offset + endOfMarks(behind: steps.position, of: text)))
      }
    }
  }

  /// Whether a token ends before `position`.
  private func isEnd(
    _ position: Int, behind kind: FoldedCharacter.Kind, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var next = position
    while next < text.count {
      let character = folding.character(at: next, of: text)
      if character.kind != .nothing { return kind.isBorder(before: character.kind) }
      next &+= Int(character.length)
      if next - position > Self.longestNothing { return true }
    }
    return true
  }

  /// The end of the combining marks that stand behind a letter.
  private func endOfMarks(behind position: Int, of text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = position
    while end &+ 1 < text.count, text[end] == 0xCC || (text[end] == 0xCD && text[end &+ 1] < 0xB0),
      end - position < Self.longestNothing
    {
      end &+= 2
    }
    return end
  }

  /// Whether what begins at `start` has gaps where the term has them, and nowhere else.
  ///
  /// Between a letter and a digit a gap of the term may be missing: they part themselves.
  private func hasGapsAsWritten(
    _ term: Int, from start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let term = table.folded[term]
    var steps = TermSteps(at: start)
    var place = 0
    while place < term.bytes.count, let character = steps.next(folding, in: text) {
      if place > 0 {
        let isWritten = term.isBehindGap[place]
        if steps.hasGap != isWritten, !isWritten || steps.isOfOneClass { return false }
      }
      for inner in 1..<max(1, Int(character.count)) where term.isBehindGap[place + inner] {
        return false
      }
      place += Int(character.count)
    }
    return true
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

extension TextLayout {
  /// Whether what stands on both sides of a gap are two values and not one.
  ///
  /// A name may be spread over cells of a row; a number may not, and nothing over rows.
  fileprivate borrowing func parts(
    _ gap: Range<Int>, betweenDigits: Bool, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard form != .running, form != .fixedWidth,
      betweenDigits || (form == .table && text[gap].contains(0x0A))
    else { return false }
    let before = place(of: gap.lowerBound - 1)
    let behind = place(of: gap.upperBound)
    return before != behind
  }

  /// The number of the first field that ends behind a position, and whether that lies in it.
  private borrowing func place(of position: Int) -> (field: Int, isInside: Bool) {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return (low, low < fields.count && fields[low].range.lowerBound <= position)
  }
}
