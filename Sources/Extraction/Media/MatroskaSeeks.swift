/// Where the elements of Matroska lie, as its own list says: so that clusters need not be gone through.
///
/// Source: RFC 9559, 5.1.1.
struct MatroskaSeeks {
  private static let seek = 0x4DBB
  private static let seekID = 0x53AB
  private static let seekPosition = 0x53AC

  /// Where the segment begins, from which positions count.
  var segmentStart = 0
  private var entries: [(id: Int, position: Int)] = []

  /// Keeps the entries of a list.
  mutating func take(
    _ bytes: Span<UInt8>, _ list: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    var found: [(id: Int, position: Int)] = []
    MatroskaElements.forEach(bytes, in: list, into: &metadata) { entry, metadata in
      guard entry.id == Self.seek else { return }
      var (id, position) = (0, 0)
      MatroskaElements.forEach(bytes, in: entry.content, into: &metadata) { element, _ in
        let number = bytes.integer(
          at: element.content.lowerBound, byteCount: element.content.count, .big)
        if element.id == Self.seekID { id = number ?? 0 }
        if element.id == Self.seekPosition { position = number ?? 0 }
      }
      found.append((id, position))
    }
    entries += found
  }

  /// The first place behind `position` where an element lies that the list names; nil for none.
  ///
  /// Behind a place from which there is none, none is sought any more.
  mutating func next(_ bytes: Span<UInt8>, behind position: Int) -> Int? {
    let places = entries.compactMap { entry -> Int? in
      let (place, isOver) = segmentStart.addingReportingOverflow(entry.position)
      guard !isOver, place > position, entry.id != MatroskaID.cluster, place < bytes.count,
        MatroskaElement(bytes, at: place, in: 0..<bytes.count)?.id == entry.id
      else { return nil }
      return place
    }
    if places.isEmpty { entries.removeAll() }
    return places.min()
  }
}
