/// A mapping of a pattern file whose keys are all known; every error names the line.
struct YAMLMapping {
  let file: String
  let line: Int
  private let values: [String: YAMLNode]

  /// Throws for a node that is no mapping, and for a key that is not in `knownKeys`.
  init(_ node: YAMLNode, file: String, knownKeys: Set<String>) throws(PatternError) {
    line = node.line
    self.file = file
    guard let mapping = node.mapping else {
      throw PatternError(file: file, line: line, problem: "a list of 'key: value' is expected here")
    }
    var values: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      guard let name = key.string, knownKeys.contains(name) else {
        throw PatternError(
          file: file, line: key.line,
          problem: "unknown key '\(key.string ?? "?")'; known are "
            + knownKeys.sorted().joined(separator: ", "))
      }
      values[name] = value
    }
    self.values = values
  }

  func error(_ problem: String, at key: String? = nil) -> PatternError {
    PatternError(file: file, line: key.flatMap { values[$0]?.line } ?? line, problem: problem)
  }

  func node(_ key: String) -> YAMLNode? { values[key] }

  func string(_ key: String) throws(PatternError) -> String {
    guard let text = try optionalString(key) else { throw error("the key '\(key)' is missing") }
    return text
  }

  func optionalString(_ key: String) throws(PatternError) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.string, !text.isEmpty else {
      throw error("'\(key)' takes one text", at: key)
    }
    return text
  }

  func strings(_ key: String) throws(PatternError) -> [String] {
    guard let node = values[key] else { return [] }
    guard let sequence = node.sequence else { throw error("'\(key)' takes a list", at: key) }
    var texts: [String] = []
    for item in sequence {
      guard let text = item.string, !text.isEmpty else {
        throw PatternError(file: file, line: item.line, problem: "a text is expected here")
      }
      texts.append(text)
    }
    return texts
  }

  func boolean(_ key: String, default absent: Bool) throws(PatternError) -> Bool {
    guard let text = try optionalString(key) else { return absent }
    switch text {
    case "true": return true
    case "false": return false
    default: throw error("'\(key)' takes true or false", at: key)
    }
  }

  func fraction(_ key: String) throws(PatternError) -> Double? {
    guard let text = try optionalString(key) else { return nil }
    guard let value = Double(text), (0...1).contains(value) else {
      throw error("'\(key)' takes a number from 0 to 1", at: key)
    }
    return value
  }
}
