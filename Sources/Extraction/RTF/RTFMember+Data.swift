import ScanModel

extension RTFMember {
  /// Hands the data to `sink` as a member.
  func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, number: Int, at parts: [DocumentPart], into sink: inout Sink
  ) {
    let data = Self.data(bytes, range)
    guard !data.isEmpty else { return }
    switch kind {
    case .picture:
      sink.takeMember(at: parts + [.member("picture \(number)")], bytes: data)
    case .object:
      guard let object = EmbeddedObject(data.span) else {
        return sink.takeMember(at: parts + [.member("object \(number)")], bytes: data)
      }
      // A link to a file has no data.
      guard !object.data.isEmpty else { return }
      sink.takeMember(
        at: parts + [.member(object.name ?? "object \(number)")],
        bytes: Array(data[object.data]))
    }
  }

  /// The bytes that the hexadecimal digits and `\bin` in `range` stand for; groups in it do not
  /// belong to the data.
  private static func data(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(range.count / 2)
    var cursor = RTFCursor(from: range.lowerBound)
    let part = bytes.extracting(..<range.upperBound)
    var high: UInt8?
    while true {
      switch cursor.next(part) {
      case .text(let digits, _):
        for index in digits {
          guard let digit = part[index].hexDigit else { continue }
          if let first = high {
            data.append(first &<< 4 | digit)
            high = nil
          } else {
            high = digit
          }
        }
      case .binary(let binary):
        data.append(part, binary)
      case .open:
        if !cursor.skipGroup(part) { return data }
        _ = cursor.next(part)
      case .close, .end:
        return data
      default: continue
      }
    }
  }
}
