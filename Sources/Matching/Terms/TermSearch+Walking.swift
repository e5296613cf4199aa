internal import ScanModel

// How a term is confirmed where it may begin.

extension TermSearch {
  /// Collects the terms that begin at `start`, also where they are written as in addresses of the web.
  mutating func walk(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, _ layout: borrowing TextLayout
  ) {
    var steps = TermSteps(at: start, readsEscapes: false)
    if text[start] != UInt8(ascii: "%") {
      walk(&steps, from: start, in: text, layout)
      guard steps.hasEscapes else { return }
    }
    steps = TermSteps(at: start, readsEscapes: true)
    walk(&steps, from: start, in: text, layout)
  }

  private mutating func walk(
    _ steps: inout TermSteps, from start: Int, in text: UnsafeBufferPointer<UInt8>,
    _ layout: borrowing TextLayout
  ) {
    var node = TermTree.root
    var isAcrossFields = false
    while let character = steps.next(folding, in: text) {
      for place in 0..<Int(character.count) {
        let byte = UInt8(truncatingIfNeeded: character.bytes >> UInt32(8 &* place))
        guard let next = tree.next(behind: node, byte) else { return }
        node = next
      }
      // Asked last, since few get here.
      if steps.hasGap, layout.parts(steps.gap, betweenDigits: steps.isBetweenDigits, of: text) {
        guard table.hasTermsAcrossFields, !text[steps.gap].contains(0x0A) else { return }
        isAcrossFields = true
      }
      let ends = tree.ends(of: node)
      guard !ends.isEmpty, isEnd(steps, behind: character.kind, of: text) else { continue }
      for place in ends {
        let term = tree.term(at: place)
        let gaps = table.terms[term].gaps
        if isAcrossFields, gaps != .acrossFields { continue }
        if gaps != .anywhere,
          !hasGapsAsWritten(term, from: start, in: text, readsEscapes: steps.readsEscapes)
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

  /// Whether a token ends where the steps have come to.
  private func isEnd(
    _ steps: TermSteps, behind kind: FoldedCharacter.Kind, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let position = steps.position
    var next = position
    while next < text.count {
      let escaped = steps.readsEscapes ? folding.escaped(at: next, of: text) : nil
      let character = escaped ?? folding.character(at: next, of: text)
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
    _ term: Int, from start: Int, in text: UnsafeBufferPointer<UInt8>, readsEscapes: Bool
  ) -> Bool {
    let term = table.folded[term]
    var steps = TermSteps(at: start, readsEscapes: readsEscapes)
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
}
