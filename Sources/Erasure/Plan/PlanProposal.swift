package import Cryptography
package import ScanModel
internal import Scanning
package import Subjects

/// Makes the items of a plan from what a fresh scan found, and proposes what speaks for itself.
package struct PlanProposal {
  private let result: LocateResult
  private let listed: [FileRecord]
  private let hasher: ValueHasher
  private let holds: [Hold]
  private let caseReference: String
  private let day: PlanDay
  private let subjects: [String]
  private let gapOutcomes: [FilePath: Outcome]

  /// `subjects` are the references of the cards of the result; `listed` are files that are in the plan
  /// whatever was found in them.
  package init(
    _ result: LocateResult, subjects: [String], listed: [FileRecord], hasher: ValueHasher,
    holds: [Hold], caseReference: String, day: PlanDay
  ) {
    self.result = result
    self.subjects = subjects
    gapOutcomes = Dictionary(
      result.unsearched.gaps.map { ($0.path, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    self.listed = listed
    self.hasher = hasher
    self.holds = holds
    self.caseReference = caseReference
    self.day = day
  }

  /// Ordered by path; files that are copies by their names alone, within `bound`, are items as well.
  package func items(below roots: [FilePath], copiesWithin bound: CopyBound) -> [PlanItem] {
    var owners = FileOwner()
    var recycled = RecycleFolders(within: bound)
    let files = Dictionary(grouping: result.files, by: \.path)
    var records = Dictionary(
      listed.map { ($0.provenance.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in result.files { records[file.path] = file.record }
    let leftOut = LeftOutPaths(of: result)
    let copies = NamedCopies.of(
      records.keys.filter { !Self.isOfOthers(files[$0] ?? []) }, within: bound
    ).filter { !leftOut.contains($0.path) }
    let paths = Set(records.keys).union(copies.map(\.path)).sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    let likenesses = Likenesses(copies, paths)
    let drafts = paths.enumerated().map { index, path in
      Draft(
        number: index + 1, path: path, record: records[path], files: files[path] ?? [],
        facts: facts(of: path, records[path], &owners))
    }
    let groups = Groups(drafts) { hasher.contentCode($0) }
    return drafts.map { draft in
      item(
        draft, groups, likenesses,
        beside: likenesses.copies(of: draft.path) + recycled.above(draft.path).map(\.path),
        namedFolders: NamedFolders.paths(in: draft.files, roots: roots))
    }
  }

  /// Which paths may be copies of which, by their names.
  private struct Likenesses {
    private let byPath: [FilePath: PlanLikeness]
    private var byOriginal: [FilePath: [FilePath]] = [:]

    /// `paths` are those of all items, in the order of their numbers.
    init(_ copies: [NamedCopy], _ paths: [FilePath]) {
      let numbers = Dictionary(uniqueKeysWithValues: zip(paths, 1...))
      byPath = Dictionary(
        uniqueKeysWithValues: copies.map { copy in
          (
            copy.path,
            PlanLikeness(sign: copy.sign, items: copy.originals.compactMap { numbers[$0] })
          )
        })
      for copy in copies {
        for original in copy.originals { byOriginal[original, default: []].append(copy.path) }
      }
    }

    subscript(path: FilePath) -> PlanLikeness? { byPath[path] }

    func copies(of path: FilePath) -> [FilePath] { byOriginal[path] ?? [] }
  }

  /// A file that is to be an item.
  private struct Draft {
    let number: Int
    let path: FilePath
    let record: FileRecord?
    let files: [LocatedFile]
    let facts: PlanFacts

    /// Those of its members that tell of any card, and what these lie in, each once.
    var memberContents: Set<MemberContent> {
      Set(files.flatMap { $0.documents.compactMap(\.content) + $0.containers })
    }
  }

  /// Which items have equal content, and which are one file.
  private struct Groups {
    private struct Identity: Hashable {
      let device: UInt64
      let inode: UInt64
    }

    private var byContent: [String: [Int]] = [:]
    /// By content, the items with such a member.
    private var byMember: [String: [Int]] = [:]
    private var byIdentity: [Identity: [Int]] = [:]
    private let code: (ContentDigest) -> String

    init(_ drafts: [Draft], code: @escaping (ContentDigest) -> String) {
      self.code = code
      for draft in drafts {
        for member in draft.memberContents {
          byMember[code(member.digest), default: []].append(draft.number)
        }
        if let digest = draft.facts.digest { byContent[digest, default: []].append(draft.number) }
        byIdentity[Self.identity(draft), default: []].append(draft.number)
      }
    }

    func copies(of draft: Draft) -> [Int] {
      (draft.facts.digest.flatMap { byContent[$0] } ?? []).filter { $0 != draft.number }
    }

    func within(_ draft: Draft) -> [Int] {
      distinct(draft.facts.digest.flatMap { byMember[$0] } ?? [])
    }

    /// The items with the content of a member of the item `number`: others, or that one once more.
    func copies(of member: ContentDigest?, in number: Int) -> [Int] {
      guard let code = member.map(code) else { return [] }
      let files = (byContent[code] ?? []).filter { $0 != number }
      var members = byMember[code] ?? []
      if let own = members.firstIndex(of: number) { members.remove(at: own) }
      return distinct(files + members)
    }

    private func distinct(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }

    func links(of draft: Draft) -> [Int] {
      draft.facts.linkCount < 2
        ? [] : (byIdentity[Self.identity(draft)] ?? []).filter { $0 != draft.number }
    }

    private static func identity(_ draft: Draft) -> Identity {
      Identity(device: draft.facts.device, inode: draft.facts.inode)
    }
  }

  private func facts(
    of path: FilePath, _ record: FileRecord?, _ owners: inout FileOwner
  ) -> PlanFacts {
    let facts = record?.facts ?? FileFacts(of: path)
    let digest = record?.digest ?? FileContent.digest(of: path)
    return PlanFacts(
      digest: digest.map { hasher.contentCode($0) },
      byteCount: facts?.byteCount ?? record?.byteCount ?? 0, modified: facts?.modified ?? 0,
      changed: facts?.changed ?? 0, owner: facts.map { owners.name(of: $0.userID) } ?? "",
      userID: facts?.userID ?? 0, groupID: facts?.groupID ?? 0, mode: facts?.mode ?? 0,
      device: facts?.identity.device ?? 0, inode: facts?.identity.inode ?? 0,
      linkCount: facts?.hardLinkCount ?? 1)
  }

  private func item(
    _ draft: Draft, _ groups: Groups, _ likenesses: Likenesses, beside: [FilePath],
    namedFolders: [FilePath]
  ) -> PlanItem {
    let finds = draft.files.map { file in
      PlanFind(file, subject: subjects[file.card]) { groups.copies(of: $0, in: draft.number) }
    }
    let hold = holds.first(
      forbidding: draft.path, of: finds.isEmpty ? subjects : finds.map(\.subject),
      in: caseReference, on: day)
    let links = groups.links(of: draft)
    let others = draft.files.map(\.otherPeople).max { $0.count < $1.count }
    return PlanItem(
      number: draft.number, path: draft.path, finds: finds,
      otherPeopleCount: others?.count ?? 0, otherPeopleIsLowerBound: others?.isLowerBound ?? false,
      contentType: draft.record?.contentType ?? "",
      reading: reading(of: draft), facts: draft.facts,
      copies: groups.copies(of: draft), within: groups.within(draft), hardLinks: links,
      linksOutsideCount: max(0, draft.facts.linkCount - links.count - 1), beside: beside,
      likeness: draft.files.isEmpty ? likenesses[draft.path] : nil, namedFolders: namedFolders,
      hold: hold.map { PlanItemHold(ground: $0.ground, until: $0.until) },
      decision: Self.proposal(draft.files, hold))
  }

  /// A file without a record was searched where it is no gap.
  private func reading(of draft: Draft) -> String {
    if let outcome = draft.record?.outcome ?? gapOutcomes[draft.path] {
      return PlanReading.code(outcome)
    }
    return result.unsearched.gapCount == gapOutcomes.count ? PlanReading.searched : ""
  }

  private static func proposal(_ files: [LocatedFile], _ hold: Hold?) -> ItemDecision {
    if let hold {
      return ItemDecision(.keep, ground: KeepGround(hold.ground), until: hold.until)
    }
    return isOfOthers(files) ? ItemDecision(.keep, ground: .otherPerson) : ItemDecision()
  }

  /// Whether something was found, and nothing of it tells of the person.
  private static func isOfOthers(_ files: [LocatedFile]) -> Bool {
    !files.isEmpty && files.allSatisfy { $0.verdict == .otherPerson || $0.hasSurnameOnly }
  }
}

extension LocatedFile {
  /// Whether nothing but a surname was found in it, be it behind a title.
  fileprivate var hasSurnameOnly: Bool {
    if mentionCounts.allSatisfy({ $0.key == .surname || $0.value == 0 }) {
      return verdict != .thisPerson
    }
    return !isCutShort && verdict == .possiblyAnother
      && documents.allSatisfy { document in
        document.records.allSatisfy { $0.record.reasons == [.alone(.surname)] }
      }
  }
}

extension PlanFind {
  fileprivate init(
    _ file: LocatedFile, subject: String, copies: (ContentDigest?) -> [Int]
  ) {
    self.init(
      subject: subject, verdict: file.verdict.rawValue, score: Int((file.score * 100).rounded()),
      hits: Dictionary(
        uniqueKeysWithValues: file.mentionCounts.map { ($0.key.rawValue, $0.value) }),
      documents: file.documents.prefix(Self.documentLimit).map { document in
        PlanDocument(document, copies: copies(document.digest))
      },
      documentCount: file.documentCounts.values.reduce(0, +))
  }
}

extension PlanDocument {
  init(_ document: LocatedDocument, copies: [Int]) {
    self.init(
      part: document.part.map(\.code), verdict: document.verdict.rawValue,
      recordCount: document.recordCounts.values.reduce(0, +),
      places: document.records.prefix(Self.placeLimit).map(\.placeCode), copies: copies)
  }
}

extension LocatedDocument.Entry {
  /// `sheet:Salaris » C7 (bsn)`.
  var placeCode: String {
    (text.map(\.code) + (record.mentions.first.map { [$0.place.description] } ?? []))
      .joined(separator: " » ")
  }
}
