import ScanModel

/// Reads binary property lists: the settings of Apple's systems, archived web pages, attributes of files.
enum PropertyListReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let list = BinaryPropertyList(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    var isWhole = true
    var texts: [(text: [UInt8], name: [UInt8])] = []
    var members: [(range: Range<Int>, name: [UInt8])] = []
    // What refers to an object that was read tells nothing new; so every object is read once.
    var isKnown = [Bool](repeating: false, count: list.objectCount)
    var names: [Int: [UInt8]] = [:]
    var waiting: [(number: Int, name: [UInt8])] = [(list.top, [])]
    while let (number, name) = waiting.popLast(), !sink.isCancelled {
      guard number < isKnown.count else {
        isWhole = false
        continue
      }
      if isKnown[number] { continue }
      isKnown[number] = true
      switch list.value(number, in: bytes) {
      case .text(let text): texts.append((text, name))
      case .bytes(let range): members.append((range, name))
      case .list(let items): waiting += items.reversed().map { ($0, name) }
      case .dictionary(let keys, let values):
        for (key, value) in zip(keys, values).reversed() {
          if names[key] == nil, case .text(let text) = list.value(key, in: bytes) {
            names[key] = text
          }
          waiting.append((value, names[key] ?? name))
        }
      case .other: continue
      case nil: isWhole = false
      }
    }
    sink.takeTexts(texts, at: [])
    for (range, name) in members where !sink.isCancelled {
      sink.takeValue(
        bytes.extracting(range), at: [.member(String(decoding: name, as: UTF8.self))])
    }
    return sink.isCancelled ? .partial(.interrupted) : isWhole ? .complete : .partial(.malformed)
  }
}
