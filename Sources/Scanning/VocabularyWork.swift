internal import Evidence
internal import Glibc
internal import PatternCatalog

/// The making of a vocabulary beside what else is to be done before the first text is read.
///
/// On a thread that is gone afterwards: those of Dispatch stay, and would in a worker stay outside of what
/// it locks itself into.
final class VocabularyWork {
  private let catalog: PatternCatalog
  /// Written by the thread, read behind `pthread_join`.
  private var vocabulary: Vocabulary?

  private init(_ catalog: PatternCatalog) {
    self.catalog = catalog
  }

  /// The vocabulary of a catalog, and what `make` makes on the thread of the caller meanwhile.
  static func vocabulary<Other>(
    of catalog: PatternCatalog, beside make: () -> Other
  ) -> (Vocabulary, Other) {
    let work = VocabularyWork(catalog)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { work in
        work.map { Unmanaged<VocabularyWork>.fromOpaque($0).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    let other = make()
    if failure == 0 { pthread_join(thread, nil) }
    return (work.vocabulary ?? Vocabulary(catalog), other)
  }

  private func run() { vocabulary = Vocabulary(catalog) }
}
