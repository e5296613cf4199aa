import Glibc

/// Has the C library convert names to UTF-8, in this thread and for a while.
enum NameLocale {
  static func whileSet<Result>(_ body: () -> Result) -> Result {
    // LC_CTYPE_MASK, which is not imported. The locale is built into the library: no file is read.
    guard let locale = newlocale(1, "C.UTF-8", nil) else { return body() }
    let former = uselocale(locale)
    defer {
      uselocale(former)
      freelocale(locale)
    }
    return body()
  }
}
