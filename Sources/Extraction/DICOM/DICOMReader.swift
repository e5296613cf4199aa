import ContentTypes
import ScanModel

/// Reads the attributes of DICOM files: who the patient is, who treated him and what was written of
/// that, in reports too.
///
/// Pictures are not looked at; a file with one that is large enough for text counts as partly read.
enum DICOMReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let start = bytes.begins(with: "DICM", at: 128) ? 132 : 0
    var text = DICOMText()
    sink.beginText(at: [])
    var meta = DICOMDataSet(bytes, from: start, DICOMSyntax(), isMeta: true)
    let end = meta.read(bytes, into: &text, &sink)
    var syntax = meta.syntaxUID.map { DICOMSyntax(uid: $0) } ?? DICOMSyntax()
    var reasons = meta.reasons
    if end >= bytes.count { reasons.insert(.malformed) }
    guard syntax.isDeflated else {
      syntax.settle(by: bytes, at: end)
      return read(bytes, from: end, syntax, &text, reasons, into: &sink)
    }
    var unpacked: [UInt8] = []
    let limit = sink.context.limits.bytesInMemory
    switch StreamInflater.inflate(
      bytes.extracting(min(end, bytes.count)...), .deflate, into: &unpacked, limit: limit)
    {
    case .whole: break
    case .broken: reasons.insert(.malformed)
    case .overLimit: reasons.insert(.limit)
    }
    if !sink.context.spend(unpacked: unpacked.count) {
      reasons.insert(.limit)
      unpacked = []
    }
    return read(unpacked.span, from: 0, syntax, &text, reasons, into: &sink)
  }

  private static func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, _ syntax: DICOMSyntax, _ text: inout DICOMText,
    _ metaReasons: Set<PartialReason>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var data = DICOMDataSet(bytes, from: start, syntax)
    let end = data.read(bytes, into: &text, &sink)
    text.finish(into: &sink)
    sink.endText()
    for document in data.documents where !sink.isCancelled {
      sink.takeValue(
        bytes.extracting(document.value), at: [.member(name(of: document.tag))],
        isDocument: document.tag == encapsulatedDocument)
    }
    if sink.isCancelled { return .partial(.interrupted) }
    if end < bytes.count { sink.takeRuns(of: bytes.extracting(end...)) }
    var reasons = data.reasons.union(metaReasons)
    if text.isMisread { reasons.insert(.encodedParts) }
    let first = [PartialReason.malformed, .limit, .encrypted, .encodedParts, .needsOCR].first {
      reasons.contains($0)
    }
    return first.map { .partial($0) } ?? .complete
  }

  private static let encapsulatedDocument: UInt32 = 0x0042_0011

  private static func name(of tag: UInt32) -> String {
    if tag == encapsulatedDocument { return "EncapsulatedDocument" }
    let digits = String(tag, radix: 16, uppercase: true)
    let all = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    return "\(all.prefix(4)),\(all.suffix(4))"
  }
}
