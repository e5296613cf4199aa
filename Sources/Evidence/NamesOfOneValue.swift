internal import ScanModel

extension Span<UInt8> {
  /// Whether two names that stand before and behind a range name the same values, or one each of
  /// several: `BSN/klantnummer`, `KvK of RSIN`, `BSN en dossiernummer`.
  func joinsNames(at range: Range<Int>) -> Bool {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, self[first] == UInt8(ascii: " ") { first += 1 }
    while last > first, self[last - 1] == UInt8(ascii: " ") { last -= 1 }
    switch last - first {
    case 1: return self[first] == UInt8(ascii: "/") || self[first] == UInt8(ascii: "|")
    case 2:
      return first > range.lowerBound && last < range.upperBound
        && (holds("of", at: first) || holds("en", at: first))
    default: return false
    }
  }

  private func holds(_ word: StaticString, at place: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where self[place + index] | 0x20 != word.utf8Start[index] {
      return false
    }
    return true
  }
}
