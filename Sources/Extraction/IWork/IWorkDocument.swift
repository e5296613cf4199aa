import ScanModel

/// The texts and tables of a document of iWork, each at its part.
struct IWorkDocument {
  private let objects: IWorkObjects
  /// By number of its archive, the slide that it holds.
  private var slides: [Int: Int] = [:]
  private let isPresentation: Bool
  /// By the object of a table, the sheet or slide that it is on.
  private var tablePlaces: [UInt64: DocumentPart] = [:]

  init(_ objects: IWorkObjects) {
    self.objects = objects
    isPresentation = objects.archives.contains { $0.hasPrefix("Index/Slide") }
    if isPresentation {
      findSlides()
    } else {
      findSheets()
    }
  }

  /// The slides in their order, by the nodes of the show, each of which refers to one.
  private mutating func findSlides() {
    var number = 0
    for show in objects.all where show.type == IWorkType.show {
      guard let tree = objects.message(3, of: show.range) else { continue }
      for node in objects.references(2, of: tree) {
        guard let slide = objects.reference(2, of: node.range),
          IWorkType.slides.contains(slide.type), slides[slide.archive] == nil
        else { continue }
        number += 1
        slides[slide.archive] = number
      }
    }
    // A table stands on its slide, its cells lie elsewhere.
    for drawable in objects.all where drawable.type == IWorkType.tableInfo {
      guard let slide = slides[drawable.archive],
        let table = objects.reference(2, of: drawable.range)
      else { continue }
      tablePlaces[table.id] = .slide(slide)
    }
  }

  private mutating func findSheets() {
    for sheet in objects.all where sheet.type == IWorkType.sheet {
      guard let name = objects.text(1, of: sheet.range) else { continue }
      for drawable in objects.references(2, of: sheet.range)
      where drawable.type == IWorkType.tableInfo {
        guard let table = objects.reference(2, of: drawable.range) else { continue }
        tablePlaces[table.id] = .sheet(String(decoding: name, as: UTF8.self))
      }
    }
  }

  func push<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    for object in objects.all where !sink.isCancelled {
      if IWorkType.storages.contains(object.type) {
        push(IWorkStorage(object, in: objects), of: object, into: &sink)
      } else if object.type == IWorkType.table {
        guard let table = IWorkTable(object, in: objects, sink.context) else { continue }
        let name = String(decoding: table.name, as: UTF8.self)
        sink.beginText(at: place(of: object) + [.table(name)])
        table.push(from: objects, into: &sink)
        sink.endText()
      }
    }
    sink.takeTexts(comments, at: [.section(.comments)])
    let links = objects.all.filter { $0.type == IWorkType.hyperlink }
      .compactMap { objects.text(2, of: $0.range) }
    sink.takeTexts(links.map { ($0, []) }, at: [.section(.links)])
  }

  private func push<Sink: DocumentSink & ~Copyable>(
    _ storage: IWorkStorage, of object: IWorkObjects.Object, into sink: inout Sink
  ) {
    // Those of cells are read with their table.
    guard storage.kind != IWorkStorage.cell else { return }
    let section = storage.section.map { [DocumentPart.section($0)] } ?? []
    sink.takeParagraphs(
      of: storage.text, separator: UInt8(ascii: "\n"), at: place(of: object) + section)
  }

  /// The sheet or slide that an object is on, or the template of slides.
  private func place(of object: IWorkObjects.Object) -> [DocumentPart] {
    if let place = tablePlaces[object.id] { return [place] }
    guard isPresentation else { return [] }
    if let slide = slides[object.archive] { return [.slide(slide)] }
    let name = objects.archives[object.archive]
    return name.contains("Slide") ? [.member(name)] : []
  }

  /// What is remarked, and by whom.
  private var comments: [(text: [UInt8], name: [UInt8])] {
    var comments: [(text: [UInt8], name: [UInt8])] = []
    for object in objects.all where object.type == IWorkType.comment {
      if let author = objects.reference(3, of: object.range),
        let name = objects.text(1, of: author.range)
      {
        comments.append((name, Array("author".utf8)))
      }
      if let text = objects.text(1, of: object.range) { comments.append((text, [])) }
    }
    return comments
  }
}
