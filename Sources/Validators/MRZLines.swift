/// Where the lines of a machine-readable zone lie in a text, and of which form they are.
struct MRZLines {
  /// The forms of ICAO Doc 9303 by size of document, and that of driving licences.
  enum Format {
    /// One line of 30: Dutch driving licences.
    case drivingLicence
    /// Three lines of 30: cards.
    case td1
    /// Two lines of 36.
    case td2
    /// Two lines of 44: passports.
    case td3
  }

  private(set) var ranges = InlineArray<3, Range<Int>>(repeating: 0..<0)
  private(set) var count = 0
  let format: Format

  /// Fails for another number or length of lines; white space around a line does not count, and
  /// empty lines are left out.
  init?(_ text: Span<UInt8>) {
    var ranges = InlineArray<3, Range<Int>>(repeating: 0..<0)
    var count = 0
    var start = 0
    for index in 0...text.count where index == text.count || Self.isLineEnd(text[index]) {
      let line = text.extracting(start..<index).trimmedRange
      if !line.isEmpty {
        guard count < 3 else { return nil }
        ranges[count] = start + line.lowerBound..<start + line.upperBound
        count += 1
      }
      start = index + 1
    }
    switch (count, ranges[0].count) {
    case (1, 30): format = .drivingLicence
    case (3, 30): format = .td1
    case (2, 36): format = .td2
    case (2, 44): format = .td3
    default: return nil
    }
    for index in 1..<count where ranges[index].count != ranges[0].count { return nil }
    self.ranges = ranges
    self.count = count
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
