/// A header such as Content-Type: a value, and parameters that are names with values.
///
/// Source: RFC 2045, 5.1; RFC 2231 for parameters in pieces and in other character sets.
struct HeaderParameters {
  /// The value in small letters, without white space and comments: `text/plain`.
  let value: String
  private var texts: [String: [UInt8]] = [:]

  /// `header` is the value of the header on one line; nil where there is none.
  init(_ header: [UInt8]?) {
    let header = header ?? []
    let bytes = header.span
    var position = 0
    var value = ""
    while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
      let byte = bytes[position]
      if byte == UInt8(ascii: "(") {
        position = bytes.position(of: UInt8(ascii: ")"), in: position..<bytes.count)
      } else if byte.isMailSpace && !value.isEmpty && !value.hasSuffix("/") {
        // What follows may be a parameter whose `;` was forgotten.
        let rest = bytes.trimmingSpace(position..<bytes.count)
        if rest.isEmpty || bytes[rest.lowerBound] != UInt8(ascii: "/") { break }
      } else if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "\"") {
        value.unicodeScalars.append(Unicode.Scalar(byte.inSmallLetters))
      }
      position += 1
    }
    self.value = value
    var pieces: [String: [Piece]] = [:]
    while position < bytes.count, let piece = Piece(bytes, at: &position) {
      pieces[piece.name, default: []].append(piece)
    }
    for (name, pieces) in pieces { texts[name] = Piece.joined(pieces) }
  }

  /// The value of the parameter `name`, which is in small letters, as valid UTF-8.
  subscript(name: String) -> [UInt8]? { texts[name] }
}

/// A parameter or a piece of one: `name=text`, `name*=charset'language'text`, `name*1*=text`.
private struct Piece {
  let name: String
  private let number: Int
  private let isEncoded: Bool
  private let text: [UInt8]

  /// The piece from `position` on, which moves behind it; nil where there is no more.
  init?(_ bytes: Span<UInt8>, at position: inout Int) {
    while position < bytes.count,
      bytes[position].isMailSpace || bytes[position] == UInt8(ascii: ";")
    {
      position += 1
    }
    guard position < bytes.count else { return nil }
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "="), bytes[end] != UInt8(ascii: ";") {
      end += 1
    }
    let label = bytes.trimmingSpace(position..<end)
    let parts = bytes.bytes(label).map(\.inSmallLetters)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    name = String(decoding: parts.first ?? [], as: UTF8.self)
    isEncoded = parts.count > 1 && (parts.last ?? []).isEmpty
    number = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : -1
    position = end
    guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else {
      text = []
      return
    }
    position = end + 1
    text = Self.text(bytes, at: &position)
  }

  private static func text(_ bytes: Span<UInt8>, at position: inout Int) -> [UInt8] {
    while position < bytes.count, bytes[position].isMailSpace { position += 1 }
    guard position < bytes.count else { return [] }
    guard bytes[position] == UInt8(ascii: "\"") else {
      let end = bytes.position(of: UInt8(ascii: ";"), in: position..<bytes.count)
      let range = bytes.trimmingSpace(position..<end)
      position = end
      return bytes.bytes(range)
    }
    var text: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      let next = position + 1
      // Paths of Windows stand there without escapes.
      if bytes[position] == UInt8(ascii: "\\"), next < bytes.count,
        bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "\\")
      {
        position = next
      }
      text.append(bytes[position])
      position += 1
    }
    position = min(position + 1, bytes.count)
    return text
  }

  /// The text of a parameter from its pieces; where it stands twice, what has its character set.
  static func joined(_ pieces: [Piece]) -> [UInt8] {
    let numbered = pieces.filter { $0.number >= 0 }.sorted { $0.number < $1.number }
    guard let first = numbered.first else {
      return HeaderText.decode((pieces.first { !$0.text.isEmpty })?.text ?? [])
    }
    var bytes: [UInt8] = []
    for piece in numbered {
      if piece.isEncoded { piece.appendDecoded(to: &bytes) } else { bytes += piece.text }
    }
    guard first.isEncoded else { return HeaderText.decode(bytes) }
    let marks = bytes.indices.filter { bytes[$0] == UInt8(ascii: "'") }.prefix(2)
    guard marks.count == 2 else { return Charset.decode(bytes.span, as: nil) }
    let text = Array(bytes[(marks[1] + 1)...])
    return Charset.decode(text.span, named: Array(bytes[..<marks[0]]).span)
  }

  private func appendDecoded(to bytes: inout [UInt8]) {
    let text = text.span
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "%"), let byte = text.hexByte(at: position + 1) {
        bytes.append(byte)
        position += 3
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
  }
}
