import ScanModel

/// A document of Word whose streams have been read.
struct WordDocument {
  let header: WordHeader
  let stream: [UInt8]
  let table: [UInt8]
  let pieces: WordPieces
  private let paragraphs: WordParagraphs
  private let deletions: WordDeletions

  init(_ header: WordHeader, _ stream: [UInt8], _ table: [UInt8]) {
    self.header = header
    self.stream = stream
    self.table = table
    if header.isOld && !header.isComplex {
      pieces = WordPieces(whole: header.text, isWide: header.isWide)
    } else {
      let range = header.range(of: .pieces, in: table.span)
      pieces = WordPieces(table.span, range, isOld: header.isOld, isWide: header.isWide)
    }
    let range = header.range(of: .paragraphs, in: table.span)
    paragraphs = WordParagraphs(table.span, range, stream.span, isOld: header.isOld)
    deletions = WordDeletions(
      table.span, header.range(of: .characters, in: table.span), stream.span, isOld: header.isOld)
  }

  /// Takes all stories, each as a text of its own.
  func takeStories<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) -> ExtractionOutcome {
    guard sink.context.allowsRatio(unpacked: pieces.characterCount, packed: stream.count),
      sink.context.spend(unpacked: pieces.characterCount)
    else { return .partial(.limit) }
    var asides = WordAsides()
    take(bodies, at: [], asides: &asides, into: &sink)
    take([header.characters(of: .footnotes)], at: .footnotes, asides: &asides, into: &sink)
    let (headers, footers) = headerParts
    take(headers, at: .header, asides: &asides, into: &sink)
    take(footers, at: .footer, asides: &asides, into: &sink)
    takeComments(asides: &asides, into: &sink)
    take([header.characters(of: .endnotes)], at: .endnotes, asides: &asides, into: &sink)
    let boxes = [WordHeader.Story.textBoxes, .headerTextBoxes].map(header.characters(of:))
    take(boxes, at: .textBoxes, asides: &asides, into: &sink)
    asides.take(into: &sink)
    takeNames(into: &sink)
    return sink.isCancelled ? .partial(.interrupted) : .complete
  }

  /// The characters of the body, and those behind all stories that the header knows.
  private var bodies: [Range<Int>] {
    let end = header.characters(of: .headerTextBoxes).upperBound
    let last = max(pieces.characterCount, end)
    return [header.characters(of: .body), header.characters(of: .macros), end..<last]
  }

  private func take<Sink: DocumentSink & ~Copyable>(
    _ parts: [Range<Int>], at section: DocumentSection, asides: inout WordAsides,
    into sink: inout Sink
  ) {
    take(parts, at: [.section(section)], asides: &asides, into: &sink)
  }

  private func take<Sink: DocumentSink & ~Copyable>(
    _ parts: [Range<Int>], at place: [DocumentPart], asides: inout WordAsides, into sink: inout Sink
  ) {
    guard parts.contains(where: { !$0.isEmpty }) else { return }
    sink.beginText(at: place)
    var text = WordText(codePage: header.codePage)
    for part in parts { append(part, to: &text, into: &sink) }
    text.finish(into: &sink)
    sink.endText()
    asides.append(text.asides)
  }

  private func append(
    _ characters: Range<Int>, to text: inout WordText, into sink: inout some TextSink & ~Copyable
  ) {
    let chunks = pieces.chunks(of: characters, in: stream.span)
    text.beginPart(paragraphs.kinds(of: chunks, in: stream.span))
    for chunk in chunks {
      for (part, isDeleted) in deletions.parts(of: chunk) where !sink.isCancelled {
        if isDeleted {
          text.appendDeleted(stream.span, part)
        } else {
          text.append(stream.span, part, into: &sink)
        }
      }
    }
    text.endPart()
  }
}

// MARK: Parts of stories

extension WordDocument {
  /// The characters of headers, and those of footers.
  ///
  /// Each section has six parts: header and footer of even, odd and first pages; six parts before
  /// them separate notes from the text.
  ///
  /// Source: MS-DOC 2.3.3.
  private var headerParts: (headers: [Range<Int>], footers: [Range<Int>]) {
    let story = header.characters(of: .headers)
    let range = header.range(of: .headerTexts, in: table.span)
    let positions = WordTable.positions(table.span, range, entryByteCount: 0)
    var headers: [Range<Int>] = []
    var footers: [Range<Int>] = []
    var start = 0
    for (index, position) in (positions.dropFirst() + [story.count]).enumerated()
    where position > start && position <= story.count {
      let part = story.lowerBound + start..<story.lowerBound + position
      if [2, 3, 5].contains(index % 6) { footers.append(part) } else { headers.append(part) }
      start = position
    }
    return (headers, footers)
  }

  /// Takes each comment behind the name of its author.
  private func takeComments<Sink: DocumentSink & ~Copyable>(
    asides: inout WordAsides, into sink: inout Sink
  ) {
    let story = header.characters(of: .comments)
    guard !story.isEmpty else { return }
    let range = header.range(of: .commentTexts, in: table.span)
    let positions = WordTable.positions(table.span, range, entryByteCount: 0)
    let authors = commentAuthors
    sink.beginText(at: [.section(.comments)])
    var text = WordText(codePage: header.codePage)
    for (index, part) in WordTable.parts(positions, count: story.count).enumerated() {
      if index < authors.count { text.add(authors[index], named: "author") }
      let part = story.lowerBound + part.lowerBound..<story.lowerBound + part.upperBound
      append(part, to: &text, into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
    asides.append(text.asides)
  }

  /// The authors of the comments, in the order of these.
  ///
  /// Source: MS-DOC 2.9.4 (the reference of a comment, 30 bytes with the number of its author).
  private var commentAuthors: [[UInt8]] {
    guard !header.isOld else { return [] }
    let owners = WordTable.counted(
      table.span, header.range(of: .commentAuthors, in: table.span))
    let range = header.range(of: .commentReferences, in: table.span)
    let count = max(range.count - 4, 0) / 34
    return (0..<count).map { index in
      let place = range.lowerBound + 4 * (count + 1) + 30 * index
      let number = table.span.littleUInt16(at: place + 20) ?? .max
      return number < owners.count ? owners[number] : []
    }
  }

  /// Takes what shapes say in words beside their text; those in lines of text lie in `data`.
  func takeShapes<Sink: DocumentSink & ~Copyable>(_ data: [UInt8], into sink: inout Sink) {
    let range = header.range(of: .drawings, in: table.span)
    let texts =
      OfficeShape.texts(in: table.span.extracting(range)) + OfficeShape.texts(in: data.span)
    guard !texts.isEmpty else { return }
    sink.beginText(at: [.section(.textBoxes)])
    var text = DocumentText()
    for words in texts {
      text.addParagraph(words)
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }

  /// Takes the names of those who changed the document and who saved it, and where.
  private func takeNames<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let tables: [(WordHeader.Table, String)] = [
      (.revisionAuthors, "revision author"), (.savedBy, "saved by"),
    ]
    let names = tables.flatMap { table, name in
      let range = header.range(of: table, in: self.table.span)
      return WordTable.texts(self.table.span, range, header.codePage).map { (name, $0) }
    }
    guard names.contains(where: { !$0.1.isEmpty }) else { return }
    sink.beginText(at: [.section(.properties)])
    var text = DocumentText()
    for (name, value) in names { text.add(value, named: Array(name.utf8)) }
    text.finish(into: &sink)
    sink.endText()
  }
}
