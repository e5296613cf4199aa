package import Reporting

/// How many items of a plan were decided how; together they are all.
package struct DecisionCounts: Hashable, Sendable {
  package private(set) var deleteCount = 0
  package private(set) var passagesCount = 0
  package private(set) var keepCount = 0
  package private(set) var undecidedCount = 0
  /// Kept items of which it was not decided that they tell of somebody else.
  private var keptDataCount = 0

  package init(of items: [PlanItem]) {
    for item in items {
      switch item.decision.choice {
      case .delete: deleteCount += 1
      case .passages: passagesCount += 1
      case .keep: keepCount += 1
      case nil: undecidedCount += 1
      }
      if item.decision.choice == .keep, item.decision.ground != .otherPerson { keptDataCount += 1 }
    }
  }

  private var itemCount: Int { deleteCount + passagesCount + keepCount + undecidedCount }

  /// `6 onderdelen: 3 te verwijderen, uit 1 alleen passages te verwijderen, 2 te bewaren`.
  package var phrase: Phrase {
    let noun = Phrase.items(itemCount)
    let parts = [
      (deleteCount, Phrase("\(deleteCount) te verwijderen", "\(deleteCount) to delete")),
      (
        passagesCount,
        Phrase(
          "uit \(passagesCount) alleen passages te verwijderen",
          "\(passagesCount) to delete passages from")
      ),
      (keepCount, Phrase("\(keepCount) te bewaren", "\(keepCount) to keep")),
      (undecidedCount, Phrase("\(undecidedCount) niet beslist", "\(undecidedCount) not decided")),
    ].compactMap { $0 > 0 ? $1 : nil }
    let dutch = parts.map(\.dutch).joined(separator: ", ")
    let english = parts.map(\.english).joined(separator: ", ")
    return Phrase(
      "\(itemCount) \(noun.dutch)" + (parts.isEmpty ? "" : ": \(dutch)"),
      "\(itemCount) \(noun.english)" + (parts.isEmpty ? "" : ": \(english)"))
  }

  /// Says that data were kept; nil where none were.
  package var keptPhrase: Phrase? {
    switch keptDataCount {
    case 0: nil
    case 1:
      Phrase(
        "In 1 onderdeel dat volgens het plan moest blijven, staan de gevonden gegevens nog.",
        "The data found in 1 item that had to stay by the plan are still there.")
    default:
      Phrase(
        "In \(keptDataCount) onderdelen die volgens het plan moesten blijven, staan de gevonden "
          + "gegevens nog.",
        "The data found in \(keptDataCount) items that had to stay by the plan are still there.")
    }
  }
}
