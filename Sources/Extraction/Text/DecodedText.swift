package import ContentTypes

/// The characters of a source as valid UTF-8, decoded piece by piece in constant memory.
///
/// A byte order mark at the start is left out, and the control sequences of terminals where the
/// head has some. Nothing else is: NUL and control characters stay,
/// and what the encoding does not allow becomes U+FFFD (UTF-16 and UTF-32) or is read as Windows-1252
/// (all others).
package struct DecodedText<Source: ByteSource & ~Copyable>: ~Copyable {
  private var source: Source
  private let encoding: TextEncoding
  /// Where in the buffer for them the bytes lie that were read and not decoded yet.
  private var undecoded: Range<Int>
  /// Decodes where the encoding is one of `.declared`.
  private var decoder: CharsetDecoder?
  /// The memory of this text; its readers borrow parts of it.
  package var buffers: TextBuffers
  private var isAtStart = true
  private var isAtEnd = false
  /// What takes out the sequences of terminals; nil where there are none.
  private var sequences: ControlSequences?
  /// Whether documents are written out in the text.
  var documents = EncodedDocumentSearch()

  /// `head` holds bytes that were already read from the front of the source, for detection.
  package init(
    head: [UInt8], rest: consuming Source, encoding: TextEncoding,
    buffers: consuming TextBuffers = TextBuffers()
  ) {
    source = rest
    self.encoding = encoding
    self.buffers = buffers
    undecoded = 0..<0
    if case .declared(let charset) = encoding { decoder = CharsetDecoder(charset) }
    if ControlSequences.occur(in: head.span) { sequences = ControlSequences() }
    keepUndecoded(head[...])
  }

  /// Appends the next decoded bytes (of about 256 KB of source at most) to `buffer`.
  ///
  /// Appends at least one byte and returns true, or returns false at the end.
  package mutating func append(to buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let byteCount = buffer.count
    guard try appendNext(to: &buffer) else { return false }
    documents.look(in: buffer.span.extracting(byteCount...))
    return true
  }

  private mutating func appendNext(to buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let byteCount = buffer.count
    while true {
      decode(into: &buffer)
      sequences?.remove(from: &buffer, startingAt: byteCount)
      if buffer.count > byteCount { return true }
      if isAtEnd { return false }
      if encoding == .utf8 && !isAtStart {
        try readInPlace(into: &buffer)
        sequences?.remove(from: &buffer, startingAt: byteCount)
        if buffer.count > byteCount { return true }
      } else {
        try refill()
      }
    }
  }

  /// Decodes what is there; of a character whose end was not read yet, the bytes stay.
  private mutating func decode(into buffer: inout [UInt8]) {
    guard !undecoded.isEmpty else { return }
    if isAtStart, let mark = byteOrderMark, undecoded.count >= mark.count || isAtEnd {
      if buffers.undecoded[undecoded].starts(with: mark) { undecoded.removeFirst(mark.count) }
      isAtStart = false
    }
    guard !isAtStart || byteOrderMark == nil else { return }
    var input: [UInt8] = []
    swap(&input, &buffers.undecoded)
    let count = decode(input.span.extracting(undecoded), into: &buffer)
    swap(&input, &buffers.undecoded)
    undecoded.removeFirst(count)
  }

  /// Reads UTF-8 to where it is to lie; what is no valid character yet is taken out again.
  private mutating func readInPlace(into buffer: inout [UInt8]) throws(ReadFailure) {
    let start = buffer.count
    buffer.append(contentsOf: buffers.undecoded[undecoded])
    do throws(ReadFailure) {
      isAtEnd = try buffer.append(from: &source, byteCount: Self.chunkByteCount) == 0
    } catch {
      buffer.removeSubrange(start...)
      throw error
    }
    let (end, _) = UTF8Check.validEnd(of: buffer.span, from: start)
    keepUndecoded(buffer[end...])
    buffer.removeSubrange(end...)
  }

  private mutating func keepUndecoded(_ bytes: ArraySlice<UInt8>) {
    buffers.undecoded.removeAll(keepingCapacity: true)
    buffers.undecoded.append(contentsOf: bytes)
    undecoded = 0..<bytes.count
  }

  private mutating func decode(_ input: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
    switch encoding {
    case .utf8: UTF8Decoding.decode(input, isLast: isAtEnd, into: &buffer)
    case .windows1252: Windows1252.decode(input, into: &buffer)
    case .utf16LE: UTF16Decoding.decode(input, .little, isLast: isAtEnd, into: &buffer)
    case .utf16BE: UTF16Decoding.decode(input, .big, isLast: isAtEnd, into: &buffer)
    case .utf32LE: UTF32Decoding.decode(input, .little, isLast: isAtEnd, into: &buffer)
    case .utf32BE: UTF32Decoding.decode(input, .big, isLast: isAtEnd, into: &buffer)
    case .declared: decodeDeclared(input, into: &buffer)
    }
  }

  private mutating func decodeDeclared(_ input: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
    var strayCount = 0
    return decoder?.decode(input, isLast: isAtEnd, into: &buffer, strayCount: &strayCount)
      ?? Windows1252.decode(input, into: &buffer)
  }

  private var byteOrderMark: [UInt8]? {
    switch encoding {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    case .utf32LE: [0xFF, 0xFE, 0, 0]
    case .utf32BE: [0, 0, 0xFE, 0xFF]
    case .windows1252, .declared: nil
    }
  }

  /// Reads more behind the bytes of an unfinished character, three at most, or of an unfinished
  /// byte order mark.
  private mutating func refill() throws(ReadFailure) {
    buffers.undecoded.removeSubrange(undecoded.upperBound...)
    buffers.undecoded.removeSubrange(..<undecoded.lowerBound)
    undecoded = 0..<undecoded.count
    let count = try buffers.undecoded.append(from: &source, byteCount: Self.chunkByteCount)
    undecoded = 0..<undecoded.count + count
    isAtEnd = count == 0
  }

  private static var chunkByteCount: Int { 256 << 10 }
}

extension Range<Int> {
  fileprivate mutating func removeFirst(_ count: Int) {
    self = (lowerBound + count)..<upperBound
  }
}
