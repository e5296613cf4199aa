/// Finds what a file was before something was appended to it.
///
/// An update leaves all bytes before it as they are: what it deletes or replaces is still there.
enum PDFUpdates {
  /// How many of the ends that belong to no update are looked at for one that does; a file that is made
  /// for the web has one at its beginning.
  private static let strayEndLimit = 4

  /// Where the states end that the file had before, from the last one back.
  ///
  /// `offset` is where the table lies that its last trailer calls `Prev`. States after which no object
  /// was written are left out: some programs write two tables of one state.
  static func earlierEnds(in file: Span<UInt8>, before offset: Int) -> [Int] {
    var ends: [Int] = []
    var next = file.count
    for trailer in PDFTrailer.trailers(from: offset, in: file) {
      guard let end = end(ofTableAt: trailer.offset, in: file), end < next else { continue }
      let isChanged = file.extracting(end..<next).position(of: " obj", from: 0) != nil
      if isChanged { ends.append(end) }
      next = end
    }
    return ends
  }

  /// The position behind the mark that says that the last table lies at `offset`.
  private static func end(ofTableAt offset: Int, in file: Span<UInt8>) -> Int? {
    var position = offset
    for _ in 0..<strayEndLimit {
      guard let mark = file.position(of: "startxref", from: position) else { return nil }
      position = mark + 9
      let line = file.extracting(mark..<min(mark + 64, file.count))
      guard line.number(behind: "startxref") == offset else { continue }
      return line.position(of: "%%EOF", from: 0).map { mark + $0 + 5 }
    }
    return nil
  }
}
