internal import Matching
internal import PatternCatalog

/// What a header, key or element name says of the values below it; made once, for all texts that have it.
final class LabelMeaning {
  private let words: Words
  /// The first of the words that name a pattern; nil for none.
  let firstWord: Int?
  /// The first of those that name a kind of numbers or marks, and say more than that it is a value: whom a
  /// column is about (`Client`, `Medewerker`) leaves open what of them it holds.
  let firstWordOfValues: Int?
  /// Whether it says which numbers stand below it, or which do not.
  let isOfValues: Bool
  /// Whether it leaves open whether BSNs stand below it: it names no numbers, or those that people have,
  /// which once were their BSNs (`Personeelsnummer`).
  let mayHoldBSN: Bool
  /// Whether any word of the vocabulary is in it.
  var isKnown: Bool { words.isKnown }
  /// Whether things have such a label too: `Naam`.
  let isOfThings: Bool
  /// The numbers of the demands of cells whose matches may stand under it.
  let demandsUnder: [Int]
  /// Those that a number under it meets: a house number beside a street.
  let demandsBeside: [Int]
  /// Those that a number under it meets where its cell comes next.
  let demandsBehind: [Int]
  /// How reports print it; nil where it may be a value.
  let name: String?
  /// The numbers of the patterns that it names, ascending.
  let supportedPatterns: [Int]
  /// Those that the last part of a path names, of `patient.bsn` those of `bsn`, and those that it speaks
  /// against.
  let patternsOfOwnName: [Int]
  let patternsAgainstOwnName: [Int]
  /// What the search may leave out under it.
  let support: LabelSupport.Label

  /// The word that names the pattern; nil where none does.
  func supportingWord(_ pattern: Int) -> Int? {
    words.supporting.isEmpty || words.supporting[pattern] < 0
      ? nil : Int(words.supporting[pattern])
  }

  /// The word that speaks against the pattern; nil where none does.
  func opposingWord(_ pattern: Int) -> Int? {
    words.opposing.isEmpty || words.opposing[pattern] < 0 ? nil : Int(words.opposing[pattern])
  }

  /// Names of fields that only repeat what the name around them says.
  static let generalWords: Set<String> = [
    "datum", "date", "nummer", "nr", "number", "naam", "name", "waarde", "value", "code", "tekst",
    "text", "inhoud", "id",
  ]

  /// Those of them that name another value than the word before: `KvK-datum`.
  static let dateWords: Set<String> = ["datum", "date"]

  /// What stands before the name of somebody.
  static let titles: Set<String> = [
    "dhr", "heer", "de heer", "mevr", "mw", "mevrouw", "mej", "meneer", "fam", "familie", "geachte",
    "beste", "dr", "drs", "mr", "ir", "prof",
  ]

  /// Who has a number.
  private static let people = [
    "person", "employee", "customer", "contact", "author", "medewerker", "werknemer", "mdw",
    "client", "klant", "patient", "verzekerde",
    "lid", "leerling", "student", "deelnemer", "relatie", "debiteur", "dossier", "huurder",
    "persoon", "kind",
  ].map { Array($0.utf8) }

  private static func isOfPeople(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    folded.split(separator: UInt8(ascii: " ")).contains { word in
      people.contains { word.starts(with: $0) }
    }
  }

