import Glibc

/// Has the C library convert names to UTF-8 in this thread, as long as it lives.
struct NameLocale: ~Copyable {
  private let locale: locale_t?
  private let former: locale_t?

  init() {
    // LC_CTYPE_MASK, which is not imported. Its locale is built into the library.
    locale = newlocale(1, "C.UTF-8", nil)
    former = locale == nil ? nil : uselocale(locale)
  }

  deinit {
    guard let locale else { return }
    uselocale(former)
    freelocale(locale)
  }
}
