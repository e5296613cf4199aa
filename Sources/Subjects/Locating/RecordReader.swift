internal import ScanModel

/// Reads from the sightings of one record what is said of the people of the cards.
struct RecordReader: Sendable {
  private let names: [CardNames]
  private let birthDates: [SubjectCard.CalendarDay?]

  /// How many mentions of one record are kept.
  private static let mentionLimit = 50
  /// How far from a surname its given name stands: in bytes, and in columns of a table, with a prefix in
  /// between.
  private static let givenNameReach = (byteCount: 40, columnCount: 2)
  /// How far behind a name the same sentence may give its birth date, in bytes.
  private static let sentenceByteCount = 200
  /// In running text a number belongs to a name that is so many lines away at most.
  private static let reach = 2

  init(_ cards: [SubjectCard]) {
    names = cards.map { CardNames($0) }
    birthDates = cards.map(\.birthDate)
  }

  /// What a record says of one card.
  struct Reading: Sendable {
    var facts: RecordFacts
    /// Nothing but what is nothing by itself, such as a date, has no judgement.
    var judgement: RecordJudgement?
    var mentions: [Mention]
    /// Of each attribute, those too that are not kept.
    var mentionCounts: [SubjectAttribute: Int]
    /// Whether a name of it may be that of another card as well.
    var isContested: Bool
    var columns: RecordColumns
    /// The names of the fields of its group; empty for running text.
    var fields: Set<String>
  }

  /// The cards that are mentioned, in order.
  func cards(in record: ArraySlice<Sighting>) -> [Int] {
    var cards: Set<Int> = []
    for sighting in record {
      switch sighting.subject {
      case .term(let kind): cards.insert(kind.card)
      case .catalog(_, let owners): cards.formUnion(owners)
      }
    }
    return cards.sorted()
  }

  func read(_ record: ArraySlice<Sighting>, for card: Int) -> Reading {
    let mentions = distinctMentions(in: record, of: card)
    var facts = RecordFacts()
    var counts: [SubjectAttribute: Int] = [:]
    var isContested = false
    var firm: Set<SubjectAttribute> = []
    for (sighting, attribute) in mentions {
      counts[attribute, default: 0] += 1
      if attribute.isName {
        let conflicts = conflicts(of: sighting, in: record, own: mentions, card: card)
        facts.conflicts.formUnion(conflicts)
        if conflicts.isEmpty, hasUnsureBirthDate(behind: sighting, in: record, card) {
          facts.hasUnsureBirthDate = true
        }
        if conflicts.isEmpty {
          // `dhr. De Vries` is a name, but whose in the family it does not say.
          let isTitled = CardNames.isTitled(sighting.value.revealed)
          facts.weak.insert(isTitled ? .surname : attribute)
          let isVague =
            isTitled
            || attribute == .surname && !sighting.hasLabel
              && CardNames.isWord(sighting.value.revealed)
            || isInOtherMailbox(sighting, in: record, card)
          if !isVague { firm.insert(attribute) }
          if attribute == .surname {
            let given = givenNames(beside: sighting, in: record, card)
            let surname = sighting.value.revealed
            if given.contains(where: { names[card].exclude("\($0) \(surname)", around: surname) }) {
              facts.hasUnlikeGivenName = true
            } else if given.contains(where: names[card].areGiven) {
              facts.weak.insert(.fullName)
              firm.insert(.fullName)
            }
          }
        }
        if isOfOtherCard(sighting, attribute, in: record, card) { isContested = true }
        continue
      }
      let strength = IdentifierRules.strength(of: attribute, sighting)
      if strength > 0 {
        facts.strengths[attribute] = max(facts.strengths[attribute] ?? 0, strength)
      } else {
        facts.weak.insert(attribute)
        if !sighting.isAmount { firm.insert(attribute) }
      }
    }
    facts.vague = facts.weak.subtracting(firm)
    return Reading(
      facts: facts, judgement: RecordRules.judge(facts),
      mentions: mentions.prefix(Self.mentionLimit).map {
        Mention(
          attribute: $0.attribute, place: $0.sighting.place, value: $0.sighting.value,
          masked: $0.attribute == .birthDate
            ? birthDates[card].map { SensitiveText($0.iso) } : nil)
      },
      mentionCounts: counts, isContested: isContested,
      columns: RecordColumns(record),
      fields: Set(record.compactMap(\.place.fieldName)))
  }

  // MARK: Mentions

  /// Each once, though term and catalog both found it.
  private func distinctMentions(
    in record: ArraySlice<Sighting>, of card: Int
  ) -> [(sighting: Sighting, attribute: SubjectAttribute)] {
    var mentions: [(sighting: Sighting, attribute: SubjectAttribute)] = []
    for sighting in record {
      guard let attribute = sighting.attribute(of: card) else { continue }
      let isKnown = mentions.suffix(Self.mentionLimit).contains {
        ($0.attribute == attribute || $0.attribute.isName && attribute.isName)
          && $0.sighting.overlaps(sighting)
      }
      if !isKnown { mentions.append((sighting, attribute)) }
    }
    return mentions
  }

  // MARK: Names of others

