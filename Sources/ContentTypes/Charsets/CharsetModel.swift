internal import Glibc

/// How likely bytes are in texts of one language in one character set; in bits, the fewer the likelier.
struct CharsetModel {
  /// Nil for Windows-1252.
  let charset: CharsetID?
  /// By byte, from 0x80 on, what it costs as a letter.
  private let costs: [128 of Float]
  /// What it costs that a letter stands behind another one beyond ASCII, behind one of ASCII, and behind
  /// neither.
  private let behindHigh: Float
  private let behindLetter: Float
  private let behindOther: Float
  /// What choosing the character set costs: hardly any text is still written in some.
  private let prior: Float

  /// What a letter that the language does not have costs, and a mark that texts hardly have.
  private static let strange: Float = 13
  private static let strangeMark: Float = 15
  /// What a byte costs for which the character set has no character.
  private static let impossible: Float = 22

  /// Whether it is no guess: the languages of Western Europe, as Windows and DOS write them.
  var isWestern: Bool { charset == nil || charset == .ibm850 }

  /// What the letters of a text cost.
  func cost(of letters: LetterCounts, found: [Int]) -> Float {
    var cost = prior
    for byte in found { cost += costs[byte] * Float(letters.counts[byte]) }
    cost += behindHigh * Float(letters.behindHigh)
    cost += behindLetter * Float(letters.behindLetter)
    cost += behindOther * Float(letters.behindOther)
    return cost
  }

  /// How many of the bytes are letters of the language.
  func knownCount(among found: [Int]) -> Int { found.count { costs[$0] < Self.strange } }
}

// MARK: - The making of them

extension CharsetModel {
  /// The languages of a script, and what stands before their letters beyond ASCII.
  struct Script {
    let languages: [String]
    let charsets: [(charset: CharsetID?, prior: Float)]
    /// Of the letters, those behind another one, behind one of ASCII, and at the beginning of a word.
    let behindHigh: Float
    let behindLetter: Float
    let behindOther: Float
    /// The share of marks among what is no ASCII.
    var markShare: Float = 0.03
    /// Letters that names bring into its texts, and their share.
    var strangers: LetterShares?
    var strangerShare: Float = 0
  }

  static let all: [CharsetModel] = scripts.flatMap { script in
    let languages = script.languages.map { LetterShares($0) }
    return script.charsets.flatMap { charset, prior in
      let characters = characters(of: charset)
      let most = mostCosts(of: characters, hasControls: charset?.hasControls == true)
      return languages.map { letters in
        CharsetModel(
          charset: charset,
          costs: .init { byte in
            guard most[byte] < impossible else { return impossible }
            let share = script.share(of: characters[byte], letters)
            return share > 0 ? min(most[byte], -log2(share)) : most[byte]
          }, behindHigh: -log2(script.behindHigh), behindLetter: -log2(script.behindLetter),
          behindOther: -log2(script.behindOther), prior: prior)
      }
    }
  }

  private static let scripts = [
    Script(
      languages: LanguageLetters.western, charsets: [(nil, 0), (.ibm850, 0)], behindHigh: 0.03,
      behindLetter: 0.72, behindOther: 0.25, markShare: 0.06,
      strangers: LetterShares(
        meanOf: (LanguageLetters.western + [LanguageLetters.namesInWestern]).map {
          LetterShares($0)
        }), strangerShare: 0.1),
    Script(
      latin: LanguageLetters.centralEuropean,
      [(.windows1250, 0), (.iso8859Part2, 3), (.ibm852, 6)]),
    Script(
      latin: LanguageLetters.baltic, [(.windows1257, 0), (.iso8859Part13, 3), (.ibm775, 6)]),
    Script(latin: LanguageLetters.turkish, [(.iso8859Part9, 0), (.ibm857, 6)]),
    Script(
      other: LanguageLetters.cyrillic,
      [
        (.windows1251, 0), (.koi8R, 3), (.koi8U, 4), (.iso8859Part5, 3), (.ibm866, 6), (.ibm855, 6),
        (.macCyrillic, 10),
      ]),
    Script(
      other: LanguageLetters.greek, [(.windows1253, 0), (.iso8859Part7, 3), (.ibm737, 6)]),
    Script(
      other: LanguageLetters.hebrew, [(.windows1255, 0), (.iso8859Part8, 3), (.ibm862, 6)]),
    Script(
      other: LanguageLetters.arabic, [(.windows1256, 0), (.iso8859Part6, 3), (.ibm720, 6)]),
  ]

  /// By byte from 0x80 on, its character; of Windows-1252 for nil.
  private static func characters(of charset: CharsetID?) -> [128 of UInt16] {
    if let table = charset.flatMap({ CharsetTable($0) }) { return table.upper }
    // The tables of ISO 8859 begin with what Windows-1252 has there.
    return .init { $0 < 0x20 ? ISO8859Tables.iso8859Part2[$0] : UInt16($0) + 0x80 }
  }

  /// By byte from 0x80 on, what it costs at most.
  private static func mostCosts(
    of characters: [128 of UInt16], hasControls: Bool
  ) -> [128 of Float] {
    .init { byte in
      guard characters[byte] != 0xFFFD, !hasControls || byte >= 0x20 else { return impossible }
      let isLetter = Unicode.Scalar(characters[byte])?.properties.isAlphabetic == true
      return isLetter ? strange : strangeMark
    }
  }
}

extension CharsetModel.Script {
  /// What texts hold beside letters, by how often.
  private static let marks = LetterShares(
    "’30 “15 ‘10 «4 •6 –4 —4 µ6 °4 ©2 ®2 §2 ´8 ·2 …3 „4 ¿2 ¡1 €3 ½1 ²1 ³1 »1 ”2")

  /// A script of Latin letters, most of them ASCII.
  fileprivate init(latin languages: [String], _ charsets: [(CharsetID?, Float)]) {
    self.init(
      languages: languages, charsets: charsets.map { (charset: $0.0, prior: $0.1) },
      behindHigh: 0.09, behindLetter: 0.68, behindOther: 0.23)
  }

  /// A script of which no letter is ASCII.
  fileprivate init(other languages: [String], _ charsets: [(CharsetID?, Float)]) {
    self.init(
      languages: languages, charsets: charsets.map { (charset: $0.0, prior: $0.1) },
      behindHigh: 0.8, behindLetter: 0.004, behindOther: 0.196)
  }

  /// How often a character stands among what is no ASCII, in a language of the script.
  fileprivate func share(of character: UInt16, _ language: LetterShares) -> Float {
    let letter =
      language[character] * (1 - strangerShare) + (strangers?[character] ?? 0) * strangerShare
    return letter * (1 - markShare) + Self.marks[character] * markShare
  }
}

extension CharsetID {
  /// Whether it has control characters from 0x80 to 0x9F, which no text holds.
  fileprivate var hasControls: Bool {
    switch self {
    case .iso8859Part2, .iso8859Part5, .iso8859Part6, .iso8859Part7, .iso8859Part8,
      .iso8859Part13:
      true
    default: false
    }
  }
}