  /// `folded` and `hits` are used in between.
  init(
    _ label: [UInt8], vocabulary: Vocabulary, _ folded: inout FoldedText, _ hits: inout [WordHit]
  ) {
    folded.fold(label.span, 0..<min(label.count, 200))
    vocabulary.hits(in: folded, into: &hits)
    let demands = vocabulary.cellDemands
    demandsBeside = demands.indices.filter { demands[$0].beside.match(folded.bytes) }
    demandsBehind = demands.indices.filter { demands[$0].behind.match(folded.bytes) }
    name = label.fieldName.map { name in
      let mayHoldNames = label.contains(0x20) && (hits.isEmpty || label.contains(0x2E))
      return mayHoldNames ? Self.hidingNames(in: name, among: hits, folded, vocabulary) : name
    }
    let words = Words(of: label, folded, hits, vocabulary)
    let named = words.supporting.indices.filter { words.supporting[$0] >= 0 }
    isOfThings =
      named.contains { vocabulary.isOfThings(Int(words.supporting[$0]), labelOf: $0) }
      && !Self.isOfPeople(folded.bytes)
    firstWord = named.map { Int(words.supporting[$0]) }.min()
    let wordsOfValues = named.filter { !vocabulary.scales[$0].isOfWords }.map {
      Int(words.supporting[$0])
    }
    let firstWordOfValues = wordsOfValues.filter {
      !Self.generalWords.contains(vocabulary.words[$0].text)
    }.min()
    let isOfValues = firstWordOfValues != nil || named.isEmpty && words.isKnown
    let namesReported = named.contains {
      vocabulary.scales[$0].isReported && !vocabulary.scales[$0].isOfWords
    }
    let namesNumbers = firstWordOfValues != nil
    mayHoldBSN = !namesNumbers || !namesReported && Self.isOfPeople(folded.bytes)
    let demandsUnder = demands.indices.filter { demands[$0].under.match(folded.bytes) }
    support = LabelSupport.Label(
      patterns: named,
      cellExpressions: named.flatMap {
        Self.cellExpressions(of: $0, meeting: demandsUnder, vocabulary)
      },
      settledPatterns: Self.settledPatterns(named, vocabulary), isKnown: words.isKnown,
      isOfValues: isOfValues)
    self.words = words
    self.firstWordOfValues = firstWordOfValues
    self.isOfValues = isOfValues
    self.demandsUnder = demandsUnder
    supportedPatterns = named
    let ownStart = label.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0
    let ownWords = hits.filter { folded.origin($0.range.lowerBound) >= ownStart }.map {
      Int32($0.word)
    }
    patternsOfOwnName = named.filter { ownWords.contains(words.supporting[$0]) }
    patternsAgainstOwnName = words.opposing.indices.filter { ownWords.contains(words.opposing[$0]) }
  }

  /// Those of the named patterns of which a match that is all of a field under the label has its place,
  /// whatever lookalike stands in it; none where it names a lookalike.
  ///
  /// Matches of words may be names of fields and then count for nothing.
  private static func settledPatterns(_ named: [Int], _ vocabulary: Vocabulary) -> [Int] {
    guard named.allSatisfy({ vocabulary.scales[$0].isReported }) else { return [] }
    return named.filter { !vocabulary.scales[$0].isOfWords }
  }

  /// The expressions for cells of a pattern that it names which apply under it.
  private static func cellExpressions(
    of pattern: Int, meeting demands: [Int], _ vocabulary: Vocabulary
  ) -> [LabelSupport.CellExpression] {
    let description = vocabulary.catalog.patterns[pattern]
    return description.cellExpressions.indices.filter { place in
      let number = description.expressions.count + place
      let demand = vocabulary.cellDemands.firstIndex { $0.isMade(by: pattern, number) }
      return demand.map { demands.contains($0) } ?? true
    }.map { LabelSupport.CellExpression(pattern: pattern, place: $0) }
  }

  /// The path of an element with a space in it, without keys that may be the name of somebody:
  /// `A.B. Canarinski.bsn`.
  ///
  /// A key of several words of which the vocabulary knows none but a title may be one, and so may an
  /// initial.
  private static func hidingNames(
    in path: String, among hits: [WordHit], _ folded: borrowing FoldedText, _ vocabulary: Vocabulary
  ) -> String {
    var offset = 0
    var keys: [String] = []
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      let range = offset..<offset + key.utf8.count
      offset = range.upperBound + 1
      let isKnown = hits.contains { hit in
        range.contains(folded.origin(hit.range.lowerBound))
          && !titles.contains(vocabulary.words[hit.word].text)
      }
      let mayBeName = !isKnown && (key.contains(" ") || key.count == 1 && key == key.uppercased())
      if !mayBeName {
        keys.append(String(key))
      } else if keys.last != "…" {
        keys.append("…")
      }
    }
    return keys.joined(separator: ".")
  }
}