  /// The kinds that say that the name is somebody else's.
  private func conflicts(
    of name: Sighting, in record: ArraySlice<Sighting>,
    own mentions: [(sighting: Sighting, attribute: SubjectAttribute)], card: Int
  ) -> Set<String> {
    var kinds: Set<String> = []
    for other in record {
      switch other.subject {
      case .term(let kind):
        // The whole name or address of another card, of which only the surname is of this one.
        if kind.card != card, kind.attribute == .fullName || kind.attribute == .email,
          name.lies(within: other),
          other.value.revealed.count > name.value.revealed.count,
          !CardNames.isTitled(other.value.revealed)
        {
          kinds.insert(PersonKind.name.rawValue)
        }
      case .catalog(let kind, let owners) where !owners.contains(card):
        switch kind {
        case .name:
          if name.lies(within: other),
            names[card].exclude(other.value.revealed, around: name.value.revealed)
          {
            kinds.insert(kind.rawValue)
          }
        case .email:
          // What stands before the @ says whose it is.
          let local = other.value.revealed.prefix { $0 != "@" }
          if name.lies(within: other),
            names[card].exclude(String(local), around: name.value.revealed)
          {
            kinds.insert(PersonKind.name.rawValue)
          }
        case .bsn, .birthDate:
          // Where only the year is known, it may be theirs.
          if kind == .birthDate, birthDates[card]?.mayBe(other.normalized.revealed) == true {
            break
          }
          // What is theirs may stand further on, behind the name of somebody else.
          let own = mentions.lazy.filter { $0.attribute == kind.attribute }
            .map { $0.sighting.distance(to: name) }.min()
          if own.map({ other.distance(to: name) < $0 }) ?? true,
            belongs(other, to: name, in: record, own: mentions)
          {
            kinds.insert(kind.rawValue)
          }
        default: break
        }
      case .catalog: break
      }
    }
    return kinds
  }

  /// The single names and initials that stand beside a surname.
  private func givenNames(
    beside surname: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> [String] {
    record.compactMap { other in
      let reach =
        surname.isInRow(of: other)
        ? Self.givenNameReach.columnCount : Self.givenNameReach.byteCount
      guard other.otherKind(for: card) == .name, !other.overlaps(surname),
        other.distance(to: surname) <= reach, !other.value.revealed.contains(" ")
      else { return nil }
      return other.value.revealed
    }
  }

  /// Whether the name is part of an address of mail that the card does not have.
  private func isInOtherMailbox(
    _ name: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    record.contains { $0.otherKind(for: card) == .email && name.lies(within: $0) }
  }

  /// Whether behind a name of running text, on its line, stands another birth date and none of theirs: a
  /// nearer name may be one that the sentence only mentions.
  private func hasUnsureBirthDate(
    behind name: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    guard name.place.isOfRunningText,
      !record.contains(where: { $0.attribute(of: card) == .birthDate })
    else { return false }
    return record.contains { other in
      other.otherKind(for: card) == .birthDate && other.place.number == name.place.number
        && other.offset > name.offset && other.distance(to: name) <= Self.sentenceByteCount
        && birthDates[card]?.mayBe(other.normalized.revealed) != true
    }
  }

  /// Whether of all names of the record this one is nearest to the value, and near enough.
  private func belongs(
    _ value: Sighting, to name: Sighting, in record: ArraySlice<Sighting>,
    own mentions: [(sighting: Sighting, attribute: SubjectAttribute)]
  ) -> Bool {
    guard name.reaches(value, lines: Self.reach) else { return false }
    let distance = value.distance(to: name)
    return !record.contains { other in
      other.isOtherName(than: mentions) && value.distance(to: other) < distance
    }
      && !mentions.contains {
        $0.attribute.isName && $0.sighting.offset != name.offset
          && value.distance(to: $0.sighting) < distance
      }
  }

  /// Whether the place of the name is also a name of another card that says as much.
  private func isOfOtherCard(
    _ name: Sighting, _ attribute: SubjectAttribute, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    record.contains { other in
      guard case .term(let kind) = other.subject, kind.card != card else { return false }
      return (kind.attribute == .fullName || kind.attribute == attribute) && name.overlaps(other)
    }
  }
}

extension SubjectAttribute {
  var isName: Bool { self == .fullName || self == .surname }
}

extension Place {
  fileprivate var isOfRunningText: Bool {
    switch self {
    case .line, .paragraph(_, nil): true
    case .cell, .element, .record, .paragraph: false
    }
  }
}

extension Sighting {
  /// Whether a value of running text is at most so many lines away; all of one row or group is near.
  fileprivate func reaches(_ other: Sighting, lines: Int) -> Bool {
    switch place {
    case .line: abs(place.number - other.place.number) <= lines
    case .paragraph(_, nil): abs(place.number - other.place.number) <= lines
    default: true
    }
  }

  /// Whether it is a name, and none of the mentions.
  fileprivate func isOtherName(
    than mentions: [(sighting: Sighting, attribute: SubjectAttribute)]
  ) -> Bool {
    guard case .catalog(.name, _) = subject else { return false }
    return !mentions.contains { $0.attribute.isName && overlaps($0.sighting) }
  }
}
