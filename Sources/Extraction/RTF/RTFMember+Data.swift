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
        data.append(hexadecimal: part.extracting(digits), high: &high)
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

extension [UInt8] {
  /// Appends the bytes that `digits` stand for, the first of them with the digit `high`, where a
  /// digit was left over; other characters do not count.
  fileprivate mutating func append(hexadecimal digits: Span<UInt8>, high: inout UInt8?) {
    var left = high
    append(addingCapacity: digits.count / 2 &+ 1) { free in
      var position = 0
      while position < digits.count {
        if left == nil, position &+ 1 < digits.count, let first = digits[position].hexDigit,
          let second = digits[position &+ 1].hexDigit
        {
          free.append(first &<< 4 | second)
          position &+= 2
          continue
        }
        if let digit = digits[position].hexDigit {
          if let first = left {
            free.append(first &<< 4 | digit)
            left = nil
          } else {
            left = digit
          }
        }
        position &+= 1
      }
    }
    high = left
  }
}
