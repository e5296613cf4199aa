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
    /// Nothing came in the time given.
    case silence
    /// The other side is gone, or sends what is no frame.
    case end
  }

  /// The longest content of a frame, in bytes.
  package static let longestContent = 64 << 20
  private static let headByteCount = 5
  private static let descriptorLimit = 4
  private static let receivedByteCount = 64 << 10

  private let descriptor: Int32
  /// What was received and is no whole frame yet.
  private var buffer: [UInt8] = []
  private var descriptors: [Int32] = []

  package init(owning descriptor: Int32) {
    self.descriptor = descriptor
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
    var frame = [kind.rawValue]
    for shift in stride(from: 0, to: 32, by: 8) {
      frame.append(UInt8(truncatingIfNeeded: content.count >> shift))
    }
    frame += content
    var sent = 0
    var pending = descriptors
    while sent < frame.count {
      let count = frame[sent...].withUnsafeBytes { bytes in
        linux_send_descriptors(
          descriptor, bytes.baseAddress, UInt(bytes.count), pending, Int32(pending.count))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure() }
      pending = []
      sent += count
    }
  }

  /// Waits for the next frame, at most so many milliseconds; nil for as long as it takes.
  package mutating func receive(within milliseconds: Int32? = nil) -> Event {
    while true {
      if buffer.count >= Self.headByteCount {
        guard let frame = takeFrame() else { return .end }
        if let whole = frame { return .frame(whole) }
      }
      if let milliseconds {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, milliseconds)
        if ready == 0 { return .silence }
        if ready < 0 {
          if errno == EINTR { continue }
          return .end
        }
      }
      guard refill() else { return .end }
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

  private mutating func refill() -> Bool {
    var received = [Int32](repeating: -1, count: Self.descriptorLimit)
    var receivedCount: Int32 = 0
    var count = 0
    var isInterrupted = false
    buffer.append(addingCapacity: Self.receivedByteCount) { bytes in
      bytes.withUnsafeMutableBufferPointer { free, initializedCount in
        count = linux_receive_descriptors(
          descriptor, free.baseAddress, UInt(free.count), &received, &receivedCount)
        isInterrupted = count < 0 && errno == EINTR
        initializedCount = max(count, 0)
      }
    }
    descriptors += received.prefix(Int(receivedCount))
    return count > 0 || isInterrupted
  }
}

/// What a frame holds.
package enum FrameKind: UInt8, Sendable {
  /// To the worker, first of all: what it needs to know.
  case configuration = 1
  /// To the worker: a document to read.
  case document = 2
  /// From the worker, once: it is locked in and waits for documents.
  case ready = 3
  /// From the worker: findings in a document.
  case findings = 4
  /// From the worker: it goes on, and how many bytes it has unpacked so far.
  case progress = 5
  /// From the worker: how the document ended.
  case end = 6
}
