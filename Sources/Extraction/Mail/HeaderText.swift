/// The values of headers as text: on one line, with their encoded words (RFC 2047) decoded.
enum HeaderText {
  /// `range` without its line breaks and the white space at its ends.
  static func unfolded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let value = bytes.trimmingSpace(range)
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    var position = value.lowerBound
    while position < value.upperBound {
      let line = bytes.line(from: position, to: value.upperBound)
      text.append(bytes, line.content)
      position = line.next
      guard position < value.upperBound else { break }
      while position < value.upperBound, bytes[position].isMailSpace { position += 1 }
      text.append(0x20)
    }
    return text
  }

  /// The text of a value that is on one line, as valid UTF-8.
  ///
  /// Neighbours of one character set are decoded together, since programs break characters apart.
  static func decode(_ value: [UInt8]) -> [UInt8] {
    let bytes = value.span
    guard bytes.firstPosition(of: "=?", in: 0..<bytes.count) != nil else {
      return Charset.decode(bytes, as: nil)
    }
    var text: [UInt8] = []
    var run = (charset: [UInt8](), bytes: [UInt8]())
    var position = 0
    while position < bytes.count {
      let start = bytes.firstPosition(of: "=?", in: position..<bytes.count) ?? bytes.count
      let word = EncodedWord(bytes, at: start)
      let isBetweenWords = word != nil && !run.charset.isEmpty
      if start > position, !isBetweenWords || !bytes.trimmingSpace(position..<start).isEmpty {
        flush(&run, to: &text)
        text += Charset.decode(bytes.extracting(position..<start), as: nil)
      }
      guard let word else {
        flush(&run, to: &text)
        let end = min(start + 2, bytes.count)
        text.append(bytes, start..<end)
        position = end
        continue
      }
      if word.charset != run.charset { flush(&run, to: &text) }
      run.charset = word.charset
      run.bytes += word.bytes
      position = word.end
    }
    flush(&run, to: &text)
    return text
  }

  private static func flush(
    _ run: inout (charset: [UInt8], bytes: [UInt8]), to text: inout [UInt8]
  ) {
    if !run.bytes.isEmpty {
      text += Charset.decode(run.bytes.span, named: run.charset.span)
    }
    run = ([], [])
  }
}

/// An encoded word of a header: `=?character set?encoding?text?=`.
private struct EncodedWord {
  /// In small letters, without the language behind `*`.
  let charset: [UInt8]
  let bytes: [UInt8]
  let end: Int

  /// Words are to have 75 bytes at most; not all programs know.
  private static let longest = 8192

  /// The word at `start`; nil where there is none.
  init?(_ text: Span<UInt8>, at start: Int) {
    guard start + 2 < text.count else { return nil }
    let question = UInt8(ascii: "?")
    let nameEnd = text.position(of: question, in: start + 2..<min(start + 64, text.count))
    guard nameEnd > start + 2, nameEnd + 3 < text.count, text[nameEnd] == question,
      text[nameEnd + 2] == question,
      let end = text.firstPosition(
        of: "?=", in: nameEnd + 3..<min(nameEnd + Self.longest, text.count))
    else { return nil }
    let body = text.extracting(nameEnd + 3..<end)
    var bytes: [UInt8] = []
    switch text[nameEnd + 1].inSmallLetters {
    case UInt8(ascii: "b"): Base64Decoding.decode(body, into: &bytes)
    case UInt8(ascii: "q"): QuotedPrintableDecoding.decodeWord(body, into: &bytes)
    default: return nil
    }
    charset = text.bytes(start + 2..<nameEnd).prefix { $0 != UInt8(ascii: "*") }
      .map(\.inSmallLetters)
    self.bytes = bytes
    self.end = end + 2
  }
}
