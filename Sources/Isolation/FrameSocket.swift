internal import CLinux
internal import Glibc

/// One end of a socket between two processes; closed when its owner goes.
///
/// A frame is its kind, the length of what it holds and that. Open descriptors may come with it.
package struct FrameSocket: ~Copyable {
  /// The other side is gone, or what it sends is no frame.
  package struct Failure: Error {}

  package struct Frame: Sendable {
    package let kind: FrameKind
    package let content: [UInt8]
  }

  package enum Event {
    case frame(Frame)
    /// Nothing came for as long as the socket waits.
    case silence
    /// The other side is gone, or sends what is no frame.
    case end
    /// The other side is gone and has not taken what was sent to it last.
    case endUnread
  }

  /// The longest content of a frame, in bytes.
  package static let longestContent = 64 << 20
  private static let headByteCount = 5
  private static let descriptorLimit = 4
  /// Room for a small document and what is said of it.
  private static let receivedByteCount = 68 << 10

  private let descriptor: Int32
  /// What was received and is no whole frame yet.
  private var buffer: [UInt8] = []
  private var descriptors: [Int32] = []

  /// Waits for as long as it takes.
  package init(owning descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Waits at most so many milliseconds for bytes to come, and so many seconds for room to send.
  package init(owning descriptor: Int32, silence milliseconds: Int, congestion seconds: Int) {
    self.descriptor = descriptor
    let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    setLimit(SO_RCVTIMEO, timeval(tv_sec: whole, tv_usec: rest * 1000))
    setLimit(SO_SNDTIMEO, timeval(tv_sec: seconds, tv_usec: 0))
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
    close(descriptor)
  }

  /// Both ends of a new socket, of which only this process knows.
  package static func pair() -> (Int32, Int32)? {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
    return (ends[0], ends[1])
  }

  package func send(
    _ kind: FrameKind, _ content: [UInt8] = [], descriptors: [Int32] = []
  ) throws(Failure) {
    var head = [kind.rawValue]
    for shift in stride(from: 0, to: 32, by: 8) {
      head.append(UInt8(truncatingIfNeeded: content.count >> shift))
    }
    var sent = 0
    var pending = descriptors
    while sent < head.count + content.count {
      let count = send(
        head[min(sent, head.count)...], content[max(sent - head.count, 0)...], pending)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure() }
      pending = []
      sent += count
    }
  }

  private func send(
    _ head: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>, _ descriptors: [Int32]
  ) -> Int {
    head.withUnsafeBytes { head in
      content.withUnsafeBytes { content in
        linux_send_frame(
          descriptor, head.baseAddress, UInt(head.count), content.baseAddress,
          UInt(content.count), descriptors, Int32(descriptors.count))
      }
    }
  }

  /// Waits for the next frame.
  package mutating func receive() -> Event {
    while true {
      if buffer.count >= Self.headByteCount {
        guard let frame = takeFrame() else { return .end }
        if let whole = frame { return .frame(whole) }
      }
      switch refill() {
      case nil, EINTR: continue
      case EAGAIN: return .silence
      case ECONNRESET: return .endUnread
      default: return .end
      }
    }
  }

  /// The descriptors that came with the frames so far; the caller closes them.
  package mutating func takeDescriptors() -> [Int32] {
    defer { descriptors = [] }
    return descriptors
  }

  /// The first frame of the buffer; inner nil where it is not whole, outer where it is none.
  private mutating func takeFrame() -> Frame?? {
    var count = 0
    for index in 1..<Self.headByteCount { count |= Int(buffer[index]) << ((index - 1) * 8) }
    guard let kind = FrameKind(rawValue: buffer[0]), count <= Self.longestContent else {
      return nil
    }
    guard buffer.count >= Self.headByteCount + count else { return .some(nil) }
    let content = Array(buffer[Self.headByteCount..<Self.headByteCount + count])
    buffer.removeSubrange(..<(Self.headByteCount + count))
    return Frame(kind: kind, content: content)
  }

  /// Receives what has come, or waits for it; the system's errno where nothing came, 0 at the end.
  private mutating func refill() -> Int32? {
    var received = [Int32](repeating: -1, count: Self.descriptorLimit)
    var receivedCount: Int32 = 0
    var failure: Int32?
    buffer.append(addingCapacity: Self.receivedByteCount) { bytes in
      bytes.withUnsafeMutableBufferPointer { free, initializedCount in
        let count = linux_receive_descriptors(
          descriptor, free.baseAddress, UInt(free.count), &received, &receivedCount)
        if count <= 0 { failure = count < 0 ? errno : 0 }
        initializedCount = max(count, 0)
      }
    }
    descriptors += received.prefix(Int(receivedCount))
    return failure
  }

  private func setLimit(_ option: Int32, _ limit: timeval) {
    var limit = limit
    setsockopt(
      descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
  }
}

/// What a frame holds.
package enum FrameKind: UInt8, Sendable {
  /// To the worker, first of all: what it needs to know.
  case configuration = 1
  /// To the worker: a document to read, as a descriptor or with its bytes behind the request.
  case document = 2
  /// From the worker, once: it is locked in and waits for documents.
  case ready = 3
  /// From the worker: what is in its outbox, findings in a document.
  case findings = 4
  /// From the worker: it goes on, and how many bytes it has unpacked so far.
  case progress = 5
  /// From the worker: how the document ended, and what is in its outbox.
  case end = 6
  /// From the worker: digests of members of the document.
  case contents = 7
}
