/// Where the sectors of a compound file lie.
struct SectorLayout {
  /// The sectors of the table that the header names.
  private static let headerCount = 109

  let shift: Int
  let byteCount: Int

  /// How many sectors the file has; the last one may be cut off.
  var sectorCount: Int { max(byteCount - 1, 0) >> shift }

  func position(of sector: Int) -> Int { (sector + 1) << shift }

  /// The bytes of sectors, as far as they are in the file.
  func bytes(of runs: [Range<Int>], _ bytes: Span<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    for run in runs {
      let start = min(position(of: run.lowerBound), bytes.count)
      let end = min(start + run.count << shift, bytes.count)
      found.append(bytes, start..<end)
    }
    return found
  }

  /// The table of all sectors, which lies in the sectors that the header, and a chain of sectors
  /// behind it, name.
  func table(of bytes: Span<UInt8>) -> SectorTable {
    let numbersPerSector = 1 << (shift - 2)
    let neededCount = sectorCount / numbersPerSector + 1
    var table = SectorTable()
    table.reserve(min(neededCount, sectorCount + 1) * numbersPerSector)
    var tableSectorCount = 0
    func add(_ sector: Int) -> Bool {
      guard tableSectorCount < neededCount, sector < 0xFFFF_FFFB else { return false }
      let start = sector < sectorCount ? position(of: sector) : bytes.count
      let end = min(start + 1 << shift, bytes.count)
      table.append(bytes.extracting(start..<end), count: numbersPerSector)
      tableSectorCount += 1
      return true
    }
    for index in 0..<Self.headerCount {
      guard let sector = bytes.littleUInt32(at: 76 + 4 * index), add(sector) else { break }
    }
    var next = bytes.littleUInt32(at: 68) ?? .max
    var left = sectorCount
    while left > 0, next < sectorCount {
      left -= 1
      let start = position(of: next)
      for index in 0..<numbersPerSector - 1 {
        guard let sector = bytes.littleUInt32(at: start + 4 * index), add(sector) else { break }
      }
      next = bytes.littleUInt32(at: start + 4 * (numbersPerSector - 1)) ?? .max
    }
    return table
  }
}
