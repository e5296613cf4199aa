import ContentTypes
import ScanModel

/// What an image, a sound or a film says of itself, until it is passed on.
struct EmbeddedMetadata {
  /// The bytes that one packed value unpacks to at most.
  private static let unpackedLimit = 16 << 20
  /// The bytes of all values at most, and of all that are unpacked.
  private static let byteLimit = 128 << 20

  /// The tracks whose captions are kept apart; those of all further ones follow each other.
  private static let captionTrackLimit = 64

  private let context: ExtractionContext
  private var text = DocumentText()
  private var packets: [(section: DocumentSection, bytes: [UInt8])] = []
  /// The captions of each track of a film, and which of them belong to the track of that number.
  private var captions: [DocumentText] = []
  private var captionPlaces: [Int: Int] = [:]
  private var members: [(name: String, bytes: [UInt8])] = []
  /// How many bytes may still be taken; directories of a hostile file point to the same bytes over
  /// and over.
  private var byteBudget: Int
  private var unpackedByteCount = 0
  /// The pixels of the largest picture in the image; nil where it has no size.
  private(set) var pixelCount: Int?
  /// Whether a part of the metadata could not be followed.
  var isMalformed = false
  private(set) var isOverLimit = false

  init(context: ExtractionContext, fileByteCount: Int) {
    self.context = context
    byteBudget = min(fileByteCount * 2 + (1 << 20), Self.byteLimit)
  }

  /// Keeps the size of a picture in the image.
  mutating func note(width: Int, height: Int) {
    guard width > 0, height > 0 else { return }
    let (product, isOver) = width.multipliedReportingOverflow(by: height)
    pixelCount = max(pixelCount ?? 0, isOver ? .max : product)
  }

  /// Whether a document of XML was found.
  var hasPackets: Bool { !packets.isEmpty }

  // MARK: Texts

  /// Adds the text in `range`, in UTF-8 or Windows-1252.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, named name: String) {
    add(bytes, range, named: Array(name.utf8))
  }

  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, named name: [UInt8]) {
    guard spend(range.count) else { return }
    add(MetadataText.decoded(bytes.extracting(range)), named: name)
  }

  /// Adds the text in `range`, in UTF-16.
  mutating func addUTF16(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ order: ByteOrder, named name: String
  ) {
    addUTF16(bytes, range, order, named: Array(name.utf8))
  }

  mutating func addUTF16(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ order: ByteOrder, named name: [UInt8]
  ) {
    guard spend(range.count) else { return }
    var decoded: [UInt8] = []
    _ = UTF16Decoding.decode(bytes.extracting(range), order, isLast: true, into: &decoded)
    add(decoded, named: name)
  }

  /// Adds valid UTF-8.
  mutating func add(_ value: [UInt8], named name: [UInt8]) {
    let value = MetadataText.trimmed(value)
    if !value.isEmpty { text.add(value, named: name) }
  }

  mutating func add(_ value: [UInt8], named name: String) {
    add(value, named: Array(name.utf8))
  }

  mutating func add(_ value: String, named name: String) {
    add(Array(value.utf8), named: name)
  }

  /// Adds what a track of a film shows or says at one time, in valid UTF-8.
  mutating func addCaption(_ caption: [UInt8], track: Int) {
    let caption = MetadataText.trimmed(caption)
    guard !caption.isEmpty else { return }
    let place = captionPlaces[track, default: min(captions.count, Self.captionTrackLimit - 1)]
    if place == captions.count {
      captions.append(DocumentText())
    }
    captionPlaces[track] = place
    captions[place].addParagraph(caption)
  }

  /// Keeps a packet of XMP or another document of XML.
  mutating func addPacket(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to section: DocumentSection = .metadata
  ) {
    guard !range.isEmpty, spend(range.count) else { return }
    packets.append((section, bytes.bytes(range)))
  }

  mutating func addPacket(_ packet: [UInt8]) {
    addPacket(packet.span, packet.indices)
  }

  /// What zlib packed in `range`; nil where nothing can be unpacked.
  mutating func unpacked(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    let limit = min(Self.unpackedLimit, Self.byteLimit - unpackedByteCount)
    var value: [UInt8] = []
    let end = Self.inflate(bytes.extracting(range), into: &value, limit: limit)
    unpackedByteCount += value.count
    guard context.spend(unpacked: value.count) else {
      isOverLimit = true
      return nil
    }
    // A file may hold less than what is unpacked from it.
    byteBudget += value.count
    switch end {
    case .whole: break
    case .overLimit: isOverLimit = true
    case .broken: isMalformed = true
    }
    return value.isEmpty ? nil : value
  }

  /// Unpacks the zlib format without comparing the checksum at its end.
  ///
  /// Source: RFC 1950.
  private static func inflate(
    _ packed: Span<UInt8>, into output: inout [UInt8], limit: Int
  ) -> StreamInflater.End {
    guard packed.count > 2, packed[0] & 0x0F == 8, packed[1] & 0x20 == 0 else { return .broken }
    return StreamInflater.inflate(
      packed.extracting(2...), .deflate, into: &output, limit: limit)
  }

  // MARK: Members and costs

  /// Keeps a document in the file, such as the picture on its cover; without a name, by its number.
  mutating func addMember(_ bytes: Span<UInt8>, _ range: Range<Int>, named name: [UInt8]) {
    guard !range.isEmpty, takesEntry(), spend(range.count) else { return }
    let name = MetadataText.trimmed(name)
    members.append(
      (
        name.isEmpty ? "\(members.count + 1)" : String(decoding: name, as: UTF8.self),
        bytes.bytes(range)
      ))
  }

  /// Counts a part of the file; false where it may not have more.
  mutating func takesEntry() -> Bool {
    guard context.spendEntry() else {
      isOverLimit = true
      return false
    }
    return true
  }

  /// Counts bytes that are held in memory; false where there may not be more.
  mutating func spend(_ byteCount: Int) -> Bool {
    guard byteCount <= byteBudget else {
      isOverLimit = true
      return false
    }
    byteBudget -= byteCount
    return true
  }

  // MARK: Passing on

  /// Passes on all texts, and books what is missing of them.
  mutating func push(into sink: inout some DocumentSink & ~Copyable) {
    let parts = [DocumentPart.section(.metadata)]
    if !text.isEmpty {
      sink.beginText(at: parts)
      text.finish(into: &sink)
      sink.endText()
    }
    for index in captions.indices where !sink.isCancelled {
      sink.beginText(at: [.section(.subtitles)])
      captions[index].finish(into: &sink)
      sink.endText()
    }
    for (section, packet) in packets where !sink.isCancelled {
      sink.takeText(.xml, Self.encoding(of: packet), packet, at: [.section(section)])
    }
    for (name, bytes) in members where !sink.isCancelled {
      sink.takeMember(at: [.member(name)], bytes: bytes)
    }
    if isMalformed { sink.miss(.malformed, at: parts) }
    if isOverLimit { sink.miss(.limit, at: parts) }
  }

  private static func encoding(of packet: [UInt8]) -> TextEncoding {
    let type = ContentType.detect(
      head: packet.span.extracting(..<min(packet.count, ContentType.headByteCount)),
      isWhole: packet.count <= ContentType.headByteCount)
    if case .text(_, let encoding) = type { return encoding }
    return .utf8
  }
}
