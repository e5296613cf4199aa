import ContentTypes
import ScanModel

/// Takes the source of the macros (VBA) of a document, and the texts of their dialogues.
enum MacroModules {
  /// Takes what lies in the storages of macros in `document`.
  static func take<Sink: DocumentSink & ~Copyable>(
    in document: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    for project in [document] + file.children(of: document).filter({ $0.kind == .storage }) {
      guard let modules = file.entry("VBA", in: project), modules.kind == .storage else { continue }
      if let text = file.stream("PROJECT", in: project) {
        takeText(of: text, of: file, bytes, into: &sink)
      }
      for module in file.children(of: modules) where module.kind == .stream {
        take(module, of: file, bytes, into: &sink)
      }
      guard project.index != document.index else { continue }
      for form in file.children(of: project)
      where form.kind == .storage && form.index != modules.index {
        takeForm(form, of: file, bytes, into: &sink)
      }
    }
  }

  /// Takes the list of the modules, which is a text and may name files and people.
  private static func takeText<Sink: DocumentSink & ~Copyable>(
    of project: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    let parts = [DocumentPart.member(project.name)]
    let stream = file.stream(project, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else {
      return sink.miss(.limit, at: parts)
    }
    sink.takeText(.running, .windows1252, stream.bytes, at: parts)
  }

  private static func take<Sink: DocumentSink & ~Copyable>(
    _ module: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    let stream = file.stream(module, of: bytes)
    let limit = sink.context.limits.bytesInMemory
    guard let source = MacroSource.source(in: stream.bytes.span, byteLimit: limit) else { return }
    let parts = [DocumentPart.member(module.name)]
    guard sink.context.spend(unpacked: source.count) else { return sink.miss(.limit, at: parts) }
    sink.takeText(.running, .windows1252, source, at: parts)
  }

  private static func takeForm<Sink: DocumentSink & ~Copyable>(
    _ form: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    for entry in file.children(of: form) where entry.kind == .stream && !entry.isAboutObject {
      let stream = file.stream(entry, of: bytes)
      let parts = [DocumentPart.member(form.name)]
      guard sink.context.spend(unpacked: stream.bytes.count) else {
        return sink.miss(.limit, at: parts)
      }
      sink.takeRuns(of: stream.bytes.span, at: parts)
    }
  }
}
