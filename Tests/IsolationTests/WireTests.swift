import Isolation
import ScanModel
import Testing
import Wire

@Suite struct WireTests {
  static let reasons: [Reason] = [
    .checkPassed("elfproef"), .noCheck, .label("bsn", distance: 3), .nearbyLabel("cliënt"),
    .columnHeader("bsn"), .fieldName("bsn"), .knownRecord("Vektis"), .counterWord("factuurnummer"),
    .typicalNotation, .testRange, .lostZero, .splitOverLines, .columnPasses(passed: 9, count: 10),
    .columnIsRandom(passed: 1, count: 10), .within("mrz"), .mayHoldBSN, .functionalAddress,
    .notPublicAddress, .unknownBank,
  ]

  static let places: [Place] = [
    .line(12, column: 5), .cell(row: 1 << 40, column: 28, header: nil),
    .cell(row: 7, column: 3, header: "bsn"), .element(path: "client.bsn", line: 9),
    .paragraph(4, header: nil), .paragraph(4, header: "bsn"), .record(line: 3, field: "bsn"),
  ]

  static let parts: [DocumentPart] =
    [
      .member("brief \u{202E}.docx"), .folder("Postvak IN"), .message(12), .page(3), .slide(1),
      .sheet("Salaris"), .table("client"),
    ] + DocumentSection.allCases.map { .section($0) }

  static let findings = places.map { place in
    Finding(
      kind: "bsn", part: parts, place: place, confidence: Confidence(0.87), reasons: reasons,
      value: SensitiveText("9999 123 48"), normalized: SensitiveText("999912348"))
  }

  @Test(arguments: findings) func `gives a finding back`(finding: Finding) throws {
    var writer = WireWriter()
    finding.write(to: &writer)
    var reader = WireReader(writer.bytes)
    #expect(try Finding(from: &reader) == finding)
  }

  @Test func `gives the end of a document back`() throws {
    var end = DocumentEnd()
    end.reason = .needsOCR
    end.members.countExamined()
    end.members.count(
      IncompleteMember(parts: Self.parts, contentType: "png", reason: .needsOCR))
    end.stoppedPatterns = ["iban"]
    end.suppressedCount = 300
    end.residentByteCount = 1 << 33
    var writer = WireWriter()
    end.write(to: &writer)
    var reader = WireReader(writer.bytes)
    let other = try DocumentEnd(from: &reader)
    #expect(other.reason == end.reason)
    #expect(other.isUnread == end.isUnread)
    #expect(other.members == end.members)
    #expect(other.stoppedPatterns == end.stoppedPatterns)
    #expect(other.suppressedCount == end.suppressedCount)
    #expect(other.residentByteCount == end.residentByteCount)
  }

  @Test func `gives the configuration back`() throws {
    var configuration = WorkerConfiguration()
    configuration.kinds = ["bsn", "iban"]
    configuration.patternFiles = [.init(name: "eigen.yaml", text: "id: x\n")]
    configuration.matcher = "fast"
    configuration.passwords = [Array("geheim".utf8), [0xFF, 0x00]]
    configuration.limits.depth = 3
    var writer = WireWriter()
    configuration.write(to: &writer)
    var reader = WireReader(writer.bytes)
    #expect(try WorkerConfiguration(from: &reader) == configuration)
  }

  @Test func `refuses what is cut off at any byte`() {
    var writer = WireWriter()
    Self.findings[0].write(to: &writer)
    for count in 0..<writer.bytes.count {
      var reader = WireReader(Array(writer.bytes[..<count]))
      #expect(throws: WireReader.Mismatch.self) { try Finding(from: &reader) }
    }
  }

  @Test(arguments: [0, 1, 127, 128, -1, Int.max, Int.min])
  func `gives a number back`(number: Int) throws {
    var writer = WireWriter()
    writer.append(number)
    var reader = WireReader(writer.bytes)
    #expect(try reader.integer() == number)
  }

  @Test func `does not believe a length`() {
    var writer = WireWriter()
    writer.append(Int.max)
    var texts = WireReader(writer.bytes)
    #expect(throws: WireReader.Mismatch.self) { try texts.string() }
    var lists = WireReader(writer.bytes)
    #expect(throws: WireReader.Mismatch.self) {
      try lists.list { wire throws(WireReader.Mismatch) in try wire.string() }
    }
  }

  @Test func `gives back what stands behind a request`() throws {
    let request = DocumentRequest(reading: .document, byteCount: 3)
    var writer = WireWriter()
    request.write(to: &writer)
    writer.append(rest: [7, 8, 9])
    var reader = WireReader(writer.bytes)
    #expect(try DocumentRequest(from: &reader) == request)
    #expect(Array(writer.bytes[reader.rest]) == [7, 8, 9])
  }
}
