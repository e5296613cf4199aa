import CommandBench
import Glibc
import TestSupport
import Testing

@Suite struct SpecialFileTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.write("BSN: 999999990\n", to: "share/a.txt")
    mkfifo("\(bench.folder.path)/share/fifo", 0o600)
  }

  @Test func `a FIFO, socket or device is never opened`() throws {
    let folder = "\(bench.folder.path)/share"
    Self.makeSocket(at: "\(folder)/socket")
    let hasDevice = mknod("\(folder)/zero", S_IFCHR | 0o600, 0x105) == 0
    let run = try bench.run("scan", "share", "--json")
    let records = try run.records
    #expect(run.status == 3)
    for name in ["fifo", "socket"] + (hasDevice ? ["zero"] : []) {
      #expect(records.file("share/\(name)")?["reason"] == "special")
    }
    #expect(records.file("share/a.txt")?["status"] == "scanned")
  }

  @Test func `a FIFO that was named does not hold the scan up`() throws {
    let run = try bench.run("scan", "share/fifo", "--json")
    #expect(run.status == 3)
    #expect(try run.records.file("share/fifo")?["reason"] == "special")
  }

  @Test func `a file of size 0 with content in a pseudo file system is left out`() throws {
    let run = try bench.run("scan", "/proc/version", "--json")
    #expect(run.status == 0)
    let leftOut = try run.records.last?.part("coverage").part("left_out")
    #expect(leftOut?.number("pseudo-file-system") == 1)
  }

  private static func makeSocket(at path: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    _ = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
