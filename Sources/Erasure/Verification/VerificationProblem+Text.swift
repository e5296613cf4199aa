package import Reporting
internal import ScanModel
internal import Subjects

extension VerificationProblem {
  /// One sentence for an officer: what is wrong, with which item, and what to do.
  package func message(in language: ReportLanguage) -> String {
    let about = about(language)
    return about.isEmpty ? text(language) : "\(about): \(text(language))"
  }

  /// `item 3, /srv/share/brief.docx`.
  private func about(_ language: ReportLanguage) -> String {
    [
      item.map { language.choose(nl: "onderdeel \($0)", en: "item \($0)") },
      path.map { TerminalText.path($0) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  func text(_ language: ReportLanguage) -> String {
    switch cause {
    case .planHeadChanged, .planItemChanged, .planItemMissing, .planItemAdded, .cardChanged,
      .cardMissing, .holdsMissing, .auditChanged, .auditLacksPlan:
      planText(language)
    case .undecided, .groundMissing, .untilMissing, .untilPast, .noteMissing, .underHold:
      decisionText(language)
    case .itemGone, .itemChanged, .newPlace, .newCopy: beforeText(language)
    case .notVerifiedBefore, .planEditedSince, .stillThere, .copyLeft, .passagesLeft,
      .passagesFileGone, .keptGone, .keptChanged, .folderLeft, .namedCopyLeft, .placeLeft:
      afterText(language)
    case .unread, .contentUnread, .folderUnlisted, .rootGone, .rootReplaced, .interrupted:
      gapText(language)
    }
  }

  // MARK: The plan

  private func planText(_ language: ReportLanguage) -> String {
    switch cause {
    case .planItemChanged:
      language.choose(
        nl: "meer dan de beslissing is veranderd; zet het terug of maak een nieuw plan",
        en: "more than its decision was edited; put it back or make a new plan")
    case .planItemMissing:
      language.choose(
        nl: "staat niet meer in het plan; zet het terug of maak een nieuw plan",
        en: "is not in the plan any more; put it back or make a new plan")
    case .planItemAdded:
      language.choose(
        nl: "is aan het plan toegevoegd of staat er twee keer; haal het weg of maak een nieuw plan",
        en: "was added to the plan or stands twice; remove it or make a new plan")
    case .cardChanged:
      language.choose(
        nl: "de kaart is veranderd sinds het plan; maak een nieuw plan",
        en: "the card has changed since the plan; make a new plan")
    case .cardMissing:
      language.choose(
        nl: "de kaart kan niet worden gelezen; noem haar met --subject",
        en: "the card cannot be read; name it with --subject")
    case .holdsMissing:
      language.choose(
        nl: "het bestand met blokkades kan niet worden gelezen; noem het met --holds",
        en: "the file of holds cannot be read; name it with --holds")
    case .auditChanged:
      language.choose(
        nl: "het auditlogboek is veranderd; 'vindplaats audit verify' zegt waar",
        en: "the audit log was changed; 'vindplaats audit verify' says where")
    case .auditLacksPlan:
      language.choose(
        nl: "het auditlogboek kent dit plan niet; noem het juiste logboek met --audit",
        en: "the audit log does not know this plan; name the right log with --audit")
    default:
      language.choose(
        nl: "de kop van het plan (zaak, kaarten, plaatsen) is veranderd; maak een nieuw plan",
        en: "the head of the plan (case, cards, places) was edited; make a new plan")
    }
  }

  // MARK: Decisions

  private func decisionText(_ language: ReportLanguage) -> String {
    switch cause {
    case .undecided:
      return language.choose(
        nl: "nog niet beslist; vul bij 'decision' delete, passages of keep in",
        en: "not decided yet; fill in delete, passages or keep at 'decision'")
    case .groundMissing:
      return language.choose(
        nl: "wordt bewaard zonder grond; vul 'ground' in",
        en: "is kept without a ground; fill in 'ground'")
    case .untilMissing(let ground):
      return language.choose(
        nl: "de grond \(ground.rawValue) vraagt een einddatum; vul 'until' in",
        en: "the ground \(ground.rawValue) needs a last day; fill in 'until'")
    case .untilPast(let day):
      return language.choose(
        nl: "de grond om te bewaren is op \(day.text) afgelopen; beslis opnieuw",
        en: "the ground to keep it ended on \(day.text); decide anew")
    case .noteMissing:
      return language.choose(
        nl: "de grond other vraagt uitleg; vul 'note' in",
        en: "the ground other needs an explanation; fill in 'note'")
    case .underHold(let ground, let until):
      let end = until.map(\.text)
      return language.choose(
        nl: "mag niet worden verwijderd, blokkade: \(KeepGround(ground).phrase[language])"
          + (end.map { " tot en met \($0)" } ?? "") + "; kies keep",
        en: "must not be deleted, hold: \(KeepGround(ground).phrase[language])"
          + (end.map { " until \($0)" } ?? "") + "; choose keep")
    default: return ""
    }
  }

  // MARK: Before

  private func beforeText(_ language: ReportLanguage) -> String {
    switch cause {
    case .itemGone:
      language.choose(
        nl: "is er niet meer; maak een nieuw plan", en: "is not there any more; make a new plan")
    case .itemChanged:
      language.choose(
        nl: "de inhoud is veranderd sinds het plan; maak een nieuw plan",
        en: "its content has changed since the plan; make a new plan")
    case .newPlace(let subject, let verdict):
      language.choose(
        nl:
          "nieuwe plaats van \(subject) (\(verdict.phrase[language])), niet in het plan; maak een nieuw plan",
        en:
          "a new place of \(subject) (\(verdict.phrase[language])), not in the plan; make a new plan"
      )
    case .newCopy(let likeness):
      language.choose(
        nl: "naar zijn naam \(likeness.text(.nl)), niet in het plan; maak een nieuw plan",
        en: "by its name \(likeness.text(.en)), not in the plan; make a new plan")
    default: ""
    }
  }

  // MARK: After

  private func afterText(_ language: ReportLanguage) -> String {
    switch cause {
    case .notVerifiedBefore:
      return language.choose(
        nl:
          "er is geen geslaagde 'erase verify-before' van dit plan in het auditlogboek; was die er "
          + "wel, noem dan het juiste logboek met --audit",
        en:
          "the audit log has no passed 'erase verify-before' of this plan; where there was one, name "
          + "the right log with --audit")
    case .planEditedSince:
      return language.choose(
        nl:
          "het plan is bewerkt na 'erase verify-before'; alleen de tekst van toen geldt, zet die terug",
        en:
          "the plan was edited after 'erase verify-before'; only the text of then counts, put it back"
      )
    case .stillThere(let isSame):
      let state =
        switch isSame {
        case true?: language.choose(nl: ", met dezelfde inhoud", en: ", with the same content")
        case false?: language.choose(nl: ", met andere inhoud", en: ", with another content")
        case nil: ""
        }
      return language.choose(
        nl: "is er (weer)\(state); laat het alsnog verwijderen",
        en: "is there (again)\(state); have it deleted")
    case .copyLeft(let path, let part):
      let copy = ([TerminalText.path(path)] + (part.isEmpty ? [] : [part.shown(in: language)]))
        .joined(separator: " » ")
      return language.choose(
        nl: "er is nog een kopie met dezelfde inhoud: \(copy); laat die ook verwijderen",
        en: "a copy with the same content is left: \(copy); have it deleted too")
    case .passagesLeft(let count, let places):
      let places = Self.list(places, language)
      return language.choose(
        nl:
          "er staat nog van deze persoon in, op \(count) \(count == 1 ? "plaats" : "plaatsen")\(places); laat dat alsnog weghalen",
        en:
          "it still tells of this person, in \(count) \(count == 1 ? "place" : "places")\(places); have that taken out"
      )
    case .passagesFileGone:
      return language.choose(
        nl: "het hele bestand is weg, terwijl alleen passages weg moesten; laat het terugzetten",
        en: "the whole file is gone, where only passages were to go; have it restored")
    case .keptGone:
      return language.choose(
        nl: "moest blijven en is weg; laat het terugzetten",
        en: "was to be kept and is gone; have it restored")
    case .keptChanged:
      return language.choose(
        nl: "moest blijven zoals het was en is veranderd; ga na door wie en waarom",
        en: "was to be kept as it was and has changed; find out by whom and why")
    case .folderLeft:
      return language.choose(
        nl: "de map is er nog, en haar naam noemt deze persoon; laat haar verwijderen of hernoemen",
        en:
          "the folder is still there, and its name tells of this person; have it deleted or renamed"
      )
    case .namedCopyLeft(let likeness):
      return language.choose(
        nl: "naar zijn naam \(likeness.text(.nl)), niet in het plan; bekijk het bestand zelf",
        en: "by its name \(likeness.text(.en)), not in the plan; look at the file yourself")
    case .placeLeft(let subject, let verdict, let places):
      let places = Self.list(places, language)
      return language.choose(
        nl:
          "hier staan nog gegevens van \(subject) (\(verdict.phrase[language])), niet in het plan\(places); neem ze in een nieuw plan op, of leg vast waarom ze blijven",
        en:
          "data of \(subject) are left here (\(verdict.phrase[language])), not in the plan\(places); put them into a new plan, or record why they stay"
      )
    default: return ""
    }
  }

  private static func list(_ places: [FoundPlace], _ language: ReportLanguage) -> String {
    places.isEmpty ? "" : ": " + places.map { $0.text(in: language) }.joined(separator: "; ")
  }

  // MARK: Gaps

  private func gapText(_ language: ReportLanguage) -> String {
    switch cause {
    case .unread(let outcome):
      let gap = outcome.gapPhrase?[language] ?? ""
      if case .partial = outcome {
        return language.choose(
          nl: "\(gap); wat er verder in staat, is niet bekend",
          en: "\(gap); what else it holds is not known")
      }
      return language.choose(
        nl: "\(gap); wat erin staat, is niet bekend", en: "\(gap); what it holds is not known")
    case .contentUnread:
      return language.choose(
        nl: "de inhoud kon niet worden vergeleken", en: "its content could not be compared")
    case .folderUnlisted(let number):
      return language.choose(
        nl: "de map kan niet worden bekeken (errno \(number)); of het weg is, is niet bekend",
        en: "its folder cannot be looked into (errno \(number)); whether it is gone is not known")
    case .rootGone:
      return language.choose(
        nl: "de plaats is er niet; is de schijf aangekoppeld?",
        en: "the place is not there; is the share mounted?")
    case .rootReplaced:
      return language.choose(
        nl: "dit is niet de map van toen het plan werd gemaakt; is de schijf aangekoppeld?",
        en: "this is not the folder that the plan was made on; is the share mounted?")
    default:
      return language.choose(
        nl: "het lezen is onderbroken, of niet alles is gelezen",
        en: "the reading was interrupted, or not everything was read")
    }
  }
}

extension PlanLikeness {
  /// `reservekopie van onderdeel 3, 4`.
  package func text(_ language: ReportLanguage) -> String {
    let numbers = items.map { "\($0)" }.joined(separator: ", ")
    return language.choose(
      nl: "\(sign.phrase[language]) van onderdeel \(numbers)",
      en: "\(sign.phrase[language]) of item \(numbers)")
  }
}
