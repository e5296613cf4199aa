import ScanModel

/// Makes fields of XML in the binary form of event logs: the text of each element and each attribute.
///
/// A text is labelled by its element and the one around it, an attribute by its element, as in XML; what
/// an element `Data` with a `Name` holds by that name alone. Bit 0x40 of a token says that more of its
/// sort follows.
///
/// Source: MS-EVEN6 2.2.12; J.B. Metz, Windows XML Event Log (EVTX).
struct BinaryXML {
  private enum Token {
    static let end: UInt8 = 0x00
    static let element: UInt8 = 0x01
    static let endOfTag: UInt8 = 0x02
    static let endOfEmptyTag: UInt8 = 0x03
    static let endOfElement: UInt8 = 0x04
    static let value: UInt8 = 0x05
    static let attribute: UInt8 = 0x06
    static let data: UInt8 = 0x07
    static let character: UInt8 = 0x08
    static let entity: UInt8 = 0x09
    static let instructionTarget: UInt8 = 0x0A
    static let instruction: UInt8 = 0x0B
    static let template: UInt8 = 0x0C
    static let substitution: UInt8 = 0x0D
    static let optionalSubstitution: UInt8 = 0x0E
    static let fragment: UInt8 = 0x0F
    static let hasMore: UInt8 = 0x40
  }

  private struct Element {
    let name: Int32
    /// The value of its attribute `Name`, where that names a value.
    var dataName = TreeNames.none
    var hasElements = false
  }

  /// How deep templates may lie in each other: a damaged one may hold itself.
  private static let depthLimit = 16
  private static let elementLimit = 256
  private static let costOfToken = 16
  private static let binaryLimit = 64 << 20

  var text = TreeText()
  /// The values that are bytes, with NULs between them.
  private(set) var binary: [UInt8] = []
  /// What may still become of the chunk.
  private(set) var budget = 0

  private var names = BinaryXMLNames()
  private let words: BinaryXMLWords
  private var elements: [Element] = []
  private var attribute: Int32?
  private var value: [UInt8] = []
  private var row = 0

  init() {
    words = BinaryXMLWords(in: &text.names)
  }

  /// Names lie in the chunk that uses them.
  mutating func beginChunk(budget: Int) {
    names.removeAll()
    self.budget = budget
  }

  /// Takes an event as a line of fields; false where it could not be followed to its end.
  mutating func take(_ event: Range<Int>, of chunk: Span<UInt8>, row: Int) -> Bool {
    self.row = row
    elements.removeAll(keepingCapacity: true)
    attribute = nil
    value.removeAll(keepingCapacity: true)
    text.breakLine()
    return read(event, of: chunk, values: [], hasDependencies: true, depth: 0)
  }

  // MARK: Tokens

  /// Reads tokens up to the end of `range` or their own; false where they could not be followed.
  ///
  /// In templates and records an element begins with the number of a value that it depends on.
  private mutating func read(
    _ range: Range<Int>, of chunk: Span<UInt8>, values: [BinaryXMLValue], hasDependencies: Bool,
    depth: Int
  ) -> Bool {
    guard depth < Self.depthLimit else { return false }
    let openCount = elements.count
    defer { close(downTo: openCount) }
    var position = range.lowerBound
    while position < range.upperBound {
      budget -= Self.costOfToken
      guard budget > 0 else { return false }
      let next: Int?
      switch chunk[position] & ~Token.hasMore {
      case Token.end: return true
      case Token.element:
        next = open(position..<range.upperBound, of: chunk, hasDependencies)
      case Token.endOfTag:
        endValue()
        attribute = nil
        next = position + 1
      case Token.endOfEmptyTag, Token.endOfElement:
        close(downTo: max(openCount, elements.count - 1))
        next = position + 1
      case Token.value: next = appendText(at: position + 2, of: chunk, before: range.upperBound)
      case Token.data, Token.instruction:
        next = appendText(at: position + 1, of: chunk, before: range.upperBound)
      case Token.attribute:
        endValue()
        let name = name(at: position + 1, of: chunk)
        attribute = name?.number
        next = name?.end
      case Token.instructionTarget:
        endValue()
        next = name(at: position + 1, of: chunk)?.end
      case Token.character:
        let unit = chunk.littleUInt16(at: position + 1).flatMap { Unicode.Scalar($0) }
        if let unit { value.append(unit) }
        next = position + 3
      case Token.entity: next = appendEntity(at: position + 1, of: chunk)
      case Token.template:
        next = read(template: position..<range.upperBound, of: chunk, depth: depth)
      case Token.substitution, Token.optionalSubstitution:
        guard let number = chunk.littleUInt16(at: position + 1) else { return false }
        if number < values.count, !take(values[number], of: chunk, depth: depth) { return false }
        next = position + 4
      case Token.fragment: next = position + 4
      default: next = nil
      }
      guard let next else { return false }
      position = next
    }
    return position == range.upperBound
  }

