/// Parts decoded text into records: lines, or 310 characters each where there are no lines.
struct VektisRecords {
  /// A record as positions in `bytes`, with its number from 1.
  enum Record {
    case whole(Range<Int>, number: Int)
    /// A part of a line that is too long for a record; the last one may be empty.
    case part(Range<Int>, number: Int, isFirst: Bool)
    case lastPart(Range<Int>)
  }

  /// What was decoded and not taken yet.
  var bytes: [UInt8] = []
  private var position = 0
  private var number = 1
  private var isUnbroken: Bool?
  private var isInLongLine = false

  private static let recordLength = 310
  /// The longest line that is a record, in bytes.
  private static let longestLine = 8192

  /// The next record; nil where none has been read to its end.
  mutating func next(isLast: Bool) -> Record? {
    guard position < bytes.count, findForm(isLast: isLast) else { return nil }
    if isUnbroken == true { return nextOfFixedLength(isLast: isLast) }
    let end = bytes.span.lineFeed(position..<bytes.count)
    let start = position
    if (end ?? bytes.count) - start > Self.longestLine && (end == nil || !isInLongLine) {
      position = end ?? bytes.count
      defer { isInLongLine = true }
      return .part(start..<position, number: number, isFirst: !isInLongLine)
    }
    guard end != nil || isLast else { return nil }
    let line = start..<(end ?? bytes.count)
    position = min(line.upperBound + 1, bytes.count)
    defer {
      number += 1
      isInLongLine = false
    }
    return isInLongLine ? .lastPart(line) : .whole(line, number: number)
  }

  /// Forgets the bytes of the records that were given out.
  mutating func dropTaken() {
    bytes.removeSubrange(..<position)
    position = 0
  }

  /// Finds out whether records end with line feeds; false where too little was read for that.
  private mutating func findForm(isLast: Bool) -> Bool {
    if isUnbroken != nil { return true }
    guard bytes.count >= Self.longestLine || isLast else { return false }
    isUnbroken = bytes.span.lineFeed(0..<min(bytes.count, Self.longestLine)) == nil
    return true
  }

  private mutating func nextOfFixedLength(isLast: Bool) -> Record? {
    let record = position..<end(ofCharacters: Self.recordLength)
    guard record.upperBound < bytes.count || isLast else { return nil }
    position = record.upperBound
    defer { number += 1 }
    return .whole(record, number: number)
  }

  /// The position behind `count` characters, or behind all that there are.
  private func end(ofCharacters count: Int) -> Int {
    let text = bytes.span
    var end = position
    var length = 0
    while end < text.count {
      if text[end] & 0xC0 != 0x80 {
        if length == count { break }
        length += 1
      }
      end += 1
    }
    return end
  }
}
