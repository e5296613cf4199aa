/// Where the parts of a presentation lie in its stream.
///
/// Each time it was saved a directory was added that tells where the objects of that time lie; the
/// newest place counts.
///
/// Source: MS-PPT 2.1.2, 2.3.3 to 2.3.5, 2.4.14.3.
struct PowerPointDocument {
  /// A slide, notes or a master.
  struct Page {
    /// The number by which others refer to it.
    var id: Int
    /// Its texts that lie with the list of pages.
    var texts: Range<Int>
    /// Where its record begins; nil where it is lost.
    var position: Int?
  }

  private static let editLimit = 10_000

  /// Where objects begin, by their numbers.
  private(set) var positions: [Int: Int] = [:]
  /// The number of the object that tells of the encryption.
  private(set) var encryptionID: Int?
  private(set) var isEncrypted = false
  private(set) var masters: [Page] = []
  private(set) var slides: [Page] = []
  private(set) var notes: [Page] = []
  /// The record of the document; nil where it is lost.
  private(set) var document: OfficeRecord?

  /// Reads the directories of `stream`, the newest of which belongs to the edit at `lastEdit`.
  init(_ stream: Span<UInt8>, lastEdit: Int?) {
    var edit = lastEdit.flatMap { Self.record(stream, at: $0, PowerPointRecords.userEdit) }
    edit = edit ?? Self.lastEdit(stream)
    var documentID: Int?
    var seen: Set<Int> = []
    // Directories may share their bytes.
    var countLeft = stream.count / 4
    while let current = edit, seen.count < Self.editLimit, seen.insert(current.start).inserted {
      let place = current.content.lowerBound
      // A longer one names the keys of its encryption.
      if current.content.count >= 32 {
        isEncrypted = true
        encryptionID = encryptionID ?? stream.littleUInt32(at: place + 28)
      }
      documentID = documentID ?? stream.littleUInt32(at: place + 16)
      takeDirectory(stream, at: stream.littleUInt32(at: place + 12) ?? .max, &countLeft)
      let next = stream.littleUInt32(at: place + 8) ?? 0
      edit = next == 0 ? nil : Self.record(stream, at: next, PowerPointRecords.userEdit)
    }
    document = documentID.flatMap { positions[$0] }.flatMap {
      Self.record(stream, at: $0, PowerPointRecords.document)
    }
    guard let document else { return }
    takeMasters(stream, of: document)
    for list in OfficeRecord.all(stream, in: document.content)
    where list.type == PowerPointRecords.slideTexts {
      let pages = pages(stream, of: list)
      switch list.instance {
      case 0: slides += pages
      case 1: masters += pages
      default: notes += pages
      }
    }
  }

  private static func record(_ stream: Span<UInt8>, at position: Int, _ type: Int) -> OfficeRecord?
  {
    guard let record = OfficeRecord(stream, at: position, end: stream.count),
      record.type == type
    else { return nil }
    return record
  }

  private static func lastEdit(_ stream: Span<UInt8>) -> OfficeRecord? {
    OfficeRecord.all(stream, in: stream.indices).last { $0.type == PowerPointRecords.userEdit }
  }

  /// Takes the directory at `position`, and of all directories `countLeft` places at most.
  private mutating func takeDirectory(
    _ stream: Span<UInt8>, at position: Int, _ countLeft: inout Int
  ) {
    guard let directory = Self.record(stream, at: position, PowerPointRecords.persistDirectory)
    else { return }
    var place = directory.content.lowerBound
    let end = directory.content.upperBound
    while place + 4 <= end, let head = stream.littleUInt32(at: place) {
      place += 4
      for id in (head & 0xF_FFFF)..<(head & 0xF_FFFF) + head >> 20 {
        guard place + 4 <= end, countLeft > 0, let position = stream.littleUInt32(at: place)
        else { return }
        countLeft -= 1
        if positions[id] == nil { positions[id] = position }
        place += 4
      }
    }
  }

  /// Takes the masters of notes and handouts, which the document names.
  ///
  /// Source: MS-PPT 2.4.2.
  private mutating func takeMasters(_ stream: Span<UInt8>, of document: OfficeRecord) {
    let atom = OfficeRecord(stream, at: document.content.lowerBound, end: stream.count)
    guard let atom, atom.type == PowerPointRecords.documentAtom else { return }
    for offset in [24, 28] {
      let id = stream.littleUInt32(at: atom.content.lowerBound + offset) ?? 0
      if let position = positions[id] {
        masters.append(Page(id: 0, texts: 0..<0, position: position))
      }
    }
  }

  private func pages(_ stream: Span<UInt8>, of list: OfficeRecord) -> [Page] {
    var pages: [Page] = []
    for record in OfficeRecord.all(stream, in: list.content) {
      if record.type == PowerPointRecords.slidePersist {
        let id = stream.littleUInt32(at: record.content.lowerBound) ?? 0
        let end = record.content.upperBound
        pages.append(
          Page(
            id: stream.littleUInt32(at: record.content.lowerBound + 12) ?? 0, texts: end..<end,
            position: positions[id]))
      } else if let last = pages.indices.last {
        pages[last].texts = pages[last].texts.lowerBound..<record.content.upperBound
      }
    }
    return pages
  }
}
