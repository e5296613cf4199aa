internal import Reporting
package import ScanModel
internal import YAML

/// Reads the text of a plan; what is not as plans are written is an error with file and line.
package struct PlanReader {
  /// A plan as it was read, with the seals that stand in it.
  package struct Reading: Sendable {
    package let plan: ErasurePlan
    let seal: String
    /// Of each item, in the order of the text.
    let itemSeals: [String]
  }

  private let file: String

  private static let keys: Set = [
    "plan", "id", "case", "made", "made_by", "program", "patterns", "recipe", "key", "audit_head",
    "cards", "holds", "roots", "options", "from_list", "listed", "searched", "partly_searched",
    "not_searched", "left_out", "item_count", "seal", "items",
  ]

  package static func reading(
    _ text: String, file: String
  ) throws(ConfigurationError) -> Reading {
    let root = try YAMLMapping(
      try YAMLDocument.root(of: text, file: file), file: file, knownKeys: keys, quotesKeys: false)
    guard try root.integer("plan") == PlanFactsText.formVersion else {
      throw root.error("a newer version of the program made this plan; use that one", at: "plan")
    }
    return try PlanReader(file: file).reading(root)
  }

  private func reading(_ root: YAMLMapping) throws(ConfigurationError) -> Reading {
    guard let made = Timestamp.seconds(iso8601: try root.text("made")) else {
      throw root.error("'made' takes a moment as the program writes it", at: "made")
    }
    var items: [PlanItem] = []
    var seals: [String] = []
    for node in try root.list("items") {
      let (item, seal) = try PlanItemReader(node, file: file).item()
      items.append(item)
      seals.append(seal)
    }
    let plan = ErasurePlan(
      id: try root.text("id"), caseReference: try root.text("case"), made: made,
      author: try root.text("made_by"), program: try root.text("program"),
      patterns: try root.text("patterns"), recipe: try root.text("recipe"),
      keyID: try root.text("key"), auditHead: try root.text("audit_head"),
      cards: try cards(root), holds: try holds(root), scope: try scope(root),
      coverage: PlanCoverage(
        listedCount: try root.integer("listed"), searchedCount: try root.integer("searched"),
        partial: try root.counts("partly_searched"), notSearched: try root.counts("not_searched"),
        leftOut: try root.counts("left_out")),
      items: items, itemCount: try root.integer("item_count"))
    return Reading(plan: plan, seal: try root.text("seal"), itemSeals: seals)
  }

  private func cards(_ root: YAMLMapping) throws(ConfigurationError) -> [PlanCardFile] {
    var cards: [PlanCardFile] = []
    for node in try root.list("cards") {
      let mapping = try YAMLMapping(
        node, file: file, knownKeys: ["path", "path_b64", "digest", "subjects"], quotesKeys: false)
      cards.append(
        PlanCardFile(
          file: try mapping.string("path") == "-" ? nil : try mapping.path(),
          digest: try mapping.text("digest"), subjects: try mapping.texts("subjects")))
    }
    return cards
  }

  private func holds(_ root: YAMLMapping) throws(ConfigurationError) -> PlanHoldFile? {
    guard let node = root.node("holds") else { return nil }
    let mapping = try YAMLMapping(
      node, file: file, knownKeys: ["path", "path_b64", "digest"], quotesKeys: false)
    return PlanHoldFile(file: try mapping.path(), digest: try mapping.text("digest"))
  }

  private func scope(_ root: YAMLMapping) throws(ConfigurationError) -> PlanScope {
    var roots: [PlanRoot] = []
    for node in try root.list("roots") {
      let mapping = try YAMLMapping(
        node, file: file,
        knownKeys: [
          "path", "path_b64", "folder", "inode", "file_system", "parent_inode",
          "parent_file_system",
        ], quotesKeys: false)
      roots.append(
        PlanRoot(
          path: try mapping.path(), isFolder: try mapping.boolean("folder", default: false),
          inode: try mapping.number("inode"), fileSystem: try mapping.integer("file_system"),
          parentInode: try mapping.number("parent_inode"),
          parentFileSystem: try mapping.integer("parent_file_system")))
    }
    return PlanScope(
      roots: roots, options: try root.texts("options"),
      isList: try root.boolean("from_list", default: false))
  }
}
