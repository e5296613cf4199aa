/// The objects of a document of iWork, unpacked from all of its archives (IWA).
///
/// An archive is a chain of blocks of Snappy, each behind a zero and its length in three bytes. What they
/// unpack to is, again and again, the length of a description, the description (which object, of which
/// types, how long) and the messages that it tells of.
///
/// Source: obriensp/iWorkFileFormat; the message descriptions that numbers-parser has read from the apps.
struct IWorkObjects {
  struct Object {
    let id: UInt64
    let type: Int
    /// Its message in `bytes`.
    let range: Range<Int>
    /// The number of the archive that it lies in.
    let archive: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var all: [Object] = []
  private(set) var archives: [String] = []
  private var places: [UInt64: Int] = [:]

  /// Adds an archive, up to `limit` bytes of all; false where that is not all of it.
  mutating func add(_ archive: Span<UInt8>, named name: String, limit: Int) -> Bool {
    archives.append(name)
    let start = bytes.count
    let isUnpacked = unpack(archive, limit: limit)
    let (found, isWhole) = Self.objects(in: bytes.span, from: start, archive: archives.count - 1)
    for object in found {
      // What follows the first message of an object says what has changed in it since.
      if places[object.id] == nil { places[object.id] = all.count }
      all.append(object)
    }
    return isUnpacked && isWhole
  }

  private mutating func unpack(_ archive: Span<UInt8>, limit: Int) -> Bool {
    var position = 0
    while position + 4 <= archive.count {
      let length =
        Int(archive[position + 1]) | Int(archive[position + 2]) << 8
        | Int(archive[position + 3]) << 16
      let block = position + 4..<min(position + 4 + length, archive.count)
      guard archive[position] == 0, block.count == length,
        SnappyBlock.unpack(
          archive.extracting(block), limit: limit - bytes.count, into: &bytes)
      else { return false }
      position = block.upperBound
    }
    return position == archive.count
  }

  /// The objects in what an archive has unpacked to, and whether it can be read to its end.
  private static func objects(
    in bytes: Span<UInt8>, from start: Int, archive: Int
  ) -> (objects: [Object], isWhole: Bool) {
    var objects: [Object] = []
    var position = start
    while position < bytes.count {
      guard let length = bytes.varint(at: &position), length <= bytes.count - position else {
        return (objects, false)
      }
      let description = position..<position + Int(length)
      position = description.upperBound
      let id = bytes.fields(1, of: description).first?.value ?? 0
      for message in bytes.fields(2, of: description) {
        let type = Int(truncatingIfNeeded: bytes.fields(1, of: message.range).first?.value ?? 0)
        let length = bytes.fields(3, of: message.range).first?.value ?? 0
        guard length <= bytes.count - position else { return (objects, false) }
        let range = position..<position + Int(length)
        position = range.upperBound
        objects.append(Object(id: id, type: type, range: range, archive: archive))
      }
    }
    return (objects, true)
  }

  func object(_ id: UInt64) -> Object? { places[id].map { all[$0] } }

  // MARK: What lies in a message

  /// A text, in UTF-8.
  func text(_ field: Int, of message: Range<Int>) -> [UInt8]? {
    bytes.span.fields(field, of: message).last.map { Array(bytes[$0.range]).repaired }
  }

  func number(_ field: Int, of message: Range<Int>) -> Int? {
    bytes.span.fields(field, of: message).last.map { Int(truncatingIfNeeded: $0.value) }
  }

  func message(_ field: Int, of message: Range<Int>) -> Range<Int>? {
    bytes.span.fields(field, of: message).last?.range
  }

  func messages(_ field: Int, of message: Range<Int>) -> [Range<Int>] {
    bytes.span.fields(field, of: message).map(\.range)
  }

  /// The object that a field refers to.
  func reference(_ field: Int, of message: Range<Int>) -> Object? {
    references(field, of: message).last
  }

  /// The objects that the fields of that number refer to.
  func references(_ field: Int, of message: Range<Int>) -> [Object] {
    messages(field, of: message).compactMap { reference in
      bytes.span.fields(1, of: reference).first.flatMap { object($0.value) }
    }
  }
}
