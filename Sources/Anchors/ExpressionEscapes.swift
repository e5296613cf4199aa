// Classes in brackets, and what begins with a backslash.

extension ExpressionParser {
  /// The rest of a class, behind its `[`.
  mutating func characterClass() throws(NotUnderstood) -> CharacterSet {
    var characters = CharacterSet()
    let isNegated = take("^")
    var isFirst = true
    while isFirst || current != "]" {
      isFirst = false
      guard current != "[" || !scalars[position...].starts(with: ["[", ":"]) else {
        throw NotUnderstood()
      }
      guard let low = try classMember(into: &characters) else { continue }
      if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        guard let high = try classMember(into: &characters), high >= low else {
          throw NotUnderstood()
        }
        characters.insert(low...high)
      } else {
        characters.insert(low)
      }
    }
    position += 1
    if flags.ignoresCase { characters.ignoreCase(isUnicode: isUnicode) }
    characters.isNegated = isNegated
    return characters
  }

  /// The value of a single character; nil for a class such as `\d`, which is added.
  private mutating func classMember(
    into characters: inout CharacterSet
  ) throws(NotUnderstood) -> UInt32? {
    let scalar = try next()
    guard scalar == "\\" else { return scalar.value }
    let letter = try next()
    if let (set, hasOthers) = try characterType(letter) {
      characters.insert(set, hasOthers: hasOthers)
      return nil
    }
    if letter == "b" { return 0x08 }
    return try characterValue(letter)
  }

  /// What stands behind a backslash outside of a class.
  mutating func escape() throws(NotUnderstood) -> ExpressionNode {
    let letter = try next()
    switch letter {
    case "K": return .empty
    case "A": return .before(.edge)
    case "z": return .next(.edge)
    case "Z": return .next(ByteSet(0x0A).union(.edge))
    case "b": return wordBorder
    case "B": return .next(.all)
    case "k":
      guard take("<") else { throw NotUnderstood() }
      return backReference(try name(upTo: ">"))
    case "1"..."9": return backReference(String(Character(letter)))
    default: break
    }
    if let (set, hasOthers) = try characterType(letter) {
      var characters = CharacterSet()
      characters.insert(set, hasOthers: hasOthers)
      if flags.ignoresCase { characters.ignoreCase(isUnicode: isUnicode) }
      return characters.node(isUnicode: isUnicode)
    }
    guard let scalar = Unicode.Scalar(try characterValue(letter)) else { throw NotUnderstood() }
    return character(scalar)
  }

  private var wordBorder: ExpressionNode {
    var inWord = ByteSet.wordBytes
    var outside = inWord.inverted
    if isUnicode {
      inWord = inWord.union(.nonASCII)
      outside = outside.union(.nonASCII)
    }
    return .choice([
      .sequence([.before(outside), .next(inWord)]), .sequence([.before(inWord), .next(outside)]),
    ])
  }

  /// The class that a letter behind a backslash stands for, of ASCII, and whether it has members
  /// above; nil for none.
  private mutating func characterType(
    _ letter: Unicode.Scalar
  ) throws(NotUnderstood) -> (ByteSet, hasOthers: Bool)? {
    let whiteSpace = ByteSet(0x09...0x0D).union(ByteSet(0x20))
    let ascii = ByteSet(0...0x7F)
    // In an expression of bytes, those above ASCII are in no class but the negated ones.
    let outside = isUnicode ? ascii : .anyByte
    switch letter {
    case "d": return (.digits, isUnicode)
    case "w": return (.wordBytes, isUnicode)
    case "s": return (whiteSpace, isUnicode)
    case "D": return (ByteSet.digits.otherBytes.intersection(outside), isUnicode)
    case "W": return (ByteSet.wordBytes.otherBytes.intersection(outside), isUnicode)
    case "S": return (whiteSpace.otherBytes.intersection(outside), isUnicode)
    case "p": return (try property(), true)
    case "h", "H", "v", "V", "N", "P", "R", "X", "C", "G", "Q", "E": throw NotUnderstood()
    default: return nil
    }
  }

  /// The members of a Unicode property that are ASCII.
  private mutating func property() throws(NotUnderstood) -> ByteSet {
    guard take("{") else { throw NotUnderstood() }
    switch try name(upTo: "}") {
    case "L": return .letters
    case "Lu": return .capitals
    case "Ll": return .smallLetters
    case "N", "Nd": return .digits
    case "M": return .none
    default: throw NotUnderstood()
    }
  }

  /// The character that an escape such as `\n`, `\xA0`, `\x{2019}` or `\.` stands for.
  private mutating func characterValue(_ letter: Unicode.Scalar) throws(NotUnderstood) -> UInt32 {
    switch letter {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "f": return 0x0C
    case "e": return 0x1B
    case "a": return 0x07
    case "x":
      if take("{") { return try hexadecimal(try name(upTo: "}")) }
      return try hexadecimal(String(String.UnicodeScalarView([try next(), try next()])))
    default:
      guard letter.isASCII, !letter.properties.isAlphabetic, letter.decimalDigit == nil else {
        throw NotUnderstood()
      }
      return letter.value
    }
  }

  private func hexadecimal(_ digits: String) throws(NotUnderstood) -> UInt32 {
    guard let value = UInt32(digits, radix: 16) else { throw NotUnderstood() }
    return value
  }
}
