internal import ContentTypes
internal import Dispatch
internal import Glibc
internal import Isolation
internal import ScanModel
internal import Wire

/// The workers of one thread: reads documents in processes that may die, and replaces those that do.
final class DocumentWorkers {
  /// What a worker reads, so that a library that fails costs no worker that reads by own code.
  enum Kind: Int, CaseIterable {
    /// Formats that are read by memory-safe code alone.
    case ownReaders
    /// Formats that C libraries read, and those that hold members of every sort.
    case libraries
  }

  /// How the reading of a document ended, over all its attempts.
  struct Result {
    var outcome: Outcome
    var end = DocumentEnd()
    /// The digests of members, as far as they were asked for.
    var contents: [MemberContent] = []
  }

  private enum Attempt {
    case ended(DocumentEnd)
    case died(PartialReason)
    /// The worker died before it had taken the document, which has no part in that.
    case untaken(PartialReason)
    case notStarted(errorNumber: Int32)
  }

  /// A document that is read.
  struct Document {
    /// What a worker gets of it.
    enum Content {
      /// All its bytes, which were read already.
      case bytes([UInt8])
      case descriptor(Int32, log: (descriptor: Int32, byteCount: Int)?)
    }

    let content: Content
    let byteCount: Int
    let kind: Kind
    /// Whether it may hold much more than its size shows, and take its time.
    let isContainer: Bool
    var reading = DocumentRequest.Reading.document
  }

  /// From how many documents, and from how much memory on, a worker is replaced by a new one.
  private static let documentLimit = 5_000
  private static let residentLimit = 512 << 20
  /// How many workers a document is sent to where they die before they take it.
  private static let attemptLimit = 3
  /// How long to wait where the system has no process or memory to spare, in microseconds.
  private static let shortagePause: UInt32 = 20_000

  private let setup: IsolationSetup
  private let progress: ScanProgress
  private var ownReaders: WorkerProcess?
  private var libraries: WorkerProcess?
  private var documentCounts = [0, 0]
  private var wire = WireWriter()
  /// What was told of the document that is read now.
  private var contents: [MemberContent] = []

  init(_ setup: IsolationSetup, progress: ScanProgress) {
    self.setup = setup
    self.progress = progress
  }

  /// Reads a document; where its worker dies, once more for the runs of text in it, unless that is a text
  /// that was read already.
  func read(_ document: Document, deliver: ([Finding]) -> Void) -> Result {
    contents.removeAll()
    var result = outcome(of: document, deliver)
    result.contents = contents
    return result
  }

  private func outcome(of document: Document, _ deliver: ([Finding]) -> Void) -> Result {
    switch attempt(document, document.reading, deliver) {
    case .ended(let end): return Result(end, document)
    case .notStarted(let errorNumber):
      return Result(outcome: .notExamined(.unreadable(errorNumber)))
    case .died(.interrupted):
      return Result(outcome: .partial(.interrupted, examinedByteCount: 0))
    case .died(let reason), .untaken(let reason):
      guard document.reading == .document,
        case .ended(let end) = attempt(document, .runsOfText, deliver)
      else {
        return Result(outcome: .partial(reason, examinedByteCount: 0))
      }
      return Result(outcome: .partial(reason, examinedByteCount: document.byteCount), end: end)
    }
  }

  /// Sends the document to a worker, and to another where that was dead already, died in its start, or
  /// could not be started at the moment.
  private func attempt(
    _ document: Document, _ reading: DocumentRequest.Reading, _ deliver: ([Finding]) -> Void
  ) -> Attempt {
    var attempt = Attempt.untaken(.crash)
    for number in 1...Self.attemptLimit {
      attempt = attemptOnce(document, reading, deliver)
      switch attempt {
      case .untaken: continue
      case .notStarted(EAGAIN), .notStarted(ENOMEM):
        if number < Self.attemptLimit { usleep(Self.shortagePause) }
      case .ended, .died, .notStarted: return attempt
      }
    }
    return attempt
  }

  private func attemptOnce(
    _ document: Document, _ reading: DocumentRequest.Reading, _ deliver: ([Finding]) -> Void
  ) -> Attempt {
    do throws(WorkerProcess.StartFailure) {
      var worker = try take(document.kind)
      do throws(FrameSocket.Failure) {
        try send(document, reading, to: worker)
      } catch {
        return .untaken(setup.reason(of: worker.end()))
      }
      return listen(to: worker, document, deliver)
    } catch {
      return .notStarted(errorNumber: error.errorNumber)
    }
  }

