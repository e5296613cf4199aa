/// An element of ASN.1 in the encodings BER and DER (X.690).
struct DERElement {
  /// The first byte: class, whether there are elements in it, and number.
  let tag: UInt8
  /// The bytes of its content, cut where the bytes end before it.
  let content: Range<Int>
  /// Where the next element begins.
  let end: Int

  /// The element at `position` of what ends at `limit`; nil at the end and where there is none.
  init?(_ bytes: Span<UInt8>, at position: Int, to limit: Int) {
    self.init(bytes, at: position, to: limit, depth: 0)
  }

  private init?(_ bytes: Span<UInt8>, at position: Int, to limit: Int, depth: Int) {
    guard position >= 0, position + 1 < limit, limit <= bytes.count else { return nil }
    let tag = bytes[position]
    let first = bytes[position + 1]
    // Two zeros end an element of unknown length; names of more than one byte are not used here.
    guard tag & 0x1F != 0x1F, tag != 0 || first != 0 else { return nil }
    var start = position + 2
    var length = Int(first)
    if first == 0x80 {
      guard depth < Self.depthLimit else { return nil }
      var next = start
      while let inner = DERElement(bytes, at: next, to: limit, depth: depth + 1) {
        next = inner.end
      }
      self.tag = tag
      content = start..<next
      end = min(next + 2, limit)
      return
    }
    if first > 0x80 {
      let count = Int(first & 0x7F)
      guard count <= 7, start + count <= limit else { return nil }
      length = 0
      for index in 0..<count { length = length << 8 | Int(bytes[start + index]) }
      start += count
    }
    self.tag = tag
    content = start..<(length > limit - start ? limit : start + length)
    end = content.upperBound
  }

  /// Appends the bytes of an OCTET STRING, which may be in pieces.
  func appendOctets(of bytes: Span<UInt8>, to output: inout [UInt8], depth: Int) {
    guard tag & 0x20 != 0 else { return output.append(bytes, content) }
    guard depth < Self.depthLimit else { return }
    var position = content.lowerBound
    while let piece = DERElement(bytes, at: position, to: content.upperBound) {
      piece.appendOctets(of: bytes, to: &output, depth: depth + 1)
      position = piece.end
    }
  }

  private static let depthLimit = 12
}
