internal import ScanModel

/// The ways in which a name is written in letters, lists, file names and addresses of mail.
///
/// A search sees no capitals, accents and marks, and takes words as one: `J. de Vries` is `jdevries` and
/// `J_DE_VRIES` too. What is made here differs in order and in what is left out.
struct NameVariants {
  private let name: SubjectCard.Name
  private let given: GivenNames
  /// The own surname and the partner's, of those that the card has.
  private let families: [FamilyName]
  private(set) var list: [SubjectVariant] = []

  init(_ name: SubjectCard.Name) {
    self.name = name
    given = GivenNames(name)
    let own =
      name.prefix.isEmpty
      ? FamilyName(name.surname) : FamilyName(prefix: name.prefix, core: name.surname)
    families = [own, FamilyName(name.partner)].filter { !$0.core.isEmpty }
    addFullNames()
    addTitled()
    addSurnames()
    if families.isEmpty { add(.surname, given.main + given.others) }
  }

  private mutating func addFullNames() {
    for family in families {
      for given in given.main { addOrders(given, family) }
    }
    if let own = families.first {
      addLoose(own)
      for given in given.others {
        add(.fullName, ["\(given) \(own.whole)", "\(own.whole), \(given)"])
      }
    }
    // Parts of a double name are found by the single ones.
    for family in doubled + doubledCores {
      for given in given.main.prefix(2) {
        add(.fullName, ["\(given) \(family.whole)", "\(family.whole), \(given)"])
      }
    }
    for family in families.flatMap(\.otherForms) {
      for given in given.main { addOrders(given, family) }
    }
  }

  /// Columns in another order, and what leaves the prefix out.
  private mutating func addLoose(_ family: FamilyName) {
    guard !family.prefix.isEmpty else { return }
    for given in given.main {
      add(
        .fullName,
        [
          "\(family.core), \(family.prefix), \(given)", "\(given) \(family.core)",
          "\(family.core), \(given)",
        ])
    }
  }

  /// `Jan de Vries`, `de Vries, Jan` and `Vries, Jan de`.
  private mutating func addOrders(_ given: String, _ family: FamilyName) {
    add(.fullName, ["\(given) \(family.whole)", "\(family.whole), \(given)"])
    if !family.prefix.isEmpty { add(.fullName, ["\(family.core), \(given) \(family.prefix)"]) }
  }

  /// `dhr. De Vries` is meant as a name, where `bos` alone may be a wood.
  private mutating func addTitled() {
    for family in families {
      add(.fullName, Self.titles.map { "\($0) \(family.whole)" })
    }
  }

  private mutating func addSurnames() {
    for family in families + doubled + doubledCores + families.flatMap(\.otherForms) {
      add(.surname, [family.whole])
    }
    // In a column of its own the prefix stands elsewhere; a word like `berg` is a name only there.
    for family in families + families.flatMap(\.otherForms) {
      let isShort = SearchKey(family.core).text.utf8.count < Self.shortSurname
      let isWord = !family.prefix.isEmpty && CommonWords.contains(family.core)
      guard isShort || isWord else {
        add(.surname, [family.core])
        continue
      }
      let prefixes = ([family] + family.otherForms).map { SearchKey($0.prefix).text }
      list.append(
        SubjectVariant(
          .surname, family.core, gaps: .whereWritten, needsLabel: true,
          prefixes: prefixes.filter { !$0.isEmpty }))
    }
  }

  /// A surname of fewer letters is part of too much else.
  private static let shortSurname = 4

  private var doubled: [FamilyName] {
    guard families.count == 2 else { return [] }
    return [families[0].joined(to: families[1]), families[1].joined(to: families[0])]
  }

  /// The same without prefixes, which lists keep elsewhere or leave out.
  private var doubledCores: [FamilyName] {
    guard families.count == 2, families.contains(where: { !$0.prefix.isEmpty }) else { return [] }
    let cores = families.map { FamilyName(prefix: "", core: $0.core) }
    return [cores[0].joined(to: cores[1]), cores[1].joined(to: cores[0])]
  }

  private mutating func add(_ attribute: SubjectAttribute, _ texts: [String]) {
    for text in texts {
      // A few letters in a row are soon some other word: they must stand apart as written.
      let isShort = SearchKey(text).text.utf8.count < 5
      list.append(SubjectVariant(attribute, text, gaps: isShort ? .whereWritten : .anywhere))
    }
  }

  /// Whether a word stands before names, as `dhr.` does.
  static func isTitle(_ word: Substring) -> Bool {
    let key = SearchKey(String(word))
    return titles.contains { SearchKey($0) == key }
  }

  private static let titles = [
    "dhr.", "heer", "meneer", "mevrouw", "mevr.", "mw.", "fam.", "familie",
  ]
}
