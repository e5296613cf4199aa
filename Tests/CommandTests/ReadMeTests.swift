import CommandBench
import Foundation
import Testing

@Suite struct ReadMeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The lines between the marks of the table of kinds, nil where the marks are missing.
  private static let table: [Substring]? = {
    guard let text = try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8),
      let start = text.range(of: "<!-- kinds -->"),
      let end = text.range(of: "<!-- /kinds -->", range: start.upperBound..<text.endIndex)
    else { return nil }
    return text[start.upperBound..<end.lowerBound].split(separator: "\n")
  }()

  @Test(
    .enabled(
      if: Self.table != nil, "README.md has no table between <!-- kinds --> and <!-- /kinds -->"))
  func `its table of kinds is what 'patterns list' names`() throws {
    let rows = try #require(Self.table).filter { $0.hasPrefix("| `") || $0.hasPrefix("|`") }
    let ids = rows.map { $0.split(separator: "`")[1] }.sorted()
    let listed = try CommandBench().run("patterns", "list").lines
      .compactMap { $0.split(separator: "\t").first }.sorted()
    #expect(ids == listed)
  }
}