extension LabelMeaning {
  /// The words of the vocabulary that a label consists of.
  private struct Words {
    /// By number of the pattern, the number of the word that names it, or -1; empty where there are none.
    var supporting: [Int32] = []
    /// By number of the pattern, the number of the word that speaks against it, or -1; empty as well.
    var opposing: [Int32] = []
    var isKnown = false

    init(
      of label: [UInt8], _ folded: borrowing FoldedText, _ hits: [WordHit],
      _ vocabulary: Vocabulary
    ) {
      let header = vocabulary.header(folded.bytes)
      guard !hits.isEmpty || header != nil else { return }
      supporting = Array(repeating: -1, count: vocabulary.scales.count)
      opposing = supporting
      // The last word decides: in `factuur e-mail` it is `e-mail`, in `bsn factuurnummer` the other; but a
      // thing that a number is of (`bsn dossier`) takes nothing from it.
      var previous: WordHit?
      let beginsWithDate = hits.first.map(vocabulary.isDate(beginning:)) ?? false
      for hit in hits {
        let word = vocabulary.words[hit.word]
        // The `v` of `v4` is no number.
        if word.length == 1 && hit.range != 0..<folded.count { continue }
        // `Geboortedatum.Datum`: a general word adds nothing to one that is known; but the date of
        // something else is not that.
        let isGeneral = isKnown && generalWords.contains(word.text)
        if isGeneral, !dateWords.contains(word.text) { continue }
        // `Haverkamp` is no address, though it ends so.
        let onlyOpposes = isGeneral || word.isEnding
        // `UPLOAD_FROM_DEVICE` is no `From`.
        let isAmongOthers =
          !word.lone.isEmpty
          && !label.isWholePart(at: folded.origin(hit.range.lowerBound)..<folded.end(of: hit))
        // `BSN/klantnummer`: both name the value.
        var joined: Int32?
        if let previous, let gap = folded.gap(between: previous, and: hit),
          label.span.joinsNames(at: gap)
        {
          joined = Int32(previous.word)
        }
        // `Datum inschrijving KvK`: what has a number is what the date is of.
        let isOfDate = beginsWithDate && previous != nil && joined == nil
        if !onlyOpposes { previous = hit }
        for pattern in vocabulary.countered(by: hit.word)
        where (joined == nil || supporting[pattern] != joined)
          && !(supporting[pattern] >= 0 && vocabulary.isThing(hit, forNumbersOf: pattern))
          && !(isGeneral && vocabulary.isDate(pattern))
        {
          supporting[pattern] = -1
          opposing[pattern] = Int32(hit.word)
        }
        for pattern in vocabulary.labelled(by: hit.word)
        where !onlyOpposes && !(isAmongOthers && word.lone.contains(pattern))
          && !(isOfDate && vocabulary.isNoDate(pattern))
        {
          opposing[pattern] = -1
          supporting[pattern] = Int32(hit.word)
        }
        isKnown = supporting.contains { $0 >= 0 } || opposing.contains { $0 >= 0 }
      }
      if let word = header {
        isKnown = true
        for pattern in vocabulary.labelled(by: word) {
          opposing[pattern] = -1
          supporting[pattern] = Int32(word)
        }
      }
    }
  }
}

extension [UInt8] {
  /// Whether nothing but marks stands beside `range` in the part of a path that it lies in.
  fileprivate func isWholePart(at range: Range<Int>) -> Bool {
    let separator = UInt8(ascii: ".")
    let start = self[..<range.lowerBound].lastIndex(of: separator) ?? 0
    let end = self[range.upperBound...].firstIndex(of: separator) ?? count
    return self[start..<range.lowerBound].allSatisfy { !$0.isPartOfWord }
      && self[range.upperBound..<end].allSatisfy { !$0.isPartOfWord }
  }

  /// As reports may print the name of a field; nil for what may be a value.
  fileprivate var fieldName: String? {
    let digitCount = count { (0x30...0x39).contains($0) }
    guard count <= 60, digitCount < 4, !contains(UInt8(ascii: "@")) else { return nil }
    return String(decoding: self, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or a part of another character.
  fileprivate var isPartOfWord: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self >= 0x80
  }
}
