import Glibc
import Isolation
import Testing

@Suite struct FrameSocketTests {
  private final class Ends {
    var left: FrameSocket
    var right: FrameSocket

    init() throws {
      let (left, right) = try #require(FrameSocket.pair())
      self.left = FrameSocket(owning: left)
      self.right = FrameSocket(owning: right)
    }
  }

  private func content(_ event: FrameSocket.Event) -> [UInt8]? {
    if case .frame(let frame) = event { frame.content } else { nil }
  }

  @Test func `keeps frames apart that come together`() throws {
    let ends = try Ends()
    try ends.left.send(.findings, [1, 2, 3])
    try ends.left.send(.progress)
    try ends.left.send(.end, [4])
    #expect(content(ends.right.receive()) == [1, 2, 3])
    #expect(content(ends.right.receive()) == [])
    #expect(content(ends.right.receive()) == [4])
  }

  @Test func `says that nothing came`() throws {
    let (left, right) = try #require(FrameSocket.pair())
    defer { close(left) }
    var socket = FrameSocket(owning: right, silence: 1, congestion: 1)
    guard case .silence = socket.receive() else {
      Issue.record("something came")
      return
    }
  }

  @Test func `says that the other side is gone`() throws {
    let (left, right) = try #require(FrameSocket.pair())
    close(left)
    var socket = FrameSocket(owning: right)
    guard case .end = socket.receive() else {
      Issue.record("the other side is not gone")
      return
    }
  }

  @Test func `says that the other side went without taking what was sent`() throws {
    let (left, right) = try #require(FrameSocket.pair())
    var socket = FrameSocket(owning: left)
    try socket.send(.document, [1])
    close(right)
    guard case .endUnread = socket.receive() else {
      Issue.record("it is taken for read")
      return
    }
  }

  @Test func `gives up where the other side takes nothing`() throws {
    let (left, right) = try #require(FrameSocket.pair())
    defer { close(right) }
    let socket = FrameSocket(owning: left, silence: 1, congestion: 1)
    #expect(throws: FrameSocket.Failure.self) {
      try socket.send(.document, [UInt8](repeating: 7, count: 8 << 20))
    }
  }

  @Test(arguments: [[99, 0, 0, 0, 0], [4, 0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]])
  func `ends where bytes are no frame`(bytes: [UInt8]) throws {
    let (left, right) = try #require(FrameSocket.pair())
    defer { close(left) }
    #expect(write(left, bytes, bytes.count) == bytes.count)
    var socket = FrameSocket(owning: right)
    guard case .end = socket.receive() else {
      Issue.record("it was taken for a frame")
      return
    }
  }

  @Test func `hands over an open file`() throws {
    let ends = try Ends()
    var pipe: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&pipe) == 0)
    try ends.left.send(.document, [7], descriptors: [pipe[0]])
    close(pipe[0])
    #expect(write(pipe[1], [42], 1) == 1)
    close(pipe[1])
    #expect(content(ends.right.receive()) == [7])
    let descriptors = ends.right.takeDescriptors()
    #expect(descriptors.count == 1)
    var byte: UInt8 = 0
    #expect(read(try #require(descriptors.first), &byte, 1) == 1)
    #expect(byte == 42)
    for descriptor in descriptors { close(descriptor) }
  }
}
