import Checksums

/// The value-added-tax number (btw-identificatienummer), and the omzetbelastingnummer that looks
/// the same.
///
/// `NL`, 9 digits, `B`, 2 digits 01...99; `NL` may be absent, and zeros at the front of the nine
/// may be lost. Valid when the nine pass the elfproef for persons (legal entities, and sole traders
/// before 2020, whose nine digits are their BSN) or when the whole, letters as 10...35 and nothing
/// turned round, leaves 1 modulo 97 (sole traders since 2020). 10 % of random digits pass.
///
/// NL002455799B11: 23210024557991111 mod 97 = 1. NL004495445B01: elfproef of 004495445.
///
/// Source: Wet op de omzetbelasting 1968, art. 35a; Belastingdienst, new btw-id of 1 January 2020;
/// ISO/IEC 7064.
package enum BtwID {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAlphanumeric else { return .invalid(.character) }
    guard let layout = Layout(written) else {
      return .invalid((10...14).contains(written.count) ? .structure : .length)
    }
    guard layout.suffix != 0, layout.nine != 0 else { return .invalid(.range) }
    let whole = layout.whole
    let passesElfproef = Elfproef.personRemainder(whole.span.extracting(2..<11)) == 0
    guard passesElfproef || Mod97.remainder(of: whole.span) == 1 else {
      return .invalid(.checkDigit)
    }
    var notes: Verdict.Notes = layout.hasLostZero ? .lostZero : []
    // Entities get numbers from the ranges 8xxxxxxxx and 00xxxxxxx.
    let isInRangeOfEntities = layout.nine / 100_000_000 == 8 || layout.nine < 10_000_000
    if passesElfproef, !isInRangeOfEntities { notes.insert(.mayHoldBSN) }
    return .valid(notes)
  }

  /// `NL`, nine digits, `B` and two digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let written = StrippedText(text)
    guard let whole = Layout(written)?.whole else { return written.array }
    return whole.indices.map { whole[$0] }
  }
}

/// The parts of a btw-id; nil for what has others.
private struct Layout {
  let nine: Int
  let suffix: Int
  let hasLostZero: Bool

  init?(_ written: StrippedText) {
    guard (10...14).contains(written.count) else { return nil }
    let hasCountry =
      written.bytes[0] == UInt8(ascii: "N") && written.bytes[1] == UInt8(ascii: "L")
    let digits = (hasCountry ? 2 : 0)..<(written.count - 3)
    guard (7...9).contains(digits.count), written.isDigits(digits),
      written.bytes[digits.upperBound] == UInt8(ascii: "B"),
      written.isDigits(digits.upperBound + 1..<written.count)
    else { return nil }
    nine = written.value(digits)
    suffix = written.value(digits.upperBound + 1..<written.count)
    hasLostZero = digits.count < 9
  }

  /// The fourteen characters with which the number is reckoned and compared.
  var whole: InlineArray<14, UInt8> {
    var result = InlineArray<14, UInt8>(repeating: UInt8(ascii: "0"))
    result[0] = UInt8(ascii: "N")
    result[1] = UInt8(ascii: "L")
    result.write(nine, into: 2..<11)
    result[11] = UInt8(ascii: "B")
    result.write(suffix, into: 12..<14)
    return result
  }
}

extension InlineArray<14, UInt8> {
  /// Writes `value` in decimal digits that fill `range`.
  fileprivate mutating func write(_ value: Int, into range: Range<Int>) {
    var rest = value
    for index in range.reversed() {
      self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }
}
