import ScanModel

/// Puts the files together that a database keeps, in parts of 1,000 bytes: pictures, documents in containers.
struct FileMakerObjects {
  private var bytes: [UInt8] = []
  private var path: [Range<Int>] = []
  private var count = 0

  /// Takes a part of the file at the path of `values`; returns false where all that was unpacked is too much.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ part: Span<UInt8>, at values: FileMakerValues, in source: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    if !isSame(values.path, in: source) {
      finish(into: &sink)
      path = values.path
    }
    guard sink.context.spend(unpacked: part.count) else { return false }
    bytes.append(part, part.indices)
    return true
  }

  /// Hands the last file on.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard !bytes.isEmpty else { return }
    count += 1
    sink.takeMember(at: [.member("\(count)")], bytes: bytes)
    bytes.removeAll()
  }

  /// Leaves repeat the path, so that one path may lie in several places.
  private func isSame(_ other: [Range<Int>], in source: Span<UInt8>) -> Bool {
    path.count == other.count
      && zip(path, other).allSatisfy { one, other in
        one.count == other.count
          && zip(one, other).allSatisfy { source[$0] == source[$1] }
      }
  }
}
