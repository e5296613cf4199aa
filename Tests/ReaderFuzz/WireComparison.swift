import Isolation
import ScanModel
import Wire

/// Takes bytes for everything that goes over the socket, and demands that what was read is what is
/// read again when it is sent on.
enum WireComparison {
  static func run(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let content = Array(bytes.dropFirst())
    switch kind % 4 {
    case 0: findings(content)
    case 1: end(content)
    case 2: configuration(content)
    default: request(content)
    }
  }

  private static func findings(_ bytes: [UInt8]) {
    guard let findings = read(bytes) else { return }
    var wire = WireWriter()
    wire.append(findings) { $1.write(to: &$0) }
    demand(read(wire.bytes) == findings, "findings change on their way")
  }

  private static func read(_ bytes: [UInt8]) -> [Finding]? {
    var wire = WireReader(bytes)
    return try? wire.list { wire throws(WireReader.Mismatch) in try Finding(from: &wire) }
  }

  private static func end(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    guard let end = try? DocumentEnd(from: &reader) else { return }
    var wire = WireWriter()
    end.write(to: &wire)
    var second = WireReader(wire.bytes)
    let again = try? DocumentEnd(from: &second)
    demand(again?.members == end.members, "members change on their way")
    demand(again?.stoppedPatterns == end.stoppedPatterns, "patterns change on their way")
  }

  private static func configuration(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    guard let value = try? WorkerConfiguration(from: &reader) else { return }
    var wire = WireWriter()
    value.write(to: &wire)
    var second = WireReader(wire.bytes)
    demand((try? WorkerConfiguration(from: &second)) == value, "the configuration changes")
  }

  private static func request(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    guard let value = try? DocumentRequest(from: &reader) else { return }
    var wire = WireWriter()
    value.write(to: &wire)
    var second = WireReader(wire.bytes)
    demand((try? DocumentRequest(from: &second)) == value, "the request changes")
  }
}
