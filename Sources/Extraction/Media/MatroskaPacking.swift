/// How the blocks of a track of Matroska are packed.
///
/// Source: RFC 9559, 5.1.4.1.31.
struct MatroskaPacking {
  private enum Form {
    case zlib
    /// Bytes with which every block begins, and which were left out.
    case header([UInt8])
    case unknown
  }

  private static let encoding = 0x6240
  private static let blocks = 1
  private static let privateData = 2

  private let form: Form
  private let order: Int
  private let scope: Int

  /// Takes what was done to the blocks, the last first.
  static func all(
    _ bytes: Span<UInt8>, _ encodings: Range<Int>, into metadata: inout EmbeddedMetadata
  ) -> [MatroskaPacking] {
    var packings: [MatroskaPacking] = []
    MatroskaElements.forEach(bytes, in: encodings, into: &metadata) { element, metadata in
      guard element.id == encoding else { return }
      packings.append(MatroskaPacking(bytes, element.content, into: &metadata))
    }
    return packings.sorted { $0.order > $1.order }
  }

  private init(
    _ bytes: Span<UInt8>, _ encoding: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    var (order, scope, type) = (0, Self.blocks, 0)
    var (algorithm, header): (Int, Range<Int>) = (0, 0..<0)
    MatroskaElements.forEach(bytes, in: encoding, into: &metadata) { element, metadata in
      switch element.id {
      case 0x5031: order = element.number(bytes)
      case 0x5032: scope = element.number(bytes)
      case 0x5033: type = element.number(bytes)
      case 0x5034:
        MatroskaElements.forEach(bytes, in: element.content, into: &metadata) { element, _ in
          if element.id == 0x4254 { algorithm = element.number(bytes) }
          if element.id == 0x4255 { header = element.content }
        }
      default: break
      }
    }
    (self.order, self.scope) = (order, scope)
    switch (type, algorithm) {
    case (0, 0): form = .zlib
    case (0, 3): form = metadata.spend(header.count) ? .header(bytes.bytes(header)) : .unknown
    default: form = .unknown
    }
  }

  var isOfBlocks: Bool { scope & Self.blocks != 0 }
  var isOfPrivateData: Bool { scope & Self.privateData != 0 }

  /// What was packed; nil where that cannot be told.
  func undone(_ packed: Span<UInt8>, into metadata: inout EmbeddedMetadata) -> [UInt8]? {
    switch form {
    case .zlib: return metadata.unpacked(packed, packed.indices)
    case .header(let header):
      guard metadata.spend(header.count + packed.count) else { return nil }
      return header + packed.bytes(packed.indices)
    case .unknown:
      metadata.isMalformed = true
      return nil
    }
  }
}

extension MatroskaElement {
  /// The number that it holds; 0 for one that is too long.
  func number(_ bytes: Span<UInt8>) -> Int {
    bytes.integer(at: content.lowerBound, byteCount: content.count, .big) ?? 0
  }
}
