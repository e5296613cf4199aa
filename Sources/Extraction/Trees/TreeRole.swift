/// What a field of a tree may be beside others of its object, by its label: `vraag` asks, `antwoord`
/// answers.
struct TreeRole: OptionSet {
  let rawValue: UInt8

  /// Its text may name the answer that stands beside it.
  static let question = TreeRole(rawValue: 1)
  static let answer = TreeRole(rawValue: 2)
  /// It has the name of its question already.
  static let answered = TreeRole(rawValue: 4)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The role of what has the label `parent.name` or `name`: `antwoord.tekst` answers, `vraag.tekst` asks.
  init(ofLabel label: [UInt8]) {
    let keys = label.span.lowercased.split(separator: UInt8(ascii: "."))
    let own = keys.last.map(Self.init(ofKey:)) ?? []
    let isInAnswer = keys.count > 1 && Self(ofKey: keys[keys.count - 2]) == .answer
    self = isInAnswer && own.contains(.question) ? .answer : own
  }

  private init(ofKey key: ArraySlice<UInt8>) {
    let key = Array(key)
    self = []
    if Self.questions.contains(key) { insert(.question) }
    if Self.answers.contains(key) { insert(.answer) }
  }

  private static let questions = words(
    """
    vraag vraagtekst question questiontext label veld veldnaam field fieldname naam name key sleutel
    code display caption prompt tekst text titel title omschrijving rubriek kenmerk eigenschap
    property attribuut attribute
    """)

  private static let answers = words(
    """
    antwoord answer waarde value response veldwaarde fieldvalue ingevuld invoer input veld field
    valuestring valuedate valueinteger valuedecimal valuecoding
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  }
}
