package import ScanModel

/// What is to be deleted of some people, file by file, as an officer decides it.
///
/// Nothing in it is a value: paths, counts, places, keyed digests. All but the decisions is sealed.
package struct ErasurePlan: Hashable, Sendable {
  /// Random, to tell plans apart.
  package let id: String
  /// Of the case, never a name.
  package let caseReference: String
  /// Seconds since 1970.
  package let made: Int64
  package let author: String
  /// The version of the program.
  package let program: String
  /// What stands for the patterns, and for all that decides what is found: hexadecimal.
  package let patterns: String
  package let recipe: String
  /// Of the key under which it is sealed: hexadecimal.
  package let keyID: String
  /// The head of the audit log when it was made; empty for a log that was not there yet.
  package let auditHead: String
  package let cards: [PlanCardFile]
  package let holds: PlanHoldFile?
  package let scope: PlanScope
  package let coverage: PlanCoverage
  package let items: [PlanItem]
  /// How many it was made with.
  package let itemCount: Int

  package init(
    id: String, caseReference: String, made: Int64, author: String, program: String,
    patterns: String, recipe: String, keyID: String, auditHead: String, cards: [PlanCardFile],
    holds: PlanHoldFile?, scope: PlanScope, coverage: PlanCoverage, items: [PlanItem],
    itemCount: Int? = nil
  ) {
    self.id = id
    self.caseReference = caseReference
    self.made = made
    self.author = author
    self.program = program
    self.patterns = patterns
    self.recipe = recipe
    self.keyID = keyID
    self.auditHead = auditHead
    self.cards = cards
    self.holds = holds
    self.scope = scope
    self.coverage = coverage
    self.items = items
    self.itemCount = itemCount ?? items.count
  }

  /// The references of all cards, in their order.
  package var subjects: [String] { cards.flatMap(\.subjects) }
}

/// A file with cards, as it was when the plan was made.
package struct PlanCardFile: Hashable, Sendable {
  /// nil for standard input.
  package let file: FilePath?
  /// Keyed, of its bytes: hexadecimal.
  package let digest: String
  /// The references of its cards.
  package let subjects: [String]

  package init(file: FilePath?, digest: String, subjects: [String]) {
    self.file = file
    self.digest = digest
    self.subjects = subjects
  }
}

/// The file of holds, as it was when the plan was made.
package struct PlanHoldFile: Hashable, Sendable {
  package let file: FilePath
  /// Keyed, of its bytes: hexadecimal.
  package let digest: String

  package init(file: FilePath, digest: String) {
    self.file = file
    self.digest = digest
  }
}

/// What was searched, and is searched again.
package struct PlanScope: Hashable, Sendable {
  package let roots: [PlanRoot]
  /// The options of the command that decide what is listed and read, as words.
  package let options: [String]
  /// Whether the roots are a list of files that items are made of, whatever is found in them.
  package let isList: Bool

  package init(roots: [PlanRoot], options: [String], isList: Bool) {
    self.roots = roots
    self.options = options
    self.isList = isList
  }
}

/// Where a scan begins, and what tells whether another one begins at the same place.
package struct PlanRoot: Hashable, Sendable {
  /// Absolute and free of links.
  package let path: FilePath
  package let isFolder: Bool
  package let inode: UInt64
  /// The number of the type of its file system (statfs(2)).
  package let fileSystem: Int
  /// The same of the folder that it lies in.
  package let parentInode: UInt64
  package let parentFileSystem: Int

  package init(
    path: FilePath, isFolder: Bool, inode: UInt64, fileSystem: Int, parentInode: UInt64,
    parentFileSystem: Int
  ) {
    self.path = path
    self.isFolder = isFolder
    self.inode = inode
    self.fileSystem = fileSystem
    self.parentInode = parentInode
    self.parentFileSystem = parentFileSystem
  }
}

/// What the plan rests on: how many files were listed, searched, and not, by the codes of the reasons.
package struct PlanCoverage: Hashable, Sendable {
  package let listedCount: Int
  package let searchedCount: Int
  package let partial: [String: Int]
  package let notSearched: [String: Int]
  package let leftOut: [String: Int]

  package init(_ coverage: Coverage) {
    self.init(
      listedCount: coverage.listedCount, searchedCount: coverage.scannedCount,
      partial: Dictionary(
        uniqueKeysWithValues: coverage.partial.map { ($0.key.rawValue, $0.value) }),
      notSearched: coverage.notExamined,
      leftOut: Dictionary(
        uniqueKeysWithValues: coverage.leftOut.map { ($0.key.rawValue, $0.value) }))
  }

  package init(
    listedCount: Int, searchedCount: Int, partial: [String: Int], notSearched: [String: Int],
    leftOut: [String: Int]
  ) {
    self.listedCount = listedCount
    self.searchedCount = searchedCount
    self.partial = partial
    self.notSearched = notSearched
    self.leftOut = leftOut
  }

  package var isComplete: Bool { listedCount == searchedCount }
}
