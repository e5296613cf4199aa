/// Reads a PCRE2 expression into a tree of what it can match.
///
/// It knows the constructs that patterns are written with and gives up on all others, so that an
/// expression it does not understand is searched plainly. What it cannot say exactly (longer
/// assertions before a place, back references to what stands in parentheses) it widens.
struct ExpressionParser {
  /// The expression has a construct that is not understood.
  struct NotUnderstood: Error {}

  var scalars: [Unicode.Scalar]
  var position = 0
  /// Whether the expression is of characters and not of bytes.
  let isUnicode: Bool
  var flags = Flags()
  /// By name or number, what stands in the parentheses, and whether the case of letters counts there.
  private var groups: [String: (node: ExpressionNode, ignoresCase: Bool)] = [:]
  private var groupCount = 0

  struct Flags {
    var ignoresCase = false
    var ignoresSpace = false
  }

  init(_ regex: String, isUnicode: Bool) {
    scalars = Array(regex.unicodeScalars)
    self.isUnicode = isUnicode
  }

  /// The tree of the whole expression; nil where it is not understood.
  static func tree(of regex: String, isUnicode: Bool) -> ExpressionNode? {
    var parser = ExpressionParser(regex, isUnicode: isUnicode)
    do {
      let node = try parser.choice()
      return parser.isAtEnd ? node : nil
    } catch {
      return nil
    }
  }

  var isAtEnd: Bool { position == scalars.count }

  var current: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  /// Takes `text` if it comes next.
  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func next() throws(NotUnderstood) -> Unicode.Scalar {
    guard let scalar = current else { throw NotUnderstood() }
    position += 1
    return scalar
  }
}

// MARK: - Choices, sequences, repetitions

extension ExpressionParser {
  fileprivate mutating func choice() throws(NotUnderstood) -> ExpressionNode {
    let outer = flags
    defer { flags = outer }
    var branches: [ExpressionNode] = []
    repeat { branches.append(try sequence()) } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(NotUnderstood) -> ExpressionNode {
    var parts: [ExpressionNode] = []
    while true {
      skipSpace()
      guard let scalar = current, scalar != "|", scalar != ")" else { break }
      guard let item = try item() else { continue }
      skipSpace()
      parts.append(try repeated(item))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// Skips white space and comments where they do not count.
  private mutating func skipSpace() {
    guard flags.ignoresSpace else { return }
    while let scalar = current {
      if scalar == "#" {
        while let scalar = current, scalar != "\n" { position += scalar == "\n" ? 0 : 1 }
      } else if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func repeated(_ node: ExpressionNode) throws(NotUnderstood) -> ExpressionNode {
    guard let (least, most) = try bounds() else { return node }
    let repeated = ExpressionNode.repeated(node, least: least, most: most)
    // Lazy repetitions match the same, possessive ones no more.
    return !take("?") && take("+") ? repeated.widened : repeated
  }

  private mutating func bounds() throws(NotUnderstood) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard current == "{" else { return nil }
    let start = position
    position += 1
    guard let least = number() else {
      position = start
      throw NotUnderstood()
    }
    if take("}") { return (least, least) }
    guard take(",") else { throw NotUnderstood() }
    if take("}") { return (least, nil) }
    guard let most = number(), most >= least, take("}") else { throw NotUnderstood() }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, let digit = scalar.decimalDigit {
      value = min((value ?? 0) * 10 + digit, 65_536)
      position += 1
    }
    return value
  }

  /// One character, class, group or assertion; nil for what only sets a flag.
  private mutating func item() throws(NotUnderstood) -> ExpressionNode? {
    let scalar = try next()
    switch scalar {
    case "(": return try group()
    case "[": return try characterClass().node(isUnicode: isUnicode)
    case "\\": return try escape()
    case ".": return anyCharacterButLineFeed
    case "^": return .before(.edge)
    case "$": return .next(ByteSet(0x0A).union(.edge))
    case "*", "+", "?", "{": throw NotUnderstood()
    default: return character(scalar)
    }
  }

  private var anyCharacterButLineFeed: ExpressionNode {
    var characters = CharacterSet()
    characters.insert(0x0A)
    characters.isNegated = true
    return characters.node(isUnicode: isUnicode)
  }

  /// A character that stands for itself.
  func character(_ scalar: Unicode.Scalar) -> ExpressionNode {
    var characters = CharacterSet()
    characters.insert(scalar.value)
    if flags.ignoresCase { characters.ignoreCase(isUnicode: isUnicode) }
    return characters.node(isUnicode: isUnicode)
  }
}

// MARK: - Groups and assertions

extension ExpressionParser {
  private mutating func group() throws(NotUnderstood) -> ExpressionNode? {
    if take("?") { return try specialGroup() }
    guard current != "*" else { throw NotUnderstood() }
    return try captured(name: nil)
  }

  private mutating func specialGroup() throws(NotUnderstood) -> ExpressionNode? {
    if take(":") { return try closed() }
    if take(">") { return try closed().widened }
    if take("=") { return .ahead(try closed()) }
    if take("!") {
      let node = try closed()
      return .absent(node, isExact: !isUnicode && node.isExact)
    }
    if take("<=") { return .before(try closed().lastBytes.orAll) }
    if take("<!") { return negativeLookbehind(try closed()) }
    if take("&") {
      let name = try name(upTo: ")")
      return groups[name]?.node ?? .anything
    }
    if take("P<") || take("<") { return try captured(name: try name(upTo: ">")) }
    return try flagged()
  }

  private mutating func captured(name: String?) throws(NotUnderstood) -> ExpressionNode {
    groupCount += 1
    let number = groupCount
    let ignoresCase = flags.ignoresCase
    let node = try closed()
    groups[String(number)] = (node, ignoresCase)
    if let name { groups[name] = (node, ignoresCase) }
    return node
  }

  /// The rest of a group with its closing parenthesis.
  private mutating func closed() throws(NotUnderstood) -> ExpressionNode {
    let node = try choice()
    guard take(")") else { throw NotUnderstood() }
    return node
  }

  /// `(?i)` up to the end of the group around it, or `(?i:…)`.
  private mutating func flagged() throws(NotUnderstood) -> ExpressionNode? {
    let outer = flags
    while true {
      switch try next() {
      case "i": flags.ignoresCase = true
      case "x": flags.ignoresSpace = true
      case ")": return nil
      case ":":
        let node = try closed()
        flags = outer
        return node
      default: throw NotUnderstood()
      }
    }
  }

  mutating func name(upTo end: Unicode.Scalar) throws(NotUnderstood) -> String {
    let start = position
    while try next() != end {}
    return String(String.UnicodeScalarView(scalars[start..<position - 1]))
  }

  /// What a group matched before, by its name or number.
  func backReference(_ name: String) -> ExpressionNode {
    // The text of the group is one that the group can match; without a match there is none here.
    guard let (node, ignoresCase) = groups[name], ignoresCase == flags.ignoresCase else {
      return .anything
    }
    return node.withoutAssertions.widened
  }

  private func negativeLookbehind(_ node: ExpressionNode) -> ExpressionNode {
    let pairs = isUnicode ? [] : node.bytePairs
    let before = ExpressionNode.before(node.singleBytes.inverted)
    return pairs.isEmpty ? before : .sequence([before, .unlessBehind(pairs)])
  }
}

extension ByteSet {
  /// All, where nothing at all would do as well.
  var orAll: ByteSet { hasEdge ? .all : self }
}

extension Unicode.Scalar {
  var decimalDigit: Int? { ("0"..."9").contains(self) ? Int(value) - 0x30 : nil }
}
