import ContentTypes
import ScanModel

/// Reads what images say of themselves: EXIF, XMP, IPTC, comments and the like.
///
/// Pixels are not looked at; an image that is large enough for text counts as partly read.
enum ImageReader {
  /// From how many pixels on an image may hold text that can be read.
  static let pixelCountOfText = 100_000

  /// Pushes the texts in the image into `sink`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var metadata = EmbeddedMetadata(context: sink.context, fileByteCount: bytes.count)
    read(type, bytes, into: &metadata)
    if metadata.isMalformed, !metadata.hasPackets {
      XMPPacket.read(bytes, 0..<bytes.count, into: &metadata)
    }
    metadata.push(into: &sink)
    guard let pixelCount = metadata.pixelCount else { return .partial(.malformed) }
    return pixelCount < pixelCountOfText ? .complete : .partial(.needsOCR)
  }

  /// Whether an image is large enough for text; one whose size does not stand in the bytes counts as
  /// that where they are cut.
  static func mayHoldText(_ type: BinaryType, _ bytes: Span<UInt8>, isCut: Bool) -> Bool {
    var metadata = EmbeddedMetadata(context: ExtractionContext(), fileByteCount: bytes.count)
    read(type, bytes, into: &metadata)
    guard let pixelCount = metadata.pixelCount else { return isCut }
    return pixelCount >= pixelCountOfText
  }

  private static func read(
    _ type: BinaryType, _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    switch type {
    case .jpeg: JPEGSegments.read(bytes, into: &metadata)
    case .tiff: TIFFDirectories.read(bytes, as: .file, into: &metadata)
    case .png: PNGChunks.read(bytes, into: &metadata)
    case .gif: GIFBlocks.read(bytes, into: &metadata)
    case .webp: WebPChunks.read(bytes, into: &metadata)
    case .heic: HEICItems.read(bytes, into: &metadata)
    case .cr3: CanonRawBoxes.read(bytes, into: &metadata)
    case .jp2: JPEG2000Boxes.read(bytes, into: &metadata)
    case .psd: PhotoshopFile.read(bytes, into: &metadata)
    case .bmp: readBitmap(bytes, into: &metadata)
    default: break
    }
  }

  /// A bitmap has a size and no texts.
  private static func readBitmap(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let headerByteCount = bytes.integer(at: 14, byteCount: 4, .little) else { return }
    let fieldByteCount = headerByteCount == 12 ? 2 : 4
    guard
      let width = bytes.integer(at: 18, byteCount: fieldByteCount, .little),
      let height = bytes.integer(at: 18 + fieldByteCount, byteCount: fieldByteCount, .little)
    else { return }
    // The height of a bitmap whose first row is the topmost is negative.
    let isNegative = fieldByteCount == 4 && height > 0x8000_0000
    metadata.note(width: width, height: isNegative ? 0x1_0000_0000 - height : height)
  }
}
