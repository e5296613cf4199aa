internal import TestSupport

/// Where a test keeps its store and key, and what scans say of it.
extension CommandBench {
  /// Runs with a store of the test's own.
  package var storeEnvironment: [String: String] {
    [
      "VINDPLAATS_STORE": "\(folder.path)/store/store.sqlite",
      "VINDPLAATS_KEY": "\(folder.path)/keys/store.key", "HOME": "\(folder.path)/home",
    ]
  }

  /// Scans with the store.
  package func scan(_ arguments: String...) throws -> CommandRun {
    try start(["scan"] + arguments, environment: storeEnvironment).finish()
  }
}

extension CommandRun {
  /// The lines of NDJSON about files and findings in a fixed order, without what two scans of the same
  /// may have different.
  package var comparableLines: [String] {
    lines.map { String($0) }.filter { line in
      !line.contains("\"type\":\"run\"") && !line.contains("\"type\":\"summary\"")
    }.map { line in
      line.replacing("\"recalled\":true,", with: "").replacing(",\"recalled\":true", with: "")
        .replacing("\"recalled\":false,", with: "").replacing(",\"recalled\":false", with: "")
    }.sorted()
  }
}
