import ContentTypes
import ScanModel

/// Reads the parts of an Office package that stand for themselves.
enum OfficeParts {
  /// Reads what nothing else has asked for: in the order of the archive.
  static func readRest<Sink: DocumentSink & ~Copyable>(
    of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    for index in 0..<package.partCount where package.isUnread(index) {
      if sink.isCancelled || package.isExhausted { return }
      read(index, of: &package, bytes, at: [], into: &sink)
    }
  }

  /// Reads what is related to the part at `path` and belongs to its place: comments, notes, drawings,
  /// charts, and what is related to those.
  static func readRelated<Sink: DocumentSink & ~Copyable>(
    to path: String, of package: inout OfficePackage, _ bytes: Span<UInt8>,
    at parts: [DocumentPart], depth: Int = 4, into sink: inout Sink
  ) {
    guard depth > 0, package.archive.index(of: PackagePath.relations(of: path)) != nil else {
      return
    }
    let relations = package.relations(of: path, bytes, for: &sink)
    takeLinks(of: relations, at: parts, into: &sink)
    for relation in relations.all where !relation.isExternal && belongs(relation) {
      guard !sink.isCancelled else { return }
      guard let index = package.unread(PackagePath.resolve(relation.target, from: path)) else {
        continue
      }
      read(index, of: &package, bytes, at: parts, into: &sink)
      readRelated(
        to: package.path(of: index), of: &package, bytes, at: parts, depth: depth - 1,
        into: &sink)
    }
  }

  private static func belongs(_ relation: PackageRelation) -> Bool {
    for type: StaticString in [
      "comments", "threadedComment", "notesSlide", "drawing", "vmlDrawing", "chart", "chartEx",
      "diagramData", "chartUserShapes",
    ] where relation.isOfType(type) { return true }
    return false
  }

