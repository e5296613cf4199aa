import ContentTypes
import ScanModel

/// Reads an opened PDF part by part.
struct PDFDocumentReader: ~Copyable {
  let file: PDFFile
  var interpreter = PDFContentInterpreter()
  /// The worst that was met, which is the outcome.
  var problem: PartialReason?
  /// The fields of the form and the embedded files that have been read, by the numbers of their objects.
  var readFields: Set<Int> = []
  var readFiles: Set<Int> = []
  /// The names of fields that are to be called by what is printed beside them, by the numbers of their
  /// objects.
  var waitingFields: [Int: [UInt8]] = [:]
  /// What is printed beside the fields of the page that is read, where fields wait for it.
  var captions: PDFCaptions?
  /// The values of fields that have been read, without their spaces.
  var shownValues: Set<[UInt8]> = []
  /// Files that annotations attach, to be read behind the page.
  var attachments: [PDFAttachment] = []
  /// The object with the properties, where only a trailer before the last names it.
  var earlierInformation: Int?
  /// What was told so far, where the file has earlier states.
  var known: PDFKnownTexts?
  /// What stands above the table that the page before ended with.
  private var tableHead: PDFTableHead?
  private var glyphCount = 0
  private var unmappedCount = 0

  init(_ file: consuming PDFFile) {
    self.file = file
  }

