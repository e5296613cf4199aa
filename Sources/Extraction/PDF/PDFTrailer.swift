/// Gives files a trailer that have lost theirs, such as those that broke off.
enum PDFTrailer {
  /// The number of an object that no file has, for a catalog without pages.
  private static let spareNumber = 90_000
  /// The updates of a file that are gone back.
  private static let updateLimit = 64
  /// The bytes that a trailer is sought in.
  private static let dictionaryByteCount = 4096

  /// The bytes at the end of a file in which the end of its trailer stands.
  private static let endByteCount = 2048

  /// Whether the words with which the last trailer ends do not stand at the end of the file, before
  /// padding, or objects stand behind them.
  ///
  /// Such a file broke off, or its last update did: what was written behind that place is not in it.
  static func isMissing(in file: Span<UInt8>) -> Bool {
    var end = file.count
    while end > 0, file[end - 1] == 0 || file[end - 1].isMarkupSpace { end -= 1 }
    let tail = file.extracting(max(0, end - endByteCount)..<end)
    var last: Int?
    for word in ["startxref", "%%EOF"] as [StaticString] {
      while let next = tail.position(of: word, from: last ?? 0) {
        last = next + word.utf8CodeUnitCount
      }
    }
    return last.map { tail.position(of: " obj", from: $0) != nil } ?? true
  }

  /// `file` with the objects of its object streams behind it, at most about `limit` bytes, and a trailer that
  /// names its catalog, or one that stands behind it too.
  ///
  /// Nil where no object can be read without keys that were lost.
  static func mend(_ file: Span<UInt8>, limit: Int) -> [UInt8]? {
    guard file.position(of: " obj", from: 0) != nil, file.position(of: "/Encrypt", from: 0) == nil
    else { return nil }
    let objects = PDFObjectStreams.objects(in: file, limit: limit)
    let catalog = catalogNumber(in: file) ?? catalogNumber(in: objects.span)
    var mended: [UInt8] = []
    mended.reserveCapacity(file.count + objects.count + 256)
    mended.append(file, 0..<file.count)
    mended += Array("\nendstream\nendobj\n".utf8) + objects
    if catalog == nil {
      mended += Array("\(spareNumber) 0 obj\n<</Type/Catalog>>\nendobj\n".utf8)
    }
    mended += Array(
      "trailer\n<</Root \(catalog ?? spareNumber) 0 R/Size 100000>>\nstartxref\n0\n%%EOF\n".utf8)
    return mended
  }

  /// The number of the information dictionary that a trailer names which was written before.
  ///
  /// `offset` is where the cross-reference table of that lies, which a later trailer calls `Prev`.
  static func informationNumber(before offset: Int, in file: Span<UInt8>) -> Int? {
    for trailer in trailers(from: offset, in: file) {
      if let number = file.extracting(trailer.entries).number(behind: "/Info") { return number }
    }
    return nil
  }

  /// A cross-reference table, or the stream that stands for one, with the entries of its trailer.
  struct Trailer {
    var offset: Int
    var entries: Range<Int>
  }

  /// The trailer whose table lies at `offset` and those that were written before, from the last one
  /// back.
  static func trailers(from offset: Int, in file: Span<UInt8>) -> [Trailer] {
    var trailers: [Trailer] = []
    var offset: Int? = offset
    var visited: Set<Int> = []
    while let start = offset, start > 0, start < file.count, visited.count < updateLimit,
      visited.insert(start).inserted, let trailer = trailer(at: start, in: file)
    {
      trailers.append(trailer)
      offset = file.extracting(trailer.entries).number(behind: "/Prev")
    }
    return trailers
  }

  private static func trailer(at offset: Int, in file: Span<UInt8>) -> Trailer? {
    let isTable = file.extracting(offset..<file.count).starts(with: "xref")
    guard
      let start = file.position(of: isTable ? "trailer" : "<<", from: offset),
      start < offset + 64 || isTable
    else { return nil }
    let dictionary = start..<min(start + dictionaryByteCount, file.count)
    let end = file.extracting(dictionary).position(of: isTable ? "startxref" : "stream", from: 0)
    return Trailer(
      offset: offset, entries: start..<(end.map { start + $0 } ?? dictionary.upperBound))
  }

  /// The number of the first object that says it is the catalog.
  private static func catalogNumber(in file: Span<UInt8>) -> Int? {
    guard let place = file.position(of: "/Catalog", from: 0),
      let start = file.objectStart(before: place, reach: dictionaryByteCount)
    else { return nil }
    return number(before: start - 4, in: file)
  }

  /// The number in `12 0` that ends at `end`.
  private static func number(before end: Int, in file: Span<UInt8>) -> Int? {
    var position = end
    while position > 0, file[position - 1] &- 0x30 < 10 { position -= 1 }
    while position > 0, file[position - 1] == 0x20 { position -= 1 }
    var value = 0
    var place = 1
    while position > 0, file[position - 1] &- 0x30 < 10, place < 10_000_000 {
      value += Int(file[position - 1] - 0x30) * place
      place *= 10
      position -= 1
    }
    return place > 1 ? value : nil
  }
}

extension Span<UInt8> {
  fileprivate func starts(with word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount && extracting(0..<word.utf8CodeUnitCount).equals(word)
  }

  /// The number behind a key and white space.
  func number(behind key: StaticString) -> Int? {
    guard let start = position(of: key, from: 0) else { return nil }
    var position = start + key.utf8CodeUnitCount
    return number(at: &position)
  }

  /// The number behind white space at `position`, which goes behind it; nil for none.
  func number(at position: inout Int) -> Int? {
    while position < count, self[position] <= 0x20 { position += 1 }
    var value: Int?
    while position < count, self[position] &- 0x30 < 10, value ?? 0 < 1 << 40 {
      value = 10 * (value ?? 0) + Int(self[position] - 0x30)
      position += 1
    }
    return value
  }

  /// The position behind the `obj` with which the object begins in which `place` lies, less than `reach` bytes
  /// before it; nil for none.
  func objectStart(before place: Int, reach: Int) -> Int? {
    var start = place
    while start > 4, place - start < reach {
      if extracting(start - 4..<start).equals(" obj") { return start }
      start -= 1
    }
    return nil
  }
}
