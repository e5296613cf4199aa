import Isolation
import ScanModel
import Testing
import Wire

@Suite struct WorkerConfigurationTests {
  @Test func `gives back what a worker is told`() throws {
    var configuration = WorkerConfiguration()
    configuration.kinds = ["bsn", "iban"]
    configuration.passwords = [[1, 2], []]
    configuration.digests = .membersWithTerms
    configuration.terms = [
      SearchTerm(kind: "subject/0/full-name", owner: 0, text: "Jan de Vri\u{EB}s"),
      SearchTerm(kind: "subject/12/birth-date", owner: 12, text: "12-03-1980", gaps: .whereWritten),
      SearchTerm(
        kind: "subject/0/surname", owner: 0, text: "Hof",
        neededLabel: SearchTerm.Label(kind: "name", neighbours: ["vant"])),
    ]
    #expect(try read(written(configuration)) == configuration)
  }

  @Test func `refuses a term whose gaps are none`() {
    var configuration = WorkerConfiguration()
    configuration.terms = [SearchTerm(kind: "a", owner: 0, text: "b")]
    var bytes = written(configuration)
    bytes[bytes.count - 1] = 7
    #expect(throws: WireReader.Mismatch.self) { try read(bytes) }
  }

  private func written(_ configuration: WorkerConfiguration) -> [UInt8] {
    var wire = WireWriter()
    configuration.write(to: &wire)
    return wire.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> WorkerConfiguration {
    var wire = WireReader(bytes)
    return try WorkerConfiguration(from: &wire)
  }
}
