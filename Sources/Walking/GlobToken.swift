/// One step of a glob.
enum GlobToken: Hashable {
  case character(GlobCharacter)
  /// One character but `/`.
  case anyCharacter
  /// One character inside (or outside) the ranges, never `/`.
  case set([ClosedRange<GlobCharacter>], isInverted: Bool)
  /// Any characters but `/`, or none.
  case anyRun
  /// Any characters, or none.
  case anyPath
  /// Any number of components, each with its `/`, or none.
  case directories

  /// Whether the step may take no character at all.
  var mayBeEmpty: Bool {
    switch self {
    case .anyRun, .anyPath, .directories: true
    case .character, .anyCharacter, .set: false
    }
  }

  /// Whether the step may take `character` and then more.
  func staysAt(_ character: GlobCharacter) -> Bool {
    switch self {
    case .anyRun: character != .slash
    case .anyPath, .directories: true
    case .character, .anyCharacter, .set: false
    }
  }

  /// Whether the step may take `character` as its last.
  func leavesAt(_ character: GlobCharacter) -> Bool {
    switch self {
    case .character(let wanted): character == wanted
    case .anyCharacter, .anyRun: character != .slash
    case .set(let ranges, let isInverted):
      character != .slash && ranges.contains { $0.contains(character) } != isInverted
    case .anyPath: true
    case .directories: character == .slash
    }
  }
}
