internal import BuiltInPatterns
internal import Glibc
internal import PatternCatalog

/// The built-in patterns, which are made ready once.
enum BuiltInCatalog {
  static let catalog = PatternCatalog(compactForm: builtInPatterns)

  /// Makes them ready on another thread, for a command that will ask for them.
  ///
  /// Not by Dispatch, which ends the process where it gets no descriptors: whether there are enough is
  /// not known yet.
  static func prepare() {
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { _ in
        _ = BuiltInCatalog.catalog
        return nil
      }, nil)
    if failure == 0 { pthread_detach(thread) }
  }
}
