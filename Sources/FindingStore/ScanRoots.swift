package import ScanModel

/// The paths that a scan was given, and where they lead: what is kept holds for the latter.
package struct ScanRoots: Sendable {
  package struct Root: Hashable, Sendable {
    /// As the scan calls it.
    package let given: FilePath
    /// Absolute and free of links.
    package let real: FilePath

    package init(given: FilePath, real: FilePath) {
      self.given = given
      self.real = real
    }
  }

  /// The longest given path first.
  private let roots: [Root]
  /// The real paths, in their order, without those that lie within others.
  let realPaths: [FilePath]

  package init(_ roots: [Root]) {
    self.roots = roots.sorted { $0.given.bytes.count > $1.given.bytes.count }
    realPaths =
      roots.map(\.real).reduce(into: [FilePath]()) { if !$0.contains($1) { $0.append($1) } }
      .filter { path in !roots.contains { $0.real != path && path.isWithin($0.real) } }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Where a path of the scan really is.
  func real(_ path: FilePath) -> FilePath {
    for root in roots where path.isWithin(root.given) {
      if root.given == root.real { return path }
      return root.real.joined(path.bytes.dropFirst(root.given.trimmedCount))
    }
    return path
  }

  /// What the scan calls a real path.
  func given(_ path: FilePath) -> FilePath {
    for root in roots where path.isWithin(root.real) {
      return root.given.joined(path.bytes.dropFirst(root.real.trimmedCount))
    }
    return path
  }

  /// Whether the real path lies within one of the roots.
  func contain(_ path: [UInt8]) -> Bool {
    realPaths.contains { path.isWithin($0.bytes) }
  }
}

extension FilePath {
  /// The count of its bytes without a slash at the end.
  fileprivate var trimmedCount: Int {
    bytes.last == UInt8(ascii: "/") ? bytes.count - 1 : bytes.count
  }

  /// The path with `rest` behind it, which is empty or begins with a slash.
  fileprivate func joined(_ rest: ArraySlice<UInt8>) -> FilePath {
    rest.isEmpty ? self : FilePath(Array(bytes[..<trimmedCount]) + rest)
  }
}
