/// Takes a glob apart into its steps; every text is a glob.
struct GlobParser {
  private let characters: [GlobCharacter]
  private var position = 0
  private(set) var tokens: [GlobToken] = []

  init(_ pattern: [UInt8]) {
    let bytes = pattern.span
    var characters: [GlobCharacter] = []
    var index = 0
    while index < bytes.count {
      characters.append(GlobCharacter(in: bytes, at: index))
      index += characters[characters.count - 1].byteCount
    }
    self.characters = characters
    while position < characters.count { parseToken() }
  }

  private mutating func parseToken() {
    let character = characters[position]
    switch character {
    case GlobCharacter("*"):
      parseStars()
      return
    case GlobCharacter("["):
      if parseSet() { return }
      tokens.append(.character(character))
    case GlobCharacter("?"):
      tokens.append(.anyCharacter)
    case GlobCharacter("\\") where position + 1 < characters.count:
      position += 1
      tokens.append(.character(characters[position]))
    default:
      tokens.append(.character(character))
    }
    position += 1
  }

  /// Two stars that fill a component cross directories; all others stay inside one.
  private mutating func parseStars() {
    let start = position
    while position < characters.count, characters[position] == GlobCharacter("*") { position += 1 }
    let beginsComponent = start == 0 || characters[start - 1] == .slash
    guard beginsComponent, position - start == 2 else {
      tokens.append(.anyRun)
      return
    }
    if position == characters.count {
      tokens.append(.anyPath)
    } else if characters[position] == .slash {
      position += 1
      tokens.append(.directories)
    } else {
      tokens.append(.anyRun)
    }
  }

  /// Returns false, at the place where it was, if no `]` closes the set; a `]` right at the
  /// beginning is one of its members.
  private mutating func parseSet() -> Bool {
    var index = position + 1
    let isInverted =
      index < characters.count
      && [GlobCharacter("!"), GlobCharacter("^")].contains(characters[index])
    if isInverted { index += 1 }
    let start = index
    var ranges: [ClosedRange<GlobCharacter>] = []
    while index < characters.count {
      let first = characters[index]
      if first == GlobCharacter("]"), index > start {
        tokens.append(.set(ranges, isInverted: isInverted))
        position = index + 1
        return true
      }
      let isRange =
        index + 2 < characters.count && characters[index + 1] == GlobCharacter("-")
        && characters[index + 2] != GlobCharacter("]")
      let last = isRange ? characters[index + 2] : first
      if first <= last { ranges.append(first...last) }
      index += isRange ? 3 : 1
    }
    return false
  }
}
