import ScanModel

/// Reads presentations: slides in their order, each with what hangs together with it.
enum SlidesReader {
  /// The slides of a presentation part by the ids of their relations.
  private struct Content: PartContent {
    var ids: [[UInt8]] = []

    mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
      guard element.name == .sldId, ids.count < 100_000 else { return }
      if let id = element.relationID(in: bytes), id.count <= 1024 { ids.append(id) }
    }

    mutating func end(_ name: OfficeName) {}
    mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
    mutating func take(_ scalar: Unicode.Scalar) {}
  }

  /// Reads the slides of the presentation part, which is open.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ text: consuming PartText, of package: inout OfficePackage,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var presentation = Content()
    package.book(text.scan(into: &presentation, of: &sink), of: index, into: &sink)
    let path = package.path(of: index)
    let relations = package.relations(of: path, bytes, for: &sink)
    var number = 0
    for id in presentation.ids {
      guard !sink.isCancelled else { return }
      number += 1
      guard let relation = relations[id],
        let slide = package.unread(PackagePath.resolve(relation.target, from: path))
      else {
        sink.miss(.malformed, at: [.slide(number)])
        continue
      }
      read(slide, number: number, of: &package, bytes, into: &sink)
    }
    for index in 0..<package.partCount where package.isUnread(index) {
      let key = package.archive.entries[index].key
      guard !sink.isCancelled, key.hasPrefix("ppt/slides/slide"), key.hasSuffix(".xml") else {
        continue
      }
      number += 1
      read(index, number: number, of: &package, bytes, into: &sink)
    }
    OfficeParts.takeLinks(of: relations, at: [], into: &sink)
  }

  private static func read<Sink: DocumentSink & ~Copyable>(
    _ slide: Int, number: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    OfficeParts.read(slide, of: &package, bytes, at: [.slide(number)], into: &sink)
    OfficeParts.readRelated(
      to: package.path(of: slide), of: &package, bytes, at: [.slide(number)], into: &sink)
  }
}