  private func send(
    _ document: Document, _ reading: DocumentRequest.Reading, to worker: borrowing WorkerProcess
  ) throws(FrameSocket.Failure) {
    wire.removeAll()
    var descriptors: [Int32] = []
    switch document.content {
    case .bytes(let bytes):
      DocumentRequest(reading: reading, byteCount: bytes.count).write(to: &wire)
      wire.append(rest: bytes)
    case .descriptor(let file, let log):
      DocumentRequest(
        reading: reading, byteCount: document.byteCount, logByteCount: log?.byteCount ?? 0
      ).write(to: &wire)
      descriptors.append(file)
      if let log { descriptors.append(log.descriptor) }
    }
    try worker.socket.send(.document, wire.bytes, descriptors: descriptors)
  }

  /// Takes what the worker sends until the document ends, or the worker, or its time.
  private func listen(
    to worker: consuming WorkerProcess, _ document: Document, _ deliver: ([Finding]) -> Void
  ) -> Attempt {
    let start = DispatchTime.now().uptimeNanoseconds
    var unpackedByteCount = 0
    while true {
      switch worker.socket.receive() {
      case .frame(let frame):
        var wire = WireReader(frame.content)
        do throws(WireReader.Mismatch) {
          switch frame.kind {
          case .findings:
            worker.receivedNumber = try wire.integer()
            try wire.eachBatch(deliver)
          case .contents:
            contents += try wire.list { wire throws(WireReader.Mismatch) in
              try MemberContent(from: &wire)
            }
            guard contents.count <= setup.memberLimit else { throw WireReader.Mismatch() }
          case .progress: unpackedByteCount = try wire.integer()
          case .ready:
            worker.isReady = true
            setup.note(missing: try wire.integer())
          case .end:
            let end = try DocumentEnd(from: &wire)
            worker.receivedNumber = try wire.integer()
            try wire.eachBatch(deliver)
            keep(worker, document.kind, end)
            return .ended(end)
          case .configuration, .document: throw WireReader.Mismatch()
          }
        } catch {
          _ = end(&worker, deliver)
          return .died(.crash)
        }
      case .silence: break
      case .end where worker.isReady: return .died(setup.reason(of: end(&worker, deliver)))
      case .end, .endUnread: return .untaken(setup.reason(of: worker.end()))
      }
      if progress.isCancelled {
        _ = end(&worker, deliver)
        return .died(.interrupted)
      }
      let seconds = Int((DispatchTime.now().uptimeNanoseconds - start) / 1_000_000_000)
      if seconds > setup.time(for: document, unpackedByteCount: unpackedByteCount) {
        _ = end(&worker, deliver)
        return .died(.time)
      }
    }
  }

  /// Ends the worker and takes what it had found and not sent yet.
  private func end(
    _ worker: inout WorkerProcess, _ deliver: ([Finding]) -> Void
  ) -> WorkerProcess.Ending {
    let ending = worker.end()
    var wire = WireReader(worker.unsent())
    do throws(WireReader.Mismatch) {
      try wire.eachBatch(deliver)
    } catch {
      // What fits no more was being written, or is not what a worker writes.
    }
    return ending
  }

  /// The idle worker of the kind, or a new one.
  private func take(_ kind: Kind) throws(WorkerProcess.StartFailure) -> WorkerProcess {
    let idle =
      switch kind {
      case .ownReaders: ownReaders.take()
      case .libraries: libraries.take()
      }
    if let idle { return idle }
    documentCounts[kind.rawValue] = 0
    let worker = try WorkerProcess.start()
    do throws(FrameSocket.Failure) {
      try worker.socket.send(.configuration, setup.configuration)
    } catch {
      // It died at once, for want of memory most likely.
      throw WorkerProcess.StartFailure(errorNumber: ENOMEM)
    }
    return worker
  }

  /// Keeps the worker for the next document, unless it has read many or has grown large.
  private func keep(_ worker: consuming WorkerProcess, _ kind: Kind, _ end: DocumentEnd) {
    documentCounts[kind.rawValue] += 1
    guard documentCounts[kind.rawValue] < Self.documentLimit,
      end.residentByteCount < Self.residentLimit
    else { return }
    switch kind {
    case .ownReaders: ownReaders = consume worker
    case .libraries: libraries = consume worker
    }
  }
}

extension DocumentWorkers.Result {
  init(_ end: DocumentEnd, _ document: DocumentWorkers.Document) {
    self.end = end
    switch end.reason {
    case nil: outcome = .scanned
    case .encrypted where end.isUnread: outcome = .notExamined(.encrypted)
    case let reason?:
      outcome = .partial(reason, examinedByteCount: end.isUnread ? 0 : document.byteCount)
    }
  }
}

extension WireReader {
  fileprivate mutating func findings() throws(Mismatch) -> [Finding] {
    try list { wire throws(Mismatch) in try Finding(from: &wire) }
  }

  /// Takes all lists of findings that are left.
  fileprivate mutating func eachBatch(_ body: ([Finding]) -> Void) throws(Mismatch) {
    while !rest.isEmpty { body(try findings()) }
  }
}
