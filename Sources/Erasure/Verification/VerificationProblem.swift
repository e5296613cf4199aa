package import ScanModel
package import Subjects

/// Something that stands in the way of a deletion, or of the proof of one.
package struct VerificationProblem: Hashable, Sendable {
  package let cause: Cause
  /// The number of the item that it is about; nil for none.
  package let item: Int?
  package let path: FilePath?

  package init(_ cause: Cause, item: Int? = nil, path: FilePath? = nil) {
    self.cause = cause
    self.item = item
    self.path = path
  }

  init(_ cause: Cause, _ item: PlanItem) {
    self.init(cause, item: item.number, path: item.path)
  }

  package enum Cause: Hashable, Sendable {
    // The plan itself.
    case planHeadChanged
    case planItemChanged
    case planItemMissing
    case planItemAdded
    case cardChanged
    case cardMissing
    case holdsMissing
    case auditChanged
    case auditLacksPlan
    // Its decisions.
    case undecided
    case groundMissing
    case untilMissing(KeepGround)
    case untilPast(PlanDay)
    case noteMissing
    case underHold(HoldGround, until: PlanDay?)
    // What lies there before the deletion.
    case itemGone
    case itemChanged
    case newPlace(subject: String, verdict: PersonVerdict)
    /// A file that is a copy of items by its name, and that the plan does not have.
    case newCopy(PlanLikeness)
    // What lies there after it.
    case notVerifiedBefore
    case planEditedSince
    case stillThere(isSame: Bool?)
    /// `part` is the way to a member that is one; empty for a file.
    case copyLeft(FilePath, part: [DocumentPart] = [])
    case passagesLeft(count: Int, places: [FoundPlace])
    case passagesFileGone
    case keptGone
    case keptChanged
    case folderLeft
    case namedCopyLeft(PlanLikeness)
    case placeLeft(subject: String, verdict: PersonVerdict, places: [FoundPlace])
    // What could not be read.
    case unread(Outcome)
    case contentUnread
    case folderUnlisted(errorNumber: Int32)
    case rootGone
    case rootReplaced
    case interrupted
  }

  /// The stable code of reports.
  package var code: String {
    switch cause {
    case .planHeadChanged: "plan-changed"
    case .planItemChanged: "plan-item-changed"
    case .planItemMissing: "plan-item-missing"
    case .planItemAdded: "plan-item-added"
    case .cardChanged: "card-changed"
    case .cardMissing: "card-missing"
    case .holdsMissing: "holds-missing"
    case .auditChanged: "audit-changed"
    case .auditLacksPlan: "audit-lacks-plan"
    case .undecided: "undecided"
    case .groundMissing: "ground-missing"
    case .untilMissing: "until-missing"
    case .untilPast: "until-past"
    case .noteMissing: "note-missing"
    case .underHold: "under-hold"
    case .itemGone: "item-gone"
    case .itemChanged: "item-changed"
    case .newPlace: "new-place"
    case .newCopy: "new-copy"
    case .notVerifiedBefore: "not-verified-before"
    case .planEditedSince: "plan-edited-since"
    case .stillThere: "still-there"
    case .copyLeft: "copy-left"
    case .passagesLeft: "passages-left"
    case .passagesFileGone: "passages-file-gone"
    case .keptGone: "kept-gone"
    case .keptChanged: "kept-changed"
    case .folderLeft: "folder-left"
    case .namedCopyLeft: "named-copy-left"
    case .placeLeft: "place-left"
    case .unread: "unread"
    case .contentUnread: "content-unread"
    case .folderUnlisted: "folder-unlisted"
    case .rootGone: "root-gone"
    case .rootReplaced: "root-replaced"
    case .interrupted: "interrupted"
    }
  }

  /// Whether it says that something is not known, and not that something is wrong.
  package var isIncomplete: Bool {
    switch cause {
    case .unread, .contentUnread, .folderUnlisted, .rootGone, .rootReplaced, .interrupted: true
    default: false
    }
  }

  /// Whether nothing that a scan says can be trusted before it is mended.
  package var forbidsScan: Bool {
    switch cause {
    case .planHeadChanged, .planItemChanged, .planItemMissing, .planItemAdded, .cardChanged,
      .cardMissing:
      true
    default: false
    }
  }
}

extension [VerificationProblem] {
  /// What is wrong before what is not known; then by item and path.
  package var inOrder: [VerificationProblem] {
    sorted { left, right in
      if left.isIncomplete != right.isIncomplete { return right.isIncomplete }
      let (number, otherNumber) = (left.item ?? .max, right.item ?? .max)
      if (left.item == nil) != (right.item == nil), left.path == nil || right.path == nil {
        return left.item == nil && left.path == nil
      }
      if number != otherNumber { return number < otherNumber }
      let (path, otherPath) = (left.path?.bytes ?? [], right.path?.bytes ?? [])
      return path == otherPath
        ? left.code < right.code : path.lexicographicallyPrecedes(otherPath)
    }
  }
}
