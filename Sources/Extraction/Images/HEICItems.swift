/// The items of a HEIC or AVIF file that hold EXIF and XMP.
///
/// Source: ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, annex A.
enum HEICItems {
  /// The items with metadata, and the places of all items, that are followed.
  private static let itemLimit = 64
  private static let placeLimit = 65_536

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var items = Items()
    let isWhole = BaseMediaBox.forEach(bytes, in: 0..<bytes.count) { box in
      guard box.isNamed("meta", in: bytes) else { return }
      readMeta(bytes, box.content, &items, into: &metadata)
    }
    if !isWhole { metadata.isMalformed = true }
    let dataStart = items.dataStart
    var byteCount = 0
    for (id, kind) in items.kinds {
      var content: [UInt8] = []
      for extent in items.extents where extent.id == id {
        let start =
          extent.isInData
          ? dataStart.addingReportingOverflow(extent.offset) : (extent.offset, false)
        guard !start.1, let range = bytes.range(at: start.0, byteCount: extent.byteCount),
          byteCount + range.count <= bytes.count
        else {
          metadata.isMalformed = true
          continue
        }
        byteCount += range.count
        content.append(bytes, range)
      }
      pass(content, kind, to: &metadata)
    }
  }

  private static func pass(
    _ content: [UInt8], _ kind: Kind, to metadata: inout EmbeddedMetadata
  ) {
    switch kind {
    case .xml: metadata.addPacket(content)
    case .exif:
      // How many bytes lie before the header of TIFF.
      guard let gap = content.span.integer(at: 0, byteCount: 4, .big),
        let tiff = content.span.range(at: 4 + gap, byteCount: max(content.count - 4 - gap, 0))
      else { return metadata.isMalformed = true }
      TIFFDirectories.read(content.span.extracting(tiff), as: .exif, into: &metadata)
    }
  }

  private static func readMeta(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ items: inout Items,
    into metadata: inout EmbeddedMetadata
  ) {
    guard range.count >= 4 else { return metadata.isMalformed = true }
    let isWhole = BaseMediaBox.forEach(bytes, in: range.lowerBound + 4..<range.upperBound) { box in
      if box.isNamed("iinf", in: bytes) {
        items.readKinds(bytes, box.content, limit: itemLimit)
      } else if box.isNamed("iloc", in: bytes) {
        if !items.readPlaces(bytes, box.content, limit: placeLimit) { metadata.isMalformed = true }
      } else if box.isNamed("idat", in: bytes) {
        items.dataStart = box.content.lowerBound
      } else if box.isNamed("iprp", in: bytes) {
        readProperties(bytes, box.content, into: &metadata)
      }
    }
    if !isWhole { metadata.isMalformed = true }
  }

  /// Notes the size of each picture.
  private static func readProperties(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    _ = BaseMediaBox.forEach(bytes, in: range) { container in
      guard container.isNamed("ipco", in: bytes) else { return }
      _ = BaseMediaBox.forEach(bytes, in: container.content) { box in
        guard box.isNamed("ispe", in: bytes), box.content.count >= 12,
          let width = bytes.integer(at: box.content.lowerBound + 4, byteCount: 4, .big),
          let height = bytes.integer(at: box.content.lowerBound + 8, byteCount: 4, .big)
        else { return }
        metadata.note(width: width, height: height)
      }
    }
  }
}

extension HEICItems {
  fileprivate enum Kind { case exif, xml }

  fileprivate struct Extent {
    let id: Int
    let offset: Int
    let byteCount: Int
    /// Whether the offset counts from the data of the `meta` box, and not from the file.
    let isInData: Bool
  }

  /// Which items there are, and where.
  fileprivate struct Items {
    var kinds: [(id: Int, kind: Kind)] = []
    var extents: [Extent] = []
    var dataStart = 0

    mutating func readKinds(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int) {
      guard !range.isEmpty else { return }
      let start = range.lowerBound + (bytes[range.lowerBound] == 0 ? 6 : 8)
      guard start <= range.upperBound else { return }
      _ = BaseMediaBox.forEach(bytes, in: start..<range.upperBound) { box in
        guard box.isNamed("infe", in: bytes), !box.content.isEmpty, kinds.count < limit else {
          return
        }
        let idByteCount = bytes[box.content.lowerBound] == 3 ? 4 : 2
        let idStart = box.content.lowerBound + 4
        guard let id = bytes.integer(at: idStart, byteCount: idByteCount, .big) else { return }
        // The kind follows the number and two bytes of protection.
        let kindStart = idStart + idByteCount + 2
        if bytes.begins(with: "Exif", at: kindStart) {
          kinds.append((id, .exif))
        } else if bytes.begins(with: "mime", at: kindStart) {
          kinds.append((id, .xml))
        }
      }
    }

    /// Reads the places of the items; false where that breaks off.
    mutating func readPlaces(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int) -> Bool {
      let box = bytes.extracting(range)
      guard box.count >= 8 else { return false }
      let version = box[0]
      let offsetByteCount = Int(box[4] >> 4)
      let lengthByteCount = Int(box[4] & 15)
      let baseByteCount = Int(box[5] >> 4)
      let indexByteCount = version == 0 ? 0 : Int(box[5] & 15)
      let idByteCount = version < 2 ? 2 : 4
      var position = 6
      func number(_ byteCount: Int) -> Int? {
        defer { position += byteCount }
        return box.integer(at: position, byteCount: byteCount, .big)
      }
      guard let itemCount = number(idByteCount) else { return false }
      for _ in 0..<itemCount {
        guard let id = number(idByteCount), let method = version == 0 ? 0 : number(2),
          number(2) != nil, let base = number(baseByteCount), let count = number(2)
        else { return false }
        for _ in 0..<count {
          guard number(indexByteCount) != nil, let offset = number(offsetByteCount),
            let byteCount = number(lengthByteCount)
          else { return false }
          let (start, isOver) = base.addingReportingOverflow(offset)
          guard !isOver, extents.count < limit else { return false }
          let isOfInterest = kinds.isEmpty || kinds.contains { $0.id == id }
          if isOfInterest {
            extents.append(
              Extent(
                id: id, offset: start, byteCount: byteCount, isInData: method & 15 == 1))
          }
        }
      }
      return true
    }
  }
}
