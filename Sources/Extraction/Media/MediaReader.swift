import ContentTypes
import ScanModel

/// Reads what recordings of sound and film say of themselves: titles, names, comments, places.
///
/// Nobody listens to them or watches them, so each counts as partly read. Only the bytes of what is
/// read are touched, however long the recording is.
enum MediaReader {
  /// Pushes the texts in the recording, and the pictures and documents in it, into `sink`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var metadata = EmbeddedMetadata(context: sink.context, fileByteCount: bytes.count)
    read(type, bytes, into: &metadata)
    metadata.push(into: &sink)
    return .partial(.notTranscribed)
  }

  private static func read(
    _ type: BinaryType, _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    switch type {
    case .mp3, .aac: MP3Tags.read(bytes, into: &metadata)
    case .mp4: MP4Boxes.read(bytes, into: &metadata)
    case .wav, .avi: RIFFChunks.read(bytes, into: &metadata)
    case .asf: ASFObjects.read(bytes, into: &metadata)
    case .ogg: OggStreams.read(bytes, into: &metadata)
    case .flac: FLACBlocks.read(bytes, from: 0, into: &metadata)
    case .mkv: MatroskaElements.read(bytes, into: &metadata)
    case .aiff: AIFFChunks.read(bytes, into: &metadata)
    case .flv: FLVTags.read(bytes, into: &metadata)
    case .midi: MIDITracks.read(bytes, into: &metadata)
    // Those of AMR say nothing of themselves, and what MPEG streams say is not read.
    default: break
    }
  }
}
