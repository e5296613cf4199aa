package import ScanModel

/// Builds the nodes of a YAML text, which holds one document.
package struct YAMLDocument: ~Copyable {
  private let file: String
  private var parser: YAMLParser

  /// Deeper than any file that a person writes.
  private static let depthLimit = 16

  /// The node at the top; throws for what is no YAML, for none and for more than one document.
  package static func root(of text: String, file: String) throws(ConfigurationError) -> YAMLNode {
    var document = YAMLDocument(file: file, parser: YAMLParser(text: text, file: file))
    var root: YAMLNode?
    while true {
      let (event, line) = try document.parser.next()
      switch event {
      case .streamEnd:
        if let root { return root }
        throw ConfigurationError(file: file, line: nil, problem: "the file is empty")
      case .documentStart:
        guard root == nil else { throw document.error("a second document begins here", at: line) }
        let (first, line) = try document.parser.next()
        root = try document.node(first, at: line, depth: 0)
      default: break
      }
    }
  }

  private mutating func node(
    _ event: YAMLParser.Event, at line: Int, depth: Int
  ) throws(ConfigurationError) -> YAMLNode {
    guard depth < Self.depthLimit else { throw error("nested too deeply", at: line) }
    switch event {
    case .scalar(let text): return YAMLNode(content: .scalar(text), line: line)
    case .sequenceStart:
      return YAMLNode(content: .sequence(try items(depth: depth)), line: line)
    case .mappingStart:
      return YAMLNode(content: .mapping(try pairs(depth: depth)), line: line)
    case .alias: throw error("aliases are not read, since a few can stand for very much", at: line)
    default: throw error("a value is expected here", at: line)
    }
  }

  private mutating func items(depth: Int) throws(ConfigurationError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let (event, line) = try parser.next()
      if case .sequenceEnd = event { return items }
      items.append(try node(event, at: line, depth: depth + 1))
    }
  }

  private mutating func pairs(
    depth: Int
  ) throws(ConfigurationError) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    while true {
      let (event, line) = try parser.next()
      if case .mappingEnd = event { return pairs }
      let key = try node(event, at: line, depth: depth + 1)
      if let name = key.string, !names.insert(name).inserted {
        throw error("a key stands twice", at: line)
      }
      let (first, firstLine) = try parser.next()
      pairs.append((key, try node(first, at: firstLine, depth: depth + 1)))
    }
  }

  private func error(_ problem: String, at line: Int) -> ConfigurationError {
    ConfigurationError(file: file, line: line, problem: "not valid YAML: \(problem)")
  }
}
