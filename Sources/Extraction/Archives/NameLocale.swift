import Glibc

/// Has the C library convert names to UTF-8, in this thread and for a while.
enum NameLocale {
  /// Written once and only read then; nil where the system does not have it.
  nonisolated(unsafe) private static let locale = newlocale(
    // LC_CTYPE_MASK, which is not imported.
    1, "C.UTF-8", nil)

  /// Reads the locale from its file, so that a process may use it that opens no files any more.
  static func open() {
    _ = locale
  }

  static func whileSet<Result>(_ body: () -> Result) -> Result {
    guard let locale else { return body() }
    let former = uselocale(locale)
    defer { uselocale(former) }
    return body()
  }
}
