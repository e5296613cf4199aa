/// Writes compound files as MS-CFB describes them, for tests.
///
/// Siblings form a list by their right links. Streams below 4096 bytes go to the mini stream.
struct CompoundFileBuilder {
  private struct Entry {
    var name: String
    var bytes: [UInt8]?
    var children: [Int] = []
  }

  private static let end: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  /// 9 for sectors of 512 bytes (version 3), 12 for 4096 bytes (version 4).
  var sectorShift = 9
  /// The class of the object that the file is: 16 bytes.
  var classID = [UInt8](repeating: 0, count: 16)
  private var entries = [Entry(name: "Root Entry", bytes: nil)]

  /// Adds a stream; the storages in `path` are made as needed.
  mutating func add(_ path: String..., bytes: [UInt8]) {
    var parent = 0
    for name in path.dropLast() {
      let known = entries[parent].children.first { entries[$0].name == name }
      parent = known ?? add(Entry(name: name, bytes: nil), to: parent)
    }
    _ = add(Entry(name: path.last ?? "", bytes: bytes), to: parent)
  }

  private mutating func add(_ entry: Entry, to parent: Int) -> Int {
    entries.append(entry)
    entries[parent].children.append(entries.count - 1)
    return entries.count - 1
  }

  func build() -> [UInt8] {
    var sectors = Sectors(byteCount: 1 << sectorShift)
    var mini = Sectors(byteCount: 64)
    var places: [(start: UInt32, size: Int)] = []
    for entry in entries {
      let bytes = entry.bytes ?? []
      let start = bytes.count < 4096 ? mini.add(bytes) : sectors.add(bytes)
      places.append((start, bytes.count))
    }
    places[0] = (sectors.add(mini.bytes), mini.bytes.count)
    let miniTable = sectors.add(mini.table.flatMap(\.littleBytes), filler: 0xFF)
    let miniTableCount = sectors.count(of: mini.table.count * 4)
    let directory = sectors.add(directory(places))
    let tables = sectors.addTable()
    return header(directory, miniTable, miniTableCount, tables) + sectors.bytes
  }

  private func directory(_ places: [(start: UInt32, size: Int)]) -> [UInt8] {
    var right = [UInt32](repeating: Self.free, count: entries.count)
    for entry in entries {
      for (child, next) in zip(entry.children, entry.children.dropFirst()) {
        right[child] = UInt32(next)
      }
    }
    var bytes: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      let name = entry.name.utf16.flatMap(\.littleBytes)
      bytes += name + [UInt8](repeating: 0, count: 64 - name.count)
      bytes += UInt16(name.count + 2).littleBytes
      bytes += [index == 0 ? 5 : entry.bytes == nil ? 1 : 2, 1]
      bytes += Self.free.littleBytes + right[index].littleBytes
      bytes += (entry.children.first.map(UInt32.init) ?? Self.free).littleBytes
      bytes += index == 0 ? classID : [UInt8](repeating: 0, count: 16)
      bytes += [UInt8](repeating: 0, count: 20)
      bytes += places[index].start.littleBytes + UInt64(places[index].size).littleBytes
    }
    return bytes
  }

  private func header(
    _ directory: UInt32, _ miniTable: UInt32, _ miniTableCount: Int, _ tables: Tables
  ) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 16)
    let version: UInt16 = sectorShift == 12 ? 4 : 3
    bytes += [0x3E, version, 0xFFFE, UInt16(sectorShift), 6].flatMap(\.littleBytes)
    bytes += [UInt8](repeating: 0, count: 10)
    bytes += [
      UInt32(tables.sectors.count), directory, 0, 4096, miniTable, UInt32(miniTableCount),
      tables.more, UInt32(tables.moreCount),
    ].flatMap(\.littleBytes)
    for index in 0..<109 {
      bytes += (index < tables.sectors.count ? tables.sectors[index] : Self.free).littleBytes
    }
    return bytes + [UInt8](repeating: 0, count: (1 << sectorShift) - bytes.count)
  }

  /// The sectors of the table, and the first of those that name the ones behind the 109th.
  private struct Tables {
    var sectors: [UInt32]
    var more: UInt32
    var moreCount: Int
  }

  private struct Sectors {
    let byteCount: Int
    var bytes: [UInt8] = []
    var table: [UInt32] = []

    init(byteCount: Int) {
      self.byteCount = byteCount
    }

    func count(of byteCount: Int) -> Int {
      (byteCount + self.byteCount - 1) / self.byteCount
    }

    mutating func add(_ content: [UInt8], filler: UInt8 = 0) -> UInt32 {
      let count = count(of: content.count)
      guard count > 0 else { return CompoundFileBuilder.end }
      let first = UInt32(table.count)
      for index in 1...count {
        table.append(index == count ? CompoundFileBuilder.end : first + UInt32(index))
      }
      bytes += content
      bytes += [UInt8](repeating: filler, count: count * byteCount - content.count)
      return first
    }

    mutating func addTable() -> Tables {
      let perSector = byteCount / 4
      var count = 1
      var moreCount = 0
      while table.count + count + moreCount > count * perSector {
        count += 1
        moreCount = max(0, (count - 109 + perSector - 2) / (perSector - 1))
      }
      let first = table.count
      let sectors = (0..<count).map { UInt32(first + $0) }
      table += [UInt32](repeating: 0xFFFF_FFFD, count: count)
      table += [UInt32](repeating: 0xFFFF_FFFC, count: moreCount)
      let filler = [UInt32](
        repeating: CompoundFileBuilder.free, count: count * perSector - table.count)
      bytes += (table + filler).flatMap(\.littleBytes)
      var rest = Array(sectors.dropFirst(109))
      for index in 0..<moreCount {
        var numbers = Array(rest.prefix(perSector - 1))
        rest = Array(rest.dropFirst(perSector - 1))
        numbers += [UInt32](
          repeating: CompoundFileBuilder.free, count: perSector - 1 - numbers.count)
        let next =
          index + 1 < moreCount ? UInt32(first + count + index + 1) : CompoundFileBuilder.end
        bytes += (numbers + [next]).flatMap(\.littleBytes)
      }
      return Tables(
        sectors: sectors,
        more: moreCount > 0 ? UInt32(first + count) : CompoundFileBuilder.end,
        moreCount: moreCount)
    }
  }
}

extension FixedWidthInteger {
  /// The bytes, the lowest first.
  var littleBytes: [UInt8] {
    withUnsafeBytes(of: littleEndian) { Array($0) }
  }
}
