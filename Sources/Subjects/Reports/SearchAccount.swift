package import ScanModel

/// How a search was done: what an officer must be able to answer for.
package struct SearchAccount: Sendable {
  /// What was looked for of one card.
  package struct Identifier: Hashable, Sendable {
    package let attribute: SubjectAttribute
    package let value: SensitiveText
  }

  /// What was looked for of one card, in the order of the cards.
  package struct Subject: Hashable, Sendable {
    package let reference: String
    package let identifiers: [Identifier]
    /// In how many ways each attribute was looked for.
    package let variantCounts: [SubjectAttribute: Int]
  }

  /// A run of the store that was asked.
  package struct Run: Hashable, Sendable {
    package let name: String
    package let started: Int64
    package let isComplete: Bool
    /// Files that it could not examine, or not wholly.
    package let gapCount: Int
    package let leftOutCount: Int
    package let toolVersion: String
    package let roots: [FilePath]
    package let options: [String]

    package init(
      name: String, started: Int64, isComplete: Bool, gapCount: Int, leftOutCount: Int,
      toolVersion: String, roots: [FilePath], options: [String]
    ) {
      self.name = name
      self.started = started
      self.isComplete = isComplete
      self.gapCount = gapCount
      self.leftOutCount = leftOutCount
      self.toolVersion = toolVersion
      self.roots = roots
      self.options = options
    }
  }

  /// Random, to tell searches apart.
  package let id: String
  package let toolVersion: String
  /// Of the patterns: equal where they are the same.
  package let patternVersion: String
  /// What decides what is found, keyed.
  package let recipe: String
  package let caseReference: String
  package let reason: String
  /// What was read anew; empty for nothing.
  package let roots: [FilePath]
  /// The options that decide what is listed and found.
  package let options: [String]
  package let subjects: [Subject]
  /// The runs of the store that were asked, the last of all roots; nil where no store was asked.
  package var runs: [Run]?
  /// What of the cards the store was asked for.
  package var storedAttributes: [Set<SubjectAttribute>] = []
  package let started: Int64
  package var ended: Int64
  /// Of the audit log after this search; nil where none is kept.
  package var auditHead: String?

  package init(
    id: String, toolVersion: String, patternVersion: String, recipe: String,
    caseReference: String, reason: String, roots: [FilePath], options: [String],
    search: SubjectSearch, started: Int64
  ) {
    self.id = id
    self.toolVersion = toolVersion
    self.patternVersion = patternVersion
    self.recipe = recipe
    self.caseReference = caseReference
    self.reason = reason
    self.roots = roots
    self.options = options
    self.started = started
    ended = started
    subjects = search.cards.indices.map { Subject(search, card: $0) }
  }
}

extension SearchAccount.Subject {
  fileprivate init(_ search: SubjectSearch, card index: Int) {
    let card = search.cards[index]
    reference = card.reference
    identifiers = card.identifiers
    variantCounts = search.variants(of: index).reduce(into: [:]) {
      $0[$1.attribute, default: 0] += 1
    }
  }
}

extension SubjectCard {
  /// What it says, each value once.
  fileprivate var identifiers: [SearchAccount.Identifier] {
    var list = bsns.map { (SubjectAttribute.bsn, $0) }
    list += ibans.map { (.iban, $0) } + emails.map { (.email, $0) } + phones.map { (.phone, $0) }
    list += numbers.map { (.number, $0.number) } + licencePlates.map { (.licencePlate, $0) }
    if let birthDate { list.append((.birthDate, birthDate.iso)) }
    list += addresses.map { address in
      (
        .address,
        [address.street, address.houseNumber, address.postcode].filter { !$0.isEmpty }
          .joined(separator: " ")
      )
    }
    list += names.map { (.fullName, $0.written) } + terms.map { (.term, $0) }
    return list.map { SearchAccount.Identifier(attribute: $0.0, value: SensitiveText($0.1)) }
  }
}

extension SubjectCard.Name {
  /// `Jan Pieter de Vries-Bakker`.
  fileprivate var written: String {
    let given = first.isEmpty ? [initials] : first
    let family = partner.isEmpty ? surname : "\(surname)-\(partner)"
    return (given + [prefix, family]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
