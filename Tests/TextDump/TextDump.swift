import ContentTypes
import Extraction
import Glibc
import ScanModel

/// Prints everything that the readers take out of files: texts, members, and what is missing.
///
/// It runs the readers without isolation, for comparing with other tools and for fuzzing:
/// `text-dump [--passwords FILE] FILE…`.
@main struct TextDump {
  static func main() {
    var paths = CommandLine.arguments.dropFirst()
    var passwords: [[UInt8]] = []
    if paths.first == "--passwords" {
      let lines = paths.dropFirst().first.flatMap(contents(of:)) ?? []
      passwords = lines.split(separator: UInt8(ascii: "\n")).map(Array.init)
      paths = paths.dropFirst(2)
    }
    for path in paths {
      guard let bytes = contents(of: path) else {
        print("cannot read \(path)")
        continue
      }
      var sink = DumpSink(passwords: passwords)
      sink.context.begin(byteCount: bytes.count)
      sink.takeMember(at: [.member(path)], bytes: bytes)
    }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

struct DumpSink: DocumentSink, ~Copyable {
  let context: ExtractionContext
  var isCancelled: Bool { false }
  private var depth = 0
  /// The labels that the fields of the text have.
  private var labels: [[UInt8]] = []

  init(passwords: [[UInt8]]) {
    context = ExtractionContext(passwords: passwords)
  }

  mutating func beginText(at parts: [DocumentPart]) { line("text \(parts)") }
  mutating func endText() {
    write("\n")
    if !labels.isEmpty {
      line("labels \(labels.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", "))")
    }
    labels.removeAll()
  }

  mutating func beginMember(at parts: [DocumentPart]) {
    line("member \(parts)")
    depth += 1
  }

  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {
    depth -= 1
    line("end \(contentType) \(outcome)")
  }

  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {
    line("missing \(reason) \(parts)")
  }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    if layout.labels.count > labels.count { labels = layout.labels }
    text.extracting(layout.live).withUnsafeBytes {
      _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
  }

  private func write(_ text: String) {
    Array(text.utf8).withUnsafeBytes { _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  private func line(_ text: String) {
    write("\u{1}\(String(repeating: "  ", count: depth))\(text)\n")
  }
}
