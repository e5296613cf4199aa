/// Which sector follows which: the FAT of a compound file, or that of its mini stream.
struct SectorTable {
  /// No more sectors; all larger numbers but `lost` end a chain too.
  private static let largest: UInt32 = 0xFFFF_FFFA
  /// Stands where the part of the table that tells the next sector is not in the file.
  static let lost: UInt32 = 0xFFFF_FFFB

  private(set) var next: [UInt32] = []

  mutating func reserve(_ count: Int) {
    next.reserveCapacity(count)
  }

  /// Appends the numbers in `bytes`, and `lost` for those that are missing of `count`.
  mutating func append(_ bytes: Span<UInt8>, count: Int) {
    for index in 0..<count {
      next.append(
        bytes.littleUInt32(at: 4 * index).map(UInt32.init(truncatingIfNeeded:)) ?? Self.lost)
    }
  }

  /// The sectors of the chain from `start` on: runs of sectors that follow each other.
  ///
  /// At most `count` of them, and none from `limit` on, which is behind the last one of the file.
  /// Where the table is lost the next sector is taken to follow directly.
  func runs(from start: UInt32, count: Int, limit: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var sector = start
    var left = min(count, limit)
    while left > 0, sector <= Self.largest, Int(sector) < limit {
      let first = Int(sector)
      var end = first
      repeat {
        end += 1
        left -= 1
        sector = following(sector)
      } while left > 0 && Int(sector) == end && end < limit
      runs.append(first..<end)
    }
    return runs
  }

  /// Whether the chain from `start` on ends where the table says so, before the sector `limit`.
  func isClosed(from start: UInt32, limit: Int) -> Bool {
    var sector = start
    for _ in 0...limit {
      guard sector <= Self.largest else { return sector != Self.lost }
      guard Int(sector) < limit, Int(sector) < next.count else { return false }
      sector = next[Int(sector)]
    }
    return false
  }

  private func following(_ sector: UInt32) -> UInt32 {
    let next = Int(sector) < next.count ? next[Int(sector)] : Self.lost
    return next == Self.lost ? sector &+ 1 : next
  }
}
