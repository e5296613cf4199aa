/// Files of a 7z archive that are packed together, and how.
struct SevenZipFolder {
  /// One step of packing.
  struct Coder {
    var method: SevenZipMethod
    var properties: [UInt8]
    var inputCount: Int
    var outputCount: Int
  }

  /// The content of one file.
  struct Substream {
    var byteCount: Int
    var checksum: UInt32?
  }

  var coders: [Coder] = []
  /// Which input of a coder is the output of another; both are counted over all coders.
  var bonds: [Int: Int] = [:]
  /// The inputs that are packed streams, in the order of those.
  var packedInputs: [Int] = []
  /// What each output unpacks to.
  var byteCounts: [Int] = []
  var checksum: UInt32?
  /// Where the packed streams lie in the archive.
  var packed: [Range<Int>] = []
  var substreams: [Substream] = []

  var isEncrypted: Bool { coders.contains { $0.method == .aes } }
  var packedByteCount: Int { packed.reduce(0) { $0 + $1.count } }

  /// The output that is no other coder's input: what everything unpacks to.
  var lastOutput: Int? {
    let used = Set(bonds.values)
    return byteCounts.indices.first { !used.contains($0) }
  }

  var byteCount: Int { lastOutput.map { byteCounts[$0] } ?? 0 }

  /// The coder whose output this is, with its first input; nil unless it has one of both.
  func coder(ofOutput output: Int) -> (coder: Coder, input: Int)? {
    var (firstInput, firstOutput) = (0, 0)
    for coder in coders {
      if firstOutput == output {
        return coder.inputCount == 1 && coder.outputCount == 1 ? (coder, firstInput) : nil
      }
      firstInput += coder.inputCount
      firstOutput += coder.outputCount
    }
    return nil
  }
}
