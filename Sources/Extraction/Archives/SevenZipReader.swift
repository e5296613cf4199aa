import ScanModel

/// Reads 7z archives, also under a password; those with a filter that only libarchive undoes go to it.
enum SevenZipReader {
  private static let headerByteLimit = 64 << 20

  /// How the archive was read; nil where it is to be read with libarchive.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome? {
    bytes.withUnsafeBytes { bytes in
      do throws(ReadFailure) {
        let decoder = SevenZipDecoder(bytes, sink.context)
        guard let header = try header(decoder, sink.context) else { return .complete }
        if header.isForLibrary {
          return header.asksForTooMuch ? .partial(.limit) : nil
        }
        var entries = SevenZipEntries(header, decoder, sink.context)
        let outcome = entries.take(into: &sink)
        return header.isOverLimit ? .partial(.limit) : outcome
      } catch {
        return .partial(error.reason)
      }
    }
  }

  /// The header, unpacked and decrypted; nil for an archive of nothing.
  private static func header(
    _ decoder: SevenZipDecoder, _ context: ExtractionContext
  ) throws(ReadFailure) -> SevenZipHeader? {
    let range = try SevenZipHeader.range(
      in: decoder.bytes.bindMemory(to: UInt8.self).span)
    if range.isEmpty { return nil }
    guard range.count <= headerByteLimit else { throw ReadFailure(.limit) }
    var bytes = Array(decoder.bytes[range])
    // A header may be packed, and that header again; more than once is nothing but a trap.
    for _ in 0..<4 {
      let header = try SevenZipHeader(
        bytes, archiveByteCount: decoder.bytes.count, context: context)
      guard header.isPacked else { return header }
      guard let folder = header.folders.first else { throw ReadFailure(.malformed) }
      guard folder.byteCount <= headerByteLimit else { throw ReadFailure(.limit) }
      bytes = try decoder.header(in: folder)
    }
    throw ReadFailure(.limit)
  }
}

extension SevenZipDecoder {
  /// All of the header that a folder unpacks to.
  fileprivate func header(in folder: SevenZipFolder) throws(ReadFailure) -> [UInt8] {
    let stream = try content(of: folder, beginnings: SevenZipHeader.beginnings)
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while bytes.count < folder.byteCount {
      let count = stream.read(into: piece)
      guard count > 0 else { throw ReadFailure(stream.failure ?? .malformed) }
      guard context.spend(unpacked: count) else { throw ReadFailure(.limit) }
      bytes.append(contentsOf: piece[..<min(count, folder.byteCount - bytes.count)])
    }
    return bytes
  }
}

extension SevenZipHeader {
  /// Whether something is filtered in a way that only libarchive undoes, which knows no passwords.
  fileprivate var isForLibrary: Bool {
    folders.contains { folder in folder.coders.contains { $0.method == .branches2 } }
      && !folders.contains(where: \.isEncrypted)
  }

  /// Whether a dictionary or the memory of a model is too large for libarchive to be asked.
  fileprivate var asksForTooMuch: Bool {
    folders.contains { folder in
      folder.coders.contains { coder in
        guard coder.properties.count >= 5 || coder.method == .lzma2 else { return false }
        let byteCount =
          switch coder.method {
          case .lzma, .ppmd: Int(coder.properties.span.littleEndian32(at: 1))
          case .lzma2:
            coder.properties.first.map { XZHeader.dictionaryByteCount(ofLZMA2: $0) } ?? .max
          default: 0
          }
        return byteCount > XZHeader.dictionaryLimit
      }
    }
  }
}
