import ScanModel

/// Reads presentations of PowerPoint from 95 to 2003.
enum PowerPointReader {
  /// Takes the presentation that lies in the storage `root` of `file`.
  ///
  /// One that was saved for PowerPoint 95 and 97 holds the form of 97 in a storage of its own.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    if let storage = file.entry("PP97_DUALSTORAGE", in: root), storage.kind == .storage {
      return takeRecords(of: storage, in: file, bytes, into: &sink)
    }
    if let entry = file.stream("Text_Content", in: root) {
      return takeText(of: entry, in: file, bytes, into: &sink)
    }
    return takeRecords(of: root, in: file, bytes, into: &sink)
  }

  /// Takes what PowerPoint 95 keeps for those who search: the texts of all slides and notes, without
  /// those of masters.
  private static func takeText<Sink: DocumentSink & ~Copyable>(
    of entry: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    var decoded: [UInt8] = []
    CodePage.windows1252.decode(stream.bytes.span, stream.bytes.indices, into: &decoded)
    sink.takeParagraphs(of: decoded, separator: UInt8(ascii: "\r"), at: [])
    return .partial(stream.isWhole ? .textInBinary : .malformed)
  }

  private static func takeRecords<Sink: DocumentSink & ~Copyable>(
    of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let entry = file.stream("PowerPoint Document", in: root) else {
      return .partial(.malformed)
    }
    var stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    var user = PowerPointUser()
    if let entry = file.stream("Current User", in: root) {
      user = PowerPointUser(file.stream(entry, of: bytes, limit: 1 << 16).bytes.span)
    }
    var document = PowerPointDocument(stream.bytes.span, lastEdit: user.lastEdit)
    let isEncrypted = user.isEncrypted || document.isEncrypted
    if isEncrypted {
      guard
        PowerPointDecryption.decrypt(
          &stream.bytes, positions: document.positions, sessionID: document.encryptionID ?? -1,
          passwords: OfficePassword.candidates(sink.context))
      else { return .partial(.encrypted) }
      document = PowerPointDocument(stream.bytes.span, lastEdit: user.lastEdit)
    }
    var pages = PowerPointPages(document: document)
    pages.takeAll(of: stream.bytes.span, into: &sink)
    take(user, into: &sink)
    takeObjects(of: stream.bytes.span, into: &sink)
    if let entry = file.stream("Pictures", in: root) {
      let pictures = file.stream(entry, of: bytes)
      if isEncrypted {
        sink.miss(.encrypted, at: [.member("Pictures")])
      } else if sink.context.spend(unpacked: pictures.bytes.count) {
        OfficePictures.take(of: [pictures.bytes], into: &sink)
      } else {
        sink.miss(.limit, at: [.member("Pictures")])
      }
    }
    guard !sink.isCancelled else { return .partial(.interrupted) }
    return stream.isWhole && !pages.isDamaged ? .complete : .partial(.malformed)
  }

  private static func take<Sink: DocumentSink & ~Copyable>(
    _ user: PowerPointUser, into sink: inout Sink
  ) {
    guard !user.name.isEmpty else { return }
    sink.beginText(at: [.section(.properties)])
    var text = DocumentText()
    text.add(user.name, named: Array("last user".utf8))
    text.finish(into: &sink)
    sink.endText()
  }

  /// Takes the storages of embedded objects, most of which are deflated behind their size.
  ///
  /// Source: MS-PPT 2.10.34.
  private static func takeObjects<Sink: DocumentSink & ~Copyable>(
    of stream: Span<UInt8>, into sink: inout Sink
  ) {
    var number = 0
    for record in OfficeRecord.all(stream, in: stream.indices)
    where record.type == PowerPointRecords.storage && !sink.isCancelled {
      number += 1
      let parts = [DocumentPart.member("object \(number)")]
      if record.instance == 1, record.content.count > 4 {
        let start = record.content.lowerBound
        sink.takePacked(
          stream, start + 4..<record.content.upperBound,
          unpackedByteCount: stream.littleUInt32(at: start) ?? .max, at: parts)
      } else if record.instance == 0, sink.context.spend(unpacked: record.content.count) {
        var content: [UInt8] = []
        content.append(stream, record.content)
        sink.takeMember(at: parts, bytes: content)
      } else {
        sink.miss(.malformed, at: parts)
      }
    }
  }
}
