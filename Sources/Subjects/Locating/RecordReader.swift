internal import ScanModel

/// Reads from the sightings of one record what is said of the people of the cards.
struct RecordReader: Sendable {
  let names: [CardNames]
  let birthDates: [SubjectCard.CalendarDay?]

  /// How many mentions of one record are kept.
  private static let mentionLimit = 50

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
        if conflicts.isEmpty,
          hasUnsureBirthDate(behind: sighting, in: record, card)
            || hasUnsureBirthDate(before: sighting, in: record, own: mentions, card)
        {
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
          if attribute == .surname, hasUnlikeGivenName(beside: sighting, in: record, card) {
            facts.hasUnlikeGivenName = true
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
      guard var attribute = sighting.attribute(of: card) else { continue }
      let isKnown = mentions.suffix(Self.mentionLimit).contains {
        ($0.attribute == attribute || $0.attribute.isName && attribute.isName)
          && $0.sighting.overlaps(sighting)
      }
      if isKnown { continue }
      if attribute == .surname, hasOwnGivenName(beside: sighting, in: record, card) {
        attribute = .fullName
      }
      mentions.append((sighting, attribute))
    }
    return mentions
  }
}

extension SubjectAttribute {
  var isName: Bool { self == .fullName || self == .surname }
}
