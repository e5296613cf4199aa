/// Where the samples of a track lie, by the tables of its chunks and of their sizes.
///
/// Source: ISO/IEC 14496-12, 8.7.
struct MP4SampleTables {
  private static let runByteCount = 12

  private var sizes = 0..<0
  private var sizeBitCount = 0
  /// The size of every sample, where it is the same; 0 where each has its own.
  private var sharedByteCount = 0
  private var sampleCount = 0
  private var runs = 0..<0
  private var chunks = 0..<0
  private var placeByteCount = 4

  /// Reads the heads of the tables in `range`; what they hold is read sample by sample.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, _ in take(box, bytes) }
  }

  private mutating func take(_ box: BaseMediaBox, _ bytes: Span<UInt8>) {
    let content = box.content
    guard content.count >= 8 else { return }
    // Behind version, flags and how many there are.
    let rows = content.lowerBound + 8..<content.upperBound
    if box.isNamed("stsc", in: bytes) {
      runs = rows
    } else if box.isNamed("stco", in: bytes) {
      (chunks, placeByteCount) = (rows, 4)
    } else if box.isNamed("co64", in: bytes) {
      (chunks, placeByteCount) = (rows, 8)
    } else if box.isNamed("stsz", in: bytes) || box.isNamed("stz2", in: bytes), rows.count >= 4 {
      let isCompact = box.isNamed("stz2", in: bytes)
      let number = bytes.integer(at: content.lowerBound + 4, byteCount: 4, .big) ?? 0
      (sharedByteCount, sizeBitCount) = isCompact ? (0, number & 0xFF) : (number, 32)
      sampleCount = bytes.integer(at: content.lowerBound + 8, byteCount: 4, .big) ?? 0
      sizes = content.lowerBound + 12..<content.upperBound
    }
  }

  /// Calls `body` with the place and the size of each sample, as the tables tell them.
  func forEach(
    _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata,
    _ body: (_ start: Int, _ byteCount: Int, inout EmbeddedMetadata) -> Void
  ) {
    var sample = 0
    var run = 0
    var perChunk = 0
    for chunk in 0..<chunks.count / placeByteCount where sample < sampleCount {
      // A run says from which chunk on, counted from 1, there are so many samples in each.
      while (run + 1) * Self.runByteCount <= runs.count,
        let first = bytes.integer(at: start(ofRun: run), byteCount: 4, .big), first <= chunk + 1
      {
        perChunk = bytes.integer(at: start(ofRun: run) + 4, byteCount: 4, .big) ?? 0
        run += 1
      }
      let place = chunks.lowerBound + chunk * placeByteCount
      guard var start = bytes.integer(at: place, byteCount: placeByteCount, .big) else {
        return metadata.isMalformed = true
      }
      for _ in 0..<min(perChunk, sampleCount - sample) {
        guard metadata.takesEntry() else { return }
        guard let byteCount = byteCount(bytes, of: sample) else {
          return metadata.isMalformed = true
        }
        body(start, byteCount, &metadata)
        let (next, isOver) = start.addingReportingOverflow(byteCount)
        guard !isOver else { return metadata.isMalformed = true }
        start = next
        sample += 1
      }
    }
    if sample < sampleCount { metadata.isMalformed = true }
  }

  private func start(ofRun run: Int) -> Int { runs.lowerBound + run * Self.runByteCount }

  /// The size of the sample, counted from 0; nil where the table breaks off.
  private func byteCount(_ bytes: Span<UInt8>, of sample: Int) -> Int? {
    if sharedByteCount > 0 { return sharedByteCount }
    let (bits, isOver) = sample.multipliedReportingOverflow(by: sizeBitCount)
    guard !isOver, sizeBitCount > 0 else { return nil }
    let position = sizes.lowerBound + bits / 8
    let byteCount = max(sizeBitCount / 8, 1)
    guard position + byteCount <= sizes.upperBound,
      let number = bytes.integer(at: position, byteCount: byteCount, .big)
    else { return nil }
    guard sizeBitCount == 4 else { return number }
    return sample % 2 == 0 ? number >> 4 : number & 15
  }
}
