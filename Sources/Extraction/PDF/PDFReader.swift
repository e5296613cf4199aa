import ContentTypes
import ScanModel

/// Reads PDF: the text of its pages, annotations, form, outline, properties and embedded files.
enum PDFReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let outcome = bytes.withUnsafeBufferPointer { read($0, into: &sink) }
    guard outcome == nil else { return outcome ?? .complete }
    guard let mended = PDFTrailer.mend(bytes) else { return .partial(.malformed) }
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
      reader.noteEarlierInformation(in: bytes.span)
      return reader.read(into: &sink)
    } catch {
      return error == .encrypted ? .partial(.encrypted) : nil
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
