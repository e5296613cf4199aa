import ContentTypes
import ScanModel

/// Takes the objects that lie in storages of a document as members of it.
enum EmbeddedObjects {
  /// Takes those in the storage of a document: in `ObjectPool` (Word), `MBD…` (Excel) and others.
  static func take<Sink: DocumentSink & ~Copyable>(
    in document: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    for storage in file.children(of: document) where storage.kind == .storage {
      guard !sink.isCancelled else { return }
      if storage.isNamed("ObjectPool") {
        for object in file.children(of: storage) where object.kind == .storage {
          takeObject(object, of: file, bytes, into: &sink)
        }
      } else if storage.hasName(beginning: "MBD") || storage.hasName(beginning: "LNK")
        || storage.hasName(beginning: "Embedding ")
      {
        takeObject(storage, of: file, bytes, into: &sink)
      }
    }
  }

  /// Takes the file that the storage of an object holds, as the member of its name; false where
  /// the object is no such file.
  static func takeFile<Sink: DocumentSink & ~Copyable>(
    of object: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> Bool {
    if let native = file.stream("\u{1}Ole10Native", in: object) {
      return takePackage(native, of: file, bytes, object.name, into: &sink)
    }
    guard let entry = file.stream("Package", in: object) ?? file.stream("CONTENTS", in: object)
    else { return false }
    // Controls of forms keep their state in a stream of this name.
    let head = file.stream(entry, of: bytes, limit: ContentType.headByteCount)
    let type = ContentType.detect(
      head: head.bytes.span, isWhole: entry.size < ContentType.headByteCount)
    guard type != .binary(.unknown) else { return false }
    take(entry, of: file, bytes, at: [.member(object.name)], into: &sink)
    return true
  }

  private static func takeObject<Sink: DocumentSink & ~Copyable>(
    _ object: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    let parts = [DocumentPart.member(object.name)]
    guard CompoundFileKind(of: object, in: file) == .other else {
      return sink.takeStorage(object, of: file, bytes, at: parts)
    }
    if !takeFile(of: object, in: file, bytes, into: &sink), object.holdsContent(in: file) {
      sink.takeStorage(object, of: file, bytes, at: parts)
    }
  }

  private static func takePackage<Sink: DocumentSink & ~Copyable>(
    _ entry: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>, _ name: String,
    into sink: inout Sink
  ) -> Bool {
    let stream = file.stream(entry, of: bytes, limit: sink.context.limits.bytesInMemory)
    guard sink.context.spend(unpacked: stream.bytes.count) else {
      sink.miss(.limit, at: [.member(name)])
      return true
    }
    let package = OLEPackage(stream.bytes.span)
    let parts = [DocumentPart.member(package.name ?? name)]
    if !stream.isWhole { sink.miss(.malformed, at: parts) }
    sink.takeMember(at: parts, bytes: Array(stream.bytes[package.content]))
    return true
  }

  private static func take<Sink: DocumentSink & ~Copyable>(
    _ entry: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    let stream = file.stream(entry, of: bytes, limit: sink.context.limits.bytesInMemory)
    guard sink.context.spend(unpacked: stream.bytes.count) else {
      return sink.miss(.limit, at: parts)
    }
    if !stream.isWhole { sink.miss(.malformed, at: parts) }
    sink.takeMember(at: parts, bytes: stream.bytes)
  }
}

extension CompoundFileEntry {
  /// Whether a stream tells of where the object is shown, and not what it is.
  var isAboutObject: Bool {
    for front: StaticString in ["\u{1}CompObj", "\u{1}Ole", "\u{3}"]
    where hasName(beginning: front) {
      return !isNamed("\u{1}Ole10Native")
    }
    return false
  }

  fileprivate func holdsContent(in file: CompoundFile) -> Bool {
    file.children(of: self).contains { !$0.isAboutObject }
  }
}
