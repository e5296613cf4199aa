import Testing

@testable import Extraction

@Suite struct CFFProgramTests {
  /// A font of `.notdef` and `A`, with the encoding that is given.
  private static func font(encoding: [UInt8]) -> [UInt8] {
    // An integer of 16 bits, and an operator.
    func entry(_ value: Int, _ operation: UInt8) -> [UInt8] {
      [28, UInt8(value >> 8), UInt8(value & 0xFF), operation]
    }
    func index(_ items: [[UInt8]]) -> [UInt8] {
      guard !items.isEmpty else { return [0, 0] }
      var ends = [1]
      for item in items { ends.append(ends[ends.count - 1] + item.count) }
      return [0, UInt8(items.count), 1] + ends.map { UInt8($0) } + items.flatMap { $0 }
    }
    func file(_ charset: Int, _ encodingPlace: Int, _ glyphs: Int) -> [UInt8] {
      [1, 0, 4, 1] + index([Array("Font".utf8)])
        + index([entry(charset, 15) + entry(encodingPlace, 16) + entry(glyphs, 17)]) + index([])
        + index([])
    }
    let start = file(0, 0, 0).count
    // The number of the name `A` is 34.
    let charset: [UInt8] = [0, 0, 34]
    let encodingPlace = start + charset.count
    return file(start, encodingPlace, encodingPlace + encoding.count) + charset + encoding
      + index([[14], [14]])
  }

  /// The characters of the codes that have some.
  private static func codes(encoding: [UInt8]) -> [Int: [UInt32]] {
    let bytes = font(encoding: encoding)
    let program = CFFProgram.read(bytes.span) ?? FontProgram()
    return Dictionary(
      uniqueKeysWithValues: program.codes.enumerated().filter { !$0.element.isEmpty }.map {
        ($0.offset, $0.element)
      })
  }

  @Test func `knows the codes of its encoding and those that supplement it`() {
    // The number of the name `ff` is 266.
    let codes = Self.codes(encoding: [0x80, 1, 65, 1, 174, 1, 10])
    #expect(codes == [65: [0x41], 174: [0xFB00]])
  }

  @Test func `reads what is there of an encoding that is cut`() {
    #expect(Self.codes(encoding: [0x81, 1, 65, 0, 200]) == [65: [0x41]])
  }
}
