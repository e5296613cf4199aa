@testable import Extraction

/// A zip archive of one entry that holds any bytes as they are, built by hand.
enum SingleEntryZip {
  /// `method` is how the entry says that it is packed.
  static func bytes(_ bytes: [UInt8], named name: String, method: Int = 0) -> [UInt8] {
    var fields = little(20, 2) + little(0, 2) + little(method, 2) + little(0, 4)
    fields += little(Int(Checksum32.of(bytes)), 4)
    fields += little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2)
    fields += little(0, 2)
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + bytes
    var directory: [UInt8] = [0x50, 0x4B, 1, 2] + little(20, 2) + fields
    directory += little(0, 14) + Array(name.utf8)
    var end: [UInt8] = [0x50, 0x4B, 5, 6] + little(0, 4) + little(1, 2) + little(1, 2)
    end += little(directory.count, 4) + little(local.count, 4) + [0, 0]
    return local + directory + end
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
