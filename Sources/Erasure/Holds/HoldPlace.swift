internal import Glibc
package import ScanModel
internal import Walking

/// The files that a hold is about: all below a path, or those that match a pattern.
package struct HoldPlace: Hashable, Sendable {
  private enum Form: Hashable, Sendable {
    /// As written and, where links lead elsewhere, where it leads.
    case below(FilePath, real: FilePath?)
    case matching(Glob)
  }

  private let form: Form

  /// A text with `*`, `?` or `[`, or without any `/`, is a pattern; any other a path from the root on.
  ///
  /// nil for a path that does not begin at the root.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let slash = UInt8(ascii: "/")
    if !bytes.contains(slash) || bytes.contains(where: Self.patternBytes.contains) {
      form = .matching(Glob(bytes))
      return
    }
    guard bytes.first == slash else { return nil }
    let path = FilePath(bytes.count > 1 && bytes.last == slash ? Array(bytes.dropLast()) : bytes)
    form = .below(path, real: Self.real(path))
  }

  package func holds(_ path: FilePath) -> Bool {
    switch form {
    case .below(let folder, let real):
      path.isWithin(folder) || real.map { path.isWithin($0) } ?? false
    case .matching(let glob):
      glob.matches(Array(path.bytes.drop { $0 == UInt8(ascii: "/") }).span)
    }
  }

  private static let patternBytes = Array("*?[".utf8)

  private static func real(_ path: FilePath) -> FilePath? {
    guard let real = realpath(path.cString, nil) else { return nil }
    defer { free(real) }
    return FilePath((0..<strlen(real)).map { UInt8(bitPattern: real[$0]) })
  }
}