  /// Opens the element whose token begins `range`; returns where its content or attributes begin.
  private mutating func open(
    _ range: Range<Int>, of chunk: Span<UInt8>, _ hasDependencies: Bool
  ) -> Int? {
    endValue()
    attribute = nil
    guard elements.count < Self.elementLimit else { return nil }
    // Some programs write the dependency where it should not be.
    for skipped in hasDependencies ? [2, 0] : [0, 2] {
      let size = range.lowerBound + 1 + skipped
      guard let byteCount = chunk.littleUInt32(at: size),
        byteCount <= range.upperBound - size - 4, let name = name(at: size + 4, of: chunk)
      else { continue }
      if let parent = elements.indices.last, !elements[parent].hasElements {
        elements[parent].hasElements = true
        text.breakLine()
      }
      elements.append(Element(name: name.number))
      // The bytes of all attributes.
      return chunk[range.lowerBound] & Token.hasMore != 0 ? name.end + 4 : name.end
    }
    return nil
  }

  private mutating func close(downTo count: Int) {
    while elements.count > count {
      endValue()
      attribute = nil
      if elements.removeLast().hasElements { text.breakLine() }
    }
  }

  private mutating func read(
    template range: Range<Int>, of chunk: Span<UInt8>, depth: Int
  ) -> Int? {
    guard let template = BinaryXMLTemplate(range, of: chunk) else { return nil }
    if let definition = template.definition {
      guard
        read(
          definition, of: chunk, values: template.values, hasDependencies: true, depth: depth + 1)
      else { return nil }
    } else {
      // What is written over tells no names any more.
      for value in template.values {
        _ = take(value, of: chunk, depth: depth)
        endValue()
      }
      return nil
    }
    return template.isWhole ? template.end : nil
  }

  // MARK: Values

  private mutating func name(
    at position: Int, of chunk: Span<UInt8>
  ) -> (number: Int32, end: Int)? {
    names.name(at: position, of: chunk, in: &text.names)
  }

  /// Appends the text whose number of characters stands at `position`; returns where it ends.
  private mutating func appendText(
    at position: Int, of chunk: Span<UInt8>, before end: Int
  ) -> Int? {
    guard let count = chunk.littleUInt16(at: position),
      let text = chunk.range(at: position + 2, byteCount: count * 2), text.upperBound <= end
    else { return nil }
    append(chunk.utf16Text(in: text, .little))
    return text.upperBound
  }

  private mutating func append(_ bytes: [UInt8]) {
    budget -= bytes.count
    value += bytes
  }

  private mutating func appendEntity(at position: Int, of chunk: Span<UInt8>) -> Int? {
    guard let name = name(at: position, of: chunk) else { return nil }
    if let character = words.entities[name.number] { value.append(character) }
    return name.end
  }

  /// Takes a value in the place of its substitution; false where it could not be followed.
  private mutating func take(
    _ value: BinaryXMLValue, of chunk: Span<UInt8>, depth: Int
  ) -> Bool {
    switch value.form {
    case .nothing: return true
    case .binary:
      guard binary.count + value.range.count <= Self.binaryLimit else { return false }
      budget -= value.range.count
      binary.append(chunk, value.range)
      binary += [0, 0]
      return true
    case .nested:
      endValue()
      return read(
        value.range, of: chunk, values: [], hasDependencies: false, depth: depth + 1)
    case .text:
      append(value.text(in: chunk))
      return true
    case .array:
      // An element for each.
      for item in value.items(in: chunk) {
        append(item)
        endValue()
      }
      return true
    }
  }

  /// Makes a field of what has been read of an attribute or text.
  private mutating func endValue() {
    guard !value.isEmpty else { return }
    var bytes: [UInt8] = []
    swap(&bytes, &value)
    addField(bytes.span)
    bytes.removeAll(keepingCapacity: true)
    swap(&bytes, &value)
  }

  private mutating func addField(_ bytes: Span<UInt8>) {
    let content = bytes.trimmingSpace(bytes.indices)
    guard !content.isEmpty else { return }
    if attribute == words.name, let last = elements.indices.last,
      elements[last].name == words.data
    {
      let number = text.names.number(of: bytes, content)
      if number != TreeNames.unusual { return elements[last].dataName = number }
    }
    guard attribute != words.namespace else { return }
    let label = label()
    text.addWholeField(bytes, content, label: label, row: row)
    if content.count >= EmbeddedText.leastByteCount { text.readEmbeddedText() }
  }

  private mutating func label() -> Int32 {
    guard let element = elements.last else { return TextLayout.noLabel }
    if let attribute { return text.label(element.name, attribute) }
    if element.dataName != TreeNames.none { return text.label(TreeNames.none, element.dataName) }
    let parent = elements.count > 1 ? elements[elements.count - 2].name : TreeNames.none
    return text.label(parent, element.name)
  }
}
