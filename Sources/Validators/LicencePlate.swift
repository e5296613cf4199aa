/// The number plate of a Dutch vehicle (kenteken).
///
/// 6 letters and digits in three groups, of one of the fourteen forms (sidecodes) from XX-99-99 to
/// 999-XX-9. Groups are parted by a dash or a space, or by nothing where a label tells what it is.
/// Groups of three letters that are not issued fail.
///
/// Source: Regeling kentekens en kentekenplaten; RDW, sidecodes; no. 11 since 4 June 2024.
package enum LicencePlate {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let plate = StrippedText(text)
    guard plate.isAlphanumeric else { return .invalid(.character) }
    guard plate.count == 6 else { return .invalid(.length) }
    guard let cuts = cuts(of: plate), isWritten(text, with: cuts) else {
      return .invalid(.structure)
    }
    let groups: InlineArray<3, Range<Int>> = [
      0..<cuts.first, cuts.first..<cuts.second, cuts.second..<6,
    ]
    for index in groups.indices {
      if notIssued.contains(plate.bytes.span.extracting(groups[index])) { return .invalid(.range) }
    }
    return .valid([])
  }

  /// Six characters in upper case.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }

  /// Where the second and the third group begin; nil for letters and digits of no sidecode.
  private static func cuts(of plate: StrippedText) -> (first: Int, second: Int)? {
    var letters = 0
    for index in 0..<6 { letters = letters << 1 | (plate.bytes[index].isASCIIDigit ? 0 : 1) }
    switch letters {
    case 0b11_00_00, 0b00_00_11, 0b00_11_00, 0b11_00_11, 0b11_11_00, 0b00_11_11: return (2, 4)
    case 0b00_111_0, 0b11_000_1: return (2, 5)
    case 0b0_111_00, 0b1_000_11: return (1, 4)
    case 0b111_00_1, 0b000_11_0: return (3, 5)
    case 0b1_00_111, 0b0_11_000: return (1, 3)
    default: return nil
    }
  }

  /// Whether dashes or spaces stand at both cuts and nowhere else, or nowhere at all.
  private static func isWritten(
    _ text: Span<UInt8>, with cuts: (first: Int, second: Int)
  ) -> Bool {
    let range = text.trimmedRange
    var characterCount = 0
    var cutCount = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let spaceLength = text.spaceLength(at: index)
      if byte.isASCIIDigit || byte.isASCIILetter {
        characterCount += 1
        index += 1
        continue
      }
      guard spaceLength > 0 || byte == UInt8(ascii: "-") else { return false }
      index += max(spaceLength, 1)
      let expected = cutCount == 0 ? cuts.first : cuts.second
      let isSameCut = cutCount > 0 && characterCount == (cutCount == 1 ? cuts.first : cuts.second)
      if isSameCut { continue }
      guard cutCount < 2, characterCount == expected else { return false }
      cutCount += 1
    }
    return cutCount == 0 || cutCount == 2
  }

  private static let notIssued = WordTable("GVD|KKK|KVT|LPF|NSB|PKK|PSV|TBS|PVV|SGP|VVD")
}
