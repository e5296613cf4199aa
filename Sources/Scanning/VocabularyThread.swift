internal import Evidence
internal import Glibc
internal import PatternCatalog

/// Makes the vocabulary of a catalog beside what else is to be done before the first text is read.
///
/// On a thread that is gone afterwards: those of Dispatch stay, and would in a worker stay outside of what
/// it locks itself into.
final class VocabularyThread {
  private let work: Work
  private var thread: pthread_t?

  /// Begins.
  init(_ catalog: PatternCatalog) {
    let work = Work(catalog)
    self.work = work
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { work in
        work.map { Unmanaged<Work>.fromOpaque($0).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    if failure == 0 { self.thread = thread }
  }

  deinit {
    if let thread { pthread_join(thread, nil) }
  }

  /// Waits for the end; where there was no thread, makes it now.
  func vocabulary() -> Vocabulary {
    if let thread { pthread_join(thread, nil) }
    thread = nil
    return work.vocabulary ?? Vocabulary(work.catalog)
  }

  /// Touched by one thread at a time: `pthread_create` and `pthread_join` part them.
  private final class Work {
    let catalog: PatternCatalog
    var vocabulary: Vocabulary?

    init(_ catalog: PatternCatalog) { self.catalog = catalog }

    func run() { vocabulary = Vocabulary(catalog) }
  }
}
