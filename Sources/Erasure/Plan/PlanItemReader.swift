internal import ScanModel
internal import YAML

/// Reads one item of a plan.
struct PlanItemReader {
  private let file: String
  private let mapping: YAMLMapping

  private static let keys: Set = [
    "item", "path", "path_b64", "decision", "ground", "until", "note", "found", "other_people",
    "other_people_at_least", "hold", "hold_until", "copies", "within", "hard_links",
    "links_outside", "beside", "like", "sign", "named_folders", "type", "reading", "size", "digest",
    "modified",
    "changed", "owner", "user", "group", "mode",
    "device", "inode", "links", "seal",
  ]

  init(_ node: YAMLNode, file: String) throws(ConfigurationError) {
    self.file = file
    mapping = try YAMLMapping(node, file: file, knownKeys: Self.keys, quotesKeys: false)
  }

  func item() throws(ConfigurationError) -> (item: PlanItem, seal: String) {
    let item = PlanItem(
      number: try mapping.integer("item"), path: try mapping.path(), finds: try finds(),
      otherPeopleCount: try mapping.integer("other_people"),
      otherPeopleIsLowerBound: try mapping.boolean("other_people_at_least", default: false),
      contentType: try mapping.text("type"), reading: try mapping.text("reading"),
      facts: try facts(), copies: try mapping.integers("copies"),
      within: try mapping.integers("within", default: []),
      hardLinks: try mapping.integers("hard_links"),
      linksOutsideCount: try mapping.integer("links_outside"), beside: try paths("beside"),
      likeness: try likeness(), namedFolders: try paths("named_folders"), hold: try hold(),
      decision: try decision())
    return (item, try mapping.text("seal"))
  }

  // MARK: What people fill in

  private func decision() throws(ConfigurationError) -> ItemDecision {
    let choice = try mapping.choice("decision", of: ItemDecision.Choice.self)
    let ground = try mapping.choice("ground", of: KeepGround.self)
    let end = mapping.filled("until")
    guard end.isEmpty || PlanDay(end) != nil else {
      throw mapping.error("'until' takes a day such as 2027-06-30", at: "until")
    }
    return ItemDecision(
      choice, ground: ground, until: PlanDay(end), note: mapping.filled("note"))
  }

  // MARK: What is sealed

  private func finds() throws(ConfigurationError) -> [PlanFind] {
    var finds: [PlanFind] = []
    for node in try mapping.list("found") {
      let find = try YAMLMapping(
        node, file: file,
        knownKeys: ["subject", "verdict", "score", "hits", "document_count", "documents"],
        quotesKeys: false)
      finds.append(
        PlanFind(
          subject: try find.text("subject"), verdict: try find.text("verdict"),
          score: try find.integer("score"), hits: try find.counts("hits"),
          documents: try documents(find), documentCount: try find.integer("document_count")))
    }
    return finds
  }

  private func documents(_ find: YAMLMapping) throws(ConfigurationError) -> [PlanDocument] {
    var documents: [PlanDocument] = []
    for node in try find.list("documents") {
      let document = try YAMLMapping(
        node, file: file, knownKeys: ["part", "verdict", "records", "places", "copies"],
        quotesKeys: false)
      documents.append(
        PlanDocument(
          part: try document.texts("part"), verdict: try document.text("verdict"),
          recordCount: try document.integer("records"), places: try document.texts("places"),
          copies: try document.integers("copies", default: [])))
    }
    return documents
  }

  private func facts() throws(ConfigurationError) -> PlanFacts {
    let digest = try mapping.text("digest")
    guard let mode = UInt32(try mapping.text("mode"), radix: 8) else {
      throw mapping.error("'mode' takes an octal number", at: "mode")
    }
    return PlanFacts(
      digest: digest.isEmpty ? nil : digest, byteCount: try mapping.integer("size"),
      modified: try moment("modified"), changed: try moment("changed"),
      owner: try mapping.text("owner"), userID: try mapping.number("user"),
      groupID: try mapping.number("group"), mode: mode, device: try mapping.number("device"),
      inode: try mapping.number("inode"), linkCount: try mapping.integer("links"))
  }

  private func moment(_ key: String) throws(ConfigurationError) -> Int64 {
    guard let moment = PlanMoment.nanoseconds(try mapping.text(key)) else {
      throw mapping.error("'\(key)' takes a moment as the program writes it", at: key)
    }
    return moment
  }

  private func paths(_ key: String) throws(ConfigurationError) -> [FilePath] {
    var paths: [FilePath] = []
    for node in try mapping.list(key) {
      let entry = try YAMLMapping(
        node, file: file, knownKeys: ["path", "path_b64"], quotesKeys: false)
      paths.append(try entry.path())
    }
    return paths
  }

  private func likeness() throws(ConfigurationError) -> PlanLikeness? {
    guard let sign = try mapping.choice("sign", of: CopySign.self) else { return nil }
    return PlanLikeness(sign: sign, items: try mapping.integers("like"))
  }

  private func hold() throws(ConfigurationError) -> PlanItemHold? {
    guard let ground = try mapping.choice("hold", of: HoldGround.self) else { return nil }
    return PlanItemHold(ground: ground, until: PlanDay(mapping.filled("hold_until")))
  }
}
