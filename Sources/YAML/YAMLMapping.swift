package import ScanModel

/// A mapping whose keys are all known; every error names the line.
package struct YAMLMapping {
  package let file: String
  package let line: Int
  private let values: [String: YAMLNode]

  /// Throws for a node that is no mapping, and for a key that is not in `knownKeys`; the error quotes
  /// that key, unless the file may hold a value at its place.
  package init(
    _ node: YAMLNode, file: String, knownKeys: Set<String>, quotesKeys: Bool = true
  ) throws(ConfigurationError) {
    line = node.line
    self.file = file
    guard let mapping = node.mapping else {
      throw ConfigurationError(
        file: file, line: line, problem: "a list of 'key: value' is expected here")
    }
    var values: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      guard let name = key.string, knownKeys.contains(name) else {
        throw ConfigurationError(
          file: file, line: key.line,
          problem: (quotesKeys ? "unknown key '\(key.string ?? "?")'" : "unknown key")
            + "; known are " + knownKeys.sorted().joined(separator: ", "))
      }
      values[name] = value
    }
    self.values = values
  }

  package func error(_ problem: String, at key: String? = nil) -> ConfigurationError {
    ConfigurationError(file: file, line: key.flatMap { values[$0]?.line } ?? line, problem: problem)
  }

  package func node(_ key: String) -> YAMLNode? { values[key] }

  package func string(_ key: String) throws(ConfigurationError) -> String {
    guard let text = try optionalString(key) else { throw error("the key '\(key)' is missing") }
    return text
  }

  package func optionalString(_ key: String) throws(ConfigurationError) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.string, !text.isEmpty else {
      throw error("'\(key)' takes one text", at: key)
    }
    return text
  }

  package func strings(_ key: String) throws(ConfigurationError) -> [String] {
    guard let node = values[key] else { return [] }
    guard let sequence = node.sequence else { throw error("'\(key)' takes a list", at: key) }
    var texts: [String] = []
    for item in sequence {
      guard let text = item.string, !text.isEmpty else {
        throw ConfigurationError(file: file, line: item.line, problem: "a text is expected here")
      }
      texts.append(text)
    }
    return texts
  }

  package func boolean(_ key: String, default absent: Bool) throws(ConfigurationError) -> Bool {
    guard let text = try optionalString(key) else { return absent }
    switch text {
    case "true": return true
    case "false": return false
    default: throw error("'\(key)' takes true or false", at: key)
    }
  }

  package func fraction(_ key: String) throws(ConfigurationError) -> Double? {
    guard let text = try optionalString(key) else { return nil }
    guard let value = Double(text), (0...1).contains(value) else {
      throw error("'\(key)' takes a number from 0 to 1", at: key)
    }
    return value
  }
}
