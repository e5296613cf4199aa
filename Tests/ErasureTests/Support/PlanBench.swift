import Cryptography
import Reporting
import ScanModel
import Testing

@testable import Erasure
@testable import Subjects

/// Plans and results of scans that nothing was read for.
struct PlanBench {
  let hasher: ValueHasher
  let seal: PlanSeal

  init() throws {
    hasher = try #require(ValueHasher(key: (0..<32).map { UInt8($0) }))
    seal = PlanSeal(hasher)
  }

  static let root = "/srv/share"
  static let day = PlanDay(at: 1_790_000_000)

  func path(_ name: String) -> FilePath { FilePath("\(Self.root)/\(name)") }

  /// What stands for the content that is called so.
  func digest(_ content: String) -> String { hasher.fileCode(Array(content.utf8)) }

  func item(
    _ number: Int, _ name: String, _ decision: ItemDecision = ItemDecision(.delete),
    content: String? = nil, byteCount: Int = 10, namedFolders: [FilePath] = [],
    hold: PlanItemHold? = nil, likeness: PlanLikeness? = nil
  ) -> PlanItem {
    PlanItem(
      number: number, path: path(name),
      finds: [
        PlanFind(
          subject: "A", verdict: "this-person", score: 98, hits: ["bsn": 1, "full-name": 2],
          documents: [
            PlanDocument(
              part: ["member:brief.docx"], verdict: "this-person", recordCount: 1, places: ["¶3"])
          ], documentCount: 1)
      ],
      otherPeopleCount: 3, otherPeopleIsLowerBound: false, contentType: "text",
      reading: "searched",
      facts: PlanFacts(
        digest: digest(content ?? name), byteCount: byteCount, modified: 1_700_000_000_000_000_123,
        changed: -1, owner: "jansen", userID: 1000, groupID: 100, mode: 0o100640, device: 64,
        inode: UInt64(100 + number), linkCount: 1),
      copies: [], hardLinks: [], linksOutsideCount: 0, beside: [path("~$\(name)")],
      likeness: likeness, namedFolders: namedFolders, hold: hold, decision: decision)
  }

  func plan(_ items: [PlanItem], caseReference: String = "Z-2026-17") -> ErasurePlan {
    ErasurePlan(
      id: "0123456789abcdef", caseReference: caseReference, made: 1_790_000_000, author: "fg",
      program: "0.1.0", patterns: "aabb", recipe: "ccdd", keyID: "0011223344556677",
      auditHead: "",
      cards: [
        PlanCardFile(file: FilePath("/home/fg/kaart.yaml"), digest: "ee", subjects: ["A"])
      ],
      holds: PlanHoldFile(file: FilePath("/home/fg/blokkades.yaml"), digest: "ff"),
      scope: PlanScope(
        roots: [
          PlanRoot(
            path: FilePath(Self.root), isFolder: true, inode: 2, fileSystem: 61267, parentInode: 1,
            parentFileSystem: 61267)
        ], options: ["--exclude", "*.iso"], isList: false),
      coverage: PlanCoverage(
        listedCount: 12, searchedCount: 11, partial: [:], notSearched: ["encrypted": 1],
        leftOut: ["excluded": 4]),
      items: items)
  }

  func text(_ plan: ErasurePlan) -> String { PlanText(plan, seal: seal, language: .nl).text }

  func check(_ text: String) throws -> PlanCheck {
    PlanCheck(try PlanReader.reading(text, file: "plan"))
  }

  // MARK: Results

  func located(
    _ name: String, _ verdict: PersonVerdict = .thisPerson,
    _ attributes: [SubjectAttribute] = [.bsn, .fullName], part: [DocumentPart] = [],
    text: [DocumentPart] = []
  ) -> LocatedFile {
    let record = LocatedRecord(
      verdict: verdict, score: 0.9, reasons: [],
      mentions: attributes.map {
        Mention(attribute: $0, place: .line(3, column: 1), value: SensitiveText("x"))
      })
    return LocatedFile(
      card: 0,
      record: FileRecord(
        provenance: Provenance(path: path(name)), byteCount: 10, contentType: "text",
        outcome: .scanned),
      verdict: verdict, score: 0.9,
      documents: [
        LocatedDocument(
          part: part, verdict: verdict, score: 0.9, reasons: [],
          records: [LocatedDocument.Entry(text: text, record: record)],
          recordCounts: [verdict: 1])
      ],
      documentCounts: [verdict: 1],
      mentionCounts: Dictionary(attributes.map { ($0, 1) }, uniquingKeysWith: +),
      otherPeople: OtherPeople(count: 0))
  }

  /// A result of a scan with these files; `gaps` were not read.
  func result(
    _ files: [LocatedFile] = [], gaps: [(String, Outcome)] = [], listedCount: Int = 5,
    wasInterrupted: Bool = false
  ) -> LocateResult {
    var coverage = Coverage()
    var unsearched = UnsearchedFiles()
    for _ in 0..<listedCount {
      coverage.list()
      coverage.end(.scanned, contentType: "text", byteCount: 10)
    }
    for (name, outcome) in gaps {
      coverage.list()
      coverage.end(outcome, contentType: "text", byteCount: 10)
      unsearched.gapCount += 1
      unsearched.gaps.append(
        UnsearchedFiles.Gap(
          path: path(name), byteCount: 10, contentType: "text", outcome: outcome,
          members: MemberTally()))
    }
    return LocateResult(
      cards: [SubjectCard()], files: files, unsearched: unsearched,
      summary: RunSummary(
        coverage: coverage, findingCounts: [:], fileCounts: [:], suppressedCount: 0,
        wasInterrupted: wasInterrupted, duration: 1),
      started: 1, ended: 2)
  }

  /// Files that are there, by name, with what they hold.
  ///
  /// `members` are the contents of members of files with a name.
  func contents(
    _ files: [String: String], members: [String: String] = [:]
  ) -> ScopeContents {
    var equal: [String: [FilePath]] = [:]
    for (name, content) in files.sorted(by: { $0.key < $1.key }) {
      equal[digest(content), default: []].append(path(name))
    }
    return ScopeContents(
      digests: Dictionary(uniqueKeysWithValues: files.map { (path($0.key), digest($0.value)) }),
      outcomes: Dictionary(uniqueKeysWithValues: files.map { (path($0.key), .scanned) }),
      equal: equal,
      equalMembers: Dictionary(
        members.map { name, content in
          (
            digest(content),
            [ScopeContents.Member(path: path(name), part: [.member("binnen.txt")])]
          )
        }, uniquingKeysWith: +))
  }

  /// All items of a plan, there or gone.
  func presence(_ plan: ErasurePlan, there names: [String]) -> [FilePath: PlacePresence] {
    let there = Set(names.map { path($0) })
    var presence: [FilePath: PlacePresence] = [:]
    for item in plan.items {
      for path in [item.path] + item.namedFolders {
        presence[path] = there.contains(path) ? .there : .gone
      }
    }
    return presence
  }
}

extension [VerificationProblem] {
  /// `code item`, in their order.
  var codes: [String] {
    map { problem in problem.item.map { "\(problem.code) \($0)" } ?? problem.code }
  }
}
