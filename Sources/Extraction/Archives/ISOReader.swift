import ScanModel

/// Reads images of discs (ISO 9660 with Rock Ridge or Joliet); what is only in UDF is booked.
///
/// Source: ECMA-119.
enum ISOReader {
  private static let sector = ISODirectory.sectorByteCount

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var primary: (directory: ISODirectory, root: ISODirectory.Record)?
    var joliet: (directory: ISODirectory, root: ISODirectory.Record)?
    var hasUDF = false
    var position = 16 * sector
    for _ in 0..<64 where position + sector <= bytes.count {
      if bytes[position + 1] == UInt8(ascii: "N"), bytes[position + 2] == UInt8(ascii: "S"),
        bytes[position + 3] == UInt8(ascii: "R")
      {
        hasUDF = true
      }
      if bytes[position + 1] == UInt8(ascii: "C") {
        let isJoliet = bytes[position + 88] == 0x25 && bytes[position + 89] == 0x2F
        if bytes[position] == 1, primary == nil {
          primary = root(bytes, position, .plain)
        } else if bytes[position] == 2, isJoliet, joliet == nil {
          joliet = root(bytes, position, .joliet)
        }
      }
      position += sector
    }
    if let found = primary, hasRockRidge(bytes, found.root) {
      let directory = ISODirectory(
        names: .rockRidge, blockByteCount: found.directory.blockByteCount)
      primary = (directory, found.root)
      joliet = nil
    }
    guard let (directory, root) = joliet ?? primary else { return .partial(.malformed) }
    var walk = ISOWalk(directory)
    bytes.withUnsafeBytes { walk.take(root, $0, bytes, into: &sink) }
    if hasUDF, walk.fileCount == 0 {
      sink.miss(.unsupportedMembers, at: [])
      walk.reason = walk.reason ?? .unsupportedMembers
    }
    return walk.reason.map { .partial($0) } ?? .complete
  }

  private static func root(
    _ bytes: Span<UInt8>, _ descriptor: Int, _ names: ISODirectory.Names
  ) -> (ISODirectory, ISODirectory.Record)? {
    let blockByteCount = Int(bytes[descriptor + 128]) | Int(bytes[descriptor + 129]) << 8
    guard blockByteCount >= 512 else { return nil }
    let directory = ISODirectory(names: names, blockByteCount: blockByteCount)
    guard let (root, _) = directory.record(bytes, at: descriptor + 156) else { return nil }
    return (directory, root)
  }

  /// Whether the first record of the root directory begins with the mark of the protocol that Rock
  /// Ridge is built on.
  private static func hasRockRidge(_ bytes: Span<UInt8>, _ root: ISODirectory.Record) -> Bool {
    let mark = root.start + 34
    return mark + 6 <= bytes.count && bytes[mark] == UInt8(ascii: "S")
      && bytes[mark + 1] == UInt8(ascii: "P") && bytes[mark + 4] == 0xBE && bytes[mark + 5] == 0xEF
  }
}

/// The way through the directories of a disc image.
private struct ISOWalk {
  private static let depthLimit = 64

  private let directory: ISODirectory
  var reason: PartialReason?
  private(set) var fileCount = 0
  private var entryCount = 0
  /// Where directories begin that were read: damaged images hold circles.
  private var seen: Set<Int> = []
  private var seenFiles: Set<Int> = []

  init(_ directory: ISODirectory) {
    self.directory = directory
  }

  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ root: ISODirectory.Record, _ memory: UnsafeRawBufferPointer, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    var waiting = [(record: root, path: "", depth: 0)]
    while let next = waiting.popLast() {
      guard seen.insert(next.record.start).inserted else { continue }
      guard next.depth < Self.depthLimit else {
        reason = .limit
        continue
      }
      var subdirectories: [(ISODirectory.Record, String, Int)] = []
      var extents: [Range<Int>] = []
      let end = min(next.record.start + next.record.byteCount, bytes.count)
      if next.record.start + next.record.byteCount > bytes.count { reason = .malformed }
      var position = next.record.start
      while position < end {
        if sink.isCancelled {
          reason = .interrupted
          return
        }
        guard let (record, following) = directory.record(bytes, at: position) else {
          // Records do not reach over the border of a sector; zeros fill what is left.
          position = (position / ISODirectory.sectorByteCount + 1) * ISODirectory.sectorByteCount
          continue
        }
        position = following
        guard !record.name.isEmpty, !record.isLink else { continue }
        entryCount += 1
        guard entryCount <= sink.context.limits.entriesPerContainer else {
          reason = .limit
          return
        }
        let path = next.path.isEmpty ? record.name : "\(next.path)/\(record.name)"
        if record.isDirectory {
          subdirectories.append((record, path, next.depth + 1))
          continue
        }
        extents.append(record.start..<record.start + record.byteCount)
        if record.continues { continue }
        take(extents, record, at: path, memory, into: &sink)
        extents.removeAll()
        if reason == .limit { return }
      }
      waiting += subdirectories.reversed()
    }
  }

  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ extents: [Range<Int>], _ record: ISODirectory.Record, at path: String,
    _ memory: UnsafeRawBufferPointer, into sink: inout Sink
  ) {
    fileCount += 1
    // Several names may have the same bytes.
    if let start = extents.first?.lowerBound, record.byteCount > 0,
      !seenFiles.insert(start).inserted
    {
      return
    }
    let parts = [DocumentPart.member(path)]
    guard !record.isPacked else {
      sink.miss(.unsupportedMembers, at: parts)
      reason = reason ?? .unsupportedMembers
      return
    }
    let inside = extents.map { $0.clamped(to: 0..<memory.count) }
    guard sink.context.spend(unpacked: inside.reduce(0) { $0 + $1.count }) else {
      sink.miss(.limit, at: parts)
      reason = .limit
      return
    }
    sink.takeMember(at: parts, from: ExtentSource(memory, inside))
    if inside != extents {
      sink.miss(.malformed, at: parts)
      reason = .malformed
    }
  }
}
