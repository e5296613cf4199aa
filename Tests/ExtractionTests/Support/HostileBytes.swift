import ContentTypes
import Extraction
import Testing

/// Reads a file with each of its bytes changed in turn, and each of its beginnings as what it is.
func expectNoFaults(in file: [UInt8], _ type: BinaryType, seed: UInt64) {
  var random = SplitMix(seed: seed)
  for position in file.indices {
    var bytes = file
    bytes[position] = UInt8.random(in: 0...255, using: &random)
    #expect(DocumentRecording(of: bytes).faults.isEmpty)
    var sink = DocumentRecordingSink()
    _ = DocumentExtractor.extract(.binary(type), Array(file[..<position]).span, into: &sink)
    #expect(sink.faults.isEmpty)
  }
}
