internal import Anchors
internal import ScanModel
internal import YAML

extension PatternExpression {
  /// Reads the list of expressions under `key`; empty where the key is absent.
  static func list(_ top: YAMLMapping, key: String) throws(ConfigurationError)
    -> [PatternExpression]
  {
    guard let node = top.node(key) else { return [] }
    guard let sequence = node.sequence else { throw top.error("'\(key)' takes a list", at: key) }
    var expressions: [PatternExpression] = []
    let keys: Set = ["notation", "regex", "anchor", "needs", "typical", "things"]
    let known = key == "cells" ? keys.union(["under", "beside", "behind"]) : keys
    for item in sequence {
      expressions.append(
        try PatternExpression(try YAMLMapping(item, file: top.file, knownKeys: known)))
    }
    return expressions
  }

  private init(_ entry: YAMLMapping) throws(ConfigurationError) {
    notation = try entry.string("notation")
    regex = try entry.string("regex")
    isUnicode = regex.isUnicode
    form = AnchorForm(of: regex, isUnicode: isUnicode)
    line = entry.node("regex")?.line ?? entry.line
    isTypical = try entry.boolean("typical", default: false)
    switch try entry.optionalString("needs") {
    case nil: needsLabel = false
    case "label": needsLabel = true
    default: throw entry.error("'needs' takes only label", at: "needs")
    }
    labels = try entry.strings("under").map { $0.lowercased() }
    neighbours = try entry.strings("beside").map { $0.lowercased() }
    followers = try entry.strings("behind").map { $0.lowercased() }
    labelsOfThings = try entry.strings("things").map { $0.lowercased() }
    if labels.isEmpty != neighbours.isEmpty {
      throw entry.error("'under' and 'beside' go together", at: labels.isEmpty ? "beside" : "under")
    }
    if neighbours.isEmpty, !followers.isEmpty {
      throw entry.error("'behind' goes with 'under' and 'beside'", at: "behind")
    }
    anchor = try entry.node("anchor").map { node throws(ConfigurationError) in
      try Anchor(node, file: entry.file)
    }
  }
}

extension Anchor {
  fileprivate init(_ node: YAMLNode, file: String) throws(ConfigurationError) {
    let entry = try YAMLMapping(
      node, file: file, knownKeys: ["digits", "run", "lead", "endings"])
    guard let lead = Int(try entry.optionalString("lead") ?? "0"), (0...400).contains(lead) else {
      throw entry.error("'lead' takes a number of bytes from 0 to 400", at: "lead")
    }
    guard let count = Int(try entry.string("digits")), (1...24).contains(count) else {
      throw entry.error("'digits' takes a number from 1 to 24", at: "digits")
    }
    let endings = try entry.strings("endings")
    guard
      endings.allSatisfy({ $0.utf8.count > 1 && $0.utf8.allSatisfy { (97...122).contains($0) } })
    else { throw entry.error("'endings' takes words of two or more small letters", at: "endings") }
    self.init(digitCount: count, run: try Self.run(entry), lead: lead, endings: endings)
  }

  /// `8-9`, `9`, or absent for any length.
  private static func run(_ entry: YAMLMapping) throws(ConfigurationError) -> ClosedRange<Int> {
    guard let text = try entry.optionalString("run") else { return 1...Int.max }
    let ends = text.split(separator: "-").map { Int($0) }
    if let first = ends.first, let low = first, let last = ends.last, let high = last,
      ends.count <= 2, low >= 1, low <= high
    {
      return low...high
    }
    throw entry.error("'run' takes a length such as 9 or 8-9", at: "run")
  }
}

extension String {
  /// Whether the expression speaks of more than ASCII.
  fileprivate var isUnicode: Bool {
    !utf8.allSatisfy { $0 < 0x80 } || contains("\\p") || contains("\\P") || contains("\\x{")
      || contains("\\X") || contains("\\w") || contains("\\W") || contains("[[:")
  }
}
