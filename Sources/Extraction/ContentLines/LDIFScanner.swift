import ContentTypes
import ScanModel

/// Makes a field of every value of an LDIF file, labelled by the attribute without its options.
struct LDIFScanner: FoldedLineScanning {
  var text = TreeText()
  let isMalformed = false
  /// Whether there was a value that could be a document.
  private(set) var hasUnread = false

  var lines = FoldedLines(foldsAtEqualsSign: false)
  /// The line that is read, on one line.
  var line: [UInt8] = []

  mutating func unfold(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    line.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let part = bytes.line(from: position, to: range.upperBound)
      let start = position > range.lowerBound ? position + 1 : position
      line.append(bytes, min(start, part.content.upperBound)..<part.content.upperBound)
      position = part.next
    }
  }

  mutating func read(_ line: Span<UInt8>, number: Int) {
    guard !line.isEmpty, line[0] != UInt8(ascii: "-") || line.count > 1 else { return }
    let colon = line.position(of: UInt8(ascii: ":"), in: 0..<line.count)
    text.breakLine()
    guard line[0] != UInt8(ascii: "#"), colon < line.count else {
      return text.addField(
        line, line.trimmingSpace(0..<line.count), label: TextLayout.noLabel, row: number)
    }
    let options = line.position(of: UInt8(ascii: ";"), in: 0..<colon)
    let label = text.labelOfPerson(line, 0..<options)
    let start = colon + 1
    guard start < line.count, line[start] == UInt8(ascii: ":") else {
      let isAddress = start < line.count && line[start] == UInt8(ascii: "<")
      let value = line.trimmingSpace((isAddress ? start + 1 : start)..<line.count)
      return text.addField(line, value, label: label, row: number)
    }
    var decoded: [UInt8] = []
    Base64Decoding.decode(line.extracting((start + 1)...), into: &decoded)
    guard let value = decoded.textOfUnknownKind else {
      if !decoded.isShortOrPicture, !EncodedContent.isDocumentOrPicture(decoded) {
        hasUnread = true
      }
      return
    }
    text.addField(value.span, value.indices, label: label, row: number)
  }
}

extension [UInt8] {
  /// The bytes as text in UTF-8; nil where they are none.
  var textOfUnknownKind: [UInt8]? {
    TextEncoding.detected(in: span).map { Charset.decode(span, as: $0) }
  }

  /// An identifier, a picture or a certificate.
  fileprivate var isShortOrPicture: Bool {
    guard count > 256 else { return true }
    return starts(with: [0xFF, 0xD8, 0xFF]) || starts(with: [0x89, 0x50, 0x4E, 0x47])
      || starts(with: [0x30, 0x82]) || starts(with: [0x01, 0x00, 0x04])
  }
}
