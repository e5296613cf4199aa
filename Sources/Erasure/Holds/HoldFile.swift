package import ScanModel
internal import YAML

/// Reads the file of holds: a list under `holds:`.
package enum HoldFile {
  /// Errors name file and line, never a value.
  package static func holds(
    in text: String, file: String
  ) throws(ConfigurationError) -> [Hold] {
    let root = try YAMLMapping(
      try YAMLDocument.root(of: text, file: file), file: file, knownKeys: ["holds"],
      quotesKeys: false)
    guard let node = root.node("holds") else { throw root.error("the key 'holds' is missing") }
    if node.string?.isEmpty == true { return [] }
    guard let items = node.sequence else { throw root.error("'holds' takes a list", at: "holds") }
    var holds: [Hold] = []
    for item in items { holds.append(try hold(item, file: file)) }
    return holds
  }

  private static func hold(_ node: YAMLNode, file: String) throws(ConfigurationError) -> Hold {
    let mapping = try YAMLMapping(
      node, file: file, knownKeys: ["subject", "case", "path", "until", "ground", "note"],
      quotesKeys: false)
    let subject = try mapping.optionalString("subject")
    let caseReference = try mapping.optionalString("case")
    let path = try mapping.optionalString("path")
    guard subject != nil || caseReference != nil || path != nil else {
      throw mapping.error(
        "say what it holds: 'subject' (the reference of a card, or any), 'case' or 'path'")
    }
    guard let ground = HoldGround(rawValue: try mapping.string("ground")) else {
      let grounds = HoldGround.allCases.map(\.rawValue).joined(separator: ", ")
      throw mapping.error("'ground' takes one of \(grounds)", at: "ground")
    }
    return Hold(
      subject: subject == "any" ? nil : subject, caseReference: caseReference,
      place: try place(path, mapping), until: try until(mapping), ground: ground,
      note: try mapping.optionalString("note") ?? "")
  }

  private static func place(
    _ path: String?, _ mapping: YAMLMapping
  ) throws(ConfigurationError) -> HoldPlace? {
    guard let path else { return nil }
    guard let place = HoldPlace(path) else {
      throw mapping.error("'path' takes a path that begins with / or a pattern", at: "path")
    }
    return place
  }

  private static func until(_ mapping: YAMLMapping) throws(ConfigurationError) -> PlanDay? {
    guard let text = try mapping.optionalString("until") else { return nil }
    guard let day = PlanDay(text) else {
      throw mapping.error("'until' takes a day such as 2027-06-30", at: "until")
    }
    return day
  }
}
