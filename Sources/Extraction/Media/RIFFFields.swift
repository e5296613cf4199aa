/// The chunks of WAV whose texts stand in fields of a fixed width: those of broadcasters.
///
/// Source: EBU Tech 3285, 2.3; AES46-2002, 4.
enum RIFFFields {
  private typealias Field = (name: String, offset: Int, byteCount: Int)

  private static let broadcast: [Field] = [
    ("Description", 0, 256), ("Originator", 256, 32), ("OriginatorReference", 288, 32),
    ("DateTimeOriginal", 320, 18),
  ]

  private static let cart: [Field] = [
    ("Title", 4, 64), ("Artist", 68, 64), ("CutID", 132, 64), ("ClientID", 196, 64),
    ("Category", 260, 64), ("Classification", 324, 64), ("OutCue", 388, 64),
    ("ProducerAppID", 488, 64), ("UserDefinedText", 616, 64), ("URL", 1024, 1024),
  ]

  /// Takes the texts of `bext`, and what was done to the recording behind them.
  static func takeBroadcast(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    take(broadcast, chunk, into: &metadata)
    guard chunk.count > 602 else { return }
    metadata.add(chunk, 602..<chunk.count, named: "CodingHistory")
  }

  /// Takes the texts of `cart`, and the one without bounds behind them.
  static func takeCart(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    take(cart, chunk, into: &metadata)
    guard chunk.count > 2048 else { return }
    metadata.add(chunk, 2048..<chunk.count, named: "TagText")
  }

  private static func take(
    _ fields: [Field], _ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    for field in fields where field.offset < chunk.count {
      let end = min(field.offset + field.byteCount, chunk.count)
      metadata.add(chunk, field.offset..<end, named: field.name)
    }
  }
}
