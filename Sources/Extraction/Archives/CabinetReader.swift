import CMSPack
import ScanModel

/// Reads cabinets of Microsoft (cab), packages of OneNote (onepkg) among them: their files as members.
///
/// Of a file that goes on in another cabinet what lies in this one is read.
enum CabinetReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    bytes.withUnsafeBytes { bytes in
      MSPackFiles.with(bytes) { files, system in
        guard let library = mspack_create_cab_decompressor(system) else { return .partial(.memory) }
        defer { mspack_destroy_cab_decompressor(library) }
        // What can be read of damaged ones is.
        _ = library.pointee.set_param(library, MSCABD_PARAM_FIXMSZIP, 1)
        _ = library.pointee.set_param(library, MSCABD_PARAM_SALVAGE, 1)
        guard let cabinet = library.pointee.open(library, MSPackFiles.input) else {
          return .partial(.malformed)
        }
        defer { library.pointee.close(library, cabinet) }
        var next = cabinet.pointee.files
        while let file = next, !sink.isCancelled {
          next = file.pointee.next
          MSPackFiles.take(
            file.pointee.filename, byteCount: Int(file.pointee.length), of: files, into: &sink
          ) {
            library.pointee.extract(library, file, MSPackFiles.output)
          }
        }
        return sink.isCancelled ? .partial(.interrupted) : .complete
      }
    }
  }
}
