package import ScanModel

/// All kinds that a scan looks for.
package struct PatternCatalog: Sendable {
  /// In the order of their files; the index of a pattern is its number everywhere else.
  package let patterns: [Pattern]

  /// Reads and checks pattern files, given as name and text.
  ///
  /// Throws `ConfigurationError` for the first one that cannot be used.
  package init(files: [(name: String, text: String)]) throws(ConfigurationError) {
    try self.init(checked: try Self.patterns(of: files))
  }

  /// Takes patterns from the `compactForm` of a catalog that is part of the program.
  package init(compactForm: StaticString) {
    var compact = CompactTextReader(
      UnsafeBufferPointer(start: compactForm.utf8Start, count: compactForm.utf8CodeUnitCount),
      isInProgram: true)
    patterns = compact.list { Pattern(from: &$0) }
  }

  /// Takes patterns from the `compactForm` of a catalog that was made meanwhile.
  package init(compactForm: String) {
    patterns = Array(compactForm.utf8).withUnsafeBufferPointer { bytes in
      var compact = CompactTextReader(bytes, isInProgram: false)
      return compact.list { Pattern(from: &$0) }
    }
  }

  /// All patterns in a text that is read much faster than their files.
  package var compactForm: String {
    var compact = CompactText()
    compact.append(patterns) { $1.write(to: &$0) }
    return compact.text
  }

  /// The catalog with the patterns of more files behind its own.
  ///
  /// Throws `ConfigurationError` for the first file that cannot be used.
  package func adding(
    files: [(name: String, text: String)]
  ) throws(ConfigurationError) -> PatternCatalog {
    files.isEmpty ? self : try Self(checked: patterns + (try Self.patterns(of: files)))
  }

  /// The catalog with only the named kinds, and all lookalikes; ids that are not known are ignored.
  package func keeping(only kinds: Set<String>) -> PatternCatalog {
    PatternCatalog(patterns: patterns.filter { !$0.isReported || kinds.contains($0.id) })
  }

  package func pattern(withID id: String) -> Pattern? {
    patterns.first { $0.id == id }
  }

  /// What is reported, in the order of the catalog.
  package var reportedKinds: [KindDescription] {
    patterns.filter(\.isReported).map(\.description)
  }

  private init(patterns: [Pattern]) {
    self.patterns = patterns
  }

  private init(checked patterns: [Pattern]) throws(ConfigurationError) {
    self.patterns = patterns
    try checkIdentifiers()
  }

  private static func patterns(
    of files: [(name: String, text: String)]
  ) throws(ConfigurationError) -> [Pattern] {
    var patterns: [Pattern] = []
    for (name, text) in files {
      patterns.append(try PatternFile(name: name, text: text).pattern())
    }
    return patterns
  }

  private func checkIdentifiers() throws(ConfigurationError) {
    var fileOfKind: [String: String] = [:]
    for pattern in patterns {
      if let other = fileOfKind.updateValue(pattern.file, forKey: pattern.id) {
        throw ConfigurationError(
          file: pattern.file, line: 1, problem: "the id '\(pattern.id)' is taken by \(other)")
      }
    }
    for pattern in patterns {
      for kind in pattern.containedKinds where fileOfKind[kind] == nil {
        throw ConfigurationError(
          file: pattern.file, line: nil, problem: "'contains' names '\(kind)', which no file has")
      }
    }
  }
}
