import ScanModel

/// What the later states of a file say, so that of an earlier one only the rest is told.
struct PDFKnownTexts {
  /// Whether the state that is read is an earlier one.
  var isEarlier = false
  private var hashes: Set<Int> = []

  /// Notes bytes; whether they tell something new.
  mutating func insert(_ bytes: [UInt8]) -> Bool {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hashes.insert(hasher.finalize()).inserted
  }

  /// The lines that are new, each behind the one before it where that may be what it is called.
  mutating func newLines(of text: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    var label: ArraySlice<UInt8> = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard insert(line.filter { $0 > 0x20 }) else {
        label = line.mayBeLabel ? line : []
        continue
      }
      for part in [label, line] where !part.isEmpty {
        lines += part
        lines.append(UInt8(ascii: "\n"))
      }
      label = []
    }
    return lines
  }

  /// The fields of a text that are new.
  mutating func newFields(of text: DocumentText) -> DocumentText {
    var whole = text
    var fields = NamedFields()
    whole.finish(into: &fields)
    var rest = DocumentText()
    for field in fields.fields where insert(field.value) {
      rest.add(field.value, named: field.name)
    }
    return rest
  }
}

extension ArraySlice<UInt8> {
  /// Whether it may be what the next line is called: no number or address, nor a name with its value.
  fileprivate var mayBeLabel: Bool {
    !contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") }
      && !dropLast().contains(UInt8(ascii: ":"))
  }
}

/// The values of a text with their names.
private struct NamedFields: TextSink {
  private(set) var fields: [(name: [UInt8], value: [UInt8])] = []
  var isCancelled: Bool { false }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    for field in layout.fields where layout.live.contains(field.range.lowerBound) {
      let name = field.label == TextLayout.noLabel ? [] : layout.labels[Int(field.label)]
      fields.append((name, text.bytes(field.range)))
    }
  }
}
