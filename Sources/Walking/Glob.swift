/// A pattern for names and paths, such as `*.csv`, `/archive/` or `**/backup/*.sql`.
///
/// `*` stands for any characters but `/`, `?` for one of them, `[a-z]` for one of a set and
/// `[!a-z]` or `[^a-z]` for one outside it; `\` takes the meaning from the character behind it.
/// `**/` stands for any number of directories or none, `/**` at the end for all that lies below.
///
/// A pattern without `/` is compared with the last component of a path at any depth; one with `/`
/// with the whole path below the root; a leading `/` only says that. A pattern that ends in `/`
/// matches directories alone. Upper and lower case differ. Characters are those of UTF-8, and
/// single bytes where a path is not UTF-8.
package struct Glob: Hashable, Sendable {
  private let tokens: [GlobToken]
  private let comparesWholePath: Bool
  private let matchesDirectoriesOnly: Bool

  package init(_ pattern: [UInt8]) {
    var body = pattern[...]
    matchesDirectoriesOnly = body.count > 1 && body.last == UInt8(ascii: "/")
    if matchesDirectoriesOnly { body.removeLast() }
    comparesWholePath = body.contains(UInt8(ascii: "/"))
    if body.first == UInt8(ascii: "/") { body.removeFirst() }
    tokens = GlobParser(Array(body)).tokens
  }

  /// Whether `path`, which begins below the root without a `/`, matches the pattern.
  ///
  /// A directory is told by a `/` at its end. Takes time in proportion to the length of the path
  /// times that of the pattern, whatever they are.
  package func matches(_ path: Span<UInt8>) -> Bool {
    var end = path.count
    if end > 0, path[end - 1] == UInt8(ascii: "/") {
      end -= 1
    } else if matchesDirectoriesOnly {
      return false
    }
    var start = 0
    if !comparesWholePath {
      start = end
      while start > 0, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
    }
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: tokens.count + 1) { states in
      states.initialize(repeating: false)
      return accepts(path.extracting(start..<end), states: states)
    }
  }

  /// Follows all ways through the tokens at once.
  ///
  /// A state says whether the text so far can bring one before that token. Tokens go from last to
  /// first, so that no character is taken twice.
  private func accepts(
    _ text: Span<UInt8>, states: UnsafeMutableBufferPointer<Bool>
  ) -> Bool {
    enter(0, states)
    var index = 0
    while index < text.count {
      let character = GlobCharacter(in: text, at: index)
      index += character.byteCount
      states[tokens.count] = false
      for position in tokens.indices.reversed() where states[position] {
        let token = tokens[position]
        states[position] = token.staysAt(character)
        if token.leavesAt(character) { enter(position + 1, states) }
      }
    }
    return states[tokens.count]
  }

  private func enter(_ position: Int, _ states: UnsafeMutableBufferPointer<Bool>) {
    var position = position
    states[position] = true
    while position < tokens.count, tokens[position].mayBeEmpty {
      position += 1
      states[position] = true
    }
  }
}
