import ContentTypes
import Extraction
import ScanModel
import Testing

extension DelimitedReaderTests {
  @Test(arguments: [
    "naam;bsn\nJan;123456782\n",
    "sep=;\nTitel;;\r\n\r\n\"na\"\"am\" ; bsn;x\r\nJan;=\"123456782\";'0612345678\r\n",
    "\"open;1\n\"a;2\r\"b;3\n\"c\";4\n\"\"\"\"\"\n;;\"",
    "a;b\n1;2\n\nnaam;bsn\nJan;123456782\n\n\n;\n",
    "\r\r\n\n\r\n;\r;\n",
    "Zoë;€5;漢字😀\nÉén;\"ë;ë\"\n",
  ])
  func `gives the same for all sizes of chunks`(document: String) throws {
    let whole = try read(document, ";")
    for size in ChunkedSource.sizes {
      let recording = try read(document, ";", chunkByteCount: size)
      #expect(recording == whole)
      #expect(recording.faults == [])
    }
  }

  /// Cells, quotes and records around the sizes at which the reader takes another way.
  @Test(arguments: [1000, 65_536, 300_000])
  func `gives the same for large documents`(chunkByteCount: Int) throws {
    for document in Self.largeDocuments {
      let whole = try read(document, ";", chunkByteCount: 1 << 20)
      let recording = try read(document, ";", chunkByteCount: chunkByteCount)
      #expect(recording.text == document)
      #expect(recording.faults == [])
      #expect(recording.fields == whole.fields)
    }
  }

  private static let largeDocuments: [String] = {
    var random = SplitMix(seed: 7)
    let pieces = [
      "a", "12345", ";", ";", "\n", "\r\n", "\"", "\"\"", " ", "ë", "\n\n", "\";\"", "naam;bsn\n",
      String(repeating: "x", count: 900), String(repeating: " ", count: 300),
    ]
    let soup = (0..<8_000).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let long = [60_000, 70_000, 131_000, 140_000, 400_000].flatMap { count in
      ["z", " ", "\"", "é"].map { "naam;bsn\n1;" + String(repeating: $0, count: count) + " ;2\n" }
    }
    return [soup, long.joined(), "kop;bsn\n" + String(repeating: "\"a;1\n", count: 100_000)]
  }()

  @Test func `a stray quote swallows nothing that is far away`() throws {
    let rows = (1...300).map { "\($0);\($0 == 5 ? "\"" : "")tekst;\(100_000 + $0)\n" }.joined()
    let fields = try read("nr;omschrijving;code\n" + rows + "301;\"dicht\";100301\n", ";").fields
    #expect(fields.filter { $0.label == "code" }.count == 301)
    #expect(fields.first { $0.row == 6 && $0.column == 2 }?.text == "\"tekst")
  }

  @Test func `a long text in quotes is one cell up to its bounds`() throws {
    let lines = String(repeating: "regel; tekst\n", count: 99)
    let fields = try read("nr;memo;bsn\n1;\"\(lines)\";123456782\n", ";").fields
    #expect(fields.last?.description == "bsn=123456782 @2:3")
  }

  @Test(arguments: [
    "\"", ";", "\n", "\r", " ", "\";", ";\"a", "\n\n\"a", "=\"", "a", "\n\na;b\n1;2",
  ])
  func `reads hostile repetition in one go`(piece: String) throws {
    let document = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let recording = try read(document, ";")
    #expect(recording.text == document)
    #expect(recording.faults == [])
    #expect(recording.outcome == .complete)
  }

  @Test(arguments: [
    "Jansen;123456782;Utrecht\n", "\"", ";", "\n", "x", " ", "\"a;", "\n\n\"naam;bsn",
  ])
  func `holds little of a large document`(piece: String) throws {
    try expectBounded(piece, byteCount: 2 << 20)
  }

  @Test func `holds little of a document of 200 MB`() throws {
    let memo = String(repeating: "lange tekst ", count: 100)
    try expectBounded("Jansen;123456782;\(memo);Utrecht\n", byteCount: 200 << 20)
  }

  private func expectBounded(_ piece: String, byteCount: Int) throws {
    let source = RepeatingSource(piece, byteCount: byteCount)
    var text = DecodedText(head: [], rest: source, encoding: .utf8)
    var sink = MeasuringSink()
    var reader = DelimitedReader(delimiter: Delimiter.semicolon.rawValue)
    #expect(try reader.read(&text, into: &sink) == .complete)
    #expect(sink.liveByteCount == byteCount)
    #expect(sink.largestBlock <= 1 << 20)
    #expect(sink.mostFields <= 1 << 19)
  }

  func read(
    _ document: String, _ delimiter: Character, chunkByteCount: Int = 1 << 16
  ) throws -> Recording {
    try Recording(of: Array(document.utf8), chunkByteCount: chunkByteCount) {
      text, sink throws(ReadFailure) in
      var reader = DelimitedReader(delimiter: delimiter.asciiValue ?? 0)
      return try reader.read(&text, into: &sink)
    }
  }
}

/// A text over and over, without being held in memory.
struct RepeatingSource: ByteSource, ~Copyable {
  private let block: [UInt8]
  private let pieceByteCount: Int
  private var remaining: Int
  private var position = 0

  init(_ piece: String, byteCount: Int) {
    pieceByteCount = piece.utf8.count
    block = Array(String(repeating: piece, count: 1 + (1 << 18) / piece.utf8.count).utf8)
    remaining = byteCount
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = min(buffer.count, block.count - position, remaining)
    block.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position = (position + count) % pieceByteCount
    remaining -= count
    return count
  }
}

/// A sink that only looks how large blocks are.
struct MeasuringSink: TextSink, ~Copyable {
  private(set) var liveByteCount = 0
  private(set) var largestBlock = 0
  private(set) var mostFields = 0

  var isCancelled: Bool { false }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    liveByteCount += layout.live.count
    largestBlock = max(largestBlock, text.count)
    mostFields = max(mostFields, layout.fields.count)
  }
}
