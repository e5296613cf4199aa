import ContentTypes
import ScanModel

/// Reads PDF: the text of its pages, annotations, form, outline, properties and embedded files.
enum PDFReader {
  /// The earlier states of a file that are read.
  private static let stateLimit = 16

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    if let outcome = bytes.withUnsafeBufferPointer({ read($0, into: &sink) }) {
      if PDFTrailer.isMissing(in: bytes) { sink.miss(.malformed, at: []) }
      return outcome
    }
    guard let mended = PDFTrailer.mend(bytes, limit: sink.context.limits.bytesInMemory) else {
      return .partial(.malformed)
    }
    guard sink.context.spend(unpacked: mended.count) else { return .partial(.limit) }
    let rest = mended.withUnsafeBufferPointer { read($0, into: &sink) }
    return rest == .partial(.encrypted) ? .partial(.encrypted) : .partial(.malformed)
  }

  /// Reads a file; nil where it cannot be opened at all.
  private static func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome? {
    do throws(PDFFile.Failure) {
      var reader = PDFDocumentReader(try open(bytes, passwords: sink.context.passwords))
      let ends = reader.noteEarlierStates(in: bytes.span)
      reader.read(into: &sink)
      for end in ends.prefix(stateLimit) where !sink.isCancelled {
        let state = UnsafeBufferPointer(rebasing: bytes[..<end])
        readEarlier(state, after: &reader, into: &sink)
      }
      if ends.count > stateLimit {
        reader.miss(.limit, at: [.section(.deletedText)], into: &sink)
      }
      return sink.isCancelled ? .partial(.interrupted) : reader.outcome
    } catch {
      return error == .encrypted ? .partial(.encrypted) : nil
    }
  }

  /// Reads of an earlier state of a file what `later`, by which the others were read, does not tell.
  private static func readEarlier<Sink: DocumentSink & ~Copyable>(
    _ bytes: UnsafeBufferPointer<UInt8>, after later: inout PDFDocumentReader,
    into sink: inout Sink
  ) {
    do throws(PDFFile.Failure) {
      var reader = PDFDocumentReader(try open(bytes, passwords: sink.context.passwords))
      reader.known = later.known
      reader.known?.isEarlier = true
      reader.read(into: &sink)
      later.known = reader.known
      if let problem = reader.problem { later.note(problem) }
    } catch {
      later.miss(
        error == .encrypted ? .encrypted : .malformed, at: [.section(.deletedText)], into: &sink)
    }
  }

  /// Opens a file with no password, or else with the first of `passwords` that fits.
  private static func open(
    _ bytes: UnsafeBufferPointer<UInt8>, passwords: [[UInt8]]
  ) throws(PDFFile.Failure) -> PDFFile {
    for password in [[]] + passwords.flatMap(\.inBothEncodings) {
      do throws(PDFFile.Failure) {
        return try PDFFile(bytes, password: password)
      } catch {
        if error == .malformed { throw error }
      }
    }
    throw .encrypted
  }
}

extension [UInt8] {
  /// A password as bytes of UTF-8 and, for older files, of Latin-1 where that differs.
  fileprivate var inBothEncodings: [[UInt8]] {
    guard contains(where: { $0 >= 0x80 }) else { return [self] }
    var single: [UInt8] = []
    for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
      guard scalar.value < 0x100 else { return [self] }
      single.append(UInt8(scalar.value))
    }
    return [self, single]
  }
}
