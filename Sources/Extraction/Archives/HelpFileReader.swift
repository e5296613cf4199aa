import CMSPack
import ScanModel

/// Reads help files of Windows (chm): their pages as members.
enum HelpFileReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    bytes.withUnsafeBytes { bytes in
      MSPackFiles.with(bytes) { files, system in
        guard let library = mspack_create_chm_decompressor(system) else { return .partial(.memory) }
        defer { mspack_destroy_chm_decompressor(library) }
        guard let help = library.pointee.open(library, MSPackFiles.input) else {
          return .partial(.malformed)
        }
        defer { library.pointee.close(library, help) }
        var next = help.pointee.files
        while let file = next, !sink.isCancelled {
          next = file.pointee.next
          if isIndex(file.pointee.filename) { continue }
          MSPackFiles.take(
            file.pointee.filename, byteCount: max(0, file.pointee.length), of: files, into: &sink
          ) {
            library.pointee.extract(library, file, MSPackFiles.output)
          }
        }
        return sink.isCancelled ? .partial(.interrupted) : .complete
      }
    }
  }

  /// Whether a file only says where in the pages something stands: its name begins with `/#` or `/$`.
  private static func isIndex(_ name: UnsafePointer<CChar>?) -> Bool {
    guard let name, name[0] == UInt8(ascii: "/") else { return false }
    return name[1] == UInt8(ascii: "#") || name[1] == UInt8(ascii: "$")
  }
}
