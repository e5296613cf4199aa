import ScanModel

extension DocumentSink where Self: ~Copyable {
  /// Reads a storage of a compound file as a member, the way a file of its own is read.
  mutating func takeStorage(
    _ storage: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    at parts: [DocumentPart]
  ) {
    guard context.spendEntry(), context.enter() else { return miss(.limit, at: parts) }
    defer { context.leave() }
    beginMember(at: parts)
    let outcome = CompoundFileReader.extract(file, root: storage, bytes, into: &self)
    endMember(
      MemberOutcome(outcome), contentType: CompoundFileKind(of: storage, in: file).rawValue)
  }

  /// Takes the runs of text in `bytes`, which could not be read as what they are.
  mutating func takeRuns(
    of bytes: Span<UInt8>, at parts: [DocumentPart] = [], in section: DocumentSection = .rawText
  ) {
    guard !bytes.isEmpty else { return }
    beginText(at: parts + [.section(section)])
    defer { endText() }
    var reader = BinaryTextReader()
    var buffers = TextBuffers()
    var all: [UInt8] = []
    all.append(bytes, bytes.indices)
    do throws(ReadFailure) {
      _ = try reader.read(head: all, rest: MemorySource([]), buffers: &buffers, into: &self)
    } catch {
      miss(.readError, at: parts)
    }
  }
}
