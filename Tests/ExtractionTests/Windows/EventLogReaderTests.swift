import ContentTypes
import Extraction
import ScanModel
import Testing

@Suite struct EventLogReaderTests {
  /// Two records of somebody who logged on.
  private static let logons: EventLogBuilder = {
    var builder = EventLogBuilder.event([
      EventLogBuilder.data("TargetUserName", 0), EventLogBuilder.data("IpAddress", 1),
      .element("Data", [], [.text("Zoë "), .entity("amp"), .text(" Zn")]),
    ])
    for (number, name) in [(7, "p.jansen"), (8, "k.bakker")] as [(UInt64, String)] {
      builder.add(number, [(1, name.wideBytes), (1, "192.0.2.\(number)".wideBytes)])
    }
    return builder
  }()

  /// The values of `Data` without a name, in a log with one record.
  private static func values(_ type: UInt8, _ bytes: [UInt8]) -> [String] {
    var builder = EventLogBuilder.event([.element("Data", [], [.value(0, type)])])
    builder.add(1, [(type, bytes)])
    return DocumentRecording(of: builder.file(last: 1)).fields()
      .filter { $0.hasPrefix("EventData.Data=") }.map { String($0.dropFirst(15)) }
  }

  @Test func `the values of each record have the names of its template`() {
    let log = DocumentRecording(of: Self.logons.file(last: 8))
    #expect(
      log.fields() == [
        "Provider.Name=Voorbeeld", "System.Computer=WERK-1", "TargetUserName=p.jansen",
        "IpAddress=192.0.2.7", "EventData.Data=Zoë & Zn", "Provider.Name=Voorbeeld",
        "System.Computer=WERK-1", "TargetUserName=k.bakker", "IpAddress=192.0.2.8",
        "EventData.Data=Zoë & Zn",
      ])
    #expect(log.outcome == "evtx complete")
  }

  @Test func `the place of a value is the number of its record`() {
    var sink = RowSink()
    let file = Self.logons.file(last: 8)
    sink.context.begin(byteCount: file.count)
    _ = DocumentExtractor.extract(.binary(.evtx), file.span, into: &sink)
    #expect(sink.rows == [7, 7, 7, 7, 7, 8, 8, 8, 8, 8])
  }

  @Test(
    arguments: [
      (0x01, "één\0".wideBytes, ["één"]), (0x02, Array("abc\0".utf8), ["abc"]),
      (0x03, [0xFE], ["-2"]), (0x04, [0xFE], ["254"]), (0x05, [0xFE, 0xFF], ["-2"]),
      (0x06, [1, 2], ["513"]), (0x07, [0xFE, 0xFF, 0xFF, 0xFF], ["-2"]),
      (0x08, [0xFE, 0xFF, 0xFF, 0xFF], ["4294967294"]),
      (0x09, [UInt8](repeating: 0xFF, count: 8), ["-1"]),
      (0x0A, [UInt8](repeating: 0xFF, count: 8), ["18446744073709551615"]),
      (0x0B, Float(0.75).bitPattern.littleBytes, ["0.75"]),
      (0x0C, (-2.5).bitPattern.littleBytes, ["-2.5"]), (0x0D, [1, 0, 0, 0], ["true"]),
      (0x0D, [0, 0, 0, 0], ["false"]),
      (
        0x0F, [0x33, 0x22, 0x11, 0, 0x55, 0x44, 0x77, 0x66] + Array(0x88...0x8F),
        ["{00112233-4455-6677-8889-8A8B8C8D8E8F}"]
      ), (0x10, [0xE7, 3, 0, 0], ["0x3e7"]),
      // 11644473600 s after 1601 is 1970.
      (0x11, UInt64(116_444_736_610_000_000).littleBytes, ["1970-01-01T00:01:01Z"]),
      (0x12, [0xE8, 7, 2, 0, 4, 0, 29, 0, 23, 0, 5, 0, 9, 0, 0, 0], ["2024-02-29T23:05:09Z"]),
      (0x13, [1, 2, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 0xF4, 1, 0, 0], ["S-1-5-21-500"]),
      (0x14, [0xE7, 3, 0, 0], ["0x3e7"]),
      (0x15, [0, 0, 0, 0, 0, 0, 0, 0x80], ["0x8000000000000000"]),
      (0x81, "Jan\0Zoë\0".wideBytes, ["Jan", "Zoë"]), (0x82, Array("a\0b\0".utf8), ["a", "b"]),
      (0x86, [1, 0, 2, 0], ["1", "2"]), (0x87, [0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0], ["-2", "1"]),
      (0x93, [1, 0, 0, 0, 0, 0, 0, 5, 1, 0, 0, 0, 0, 0, 0, 1], ["S-1-5", "S-1-1"]),
      // No value at all, and an identifier that is not all there.
      (0x00, [], []), (0x0F, [1, 2], []), (0x13, [1, 9, 0, 0, 0, 0, 0, 5], []),
    ] as [(UInt8, [UInt8], [String])])
  func `writes values of each type`(type: UInt8, bytes: [UInt8], expected: [String]) {
    #expect(Self.values(type, bytes) == expected)
  }

  @Test func `a value of bytes is read for the text in it`() {
    var builder = EventLogBuilder.event([.element("Binary", [], [.value(0, 0x0E)])])
    builder.add(1, [(0x0E, [1, 2, 3, 0] + "Rekening van Jansen".wideBytes)])
    let log = DocumentRecording(of: builder.file(last: 1))
    #expect(log.text(at: "raw-text").contains("Rekening van Jansen"))
  }

  @Test func `XML in a value is read in its place`() {
    var builder = EventLogBuilder.event([.value(0, 0x21)])
    var before = builder
    before.add(1, [])
    // An element without a dependency, whose name lies where the template has it.
    let name = UInt32(Self.place(of: "Computer", in: before.chunk)).littleBytes
    let text = [5, 1] + UInt16(3).littleBytes + "Zoë".wideBytes
    let inside = name + [2] + text + [4]
    builder.add(
      1, [(0x21, [0x0F, 1, 1, 0, 0x01] + UInt32(inside.count).littleBytes + inside + [0])])
    let log = DocumentRecording(of: builder.file(last: 1))
    #expect(log.fields().last == "EventData.Computer=Zoë")
    #expect(log.outcome == "evtx complete")
  }

  @Test func `records that are left of older ones are deleted text`() {
    var builder = Self.logons
    builder.add(3, [(1, "oud".wideBytes), (1, "192.0.2.3".wideBytes)])
    let log = DocumentRecording(of: builder.file(last: 8))
    #expect(log.fields(at: "deleted-text").contains("TargetUserName=oud"))
    #expect(!log.fields().contains("TargetUserName=oud"))
    #expect(log.outcome == "evtx complete")
  }

  @Test func `records that the head of their chunk does not know yet are read`() {
    let log = DocumentRecording(of: Self.logons.file(last: 7))
    #expect(log.fields().contains("TargetUserName=k.bakker"))
    #expect(log.outcome == "evtx complete")
  }

  @Test func `a file that breaks off gives the records before, and is malformed`() {
    let file = Self.logons.file(last: 8)
    let end = EventLogBuilder.headByteCount + Self.logons.chunk.count - 40
    let log = DocumentRecording(of: Array(file[..<end]))
    #expect(log.fields().contains("TargetUserName=p.jansen"))
    #expect(log.outcome == "evtx malformed")
  }

  @Test func `a file that lacks records is malformed`() {
    #expect(DocumentRecording(of: Self.logons.file(last: 9)).outcome == "evtx malformed")
  }

  @Test func `values of a template that was written over have no names`() {
    var file = Self.logons.file(last: 8)
    let template = EventLogBuilder.headByteCount + (Self.logons.template ?? 0)
    file[template + 4] ^= 1
    let log = DocumentRecording(of: file)
    #expect(log.fields() == ["p.jansen", "192.0.2.7", "k.bakker", "192.0.2.8"])
    #expect(log.outcome == "evtx malformed")
  }

  @Test func `a chunk without its head is read, and the file malformed`() {
    var file = Self.logons.file(last: 8)
    file[EventLogBuilder.headByteCount] = 0
    let log = DocumentRecording(of: file)
    #expect(log.fields().contains("TargetUserName=k.bakker"))
    #expect(log.outcome == "evtx malformed")
  }

  @Test func `a record whose number is none is read`() {
    for number in [0, UInt64.max] {
      var builder = EventLogBuilder.event([EventLogBuilder.data("TargetUserName", 0)])
      builder.add(number, [(1, "p.jansen".wideBytes)])
      let log = DocumentRecording(of: builder.file(last: number))
      #expect(log.fields().last == "TargetUserName=p.jansen")
      #expect(log.faults.isEmpty)
    }
  }

  @Test func `a token at the end of its part of the file ends the record`() {
    var builder = EventLogBuilder.event([.value(0, 0x21)])
    builder.add(1, [(0x21, [0x05])])
    #expect(DocumentRecording(of: builder.file(last: 1)).outcome == "evtx malformed")
  }

  @Test func `a template that repeats a long value ends with its budget`() {
    let repeated = [EventLogBuilder.Content](repeating: .value(0, 1), count: 3000)
    var builder = EventLogBuilder.event([.element("Data", [], repeated)])
    builder.add(1, [(1, [UInt8](repeating: 0x41, count: 30_000))])
    let log = DocumentRecording(of: builder.file(last: 1))
    #expect(log.text().utf8.count <= 9 << 20)
    #expect(log.outcome == "evtx malformed")
  }

  @Test func `outlives bytes that were changed anywhere`() {
    let file = Self.logons.file(last: 8)
    var random = SplitMix(seed: 22)
    for position in Array(0..<48)
      + Array(EventLogBuilder.headByteCount..<EventLogBuilder.headByteCount + 1400)
    {
      var changed = Array(file[..<(EventLogBuilder.headByteCount + 2048)])
      changed[position] = UInt8.random(in: 0...255, using: &random)
      #expect(DocumentRecording(of: changed).faults.isEmpty)
    }
  }

  /// Where the chunk has a name.
  private static func place(of name: String, in chunk: [UInt8]) -> Int {
    let bytes = name.wideBytes
    return chunk.indices.first { chunk[$0...].starts(with: bytes) }.map { $0 - 8 } ?? 0
  }
}

/// Keeps the rows of fields.
private struct RowSink: DocumentSink, ~Copyable {
  let context = ExtractionContext()
  var isCancelled: Bool { false }
  private(set) var rows: [Int] = []

  mutating func beginText(at parts: [DocumentPart]) {}
  mutating func endText() {}
  mutating func beginMember(at parts: [DocumentPart]) {}
  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {}
  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {}
  mutating func take(_ block: Span<UInt8>, layout: borrowing TextLayout) {
    rows += layout.fields.map(\.row)
  }
}
