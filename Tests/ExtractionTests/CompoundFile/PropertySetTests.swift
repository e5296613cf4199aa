import Testing

@testable import Extraction

@Suite struct PropertySetTests {
  /// A stream with one set in the format that begins with `format`, after MS-OLEPS 2.21.
  private static func stream(
    format: UInt32, _ properties: [(id: UInt32, value: [UInt8])]
  ) -> [UInt8] {
    var places: [UInt8] = []
    var values: [UInt8] = []
    for (id, value) in properties {
      places += id.littleBytes + UInt32(8 + 8 * properties.count + values.count).littleBytes
      values += value + [UInt8](repeating: 0, count: -value.count & 3)
    }
    let set =
      UInt32(8 + places.count + values.count).littleBytes
      + UInt32(properties.count).littleBytes + places + values
    return [0xFE, 0xFF, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
      + UInt32(1).littleBytes + format.littleBytes + [UInt8](repeating: 0, count: 12)
      + UInt32(48).littleBytes + set
  }

  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    UInt32(30).littleBytes + UInt32(bytes.count + 1).littleBytes + bytes + [0]
  }

  private static func descriptions(_ stream: [UInt8]) -> [String] {
    PropertySet.properties(of: stream.span).map {
      String(decoding: $0.name, as: UTF8.self) + "=" + String(decoding: $0.value, as: UTF8.self)
    }
  }

  @Test func `gives author and company their names and reads their code page`() {
    let stream = Self.stream(
      format: 0xF29F_85E0,
      [
        (1, UInt32(2).littleBytes + UInt32(1250).littleBytes), (4, Self.text([0x4C, 0xB3, 0x61])),
        (14, UInt32(3).littleBytes + UInt32(12).littleBytes),
      ])
    #expect(Self.descriptions(stream) == ["author=Lła"])
  }

  @Test func `reads the properties that users define by their names`() {
    let name = Array("BSN".utf8) + [0]
    let dictionary =
      UInt32(1).littleBytes + UInt32(2).littleBytes + UInt32(name.count).littleBytes + name
    let birthday = Array("geboren".utf8) + [0]
    let both =
      UInt32(2).littleBytes + dictionary.dropFirst(4) + UInt32(3).littleBytes
      + UInt32(birthday.count).littleBytes + birthday
    // 1970-01-01 is 11,644,473,600 s behind the first day that counts.
    let stream = Self.stream(
      format: 0xD5CD_D505,
      [
        (0, Array(both)), (1, UInt32(2).littleBytes + UInt32(1252).littleBytes),
        (2, UInt32(3).littleBytes + UInt32(999_990_019).littleBytes),
        (3, UInt32(64).littleBytes + UInt64(116_444_736_000_000_000).littleBytes),
      ])
    #expect(Self.descriptions(stream) == ["BSN=999990019", "geboren=1970-01-01"])
  }

  @Test func `reads texts of a vector that are not aligned`() {
    let vector =
      UInt32(0x101E).littleBytes + UInt32(2).littleBytes + UInt32(4).littleBytes
      + Array("Jan".utf8) + [0] + UInt32(5).littleBytes + Array("Piet".utf8) + [0]
    let stream = Self.stream(format: 0xD5CD_D502, [(13, vector)])
    #expect(Self.descriptions(stream) == ["parts=Jan\nPiet"])
  }

  @Test func `does not fail on any front of a stream, nor on offsets out of it`() {
    let stream = Self.stream(
      format: 0xF29F_85E0, [(4, Self.text(Array("Truus".utf8))), (2, [0xFF, 0x1F, 0, 0])])
    for count in 0..<stream.count {
      _ = PropertySet.properties(of: Array(stream[..<count]).span)
    }
    for place in 24..<stream.count {
      var broken = stream
      broken[place] = 0xFF
      _ = PropertySet.properties(of: broken.span)
    }
  }

  @Test(arguments: [
    (0 as UInt64, nil), (116_444_736_000_000_000, "1970-01-01"),
    (125_911_583_990_000_000, "1999-12-31"), (125_963_423_990_000_000, "2000-02-29"),
    (133_540_704_000_000_000, "2024-03-05"), (.max, nil),
  ])
  func `tells the day of a time of Windows`(time: UInt64, day: String?) {
    #expect(CalendarDate(fileTime: time)?.description == day)
  }

  @Test(.timeLimit(.minutes(1)))
  func `does not read a value again for every property that shares it`() {
    // 10,000 properties, each a text of a million NUL, which gives nothing.
    var places: [UInt8] = []
    for id in UInt32(2)..<10_002 { places += id.littleBytes + UInt32(80_008).littleBytes }
    let text = UInt32(30).littleBytes + UInt32(1 << 20).littleBytes
    let set =
      UInt32(0).littleBytes + UInt32(10_000).littleBytes + places + text
      + [UInt8](repeating: 0, count: 1 << 20)
    let head: [UInt8] =
      [0xFE, 0xFF] + [UInt8](repeating: 0, count: 22) + UInt32(1).littleBytes
      + UInt32(0xF29F_85E0).littleBytes + [UInt8](repeating: 0, count: 12)
      + UInt32(48).littleBytes
    let start = ContinuousClock.now
    #expect(Self.descriptions(head + set) == [])
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
