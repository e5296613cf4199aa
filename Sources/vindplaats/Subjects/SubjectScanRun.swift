internal import Dispatch
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Subjects

/// A fresh scan for people as a command runs it: with progress on standard error, and ended by signals.
struct SubjectScanRun {
  let options: SubjectScanOptions
  let showsProgress: Bool
  let language: ReportLanguage

  /// Scans (`sizes`: see `SubjectScan`); returns the signal that ended it early with the result, 0 for none.
  func run(
    _ scan: SubjectScan, below roots: [FilePath], watcher: (any ScanReceiver)? = nil,
    sizes: Set<Int> = []
  ) throws -> (result: LocateResult, signalNumber: Int32) {
    if options.reading.pace.readsWhenIdle { try IdleReading.begin() }
    let progress = ScanProgress()
    let printer = ProgressPrinter(
      progress, throttle: options.reading.pace.throttle, language: language)
    let signals = SignalWatch(progress: progress) { printer.print(endsLine: true) }
    let timer =
      showsProgress
      ? printer.start(roots: roots, options: options.reading.walkOptions) : nil
    let result = scan.run(
      jobCount: options.reading.pace.jobCount, progress: progress, watcher: watcher, sizes: sizes)
    if let timer {
      printer.end()
      timer.cancel()
    }
    return (result, signals.signalNumber)
  }
}
