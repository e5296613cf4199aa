import ContentTypes
import ScanModel

/// Makes a field of every value in vCards and calendars, labelled by its name.
///
/// The parts of names and addresses are put together; pictures, sounds and keys are left out.
struct ContentLineScanner: FoldedLineScanning {
  var text = TreeText()
  /// How many components have begun and not ended.
  private var openCount = 0
  /// Whether there was an attachment that is not read, neither here nor as `EncodedDocuments`.
  private(set) var hasAttachment = false

  var lines = FoldedLines(foldsAtEqualsSign: true)
  /// The line that is read, on one line.
  var line: [UInt8] = []
  private var value: [UInt8] = []
  /// vCard 2.1 folds at spaces, which stay.
  private var keepsSpace = false
  /// Whether lines without a name go on with a value in base64.
  private var isBinary = false

  /// Whether the text broke off within a component.
  var isMalformed: Bool { openCount > 0 }

  mutating func unfold(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    line.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let part = bytes.line(from: position, to: range.upperBound)
      let isFolded =
        position > range.lowerBound && !part.content.isEmpty && bytes[position].isMailSpace
        && !FoldedLines.isSoftBreak(bytes, range.lowerBound, feed: position - 1)
      if position > range.lowerBound, !isFolded { line.append(0x0A) }
      let start = isFolded && !keepsSpace ? position + 1 : position
      line.append(bytes, start..<part.content.upperBound)
      position = part.next
    }
  }

  mutating func read(_ line: Span<UInt8>, number: Int) {
    guard let content = ContentLine(line) else {
      if isBinary && !line.isEmpty { return }
      isBinary = false
      let rest = line.trimmingSpace(0..<line.count)
      text.breakLine()
      return text.addField(line, rest, label: TextLayout.noLabel, row: number)
    }
    isBinary = false
    let name = content.name
    if line.isName("begin", name) { return openCount += 1 }
    if line.isName("end", name) { return openCount -= 1 }
    if line.isName("version", name) {
      keepsSpace = line.hasPrefix("2.1", at: content.value.lowerBound)
    }
    guard decode(content, in: line) else { return }
    text.breakLine()
    var value: [UInt8] = []
    swap(&value, &self.value)
    add(value.span, name: name, of: line, number: number)
    swap(&value, &self.value)
    for parameter in content.parameters
    where !parameter.name.isEmpty && !Self.isTechnical(line, parameter.name) {
      add(line.extracting(parameter.value), name: parameter.name, of: line, number: number)
    }
  }

  private mutating func add(
    _ value: Span<UInt8>, name: Range<Int>, of line: Span<UInt8>, number: Int
  ) {
    let label = text.labelOfPerson(line, name)
    text.addField(value, value.trimmingSpace(0..<value.count), label: label, row: number)
  }

  /// Puts the value into `self.value`; false where it is none to read.
  private mutating func decode(_ content: ContentLine, in line: Span<UInt8>) -> Bool {
    value.removeAll(keepingCapacity: true)
    let raw = line.extracting(content.value)
    let isData = raw.hasPrefix("data:", at: 0)
    if isData || content.has("b", in: line) || content.has("base64", in: line) {
      isBinary = !isData
      return decodeBinary(raw, isData: isData, name: content.name, of: line)
    }
    if content.has("quoted-printable", in: line) {
      var decoded: [UInt8] = []
      QuotedPrintableDecoding.decode(raw, into: &decoded)
      let charset = content.parameter("charset", in: line)
        .flatMap { TextEncoding.named(line, $0) }
      decoded = Charset.decode(decoded.span, as: charset)
      put(decoded.span, name: content.name, of: line)
    } else {
      put(raw, name: content.name, of: line)
    }
    return true
  }

  private mutating func decodeBinary(
    _ raw: Span<UInt8>, isData: Bool, name: Range<Int>, of line: Span<UInt8>
  ) -> Bool {
    let pictures: [StaticString] = ["photo", "logo", "sound", "key", "x-ms-cardpicture"]
    guard !pictures.contains(where: { line.isName($0, name) }) else { return false }
    let start = isData ? min(raw.position(of: 0x2C, in: 0..<raw.count) + 1, raw.count) : 0
    var decoded: [UInt8] = []
    Base64Decoding.decode(raw.extracting(start...), into: &decoded)
    guard !line.isName("attach", name), let text = decoded.textOfUnknownKind else {
      if !EncodedContent.isDocumentOrPicture(decoded) { hasAttachment = true }
      return false
    }
    value = text
    return true
  }

  /// Puts a value together from its parts, without its escapes.
  private mutating func put(_ raw: Span<UInt8>, name: Range<Int>, of line: Span<UInt8>) {
    let isName = line.isName("n", name)
    guard isName || line.isName("adr", name) || line.isName("org", name) else {
      return raw.appendUnescaped(0..<raw.count, to: &value)
    }
    var parts = raw.partsOfValue
    // Family, given, additional, prefixes, suffixes: as one says them.
    if isName { parts = [3, 1, 2, 0, 4].compactMap { $0 < parts.count ? parts[$0] : nil } }
    for part in parts where !raw.trimmingSpace(part).isEmpty {
      if !value.isEmpty { value += Array((isName ? " " : ", ").utf8) }
      raw.appendUnescaped(raw.trimmingSpace(part), to: &value)
    }
  }

  /// Whether the parameter `name` only says how the value is to be read.
  private static func isTechnical(_ line: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let names: [StaticString] = [
      "type", "encoding", "charset", "value", "language", "role", "partstat", "rsvp", "cutype",
      "pref", "tzid", "fmttype", "reltype", "related", "mediatype", "altid", "pid", "calscale",
      "fbtype", "range", "version", "x-num-guests",
    ]
    return names.contains { line.isName($0, name) }
  }
}

extension Span<UInt8> {
  /// The parts between `;` that no backslash stands before.
  fileprivate var partsOfValue: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < count {
      if self[position] == UInt8(ascii: "\\") {
        position += 1
      } else if self[position] == UInt8(ascii: ";") {
        parts.append(start..<position)
        start = position + 1
      }
      position += 1
    }
    parts.append(start..<count)
    return parts
  }

  /// Appends `range` with the characters that its backslashes stand for.
  fileprivate func appendUnescaped(_ range: Range<Int>, to text: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let mark = self.position(of: UInt8(ascii: "\\"), in: position..<range.upperBound)
      text.append(self, position..<mark)
      guard mark < range.upperBound else { return }
      position = mark + 1
      guard position < range.upperBound else { return text.append(self[mark]) }
      switch self[position] {
      case UInt8(ascii: "n"), UInt8(ascii: "N"): text.append(0x0A)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"):
        text.append(self[position])
      default:
        // A backslash that is meant as one: a path of Windows. The next byte may begin a character.
        text.append(self[mark])
        position -= 1
      }
      position += 1
    }
  }
}
