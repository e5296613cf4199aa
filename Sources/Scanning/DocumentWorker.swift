internal import Dispatch
internal import Extraction
internal import Glibc
package import Isolation
internal import ScanModel
internal import Wire

/// The worker's side of isolation: reads one document after the other that comes over its socket,
/// until that is closed.
package struct DocumentWorker: ~Copyable {
  private static let signOfLifeNanoseconds: UInt64 = 200_000_000

  private final class Channel {
    var socket: FrameSocket
    let outbox: Outbox?
    var wire = WireWriter()
    var lastSign: UInt64 = 0

    init(_ socket: consuming FrameSocket, _ outbox: Outbox?) {
      self.socket = socket
      self.outbox = outbox
    }

    /// Puts findings into the outbox, or sends them with what is in it.
    func take(_ findings: [Finding]) {
      wire.removeAll()
      wire.append(findings) { $1.write(to: &$0) }
      let batch = wire.bytes
      if outbox?.append(batch) == true { return }
      wire.removeAll()
      appendOutbox()
      wire.append(rest: batch)
      send(.findings)
      outbox?.clear()
    }

    /// Adds what is in the outbox, behind its number.
    func appendOutbox() {
      wire.append(outbox?.number ?? 0)
      if let content = outbox?.content { wire.append(rest: content) }
    }

    /// A worker whose parent is gone has nothing left to do.
    func send(_ kind: FrameKind) {
      do throws(FrameSocket.Failure) {
        try socket.send(kind, wire.bytes)
      } catch {
        exit(0)
      }
    }
  }

  private let channel: Channel
  private var scanner: DocumentScanner

  /// Locks the process in and tells the parent which protections this kernel refused.
  package init(
    _ socket: consuming FrameSocket, _ outbox: Outbox?,
    _ configuration: WorkerConfiguration, _ tables: SearchTables
  ) {
    let channel = Channel(socket, outbox)
    self.channel = channel
    let made = tables()
    var limits = ExtractionLimits()
    limits.depth = configuration.limits.depth
    limits.entriesPerFile = configuration.limits.entryCount
    limits.bytesInMemory = configuration.limits.memberByteCount
    limits.unpackedFloor = configuration.limits.unpackedByteCount
    scanner = DocumentScanner(
      made.patterns, made.vocabulary,
      context: ExtractionContext(limits: limits, passwords: configuration.passwords),
      digests: configuration.digests,
      deliver: { channel.take($0) },
      deliverContents: { contents in
        channel.wire.removeAll()
        channel.wire.append(contents) { $1.write(to: &$0) }
        channel.send(.contents)
      },
      goOn: { unpackedByteCount in
        let now = DispatchTime.now().uptimeNanoseconds
        guard now - channel.lastSign > Self.signOfLifeNanoseconds else { return }
        channel.lastSign = now
        channel.wire.removeAll()
        channel.wire.append(unpackedByteCount)
        channel.send(.progress)
      })
    DocumentExtractor.prepare()
    let missing = Sandbox.enter(memoryByteCount: configuration.limits.memoryByteCount)
    channel.wire.removeAll()
    channel.wire.append(Int(missing.rawValue))
    channel.send(.ready)
  }

  package mutating func serve() {
    while case .frame(let frame) = channel.socket.receive() {
      let descriptors = channel.socket.takeDescriptors()
      defer { for descriptor in descriptors { close(descriptor) } }
      var wire = WireReader(frame.content)
      guard frame.kind == .document, let request = try? DocumentRequest(from: &wire) else {
        return
      }
      channel.lastSign = DispatchTime.now().uptimeNanoseconds
      let end: DocumentEnd
      if let file = descriptors.first {
        end = read(request, file, log: descriptors.dropFirst().first)
      } else {
        let bytes = frame.content.span.extracting(wire.rest)
        guard bytes.count == request.byteCount else { return }
        end = scanner.scan(bytes, log: [], as: request.reading)
      }
      channel.wire.removeAll()
      end.write(to: &channel.wire)
      channel.appendOutbox()
      channel.send(.end)
      channel.outbox?.clear()
    }
  }

  private mutating func read(
    _ request: DocumentRequest, _ descriptor: Int32, log logDescriptor: Int32?
  ) -> DocumentEnd {
    guard let file = MappedFile(descriptor, byteCount: request.byteCount) else {
      var end = DocumentEnd()
      end.reason = .readError
      end.isUnread = true
      return end
    }
    let log = logDescriptor.flatMap { MappedFile($0, byteCount: request.logByteCount)?.copy() }
    return scan(file, log ?? [], request.reading)
  }

  private mutating func scan(
    _ file: borrowing MappedFile, _ log: [UInt8], _ reading: DocumentRequest.Reading
  ) -> DocumentEnd {
    file.withBytes { scanner.scan($0, log: log, as: reading) }
  }
}
