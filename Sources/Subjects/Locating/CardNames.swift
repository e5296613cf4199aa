/// What the names of a card allow to stand before and behind a name that was found.
struct CardNames: Sendable {
  /// The first letters of first names and the initials, small; empty where none are known.
  private let letters: Set<Character>
  /// The words of first names, small.
  private let givenWords: Set<String>
  /// The words of surnames, the partner's too, small.
  private let surnameWords: Set<String>

  init(_ card: SubjectCard) {
    givenWords = Set(card.names.flatMap(\.first).flatMap { Self.words($0[...]) })
    surnameWords = Set(
      card.names.flatMap { Self.words($0.surname[...]) + Self.words($0.partner[...]) })
    var letters: Set<Character> = []
    for name in card.names {
      for first in name.first { first.lowercased().first.map { _ = letters.insert($0) } }
      for initial in name.initials where initial.isLetter {
        initial.lowercased().first.map { _ = letters.insert($0) }
      }
    }
    self.letters = letters
  }

  /// Whether a longer name cannot be of the person: beside the part that was found it has first names
  /// or initials, and none begins as theirs do.
  func exclude(_ name: String, around found: String) -> Bool {
    guard !letters.isEmpty, let rest = name.parts(around: found) else { return false }
    // A name behind a hyphen is that of a partner.
    let behind = rest.behind.drop { $0.isWhitespace }
    if let mark = behind.first, "-\u{2010}\u{2011}\u{2013}/".contains(mark) { return false }
    let given = (Self.words(rest.before) + wordsBehind(found, rest.behind)).filter {
      !Self.isNoGivenName($0) && !surnameWords.contains($0)
    }
    return !given.isEmpty
      && given.allSatisfy { word in
        word.first.map { $0.isASCII && !letters.contains($0) } ?? false
      }
  }

  /// The words behind a name, small; behind one with a first name or initials those in capitals are no more
  /// of it, but labels and titles: `Jan de Vries GEB`, `K. Smit AGB`.
  private func wordsBehind(_ found: String, _ rest: Substring) -> [String] {
    let isWhole = Self.words(found[...]).contains { givenWords.contains($0) || $0.count == 1 }
    guard isWhole, found.contains(where: \.isLowercase) else { return Self.words(rest) }
    let words = rest.split { !$0.isLetter }
    return words.filter { !Self.isAbbreviation($0) }.map { $0.lowercased() }
  }

  private static func isAbbreviation(_ word: Substring) -> Bool {
    (2...5).contains(word.count) && word.allSatisfy(\.isUppercase)
  }

  /// Whether a name is nothing but first names or initials of the person.
  func areGiven(_ name: String) -> Bool {
    let words = Self.words(name[...])
    return !words.isEmpty
      && words.allSatisfy { word in
        givenWords.contains(word) || word.count == 1 && word.allSatisfy(letters.contains)
      }
  }

  /// Whether the name begins with a title in place of a first name.
  static func isTitled(_ name: String) -> Bool {
    words(name[...]).first.map { titles.contains($0) } ?? false
  }

  /// Whether the surname, but for what stands before it such as `de`, is a word that is written often.
  static func isWord(_ surname: String) -> Bool {
    let words = words(surname[...]).drop { isNoGivenName($0) }
    return CommonWords.contains(words.joined(separator: " "))
  }

  private static let titles: Set<String> = [
    "dhr", "heer", "mevr", "mw", "mevrouw", "mej", "familie", "fam", "meneer", "geachte", "beste",
  ]

  private static func words(_ text: Substring) -> [String] {
    text.lowercased().split { !$0.isLetter }.map { String($0) }
  }

  private static func isNoGivenName(_ word: String) -> Bool { noGivenNames.contains(word) }

  private static let noGivenNames: Set<String> = [
    "dhr", "heer", "de", "den", "der", "des", "d", "van", "von", "het", "t", "te", "ten", "ter",
    "in", "op", "la", "le", "el", "al", "mevr", "mw", "mevrouw", "mej", "familie", "fam", "drs",
    "ir", "ing", "mr", "dr", "prof", "bc", "msc", "bsc", "ma", "ba", "llm", "en", "geachte",
    "beste", "naam", "zn", "s", "v", "d'",
  ]
}

extension String {
  /// What stands before and behind the first occurrence of `found`; nil where it does not occur.
  fileprivate func parts(around found: String) -> (before: Substring, behind: Substring)? {
    guard !found.isEmpty, let first = found.first else { return nil }
    var start = startIndex
    while let candidate = self[start...].firstIndex(of: first) {
      if self[candidate...].hasPrefix(found) {
        let end = index(candidate, offsetBy: found.count)
        return (self[..<candidate], self[end...])
      }
      start = index(after: candidate)
    }
    return nil
  }
}
