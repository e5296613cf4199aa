internal import Reporting
internal import ScanModel

/// The facts of a plan as lines of YAML: what its seals are made of.
///
/// A plan that is read gives the same lines again, so that layout and order may be edited and facts not.
enum PlanFactsText {
  /// The lines before the items.
  static func lines(of plan: ErasurePlan) -> [String] {
    var lines = [
      "plan: \(formVersion)",
      "id: \(YAMLText.quoted(plan.id))",
      "case: \(YAMLText.quoted(plan.caseReference))",
      "made: \(YAMLText.quoted(Timestamp(plan.made).iso8601))",
      "made_by: \(YAMLText.quoted(plan.author))",
      "program: \(YAMLText.quoted(plan.program))",
      "patterns: \(YAMLText.quoted(plan.patterns))",
      "recipe: \(YAMLText.quoted(plan.recipe))",
      "key: \(YAMLText.quoted(plan.keyID))",
      "audit_head: \(YAMLText.quoted(plan.auditHead))",
      "cards:",
    ]
    for card in plan.cards {
      lines += nested(file(card.file))
      lines.append("  digest: \(YAMLText.quoted(card.digest))")
      lines.append("  subjects: \(YAMLText.list(card.subjects))")
    }
    if let holds = plan.holds {
      lines.append("holds:")
      lines += file(holds.file).map { "  " + $0 }
      lines.append("  digest: \(YAMLText.quoted(holds.digest))")
    }
    lines.append("roots:")
    for root in plan.scope.roots {
      lines += nested(path(root.path))
      lines.append("  folder: \(root.isFolder)")
      lines.append("  inode: \(root.inode)")
      lines.append("  file_system: \(root.fileSystem)")
      lines.append("  parent_inode: \(root.parentInode)")
      lines.append("  parent_file_system: \(root.parentFileSystem)")
    }
    lines.append("options: \(YAMLText.list(plan.scope.options))")
    lines.append("from_list: \(plan.scope.isList)")
    let coverage = plan.coverage
    lines.append("listed: \(coverage.listedCount)")
    lines.append("searched: \(coverage.searchedCount)")
    lines.append("partly_searched: \(YAMLText.counts(coverage.partial))")
    lines.append("not_searched: \(YAMLText.counts(coverage.notSearched))")
    lines.append("left_out: \(YAMLText.counts(coverage.leftOut))")
    lines.append("item_count: \(plan.itemCount)")
    return lines
  }

  /// The number and path of an item, and what stands behind its decision.
  static func lines(of item: PlanItem) -> (head: [String], rest: [String]) {
    var lines: [String] = []
    lines.append(item.finds.isEmpty ? "found: []" : "found:")
    for find in item.finds { lines += self.lines(of: find) }
    lines.append("other_people: \(item.otherPeopleCount)")
    lines.append("other_people_at_least: \(item.otherPeopleIsLowerBound)")
    if let hold = item.hold {
      lines.append("hold: \(hold.ground.rawValue)")
      lines.append("hold_until: \(YAMLText.quoted(hold.until?.text ?? ""))")
    }
    lines.append("copies: \(YAMLText.list(item.copies))")
    if !item.within.isEmpty { lines.append("within: \(YAMLText.list(item.within))") }
    lines.append("hard_links: \(YAMLText.list(item.hardLinks))")
    lines.append("links_outside: \(item.linksOutsideCount)")
    lines.append(item.beside.isEmpty ? "beside: []" : "beside:")
    for other in item.beside { lines += nested(path(other)) }
    if let likeness = item.likeness {
      lines.append("like: \(YAMLText.list(likeness.items))")
      lines.append("sign: \(likeness.sign.rawValue)")
    }
    lines.append(item.namedFolders.isEmpty ? "named_folders: []" : "named_folders:")
    for folder in item.namedFolders { lines += nested(path(folder)) }
    lines.append("type: \(YAMLText.quoted(item.contentType))")
    lines.append("reading: \(YAMLText.quoted(item.reading))")
    lines += self.lines(of: item.facts)
    return (["item: \(item.number)"] + path(item.path), lines)
  }

  static let formVersion = 1

  private static func lines(of facts: PlanFacts) -> [String] {
    [
      "size: \(facts.byteCount)",
      "digest: \(YAMLText.quoted(facts.digest ?? ""))",
      "modified: \(YAMLText.quoted(PlanMoment.text(facts.modified)))",
      "changed: \(YAMLText.quoted(PlanMoment.text(facts.changed)))",
      "owner: \(YAMLText.quoted(facts.owner))",
      "user: \(facts.userID)",
      "group: \(facts.groupID)",
      "mode: \"\(String(facts.mode, radix: 8))\"",
      "device: \(facts.device)",
      "inode: \(facts.inode)",
      "links: \(facts.linkCount)",
    ]
  }

  private static func lines(of find: PlanFind) -> [String] {
    var lines = [
      "- subject: \(YAMLText.quoted(find.subject))",
      "  verdict: \(find.verdict)",
      "  score: \(find.score)",
      "  hits: \(YAMLText.counts(find.hits))",
      "  document_count: \(find.documentCount)",
      find.documents.isEmpty ? "  documents: []" : "  documents:",
    ]
    for document in find.documents {
      lines.append("  - part: \(YAMLText.list(document.part))")
      lines.append("    verdict: \(document.verdict)")
      lines.append("    records: \(document.recordCount)")
      lines.append("    places: \(YAMLText.list(document.places))")
      if !document.copies.isEmpty {
        lines.append("    copies: \(YAMLText.list(document.copies))")
      }
    }
    return lines
  }

  /// As the first lines of an entry of a list.
  private static func nested(_ lines: [String]) -> [String] {
    lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  private static func path(_ path: FilePath) -> [String] {
    let text = "path: \(YAMLText.quoted(path.lossyText))"
    guard path.utf8Text == nil else { return [text] }
    return [text, "path_b64: \(YAMLText.quoted(Base64.encode(path.bytes)))"]
  }

  private static func file(_ path: FilePath?) -> [String] {
    path.map { self.path($0) } ?? ["path: \"-\""]
  }
}
