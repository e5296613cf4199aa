import Testing

@testable import Extraction

@Suite struct CompoundFileTests {
  private static let small = Array("a small stream".utf8)
  private static let large = (0..<9000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  private static func file(sectorShift: Int) -> [UInt8] {
    var builder = CompoundFileBuilder()
    builder.sectorShift = sectorShift
    builder.add("Small", bytes: small)
    builder.add("Large", bytes: large)
    builder.add("Storage", "Inner", "Deep", bytes: Array("deep".utf8))
    builder.add("Empty", bytes: [])
    return builder.build()
  }

  private static func open(_ bytes: [UInt8]) throws -> CompoundFile {
    let file = CompoundFile(bytes.span)
    return try #require(file)
  }

  @Test(arguments: [9, 12])
  func `gives the bytes of streams in sectors and in the mini stream`(shift: Int) throws {
    let bytes = Self.file(sectorShift: shift)
    let file = try Self.open(bytes)
    for (name, content) in [("Small", Self.small), ("Large", Self.large), ("Empty", [])] {
      let entry = try #require(file.children(of: file.root).first { $0.name == name })
      let stream = file.stream(entry, of: bytes.span)
      #expect(stream.bytes == content)
      #expect(stream.isWhole)
    }
  }

  @Test func `finds entries by name without regard to case, in storages too`() throws {
    let bytes = Self.file(sectorShift: 9)
    let file = try Self.open(bytes)
    let storage = try #require(file.entry("STORAGE", in: file.root))
    let inner = try #require(file.entry("inner", in: storage))
    let deep = try #require(file.stream("deep", in: inner))
    #expect(file.stream(deep, of: bytes.span).bytes == Array("deep".utf8))
    #expect(file.stream("storage", in: file.root) == nil)
    #expect(inner.parent == storage.index)
  }

  @Test func `gives a part of a stream`() throws {
    let bytes = Self.file(sectorShift: 9)
    let file = try Self.open(bytes)
    let entry = try #require(file.stream("Large", in: file.root))
    #expect(file.read(entry, 500..<1100, of: bytes.span).bytes == Array(Self.large[500..<1100]))
    #expect(file.read(entry, 8990..<9999, of: bytes.span).bytes == Array(Self.large[8990...]))
    #expect(file.stream(entry, of: bytes.span, limit: 5).bytes == Array(Self.large[..<5]))
  }

  @Test func `follows the chain of tables behind those of the header`() throws {
    var content = [UInt8](repeating: 7, count: 7_400_000)
    for place in stride(from: 0, to: content.count, by: 70_001) {
      content[place] = UInt8(truncatingIfNeeded: place)
    }
    var builder = CompoundFileBuilder()
    builder.add("Huge", bytes: content)
    let bytes = builder.build()
    let file = try Self.open(bytes)
    let entry = try #require(file.stream("Huge", in: file.root))
    let stream = file.stream(entry, of: bytes.span)
    #expect(stream.bytes == content)
    #expect(stream.isWhole)
  }

  @Test func `gives what is left of a stream that is cut off, and says so`() throws {
    var builder = CompoundFileBuilder()
    builder.add("Large", bytes: Self.large)
    let whole = builder.build()
    // Cut behind the directory: the tables are gone.
    let cut = Array(whole.dropLast(512))
    let file = try Self.open(cut)
    let entry = try #require(file.stream("Large", in: file.root))
    #expect(file.stream(entry, of: cut.span).bytes == Self.large)

    // A directory that claims more than there is.
    var longer = whole
    let place = try #require(longer.firstPosition(of: Array("L\0a\0r\0g\0e\0".utf8)))
    longer.replaceSubrange(place + 120..<place + 124, with: UInt32(20_000).littleBytes)
    let second = try Self.open(longer)
    let claimed = try #require(second.stream("Large", in: second.root))
    let stream = second.stream(claimed, of: longer.span)
    #expect(stream.bytes.starts(with: Self.large))
    #expect(!stream.isWhole)
  }

  @Test func `ends where chains and links go in circles`() throws {
    var bytes = Self.file(sectorShift: 9)
    let place = try #require(bytes.firstPosition(of: Array("L\0a\0r\0g\0e\0".utf8)))
    // The entry as its own neighbour, and of a size without end.
    bytes.replaceSubrange(
      place + 68..<place + 76, with: UInt32(2).littleBytes + UInt32(2).littleBytes)
    bytes.replaceSubrange(place + 120..<place + 128, with: UInt64(1 << 40 + 100_000).littleBytes)
    let start = Int(bytes[place + 116])
    // The second sector of the stream leads back to the first.
    let table = Int(bytes[76]) + 1
    let number = table * 512 + 4 * (start + 1)
    bytes.replaceSubrange(number..<number + 4, with: UInt32(start).littleBytes)
    let file = try Self.open(bytes)
    let entry = try #require(file.stream("Large", in: file.root))
    let stream = file.stream(entry, of: bytes.span)
    #expect(!stream.isWhole)
    #expect(stream.bytes.count <= bytes.count)
  }

  @Test func `keeps entries that no link leads to`() throws {
    var bytes = Self.file(sectorShift: 9)
    let place = try #require(bytes.firstPosition(of: Array("S\0m\0a\0l\0l\0".utf8)))
    bytes.replaceSubrange(place + 68..<place + 76, with: [UInt8](repeating: 0xFF, count: 8))
    let file = try Self.open(bytes)
    let storage = try #require(file.entry("Storage", in: file.root))
    #expect(file.stream("Large", in: file.root) != nil)
    #expect(file.entry("Inner", in: storage) != nil)
  }

  @Test func `does not fail on any front of a file`() {
    let bytes = Self.file(sectorShift: 9)
    for count in 0..<bytes.count {
      let front = Array(bytes[..<count])
      guard let file = CompoundFile(front.span) else { continue }
      for entry in file.entries { _ = file.stream(entry, of: front.span) }
    }
  }

  @Test func `is none without the mark or a directory`() {
    let zeros = [UInt8](repeating: 0, count: 4096)
    #expect((CompoundFile(zeros.span) == nil) == true)
    let empty: [UInt8] = []
    #expect((CompoundFile(empty.span) == nil) == true)
  }
}

extension [UInt8] {
  /// Where `part` begins first.
  func firstPosition(of part: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: part) }
  }
}
