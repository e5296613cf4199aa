import ScanModel

/// The content of a file in an archive of LHA.
final class LHAFileContent: UnpackingStream {
  private let entry: LHAEntry
  private let archive: LHAArchive
  private var byteCount = 0
  private var checksum: UInt16 = 0
  private(set) var failure: PartialReason?

  /// `entry` must be the one that `archive` gave last as long as this is read.
  init(of entry: LHAEntry, in archive: LHAArchive) {
    self.entry = entry
    self.archive = archive
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return 0 }
    let count = archive.read(into: buffer)
    byteCount += count
    for byte in buffer[..<count] {
      checksum = Self.remainders[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ checksum >> 8
    }
    if count == 0, !isWhole { failure = entry.isKnown ? .malformed : .unsupportedMembers }
    return count
  }

  private var isWhole: Bool {
    if entry.isOfMacintosh, byteCount < entry.byteCount { return byteCount > 0 }
    return byteCount == entry.byteCount && checksum == entry.checksum
  }

  /// The remainder of each byte by the polynomial x¹⁶ + x¹⁵ + x² + 1, with the lowest bit first.
  private static let remainders: [UInt16] = (0..<256).map { byte in
    (0..<8).reduce(UInt16(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xA001 : rest >> 1 }
  }
}
