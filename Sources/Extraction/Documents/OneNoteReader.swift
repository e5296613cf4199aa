import ScanModel

/// Reads sections of OneNote: the files in them as members, and the runs of text in all else.
///
/// What changed earlier lies in a section as well, in pieces that its revisions put together: their
/// text is read, but not in the order of its pages.
enum OneNoteReader {
  /// What stands before each file that is in a section.
  ///
  /// Source: [MS-ONESTORE], 2.6.13, FileDataStoreObject: guidHeader, then the length in 8 bytes and 12
  /// bytes of no meaning.
  private static let fileMark: [UInt8] = [
    0xE7, 0x16, 0xE3, 0xBD, 0x65, 0x26, 0x11, 0x45, 0xA4, 0xC4, 0x8D, 0x4D, 0x0B, 0x7A, 0x9E, 0xAC,
  ]
  private static let fileHeaderLength = 36

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var start = 0
    var position = 0
    var number = 0
    while !sink.isCancelled, let mark = bytes.position(of: fileMark, from: position) {
      guard mark + fileHeaderLength <= bytes.count,
        let length = bytes.littleEndian64(at: mark + fileMark.count),
        length <= bytes.count - mark - fileHeaderLength
      else {
        position = mark + 1
        continue
      }
      sink.takeRuns(of: bytes.extracting(start..<mark))
      let file = mark + fileHeaderLength..<mark + fileHeaderLength + length
      guard sink.context.spend(unpacked: length) else { return .partial(.limit) }
      number += 1
      sink.takeMember(at: [.member("\(number)")], bytes: bytes.bytes(file))
      start = file.upperBound
      position = start
    }
    sink.takeRuns(of: bytes.extracting(start..<bytes.count))
    return .partial(sink.isCancelled ? .interrupted : .textInBinary)
  }
}
