import ScanModel

/// Takes the texts of a presentation, page after page.
struct PowerPointPages {
  let document: PowerPointDocument
  /// Whether something was cut off or lost.
  private(set) var isDamaged = false
  /// Where the records begin that were read.
  private var seen: Set<Int> = []
  /// Where the records of text begin that were read.
  private var seenTexts: Set<Int> = []
  /// How many times its bytes a presentation is read: pages may lie in each other.
  private static let factor = 4
  private var bytesLeft = 0

  init(document: PowerPointDocument) {
    self.document = document
  }

  /// Takes slides with their notes, masters, what the document says beside them, and what earlier
  /// versions of it left.
  mutating func takeAll<Sink: DocumentSink & ~Copyable>(
    of stream: Span<UInt8>, into sink: inout Sink
  ) {
    bytesLeft = Self.factor * stream.count
    if let record = document.document {
      takePages(of: record, stream, into: &sink)
    } else {
      isDamaged = true
      take(stream, [stream.indices], at: [], into: &sink)
    }
    if isDamaged {
      let strays = PowerPointStrays.places(in: stream, besides: seenTexts)
      take(stream, strays, at: [], into: &sink)
    }
  }

  private mutating func takePages<Sink: DocumentSink & ~Copyable>(
    of record: OfficeRecord, _ stream: Span<UInt8>, into sink: inout Sink
  ) {
    seen.insert(record.start)
    var notes = notesBySlide(stream)
    for (index, slide) in document.slides.enumerated() where !sink.isCancelled {
      let place = DocumentPart.slide(index + 1)
      take(stream, ranges(of: slide, stream), at: [place], into: &sink)
      for page in notes.removeValue(forKey: slide.id) ?? [] {
        let parts = [place, .section(.speakerNotes)]
        take(stream, ranges(of: page, stream), at: parts, into: &sink)
      }
    }
    let others = notes.sorted { $0.key < $1.key }.flatMap(\.value)
    let otherNotes = others.flatMap { ranges(of: $0, stream) }
    take(stream, otherNotes, at: [.section(.speakerNotes)], into: &sink)
    let masters = document.masters.flatMap { ranges(of: $0, stream) }
    take(stream, masters, at: [], into: &sink)
    takeParts(of: record, stream, into: &sink)
    takeRest(of: stream, into: &sink)
  }

  /// The pages of notes by the slides that they belong to.
  private func notesBySlide(_ stream: Span<UInt8>) -> [Int: [PowerPointDocument.Page]] {
    var notes: [Int: [PowerPointDocument.Page]] = [:]
    for page in document.notes {
      let atom = page.position.flatMap { OfficeRecord(stream, at: $0 + 8, end: stream.count) }
      var slide = -1
      if let atom, atom.type == PowerPointRecords.notesAtom {
        slide = stream.littleUInt32(at: atom.content.lowerBound) ?? -1
      }
      notes[slide, default: []].append(page)
    }
    return notes
  }

  /// Where the texts of a page lie.
  private mutating func ranges(
    of page: PowerPointDocument.Page, _ stream: Span<UInt8>
  ) -> [Range<Int>] {
    guard let position = page.position,
      let record = OfficeRecord(stream, at: position, end: stream.count), record.holdsRecords
    else {
      isDamaged = true
      return [page.texts]
    }
    guard seen.insert(position).inserted else { return [page.texts] }
    return [page.texts, record.start..<record.content.upperBound]
  }

  /// Takes what the document itself says: links, footers, and the rest.
  private mutating func takeParts<Sink: DocumentSink & ~Copyable>(
    of record: OfficeRecord, _ stream: Span<UInt8>, into sink: inout Sink
  ) {
    var links: [Range<Int>] = []
    var footers: [Range<Int>] = []
    var others: [Range<Int>] = []
    for part in OfficeRecord.all(stream, in: record.content) {
      let range = part.start..<part.content.upperBound
      switch part.type {
      case PowerPointRecords.slideTexts: break
      case PowerPointRecords.externalObjects:
        for object in OfficeRecord.all(stream, in: part.content)
        where object.type != PowerPointRecords.embeddedObject
          && object.type != PowerPointRecords.control
        {
          links.append(object.start..<object.content.upperBound)
        }
      case PowerPointRecords.headersFooters: footers.append(range)
      default: others.append(range)
      }
    }
    take(stream, links, at: [.section(.links)], into: &sink)
    take(stream, footers, at: [.section(.footer)], into: &sink)
    take(stream, others, at: [], into: &sink)
  }

  /// Takes the pages that nothing refers to any more.
  private mutating func takeRest<Sink: DocumentSink & ~Copyable>(
    of stream: Span<UInt8>, into sink: inout Sink
  ) {
    let types = [
      PowerPointRecords.document, PowerPointRecords.slide, PowerPointRecords.notes,
      PowerPointRecords.mainMaster, PowerPointRecords.handout,
    ]
    let rest = OfficeRecord.all(stream, in: stream.indices).filter {
      types.contains($0.type) && !seen.contains($0.start)
    }
    let ranges = rest.map { $0.start..<$0.content.upperBound }
    take(stream, ranges, at: [.section(.deletedText)], into: &sink)
  }

  /// Takes the texts in `ranges` as one, and the comments in them as another.
  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ stream: Span<UInt8>, _ ranges: [Range<Int>], at parts: [DocumentPart],
    into sink: inout Sink
  ) {
    guard ranges.contains(where: { !$0.isEmpty }) else { return }
    sink.beginText(at: parts)
    var text = PowerPointText()
    for range in ranges {
      bytesLeft -= range.count
      guard bytesLeft >= 0 else {
        isDamaged = true
        break
      }
      text.append(stream, range, into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
    if text.isDamaged { isDamaged = true }
    seenTexts.formUnion(text.starts)
    guard !text.comments.isEmpty else { return }
    sink.beginText(at: parts + [.section(.comments)])
    var comments = DocumentText()
    for comment in text.comments {
      comments.add(comment.author, named: Array("author".utf8))
      comments.addParagraph(comment.text)
      comments.pushIfDue(into: &sink)
    }
    comments.finish(into: &sink)
    sink.endText()
  }
}
