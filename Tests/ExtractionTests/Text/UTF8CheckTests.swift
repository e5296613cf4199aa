import Testing

@testable import Extraction

@Suite struct UTF8CheckTests {
  /// Characters at the borders of Unicode's table 3-7 and bytes that break it.
  private static let parts: [[UInt8]] = [
    [0xC2, 0x80], [0xC3, 0xA9], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE2, 0x82, 0xAC],
    [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
    [0xF0, 0x9F, 0x98, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF],
  ]
  private static let faults: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xFF],
  ]

  @Test func `ends where the standard library finds a fault, at any place of a block`() {
    for fault in Self.faults {
      for part in Self.parts {
        for position in 0..<130 {
          let letters = [UInt8](repeating: 0x61, count: position)
          let text = letters + part + fault + letters + part
          let end = UTF8Check.validEnd(of: text.span, from: 0).end
          #expect(String(validating: text[..<end], as: UTF8.self) != nil)
          #expect(end == position + part.count || end > position + part.count + fault.count)
          let longer = end + 1..<min(end + 5, text.count + 1)
          #expect(longer.allSatisfy { String(validating: text[..<$0], as: UTF8.self) == nil })
        }
      }
    }
  }

  @Test func `accepts all that the standard library does, and nothing else`() {
    var generator = SplitMix(seed: 13)
    for _ in 0..<3000 {
      var text: [UInt8] = []
      while text.count < 200 {
        switch Int.random(in: 0..<200, using: &generator) {
        case 0: text += Self.faults.randomElement(using: &generator) ?? []
        case 1..<60: text += Self.parts.randomElement(using: &generator) ?? []
        default: text.append(0x61)
        }
      }
      let isValid = String(validating: text, as: UTF8.self) != nil
      let end = UTF8Check.validEnd(of: text.span, from: 0).end
      #expect((end == text.count) == isValid)
      #expect(String(validating: text[..<end], as: UTF8.self) != nil)
    }
  }

  @Test func `tells an unfinished character from a fault`() {
    for part in Self.parts {
      for position in [0, 10, 61, 62, 63, 64, 127] {
        for count in 1..<part.count {
          let text = [UInt8](repeating: 0x61, count: position) + part[..<count]
          let (end, isUnfinished) = UTF8Check.validEnd(of: text.span, from: 0)
          #expect(end == position)
          #expect(isUnfinished)
        }
      }
    }
    let (end, isUnfinished) = UTF8Check.validEnd(of: [0x61, 0xFF].span, from: 0)
    #expect(end == 1)
    #expect(!isUnfinished)
  }
}
