/// The directories of a TIFF file, or of EXIF, which is built like one.
///
/// Source: TIFF 6.0, section 2; Exif 3.0, 4.6; BigTIFF as libtiff reads it.
struct TIFFDirectories {
  /// What is read.
  enum Purpose {
    /// An image file, whose directories tell the size of its pages.
    case file
    /// Metadata in another file, whose directories tell of that and of its thumbnail.
    case exif
    /// What a camera tells of a picture, of where it was made, or in its own way, each in a part of its own.
    case details, position, makerNotes
  }

  /// What the entries of a directory are about.
  private enum Subject {
    case page, exif, position, maker
  }

  private static let directoryLimit = 4096
  private static let entryLimit = 1_000_000

  private let order: ByteOrder
  /// Whether counts and offsets have 8 bytes.
  private let isBig: Bool
  private let purpose: Purpose
  private var pending: [(offset: Int, subject: Subject)] = []
  private var visited: Set<Int> = []
  private var entryCount = 0
  private var pageCount = 0

  /// Takes the texts of all directories; offsets count from the start of `bytes`.
  static func read(
    _ bytes: Span<UInt8>, as purpose: Purpose, into metadata: inout EmbeddedMetadata
  ) {
    guard var directories = TIFFDirectories(bytes, purpose) else {
      return metadata.isMalformed = true
    }
    directories.read(bytes, into: &metadata)
  }

  private init?(_ bytes: Span<UInt8>, _ purpose: Purpose) {
    self.purpose = purpose
    if bytes.begins(with: "II", at: 0) {
      order = .little
    } else if bytes.begins(with: "MM", at: 0) {
      order = .big
    } else {
      return nil
    }
    isBig = bytes.integer(at: 2, byteCount: 2, order) == 43
    guard
      let first = bytes.integer(
        at: isBig ? 8 : 4, byteCount: isBig ? 8 : 4, order)
    else { return nil }
    let subject: Subject =
      switch purpose {
      case .file, .exif: .page
      case .details: .exif
      case .position: .position
      case .makerNotes: .maker
      }
    pending.append((first, subject))
  }

  private mutating func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    // In the order in which they are named, so that pages come one after the other.
    var index = 0
    while index < pending.count {
      let (offset, subject) = pending[index]
      index += 1
      guard visited.insert(offset).inserted else { continue }
      guard visited.count <= Self.directoryLimit, entryCount <= Self.entryLimit,
        readDirectory(bytes, at: offset, subject, into: &metadata)
      else {
        // Notes of the maker have a form of their own.
        if subject != .maker { metadata.isMalformed = true }
        continue
      }
    }
    if purpose == .file, pageCount > 1 {
      metadata.add(Array(String(pageCount).utf8), named: Array("PageCount".utf8))
    }
  }

  /// Reads a directory; false where it is not all there.
  private mutating func readDirectory(
    _ bytes: Span<UInt8>, at offset: Int, _ subject: Subject, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    let countByteCount = isBig ? 8 : 2
    let entryByteCount = isBig ? 20 : 12
    guard let count = bytes.integer(at: offset, byteCount: countByteCount, order) else {
      return false
    }
    let start = offset + countByteCount
    let room = (bytes.count - start) / entryByteCount
    if subject == .maker, count == 0 || count > 256 || count > room { return true }
    var size = (width: 0, height: 0)
    var position = TIFFPosition()
    for number in 0..<min(count, room) {
      entryCount += 1
      guard entryCount <= Self.entryLimit else { return false }
      guard let entry = entry(bytes, at: start + number * entryByteCount) else { continue }
      switch subject {
      case .position: position.take(entry, bytes, order)
      case .maker: break
      case .page where entry.tag == 0x100: size.width = entry.integer(bytes, order) ?? 0
      case .page where entry.tag == 0x101: size.height = entry.integer(bytes, order) ?? 0
      default: follow(entry, bytes)
      }
      TIFFTexts.take(entry, bytes, order, isOfMaker: subject == .maker, into: &metadata)
    }
    if subject == .position { position.pass(to: &metadata) }
    if subject == .page {
      pageCount += 1
      if purpose == .file { metadata.note(width: size.width, height: size.height) }
      let end = start + min(count, room) * entryByteCount
      if count <= room, let next = bytes.integer(at: end, byteCount: isBig ? 8 : 4, order),
        next != 0
      {
        pending.append((next, .page))
      }
    }
    return count <= room
  }

  /// Notes the directories that the entry points to.
  private mutating func follow(_ entry: TIFFEntry, _ bytes: Span<UInt8>) {
    let subject: Subject
    switch entry.tag {
    case 0x8769, 0xA005: subject = .exif
    case 0x8825: subject = .position
    case 0x014A: subject = .page
    case 0x927C where pending.count < Self.directoryLimit:
      pending.append((entry.content.lowerBound, .maker))
      return
    default: return
    }
    guard pending.count < Self.directoryLimit else { return }
    for index in 0..<min(entry.count, Self.directoryLimit - pending.count) {
      if let offset = entry.integer(bytes, order, at: index) { pending.append((offset, subject)) }
    }
  }

  /// The entry at `position`; nil where its content is not all there.
  private func entry(_ bytes: Span<UInt8>, at position: Int) -> TIFFEntry? {
    guard let tag = bytes.integer(at: position, byteCount: 2, order),
      let type = bytes.integer(at: position + 2, byteCount: 2, order),
      let count = bytes.integer(at: position + 4, byteCount: isBig ? 8 : 4, order),
      let unitByteCount = TIFFEntry.byteCount(ofType: type)
    else { return nil }
    let (byteCount, isOver) = count.multipliedReportingOverflow(by: unitByteCount)
    guard !isOver else { return nil }
    var start = position + (isBig ? 12 : 8)
    if byteCount > (isBig ? 8 : 4) {
      guard let offset = bytes.integer(at: start, byteCount: isBig ? 8 : 4, order) else {
        return nil
      }
      start = offset
    }
    guard let content = bytes.range(at: start, byteCount: byteCount) else { return nil }
    return TIFFEntry(tag: tag, type: type, count: count, content: content)
  }
}