  /// Reads a part as what it is.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, at parts: [DocumentPart],
    into sink: inout Sink
  ) {
    let path = package.path(of: index)
    let name = Array(path.utf8)
    if name.hasEnd(".rels") {
      guard var text = package.open(index, bytes, for: &sink) else { return }
      var relations = PackageRelations()
      package.book(text.scan(into: &relations, of: &sink), of: index, into: &sink)
      return takeLinks(of: relations, at: parts, into: &sink)
    }
    if name.hasEnd(".bin"),
      BinaryWorkbookReader.readPart(index, of: &package, bytes, at: parts, into: &sink)
    {
      return
    }
    if XPSReader.isPage(name) {
      return XPSReader.readPage(index, of: &package, bytes, into: &sink)
    }
    guard name.hasEnd(".xml") || name.hasEnd(".vml") else {
      if isOfNoText(name) { return package.setIsRead(index) }
      if name.hasEnd("/metadata"), takeMetadata(index, of: &package, bytes, into: &sink) { return }
      return package.takeMember(index, bytes, into: &sink)
    }
    if mayBeOfNoText(package.archive.entries[index].key) {
      // Unpacking these takes longer than reading all others, as a rule.
      let head = package.archive.head(of: package.archive.entries[index], in: bytes)
      if let root = PartRoot(of: head.span), isOfNoText(root) { return package.setIsRead(index) }
    }
    guard let text = package.open(index, bytes, for: &sink) else { return }
    guard let root = PartRoot(of: text.head.span) else {
      return package.takeMember(index, bytes, into: &sink)
    }
    read(index, text, root, of: &package, bytes, at: parts, into: &sink)
  }

  /// Takes the texts of what Google Sheets adds to a workbook; false where the part is something else.
  private static func takeMetadata<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    let contents = package.archive.contents(of: package.archive.entries[index], in: bytes)
    guard contents.failure == nil, let message = ProtocolBufferTexts(contents.bytes.span) else {
      return false
    }
    package.setIsRead(index)
    sink.takeTexts(message.texts.map { ($0, []) }, at: [.section(.metadata)])
    return true
  }

  /// Reads a part that is open as what its root says.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ text: consuming PartText, _ root: PartRoot, of package: inout OfficePackage,
    _ bytes: Span<UInt8>, at parts: [DocumentPart], into sink: inout Sink
  ) {
    if isOfNoText(root) { return }
    switch root.name {
    case .coreProperties, .properties:
      var content = PropertiesContent()
      let reason = text.scan(into: &content, at: parts + [.section(.properties)], of: &sink)
      return package.book(reason, of: index, into: &sink)
    case .workbook:
      return WorkbookReader.read(index, text, of: &package, bytes, into: &sink)
    case .presentation:
      return SlidesReader.read(index, text, of: &package, bytes, into: &sink)
    default: break
    }
    if parts.isEmpty, package.archive.entries[index].key.hasPrefix("customxml/") {
      return takeCustomXML(index, of: &package, bytes, into: &sink)
    }
    guard let section = section(of: root.name) else {
      return package.takeMember(index, bytes, into: &sink)
    }
    let place = section.map { parts + [.section($0)] } ?? parts
    var content = FlowContent()
    let reason = text.scan(into: &content, at: place, of: &sink)
    content.pushSides(at: place, into: &sink)
    // What is drawn in VML need not be well-formed.
    if root.name != .xml { package.book(reason, of: index, into: &sink) }
  }

  /// Takes what a program has stored in the document in a form of its own.
  private static func takeCustomXML<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let contents = package.archive.contents(of: package.archive.entries[index], in: bytes)
    let type = ContentType.detect(head: contents.bytes.span, isWhole: true)
    guard case .text(_, let encoding) = type else {
      return package.takeMember(index, bytes, into: &sink)
    }
    sink.takeText(.xml, encoding, contents.bytes, at: [.section(.customXML)])
    package.book(contents.failure, of: index, into: &sink)
  }

  /// The section of a text by its root; nil for a part that is no text, `.some(nil)` for one of the
  /// body.
  private static func section(of root: OfficeName) -> DocumentSection?? {
    switch root {
    case .hdr: .header
    case .ftr: .footer
    case .footnotes: .footnotes
    case .endnotes: .endnotes
    case .comments, .cmLst, .threadedComments, .people, .cmAuthorLst, .authorLst, .personList:
      .comments
    case .notes: .speakerNotes
    case .settings: .properties
    case .wsDr, .userShapes, .xml: .textBoxes
    case .document, .glossaryDocument, .sld, .sldLayout, .sldMaster, .notesMaster, .handoutMaster,
      .chartSpace, .dataModel, .pageContents, .masterContents, .visioDocument:
      .some(nil)
    default: nil
    }
  }

  /// Takes the targets outside of the package as a text.
  static func takeLinks<Sink: DocumentSink & ~Copyable>(
    of relations: PackageRelations, at parts: [DocumentPart], into sink: inout Sink
  ) {
    var sides = SideTexts()
    for relation in relations.all where relation.isExternal {
      sides.addParagraph(relation.target, to: .links)
    }
    sides.push(at: parts, into: &sink)
  }

  /// Whether a part says only how things look and where they stand, or the same as another one.
  private static func isOfNoText(_ root: PartRoot) -> Bool {
    switch root.name {
    case .types, .styles, .numbering, .fonts, .webSettings, .theme, .styleSheet, .calcChain,
      .tblStyleLst, .presentationPr, .viewPr, .metadata, .layoutDef, .styleDef, .colorsDef,
      .chartStyle, .colorStyle, .commentsEx, .commentsIds,
      .commentsExtensible, .datastoreItem:
      true
    case .drawing: root.isDrawnDiagram
    default: false
    }
  }

  /// Whether the name of a part is one that such parts have.
  private static func mayBeOfNoText(_ key: String) -> Bool {
    var name: [UInt8] = []
    for byte in key.utf8.reversed() {
      if byte == 0x2F { break }
      if !(0x30...0x39).contains(byte) { name.append(byte) }
    }
    return namesOfNoText.contains(name)
  }

  /// The file names, without numbers and backwards.
  private static let namesOfNoText: Set<[UInt8]> = Set(
    [
      "styles", "styleswitheffects", "theme", "fonttable", "websettings", "numbering",
      "tablestyles", "presprops", "viewprops", "calcchain", "drawing", "layout", "quickstyle",
      "colors", "style", "themeoverride",
    ].map { Array("\($0).xml".utf8.reversed()) })

  /// Settings of printers, fonts, and the small picture of the first page, whose text is read.
  private static func isOfNoText(_ name: [UInt8]) -> Bool {
    name.hasEnd(".odttf") || name.hasEnd(".fntdata") || name.hasEnd(".ttf")
      || XPSReader.isOfNoText(name)
      || name.hasWord("printerSettings") || name.hasWord("docProps/thumbnail")
  }
}

extension [UInt8] {
  /// Whether the bytes end with `end`, in any case.
  func hasEnd(_ end: String) -> Bool {
    count >= end.utf8.count
      && suffix(end.utf8.count).elementsEqual(end.utf8) { ($0 | 0x20) == ($1 | 0x20) }
  }

  /// Whether `word` stands anywhere in the bytes.
  func hasWord(_ word: String) -> Bool {
    let word = Array<UInt8>(word.utf8)
    return indices.contains { self.span.hasBytes(word, at: $0) }
  }
}
