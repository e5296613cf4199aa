import ScanModel

/// The entries of a zip archive, whose bytes are handed in wherever they are needed.
struct ZipArchive: ~Copyable {
  let entries: [ZipEntry]
  /// Whether all entries are known.
  let outcome: ExtractionOutcome
  private let indexes: [String: Int]
  private let inflater = WholeInflater()
  private let context: ExtractionContext

  init(_ bytes: Span<UInt8>, context: ExtractionContext) {
    let directory = ZipDirectory(of: bytes, entryLimit: context.limits.entriesPerContainer)
    entries = directory.entries
    var indexes: [String: Int] = [:]
    indexes.reserveCapacity(entries.count)
    // The last of several entries of one name is the one that counts, if its bytes are its own.
    for index in entries.indices where !entries[index].isOverlapping {
      indexes[entries[index].key] = index
    }
    self.indexes = indexes
    self.context = context
    outcome =
      if directory.isOverLimit {
        .partial(.limit)
      } else if directory.isBroken {
        .partial(.malformed)
      } else {
        .complete
      }
  }

  /// The entry at `path`, in whatever case its name is written.
  func entry(at path: String) -> ZipEntry? {
    index(of: path).map { entries[$0] }
  }

  func index(of path: String) -> Int? {
    indexes[ZipEntry.key(of: path)]
  }

  /// What an entry holds, as far as it can be read, and why that is not all.
  struct Contents {
    var bytes: [UInt8]
    var failure: PartialReason?
  }

  /// Unpacks an entry as a whole; one of more than `bytesInMemory` is cut there.
  func contents(of entry: ZipEntry, in bytes: Span<UInt8>) -> Contents {
    let limit = context.limits.bytesInMemory
    if !entry.isEncrypted, entry.method == 8, entry.byteCount <= limit, !entry.isOverlapping,
      let range = range(of: entry, in: bytes),
      context.allowsRatio(unpacked: entry.byteCount, packed: range.count),
      let whole = inflater.inflate(bytes.extracting(range), byteLimit: entry.byteCount)
    {
      guard context.spend(unpacked: whole.count) else {
        return Contents(bytes: [], failure: .limit)
      }
      let isIntact = Checksum32.of(whole) == entry.checksum
      return Contents(bytes: whole, failure: isIntact ? nil : .malformed)
    }
    // Broken, or larger than it claims, or packed in another way.
    var source = source(of: entry, in: bytes)
    var contents: [UInt8] = []
    do throws(ReadFailure) {
      while contents.count < limit,
        try contents.append(from: &source, byteCount: min(1 << 20, limit - contents.count)) > 0
      {}
    } catch {
      return Contents(bytes: contents, failure: .readError)
    }
    return Contents(
      bytes: contents,
      failure: contents.count < limit ? source.failure.reason : .limit)
  }

  private static let headByteCount = 512

  /// The first bytes of an entry, for telling what it is.
  func head(of entry: ZipEntry, in bytes: Span<UInt8>) -> [UInt8] {
    var head: [UInt8] = []
    if !entry.isEncrypted, entry.method == 8, !entry.isOverlapping,
      let range = range(of: entry, in: bytes)
    {
      // Of long entries only what the first bytes take.
      let end = min(range.upperBound, range.lowerBound + Self.headByteCount)
      let packed = bytes.bytes(range.lowerBound..<end)
      var inflater = StreamInflater()
      head.append(addingCapacity: Self.headByteCount) { free in
        free.withUnsafeMutableBufferPointer { buffer, count in
          count = inflater.inflate(packed.span, into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
      return head
    }
    var source = source(of: entry, in: bytes)
    do throws(ReadFailure) {
      _ = try head.append(from: &source, byteCount: Self.headByteCount)
    } catch {
      return []
    }
    return head
  }

  /// The bytes of an entry as a stream.
  ///
  /// Its `failure` says in the end whether they came whole: encrypted entries, for which no password
  /// fits, and those whose packing is not known give no bytes at all.
  func source(of entry: ZipEntry, in bytes: Span<UInt8>) -> ZipEntrySource {
    if entry.isOverlapping { return ZipEntrySource(failure: .limit, context: context) }
    guard let range = range(of: entry, in: bytes) else {
      return ZipEntrySource(failure: .malformed, context: context)
    }
    if entry.isEncrypted { return decryptedSource(of: entry, bytes.extracting(range)) }
    guard ZipMethod(rawValue: entry.method) != nil else {
      return ZipEntrySource(failure: .unsupportedMembers, context: context)
    }
    var packed: [UInt8] = []
    packed.append(bytes, range)
    return ZipEntrySource(
      packed: packed, of: entry, checksum: checksum(of: entry), context: context)
  }

  private func decryptedSource(of entry: ZipEntry, _ packed: Span<UInt8>) -> ZipEntrySource {
    guard ZipMethod(rawValue: entry.method) != nil || entry.method == 99 else {
      return ZipEntrySource(failure: .unsupportedMembers, context: context)
    }
    for password in context.passwords {
      guard let plain = decrypt(packed, of: entry, password: password) else { continue }
      // One password in 256 passes that check; unpacking tells, at the cost of doing it twice.
      let checksum = checksum(of: entry)
      let isRight =
        plain.isAuthentic
        || isIntact(
          ZipEntrySource(packed: plain.bytes, of: entry, checksum: checksum, context: context),
          byteLimit: 1 << 20)
      if isRight {
        return ZipEntrySource(
          packed: plain.bytes, of: entry, checksum: checksum, context: context)
      }
    }
    return ZipEntrySource(failure: .encrypted, context: context)
  }

  /// Nil where the password is certainly another one.
  private func decrypt(
    _ packed: Span<UInt8>, of entry: ZipEntry, password: [UInt8]
  ) -> ZipAES.Plain? {
    if let aes = entry.aes { return aes.decrypt(packed, password: password) }
    let check =
      entry.hasDescriptor
      ? UInt8(truncatingIfNeeded: entry.time >> 8) : UInt8(entry.checksum >> 24)
    return ZipCipher.decrypt(packed, check: check, password: password).map {
      ZipAES.Plain(bytes: $0, isAuthentic: false)
    }
  }

  /// Whether nothing is wrong with the first `byteLimit` bytes.
  private func isIntact(_ source: consuming ZipEntrySource, byteLimit: Int) -> Bool {
    var source = source
    var bytes: [UInt8] = []
    do throws(ReadFailure) {
      while bytes.count < byteLimit, try bytes.append(from: &source, byteCount: byteLimit) > 0 {}
    } catch {
      return false
    }
    return source.failure.reason == nil
  }

  /// The checksum, where the entry was not found by its local header, which may not have it yet; what
  /// is authenticated may have none.
  private func checksum(of entry: ZipEntry) -> UInt32? {
    (entry.hasDescriptor || entry.aes != nil) && entry.checksum == 0 ? nil : entry.checksum
  }

  /// Where the packed bytes of the entry lie; its local header says how long itself is.
  private func range(of entry: ZipEntry, in bytes: Span<UInt8>) -> Range<Int>? {
    let header = entry.headerPosition
    guard header <= bytes.count - ZipDirectory.localByteCount,
      bytes.hasMark(3, 4, at: header)
    else { return nil }
    let start =
      header + ZipDirectory.localByteCount + Int(bytes.littleEndian16(at: header + 26))
      + Int(bytes.littleEndian16(at: header + 28))
    guard start <= bytes.count else { return nil }
    return start..<start + min(entry.packedByteCount, bytes.count - start)
  }
}
