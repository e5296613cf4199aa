internal import Foundation
internal import Glibc

/// A process that was started by a test.
package final class RunningCommand {
  package let processID: Int32
  private let outputPath: String
  private let errorPath: String

  /// The system could not start it.
  struct StartError: Error {
    let errorNumber: Int32
  }

  /// Standard input is empty; both outputs go to new files in the directory `outputs`.
  init(
    _ program: String, _ arguments: [[UInt8]], environment: [String: String], directory: String,
    outputs: String
  ) throws {
    let name = UUID().uuidString
    outputPath = "\(outputs)/\(name).out"
    errorPath = "\(outputs)/\(name).err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (number, path) in [(STDOUT_FILENO, outputPath), (STDERR_FILENO, errorPath)] {
      posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY | O_CREAT, 0o600)
    }
    // Threads of tests block signals; what they start would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let texts = environment.map { Array("\($0.key)=\($0.value)".utf8) }
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, directory, program]
    var processID: pid_t = 0
    let status = Self.withPointers(to: shell.map { Array($0.utf8) } + arguments) { arguments in
      Self.withPointers(to: texts) { environment in
        posix_spawn(&processID, shell[0], &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw StartError(errorNumber: status) }
    self.processID = processID
  }

  package func send(_ signal: Int32) {
    kill(processID, signal)
  }

  /// Waits for the end; does `work` every two milliseconds until then.
  package func finish(while work: () throws -> Void = {}) rethrows -> CommandRun {
    var status: Int32 = 0
    var peak = 0
    while waitpid(processID, &status, WNOHANG) == 0 {
      peak = max(peak, peakByteCount)
      try work()
      usleep(2_000)
    }
    // As the shell has it: the status in the second byte, or a signal in the lowest.
    let signal = status & 0x7F
    return CommandRun(
      output: Self.contents(of: outputPath), errors: Self.contents(of: errorPath),
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, peakByteCount: peak)
  }

  /// The most memory that it held so far, in bytes.
  private var peakByteCount: Int {
    let facts = String(decoding: Self.contents(of: "/proc/\(processID)/status"), as: UTF8.self)
    let line = facts.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 << 10 } ?? 0
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      contents += buffer[..<count]
    }
    return contents
  }

  private static func withPointers<Result>(
    to texts: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { text in strdup(text.map(CChar.init(bitPattern:)) + [0]) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

// MARK: Workers

extension RunningCommand {
  /// The processes that it has started to read documents.
  package var workers: [Int32] {
    guard let directory = opendir("/proc") else { return [] }
    defer { closedir(directory) }
    var workers: [Int32] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { name in
        String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let number = Int32(name), parent(of: number) == processID else { continue }
      let arguments = Self.contents(of: "/proc/\(number)/cmdline").split(separator: 0)
      if arguments.dropFirst().first == ArraySlice("document-worker".utf8) {
        workers.append(number)
      }
    }
    return workers
  }

  /// Whether a worker is locked in, after which it waits for documents or reads one.
  package func isLockedIn(_ worker: Int32) -> Bool {
    // 2 is a filter of calls; until it is locked in it shows 0.
    facts(of: worker).contains("Seccomp:\t2")
  }

  /// Stops a worker and kills it if it was not locked in yet, else lets it go on.
  ///
  /// Returns: whether it was killed. A look at a process that runs would be out of date at once.
  package func killInStart(_ worker: Int32) -> Bool {
    kill(worker, SIGSTOP)
    while case let state = facts(of: worker), !state.isEmpty, !state.contains("State:\tT") {
      if state.contains("State:\tZ") { return false }
      usleep(100)
    }
    let isStarting = !isLockedIn(worker)
    kill(worker, isStarting ? SIGKILL : SIGCONT)
    return isStarting
  }

  /// Whether a worker is locked in and sleeps.
  package func isWaiting(_ worker: Int32) -> Bool {
    isLockedIn(worker) && facts(of: worker).contains("State:\tS")
  }

  /// What the system says of a process.
  package func facts(of process: Int32) -> String {
    String(decoding: Self.contents(of: "/proc/\(process)/status"), as: UTF8.self)
  }

  /// The number behind the name, which stands in brackets, and the state.
  private func parent(of process: Int32) -> Int32? {
    let facts = String(decoding: Self.contents(of: "/proc/\(process)/stat"), as: UTF8.self)
    let fields = facts.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 1 ? Int32(fields[1]) : nil
  }
}
