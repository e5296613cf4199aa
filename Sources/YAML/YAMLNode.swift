/// A value of a YAML text and the line it begins on.
package struct YAMLNode {
  package enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the text; no key stands twice.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// From 1.
  package let line: Int

  /// nil for a sequence or mapping.
  package var string: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// nil for a scalar or mapping.
  package var sequence: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// nil for a scalar or sequence.
  package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }
}