  mutating func read<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    readProperties(into: &sink)
    readForm(into: &sink)
    readOutline(into: &sink)
    readScriptsAndLabels(into: &sink)
    readStructure(into: &sink)
    file.releaseObjects()
    readPages(into: &sink)
    readWaitingFields(into: &sink)
    readEmbeddedFiles(into: &sink)
    if unmappedCount * 20 > glyphCount { note(.needsOCR) }
    if interpreter.budget.isSpent || interpreter.budget.hasLeftOut
      || interpreter.fonts.isOverLimit
    {
      note(.limit)
    }
  }

  var outcome: ExtractionOutcome { problem.map { .partial($0) } ?? .complete }

  // MARK: Earlier states

  var isEarlier: Bool { known?.isEarlier == true }

  /// Whether the bytes of a part are to be told: not those that a later state has too.
  mutating func tells(_ bytes: [UInt8]) -> Bool {
    known?.insert(bytes) != false || !isEarlier
  }

  /// Where a part of this state lies.
  func place(_ parts: [DocumentPart]) -> [DocumentPart] {
    isEarlier ? parts + [.section(.deletedText)] : parts
  }

  /// Books that something is missing.
  mutating func note(_ reason: PartialReason) {
    if reason.rank > problem?.rank ?? 0 { problem = reason }
  }

  // MARK: Pages

  private mutating func readPages<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let count = PDFPageTree.isTooDeep(file) ? 0 : file.pageCount
    guard count > 0 else { return readLoosePages(into: &sink) }
    for index in 0..<min(count, PDFContentBudget.pageLimit) {
      guard !sink.isCancelled, !interpreter.budget.isSpent else { return }
      let page = file.page(index)
      if file.takeError() {
        note(.malformed)
        sink.miss(.malformed, at: [.page(index + 1)])
        continue
      }
      readPage(page, number: index + 1, into: &sink)
      file.releaseObjects()
      readAttachments(into: &sink)
    }
    if count > PDFContentBudget.pageLimit { note(.limit) }
  }

  /// Reads the pages of a file whose tree of pages is broken, in the order of their objects.
  private mutating func readLoosePages<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    note(.malformed)
    _ = file.takeError()
    let objectCount = file.integer(file.value("/Size", of: file.trailer)) ?? 0
    var number = 0
    var emptyCount = 0
    for id in 1..<max(2, min(objectCount, 100_000)) {
      guard !sink.isCancelled, !interpreter.budget.isSpent else { return }
      let object = file.object(id: id)
      emptyCount = file.isNull(object) ? emptyCount + 1 : 0
      guard emptyCount < 2000 else { break }
      if file.isDictionary(object),
        file.name(file.value("/Type", of: object)) == Array("Page".utf8)
      {
        number += 1
        readPage(object, number: number, into: &sink)
      }
      if id % 64 == 0 { file.releaseObjects() }
    }
    _ = file.takeError()
  }

  private mutating func readPage<Sink: DocumentSink & ~Copyable>(
    _ page: PDFFile.Object, number: Int, into sink: inout Sink
  ) {
    interpreter.beginPage()
    guard let content = content(of: page, number: number, into: &sink) else { return }
    let resources = inherited("/Resources", of: page)
    guard tells(content + forms(in: resources)) else {
      return readAnnotations(of: page, number: number, into: &sink)
    }
    interpreter.run(content, resources: resources, matrix: PDFMatrix(), in: file)
    glyphCount += interpreter.text.glyphCount
    unmappedCount += interpreter.text.unmappedCount
    if needsOCR(page) || interpreter.text.isHardlyMapped {
      note(.needsOCR)
      sink.miss(.needsOCR, at: [.page(number)])
    }
    let layout = PDFPageLayout(interpreter.text)
    push(layout, at: [.page(number)], into: &sink)
    if !waitingFields.isEmpty { captions = PDFCaptions(layout, boxes: fieldBoxes(of: page)) }
    readAnnotations(of: page, number: number, into: &sink)
    captions = nil
  }

  /// Pushes what the interpreter gathered, if that is anything.
  mutating func pushText<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    push(PDFPageLayout(interpreter.text), at: parts, into: &sink)
  }

  private mutating func push<Sink: DocumentSink & ~Copyable>(
    _ layout: borrowing PDFPageLayout, at parts: [DocumentPart], into sink: inout Sink
  ) {
    guard !layout.runs.isEmpty else {
      tableHead = nil
      return
    }
    let writer = PDFPageWriter(layout, below: tableHead)
    tableHead = writer.head
    var bytes = writer.bytes
    if let lines = known?.newLines(of: bytes), isEarlier { bytes = lines }
    if !bytes.isEmpty { sink.takeText(.running, .utf8, bytes, at: place(parts)) }
  }

  /// What tells the forms that a page may draw apart from those of another state: their lengths.
  private func forms(in resources: PDFFile.Object) -> [UInt8] {
    guard known != nil else { return [] }
    let forms = file.value("/XObject", of: resources)
    return file.keys(of: forms).flatMap { name in
      let length = file.value("/Length", of: file.value(named: name[...], of: forms))
      return Array("\(file.integer(length) ?? 0) ".utf8)
    }
  }

  /// The content of a page; what cannot be read of it is left out and booked.
  private mutating func content<Sink: DocumentSink & ~Copyable>(
    of page: PDFFile.Object, number: Int, into sink: inout Sink
  ) -> [UInt8]? {
    let contents = file.value("/Contents", of: page)
    let count = file.isArray(contents) ? min(file.count(of: contents), 100_000) : 1
    var bytes: [UInt8] = []
    var isWhole = true
    for index in 0..<count {
      let stream = file.isArray(contents) ? file.item(index, of: contents) : contents
      guard file.isStream(stream) else { continue }
      guard
        let part = PDFStreams.content(
          of: stream, in: file, limit: interpreter.budget.bytesLeft)
      else {
        isWhole = false
        continue
      }
      isWhole = isWhole && (part.isWhole || part.isOverLimit)
      if bytes.isEmpty { bytes = part.bytes } else { bytes += [0x0A] + part.bytes }
      if part.isOverLimit { interpreter.budget.noteLeftOut() }
      guard interpreter.budget.spend(bytes: part.bytes.count), !part.isOverLimit,
        sink.context.spend(unpacked: part.bytes.count)
      else {
        note(.limit)
        sink.miss(.limit, at: [.page(number)])
        break
      }
    }
    if !isWhole {
      note(.malformed)
      sink.miss(.malformed, at: [.page(number)])
    }
    return bytes
  }

  /// Whether a page is a picture with hardly any text.
  private func needsOCR(_ page: PDFFile.Object) -> Bool {
    guard interpreter.imageArea > 0, interpreter.text.visibleCount < 20 else { return false }
    let box = file.numbers(inherited("/MediaBox", of: page), upTo: 4)
    let area = box.count == 4 ? abs((box[2] - box[0]) * (box[3] - box[1])) : 612 * 792
    return interpreter.imageArea > 0.5 * area
  }

  /// A value of a page, or of the nodes above it.
  private func inherited(_ key: StaticString, of page: PDFFile.Object) -> PDFFile.Object {
    var node = page
    for _ in 0..<64 {
      let value = file.value(key, of: node)
      if !file.isNull(value) { return value }
      node = file.value("/Parent", of: node)
      guard file.isDictionary(node) else { return value }
    }
    return file.value(key, of: page)
  }
}

extension PartialReason {
  /// How bad it is that a part is missing for this reason.
  fileprivate var rank: Int {
    switch self {
    case .encrypted: 4
    case .malformed: 3
    case .limit: 2
    default: 1
    }
  }
}

extension PDFPageText {
  /// Whether more glyphs than a stray sign mean nothing: one of twenty, and of a short text most, or
  /// as many in a row as a number of a person has digits.
  fileprivate var isHardlyMapped: Bool {
    unmappedCount * 20 > glyphCount && (unmappedCount > 3 || unmappedCount * 2 > glyphCount)
      || longestUnmappedRow >= 8
  }

  /// The characters that are no spaces.
  fileprivate var visibleCount: Int {
    var count = 0
    for byte in text where byte > 0x20 && byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
