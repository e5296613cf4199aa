internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Synchronization
internal import Walking

/// When progress is written to standard error.
enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, never, always

  var isWanted: Bool {
    switch self {
    case .auto: StandardError.isTerminal
    case .never: false
    case .always: true
    }
  }
}

/// Writes how far a scan is: one line that renews itself on a terminal, else a line now and then.
final class ProgressPrinter: Sendable {
  private let progress: ScanProgress
  private let throttle: ByteSize?
  private let language: ReportLanguage
  private let isTerminal = StandardError.isTerminal
  private let start = DispatchTime.now().uptimeNanoseconds
  private let total = Mutex<(fileCount: Int, byteCount: Int)?>(nil)
  private let isEnded = Atomic<Bool>(false)

  init(_ progress: ScanProgress, throttle: ByteSize?, language: ReportLanguage) {
    self.progress = progress
    self.throttle = throttle
    self.language = language
  }

  /// Begins to write, and to count the files below `roots` for an estimate of the time left.
  ///
  /// Writes until `end`, as long as the returned timer lives.
  func start(roots: [FilePath], options: WalkOptions) -> any DispatchSourceTimer {
    DispatchQueue.global(qos: .utility).async { [self] in
      let count = CountingWalk.count(
        roots: roots, options: options,
        isCancelled: { [self] in progress.isCancelled || isEnded.load(ordering: .relaxed) })
      total.withLock { $0 = count }
    }
    let interval: DispatchTimeInterval = isTerminal ? .milliseconds(200) : .seconds(30)
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + interval, repeating: interval)
    timer.setEventHandler { [self] in print(endsLine: !isTerminal) }
    timer.activate()
    return timer
  }

  /// Writes one line now.
  func print(endsLine: Bool) {
    guard !isEnded.load(ordering: .relaxed) else { return }
    let count = total.withLock { $0 }
    var line = ProgressLine(
      fileCount: progress.fileCount, totalFileCount: count?.fileCount,
      byteCount: progress.byteCount, totalByteCount: count?.byteCount,
      findingCount: progress.findingCount, gapCount: progress.errorCount,
      elapsed: Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    ).text(in: language)
    if let throttle {
      line += " · \(language.choose(nl: "hoogstens", en: "at most")) \(throttle.text)/s"
    }
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" + (endsLine ? "\n" : "") : line + "\n")
  }

  /// Stops writing and clears the line.
  func end() {
    isEnded.store(true, ordering: .relaxed)
    if isTerminal { StandardError.write("\r\u{1B}[K") }
  }
}
