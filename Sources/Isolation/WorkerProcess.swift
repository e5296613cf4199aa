internal import Glibc

/// A process that reads documents and may die of them; killed and reaped when its owner goes.
///
/// It is this executable under another argument, with a socket as descriptor 3, an outbox as descriptor 4,
/// nothing on its standard streams and no more of the environment than its loader needs.
package struct WorkerProcess: ~Copyable {
  /// The argument that makes the executable a worker.
  package static let argument = "document-worker"
  /// The descriptor of the socket in the worker.
  package static let socketDescriptor: Int32 = 3

  /// It could not be started; the number is the system's errno.
  package struct StartFailure: Error {
    package let errorNumber: Int32

    package init(errorNumber: Int32) {
      self.errorNumber = errorNumber
    }
  }

  /// How it ended.
  package struct Ending: Sendable {
    /// Whether it was refused memory.
    package let isOutOfMemory: Bool
  }

  /// How long the scan waits for a frame before it looks at the clock, in milliseconds.
  private static let silence = 100
  /// How long a worker may take nothing of what is sent to it, in seconds.
  private static let congestion = 10

  private let number: pid_t
  private let outbox: Outbox?
  /// The number of the content of its outbox that came over the socket last.
  package var receivedNumber = -1
  /// Whether it has told that it is locked in and waits for documents.
  package var isReady = false
  package var socket: FrameSocket
  private var isReaped = false

  package static func start() throws(StartFailure) -> WorkerProcess {
    guard let (ours, theirs) = FrameSocket.pair() else { throw StartFailure(errorNumber: errno) }
    let socket = FrameSocket(owning: ours, silence: silence, congestion: congestion)
    defer { close(theirs) }
    let outbox = Outbox.new()
    var number: pid_t = 0
    let error = spawn(&number, socket: theirs, outbox: outbox?.descriptor)
    guard error == 0 else { throw StartFailure(errorNumber: error) }
    return WorkerProcess(number, socket, outbox)
  }

  private init(_ number: pid_t, _ socket: consuming FrameSocket, _ outbox: Outbox?) {
    self.number = number
    self.socket = socket
    self.outbox = outbox
  }

  deinit {
    guard !isReaped else { return }
    kill(number, SIGKILL)
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0 && errno == EINTR {}
  }

  /// Ends the process, if it has not ended itself, and says how it ended.
  package mutating func end() -> Ending {
    kill(number, SIGKILL)
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0 && errno == EINTR {}
    isReaped = true
    // As the shell has it: the status in the second byte.
    return Ending(isOutOfMemory: status >> 8 & 0xFF == Sandbox.outOfMemoryStatus)
  }

  /// What it had to send when it ended and had not sent.
  package func unsent() -> [UInt8] {
    guard let number = outbox?.number, number > receivedNumber else { return [] }
    return outbox?.content ?? []
  }

  private static func spawn(_ number: inout pid_t, socket: Int32, outbox: Int32?) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(
        &actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
    }
    // Were they 3 or 4 already, they would take each other's place or keep their mark to be closed.
    let carrier = fcntl(socket, F_DUPFD_CLOEXEC, Outbox.workerDescriptor + 1)
    defer { close(carrier) }
    posix_spawn_file_actions_adddup2(&actions, carrier, socketDescriptor)
    let outboxCarrier = outbox.map { fcntl($0, F_DUPFD_CLOEXEC, Outbox.workerDescriptor + 1) }
    defer { if let outboxCarrier { close(outboxCarrier) } }
    if let outboxCarrier {
      posix_spawn_file_actions_adddup2(&actions, outboxCarrier, Outbox.workerDescriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A process group of its own: what the terminal sends to the scan, the scan handles.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    // Swift's report of a crash would print memory, which holds what was read.
    return withStrings(["vindplaats", argument]) { arguments in
      withStrings(["SWIFT_BACKTRACE=enable=no", "LC_ALL=C"]) { environment in
        posix_spawn(&number, "/proc/self/exe", &actions, &attributes, arguments, environment)
      }
    }
  }

  /// Calls `body` with the strings as C has them, a null pointer behind the last.
  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("there is a null pointer") }
      return body(start)
    }
  }
}
