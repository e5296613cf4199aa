/// What an expression can match, as a tree; it may allow more than the expression, never less.
indirect enum ExpressionNode: Sendable {
  case empty
  /// One byte of the set.
  case byte(ByteSet)
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// `most` is nil where there is no bound.
  case repeated(ExpressionNode, least: Int, most: Int?)
  /// The byte before this place is in the set.
  case before(ByteSet)
  /// None of the pairs stands directly before this place.
  case unlessBehind([BytePair])
  /// The byte at this place is in the set.
  case next(ByteSet)
  /// What comes at this place begins so.
  case ahead(ExpressionNode)
  /// What comes at this place does not begin so; `isExact` where the node is no wider than what the
  /// expression has there.
  case absent(ExpressionNode, isExact: Bool)
  /// Any bytes at all: what the parser knows no better.
  case anything
}

extension ExpressionNode {
  /// Bytes each of which alone is matched: where this must not match, they cannot stand.
  var singleBytes: ByteSet {
    switch self {
    case .byte(let set): return set
    case .sequence(let parts): return parts.count == 1 ? parts[0].singleBytes : .none
    case .choice(let branches): return branches.reduce(.none) { $0.union($1.singleBytes) }
    case .empty, .repeated, .before, .unlessBehind, .next, .ahead, .absent, .anything: return .none
    }
  }

  /// Whether it is of single bytes alone.
  var isOfSingleBytes: Bool {
    switch self {
    case .byte: return true
    case .sequence(let parts): return parts.count == 1 && parts[0].isOfSingleBytes
    case .choice(let branches): return branches.allSatisfy(\.isOfSingleBytes)
    case .empty, .repeated, .before, .unlessBehind, .next, .ahead, .absent, .anything: return false
    }
  }

  /// Whether it matches what the expression does, and no more.
  var isExact: Bool {
    switch self {
    case .empty, .byte: return true
    case .sequence(let parts): return parts.allSatisfy(\.isExact)
    case .choice(let branches): return branches.allSatisfy(\.isExact)
    case .repeated(let node, let least, let most):
      return max(least, most ?? 0) <= ExpressionAutomaton.mostCopies && node.isExact
    case .absent(let node, let isExact): return isExact && node.isOfSingleBytes
    case .before, .unlessBehind, .next, .ahead, .anything: return false
    }
  }

  /// The same for what only copies what it has matched: nothing is said of the text around it.
  var withoutAssertions: ExpressionNode {
    switch self {
    case .empty, .byte, .anything: return self
    case .before, .unlessBehind, .next, .ahead, .absent: return .empty
    case .sequence(let parts): return .sequence(parts.map(\.withoutAssertions))
    case .choice(let branches): return .choice(branches.map(\.withoutAssertions))
    case .repeated(let node, let least, let most):
      return .repeated(node.withoutAssertions, least: least, most: most)
    }
  }

  /// The same, said to be wider than the expression.
  var widened: ExpressionNode { .sequence([.next(.all), self]) }

  /// What must come where a match begins, besides what it matches itself.
  var beginnings: [ExpressionNode] {
    leading.compactMap { node in
      if case .ahead(let beginning) = node { beginning } else { nil }
    }
  }

  /// The pairs of bytes that cannot stand directly before a match.
  var pairsBarredBehind: [BytePair] {
    leading.flatMap { node -> [BytePair] in
      if case .unlessBehind(let pairs) = node { pairs } else { [] }
    }
  }

  /// What is asserted where a match begins, whatever way it goes on.
  private var leading: [ExpressionNode] {
    guard case .sequence(let parts) = self else { return [self] }
    let first = parts.firstIndex { $0.longestByteCount != 0 } ?? parts.endIndex
    return parts[..<first].flatMap(\.leading) + (first < parts.endIndex ? parts[first].leading : [])
  }

  /// The pairs of which it matches one, where it matches two bytes; none for other lengths.
  var bytePairs: [BytePair] {
    switch self {
    case .sequence(let parts) where parts.count == 1: return parts[0].bytePairs
    case .sequence(let parts) where parts.count == 2 && parts.allSatisfy(\.isOfSingleBytes):
      return [BytePair(first: parts[0].singleBytes, second: parts[1].singleBytes)]
    case .choice(let branches): return branches.flatMap(\.bytePairs)
    case .empty, .byte, .sequence, .repeated, .before, .unlessBehind, .next, .ahead, .absent,
      .anything:
      return []
    }
  }

  /// The bytes that can come first, with the edge where it can match nothing at all.
  var firstBytes: ByteSet { endSet { $0 } }

  /// The bytes that can come last, with the edge where it can match nothing at all.
  var lastBytes: ByteSet { endSet { $0.reversed() } }

  /// The first bytes when the parts of a sequence are taken in the given order.
  private func endSet(_ order: ([ExpressionNode]) -> [ExpressionNode]) -> ByteSet {
    switch self {
    case .empty, .before, .unlessBehind, .next, .ahead, .absent: return .edge
    case .byte(let set): return set
    case .anything: return .all
    case .repeated(let node, let least, _):
      let set = node.endSet(order)
      return least == 0 ? set.union(.edge) : set
    case .choice(let branches):
      return branches.reduce(.none) { $0.union($1.endSet(order)) }
    case .sequence(let parts):
      var set = ByteSet.none
      for part in order(parts) {
        let here = part.endSet(order)
        set = set.union(here.intersection(.anyByte))
        guard here.hasEdge else { return set }
      }
      return set.union(.edge)
    }
  }

  /// The most bytes that it matches; nil for no bound.
  var longestByteCount: Int? {
    switch self {
    case .empty, .before, .unlessBehind, .next, .ahead, .absent: return 0
    case .byte: return 1
    case .anything: return nil
    case .repeated(let node, _, let most):
      guard let most, let one = node.longestByteCount else { return nil }
      return most * one
    case .choice(let branches):
      var longest = 0
      for branch in branches {
        guard let count = branch.longestByteCount else { return nil }
        longest = max(longest, count)
      }
      return longest
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        guard let count = part.longestByteCount else { return nil }
        sum += count
      }
      return sum
    }
  }
}
