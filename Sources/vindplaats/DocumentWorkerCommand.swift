internal import Glibc
internal import Isolation
internal import Matching
internal import PatternCatalog
internal import Scanning
internal import Wire

/// The process that reads documents for a scan; it is started by one and never by hand.
enum DocumentWorkerCommand {
  /// Whether this process was started as a worker.
  static var isMeant: Bool {
    guard CommandLine.argc == 2, let argument = CommandLine.unsafeArgv[1] else { return false }
    return strcmp(argument, WorkerProcess.argument) == 0
  }

  /// Reads documents until the scan is done with it; what is wrong ends it, and the scan sees that.
  static func run() {
    let number = WorkerProcess.socketDescriptor
    guard fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
      StandardError.print("\(WorkerProcess.argument) is started by 'vindplaats scan' only")
      exit(ExitStatus.usage.rawValue)
    }
    var socket = FrameSocket(owning: number)
    guard case .frame(let frame) = socket.receive(), frame.kind == .configuration,
      let configuration = configuration(frame.content),
      let tables = try? tables(configuration)
    else { exit(ExitStatus.usage.rawValue) }
    var worker = DocumentWorker(socket, Outbox.ofWorker(), configuration, tables)
    worker.serve()
  }

  private static func configuration(_ content: [UInt8]) -> WorkerConfiguration? {
    var wire = WireReader(content)
    return try? WorkerConfiguration(from: &wire)
  }

  private static func tables(_ configuration: WorkerConfiguration) throws -> SearchTables {
    var catalog = try CatalogOptions.catalog(
      with: configuration.patternFiles.map { (name: $0.name, text: $0.text) })
    if !configuration.kinds.isEmpty { catalog = catalog.keeping(only: Set(configuration.kinds)) }
    let matcher = MatcherChoice(rawValue: configuration.matcher) ?? .fast
    return SearchTables(catalog) {
      CompiledPatterns(
        known: $0, search: matcher.search, path: matcher.path, terms: configuration.terms)
    }
  }
}
