extension [ValueEntry] {
  /// How many of one part are put in order by going through them.
  private static let fewEntries = 32

  /// Puts them in order, in time that grows with their number alone.
  ///
  /// Keys are hashes: their highest bits part them evenly into as many parts as there are entries, but
  /// for a value that occurs in many examinations.
  mutating func sortByHash() {
    guard count > Self.fewEntries else { return sort() }
    let partBits = Swift.min(Int.bitWidth - count.leadingZeroBitCount, 16)
    var ends = [Int](repeating: 0, count: 1 << partBits)
    for entry in self { ends[entry.part(ofBits: partBits)] += 1 }
    var sum = 0
    for part in ends.indices {
      sum += ends[part]
      ends[part] = sum
    }
    self = [ValueEntry](unsafeUninitializedCapacity: count) { sorted, count in
      for entry in self.reversed() {
        let part = entry.part(ofBits: partBits)
        ends[part] -= 1
        sorted.initializeElement(at: ends[part], to: entry)
      }
      count = self.count
    }
    // What were the ends are the starts by now.
    for part in ends.indices {
      sortPart(ends[part]..<(part + 1 < ends.count ? ends[part + 1] : count))
    }
  }

  private mutating func sortPart(_ part: Range<Int>) {
    guard part.count <= Self.fewEntries else { return self[part].sort() }
    for index in part.dropFirst() {
      let entry = self[index]
      var place = index
      while place > part.lowerBound, entry < self[place - 1] {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = entry
    }
  }
}

extension ValueEntry {
  /// The highest bits of the key, which is not negative.
  fileprivate func part(ofBits count: Int) -> Int { key >> (Int.bitWidth - 1 - count) }
}
