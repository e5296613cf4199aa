/// A surname with what stands before it: `van den` and `Berg`.
struct FamilyName: Hashable {
  /// Empty for none.
  let prefix: String
  let core: String

  init(prefix: String, core: String) {
    self.prefix = prefix
    self.core = core
  }

  /// Takes a whole surname apart: `van den Berg`, or `Berg, van den`.
  init(_ whole: String) {
    let parts = whole.split(separator: ",", maxSplits: 1).map { $0.split(separator: " ") }
    if parts.count == 2, Self.prefixes.contains(parts[1].joined(separator: " ").lowercased()) {
      self.init(prefix: parts[1].joined(separator: " "), core: parts[0].joined(separator: " "))
      return
    }
    let words = whole.split(separator: " ")
    // The longest that leaves a name behind it: `van de`, not `van`.
    let longest = (0..<words.count).last {
      Self.prefixes.contains(words[..<$0].joined(separator: " ").lowercased())
    }
    let count = longest ?? 0
    self.init(
      prefix: words[..<count].joined(separator: " "), core: words[count...].joined(separator: " "))
  }

  /// `van den Berg`.
  var whole: String { prefix.isEmpty ? core : "\(prefix) \(core)" }

  /// `v.d. Berg`, `van het Hof` for `van 't Hof`, `Mueller` for `Müller`; none for most names.
  var otherForms: [FamilyName] {
    let words = prefix.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
    let forms: [String] =
      switch words {
      case ["van", "de"], ["van", "den"], ["van", "der"]: ["v.d."]
      case ["van"]: ["v."]
      case ["van", "t"]: ["v.'t", "van het"]
      case ["van", "het"]: ["v.h.", "van 't"]
      case ["t"]: ["het"]
      case ["in", "t"]: ["in het"]
      case ["in", "het"]: ["in 't"]
      case ["op", "de"], ["op", "den"]: ["o.d."]
      default: []
      }
    let spelled = core.spelledOut
    return forms.map { FamilyName(prefix: $0, core: core) }
      + (spelled == core ? [] : [FamilyName(prefix: prefix, core: spelled)])
  }

  /// Two surnames as one: `de Vries-Bakker`.
  func joined(to other: FamilyName) -> FamilyName {
    FamilyName(prefix: prefix, core: "\(core)-\(other.whole)")
  }

  /// The prefixes of Dutch surnames, and those of other languages that are common here.
  ///
  /// Source: BRP, table 36 (voorvoegsels), the ones that many people bear.
  private static let prefixes: Set<String> = Set(
    """
    de|den|der|des|d'|van|van de|van den|van der|van 't|van ’t|van het|van ter|van ten|van la|van le
    von|von der|von dem|von den|vom|zu|zum|zur|von und zu|te|ten|ter|ter de|te de|'t|’t|het|in|in 't
    in ’t|in het|in de|in den|in der|op|op 't|op ’t|op het|op de|op den|op der|op ten|over de|aan de
    aan den|aan het|aan 't|bij de|bij den|bij het|bij 't|onder de|onder den|onder het|onder 't|uit
    uit de|uit den|uit het|uit 't|uijt de|uijt den|uyt den|voor de|voor den|voor in 't|achter de
    tot|thoe|to|boven de|buiten den|la|le|les|l'|de la|de l'|de le|de los|de las|du|des|da|das|do|dos
    di|del|della|dello|dalla|dal|el|al|ait|ben|bin|abou|abu|ibn|bint|ould|mac|mc|af|av|st.|s'
    """.split { $0 == "|" || $0.isNewline }.map(String.init))
}

extension String {
  /// With `oe` for `ö` and the like, as passports and addresses of mail have them.
  fileprivate var spelledOut: String {
    reduce(into: "") { text, letter in
      switch letter {
      case "ä", "æ": text += "ae"
      case "ö", "ø": text += "oe"
      case "ü": text += "ue"
      case "å": text += "aa"
      case "Ä", "Æ": text += "Ae"
      case "Ö", "Ø": text += "Oe"
      case "Ü": text += "Ue"
      case "Å": text += "Aa"
      default: text.append(letter)
      }
    }
  }
}
