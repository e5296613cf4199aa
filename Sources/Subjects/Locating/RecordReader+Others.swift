internal import ScanModel

// What in a record speaks against a name, for it is somebody else's.

extension RecordReader {
  /// How far from a surname its given name stands: in bytes, and in cells of a table, with a prefix in
  /// between.
  private static let givenNameReach = (byteCount: 40, cellCount: 2)
  /// How far behind a name the same sentence may give its birth date, in bytes.
  private static let sentenceByteCount = 200
  /// In running text a number belongs to a name that is so many lines away at most.
  private static let reach = 2

  /// The kinds that say that the name is somebody else's.
  func conflicts(
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
          if let below = valueBelow(name, of: kind, in: record) {
            if below.overlaps(other) { kinds.insert(kind.rawValue) }
            break
          }
          // What is theirs may stand further on, behind the name of somebody else.
          let own = mentions.lazy.filter { $0.attribute == kind.attribute }
            .map { $0.sighting.distance(to: name) }.min()
          if other.place.relation == name.place.relation,
            own.map({ other.distance(to: name) < $0 }) ?? true,
            belongs(other, to: name, in: record, own: mentions),
            !stands(name, between: other, andOwnIn: mentions, kind, in: record, card)
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

  /// Whether a single name or initials stand beside a surname that cannot be of the card.
  func hasUnlikeGivenName(
    beside surname: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    let found = surname.value.revealed
    return givenNames(beside: surname, in: record, card).contains {
      names[card].exclude("\($0) \(found)", around: found)
    }
  }

  /// Whether a first name or initials of the card stand beside a surname, and none that cannot be.
  func hasOwnGivenName(
    beside surname: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    givenNames(beside: surname, in: record, card).contains(where: names[card].areGiven)
      && !hasUnlikeGivenName(beside: surname, in: record, card)
  }

  /// The single names and initials that stand beside a surname.
  private func givenNames(
    beside surname: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> [String] {
    let reach =
      if case .cell = surname.place { Self.givenNameReach.cellCount } else {
        Self.givenNameReach.byteCount
      }
    return record.compactMap { other in
      guard other.otherKind(for: card) == .name, !other.overlaps(surname),
        other.distance(to: surname) <= reach, !other.value.revealed.contains(" ")
      else { return nil }
      return other.value.revealed
    }
  }

  /// Whether the name is part of an address of mail that the card does not have.
  func isInOtherMailbox(
    _ name: Sighting, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    record.contains { $0.otherKind(for: card) == .email && name.lies(within: $0) }
  }

  /// Whether behind a name of running text, on its line, stands another birth date and none of theirs: a
  /// nearer name may be one that the sentence only mentions.
  func hasUnsureBirthDate(
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

  /// Whether a birth date that is not theirs stands nearer before a name than theirs behind it: it is not
  /// known which of both goes with the name.
  func hasUnsureBirthDate(
    before name: Sighting, in record: ArraySlice<Sighting>,
    own mentions: [(sighting: Sighting, attribute: SubjectAttribute)], _ card: Int
  ) -> Bool {
    guard valueBelow(name, of: .birthDate, in: record) == nil,
      let own = mentions.lazy.filter({ $0.attribute == .birthDate })
        .map({ $0.sighting.distance(to: name) }).min()
    else { return false }
    return record.contains { other in
      other.otherKind(for: card) == .birthDate && other.distance(to: name) < own
        && stands(name, between: other, andOwnIn: mentions, .birthDate, in: record, card)
    }
  }

  /// Whether a value of somebody else stands before a name and one of theirs behind it, with neither
  /// another name nor another such value in between.
  private func stands(
    _ name: Sighting, between other: Sighting,
    andOwnIn mentions: [(sighting: Sighting, attribute: SubjectAttribute)], _ kind: PersonKind,
    in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    guard other.offset < name.offset,
      let own = mentions.first(where: {
        $0.attribute == kind.attribute && $0.sighting.offset > name.offset
      })?.sighting
    else { return false }
    let isParted = record.contains { between in
      between.offset > name.offset && between.offset < own.offset && !between.overlaps(name)
        && (between.otherKind(for: card) == kind || between.isOtherName(than: mentions))
    }
    return !isParted
      && !mentions.contains {
        $0.attribute.isName && $0.sighting.offset > name.offset && $0.sighting.offset < own.offset
          && !$0.sighting.overlaps(name)
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
  func isOfOtherCard(
    _ name: Sighting, _ attribute: SubjectAttribute, in record: ArraySlice<Sighting>, _ card: Int
  ) -> Bool {
    record.contains { other in
      guard case .term(let kind) = other.subject, kind.card != card else { return false }
      return (kind.attribute == .fullName || kind.attribute == attribute) && name.overlaps(other)
    }
  }
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
