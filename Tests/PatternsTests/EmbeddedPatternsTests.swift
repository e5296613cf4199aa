import BuiltInPatterns
import Foundation
import PatternCatalog
import Testing

/// The built-in patterns are embedded in a form of their own; it must say what the files say.
@Suite struct EmbeddedPatternsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Patterns")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()
  private static let read = Result {
    try PatternCatalog(
      files: names.map { name in
        (name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
      })
  }
  private static let embedded = PatternCatalog(compactForm: builtInPatterns)

  @Test func `every file is embedded, and nothing else`() throws {
    #expect(!Self.names.isEmpty)
    #expect(Self.embedded.patterns.map(\.file) == Self.names)
  }

  @Test(arguments: names)
  func `what is embedded is what the file says`(name: String) throws {
    let embedded = Self.embedded.patterns.first { $0.file == name }
    let read = try Self.read.get().patterns.first { $0.file == name }
    #expect(embedded != nil && embedded == read)
  }
}
