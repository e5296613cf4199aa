package import ScanModel

/// A file of a plan: what is known of it, and what is to happen to it.
package struct PlanItem: Hashable, Sendable {
  /// From 1.
  package let number: Int
  package let path: FilePath
  /// Of each card that was found in it; empty for a file that is only named by a list.
  package let finds: [PlanFind]
  /// An estimate of how many other people it tells of.
  package let otherPeopleCount: Int
  package let otherPeopleIsLowerBound: Bool
  /// The id of its content type; empty where it was never opened.
  package let contentType: String
  /// `searched`, or the code of the reason why it was not or not wholly.
  package let reading: String
  package let facts: PlanFacts
  /// The numbers of items with equal content, those among them that are the same file under another
  /// name too.
  package let copies: [Int]
  /// The numbers of items with a member of equal content.
  package let within: [Int]
  package let hardLinks: [Int]
  /// Names of the same file that are not in the plan.
  package let linksOutsideCount: Int
  /// What lies beside it or in a recycle folder and may be an older version of it.
  package let beside: [FilePath]
  /// Why it is an item though nothing was found in it: its name; nil for others.
  package let likeness: PlanLikeness?
  /// Folders above it whose names tell of the person.
  package let namedFolders: [FilePath]
  package let hold: PlanItemHold?
  package var decision: ItemDecision

  package init(
    number: Int, path: FilePath, finds: [PlanFind], otherPeopleCount: Int,
    otherPeopleIsLowerBound: Bool, contentType: String, reading: String, facts: PlanFacts,
    copies: [Int], within: [Int] = [], hardLinks: [Int], linksOutsideCount: Int, beside: [FilePath],
    likeness: PlanLikeness? = nil, namedFolders: [FilePath], hold: PlanItemHold?,
    decision: ItemDecision
  ) {
    self.number = number
    self.path = path
    self.finds = finds
    self.otherPeopleCount = otherPeopleCount
    self.otherPeopleIsLowerBound = otherPeopleIsLowerBound
    self.contentType = contentType
    self.reading = reading
    self.facts = facts
    self.copies = copies
    self.within = within
    self.hardLinks = hardLinks
    self.linksOutsideCount = linksOutsideCount
    self.beside = beside
    self.likeness = likeness
    self.namedFolders = namedFolders
    self.hold = hold
    self.decision = decision
  }

  /// The references of the cards found in it.
  package var subjects: [String] { finds.map(\.subject) }
}

/// That a file may be a copy of items, as its name tells.
package struct PlanLikeness: Hashable, Sendable {
  package let sign: CopySign
  /// The numbers of the items.
  package let items: [Int]

  package init(sign: CopySign, items: [Int]) {
    self.sign = sign
    self.items = items
  }
}

/// What the file system and its bytes say of a file.
package struct PlanFacts: Hashable, Sendable {
  /// Keyed, of its content: hexadecimal; nil for one that could not be read wholly.
  package let digest: String?
  package let byteCount: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  package let changed: Int64
  /// The name of its user, or the number of one without a name.
  package let owner: String
  package let userID: UInt32
  package let groupID: UInt32
  package let mode: UInt32
  package let device: UInt64
  package let inode: UInt64
  package let linkCount: Int

  package init(
    digest: String?, byteCount: Int, modified: Int64, changed: Int64, owner: String,
    userID: UInt32, groupID: UInt32, mode: UInt32, device: UInt64, inode: UInt64, linkCount: Int
  ) {
    self.digest = digest
    self.byteCount = byteCount
    self.modified = modified
    self.changed = changed
    self.owner = owner
    self.userID = userID
    self.groupID = groupID
    self.mode = mode
    self.device = device
    self.inode = inode
    self.linkCount = linkCount
  }
}

/// The hold that an item was under when the plan was made.
package struct PlanItemHold: Hashable, Sendable {
  package let ground: HoldGround
  package let until: PlanDay?

  package init(ground: HoldGround, until: PlanDay?) {
    self.ground = ground
    self.until = until
  }
}
