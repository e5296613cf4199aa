import ScanModel

/// Makes fields of XML: the text of each element and each attribute.
///
/// Leaf elements side by side stand on one line; an element with elements in it begins and ends
/// a line. A text is labelled by its element and the one around it, an attribute by its element.
struct MarkupTree: MarkupHandler {
  static let isHTML = false
  /// The deepest nesting that is followed.
  static let depthLimit = 1000
  /// How far up the start of an element that ends is looked for.
  private static let searchDepth = 64

  private struct Element {
    let name: Int32
    var hasElements = false
  }

  var text = TreeText()
  private(set) var isMalformed = false

  private var elements: [Element] = []
  /// How many elements are open beyond the limit.
  private var excessDepth = 0
  private var run = MarkupRun()
  private let references = MarkupReferences(isHTML: false)
  /// The attributes of an element until it is known whether it begins a line, and comments in
  /// a text until it ends.
  private var waiting = MarkupWaitingFields()
  /// Whether nothing but the start tag of the innermost element was seen.
  private var isAtStart = false

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    take(bytes, range, line: line, isLabelled: true)
  }

  mutating func takeRaw(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    take(bytes, range, line: line, isLabelled: false)
  }

  private mutating func take(
    _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int, isLabelled: Bool
  ) {
    var start = range.lowerBound
    if !run.isOpen {
      var row = line
      while start < range.upperBound, bytes[start].isMarkupSpace {
        if bytes[start] == UInt8(ascii: "\n") { row += 1 }
        start += 1
      }
      guard start < range.upperBound else { return }
      settle(asParent: false)
      run.begin(label: isLabelled ? textLabel() : TextLayout.noLabel, row: row, in: &text)
    }
    run.appendVerbatim(bytes, start..<range.upperBound, to: &text)
  }

  mutating func take(_ scalar: Unicode.Scalar, line: Int) {
    if !run.isOpen {
      settle(asParent: false)
      run.begin(label: textLabel(), row: line, in: &text)
    }
    run.append(scalar, to: &text)
  }

  mutating func open(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> Bool {
    endText()
    settle(asParent: true)
    guard excessDepth == 0, elements.count < Self.depthLimit else {
      isMalformed = true
      if !tag.isEmpty { excessDepth += 1 }
      takeAttributes(of: tag, name: TreeNames.none, in: bytes)
      settle(asParent: false)
      return false
    }
    if !elements.isEmpty { elements[elements.count - 1].hasElements = true }
    let name = localName(tag.name, in: bytes)
    let number = text.names.number(of: bytes, name)
    if number == TreeNames.unusual {
      waiting.bytes.append(bytes, name)
      waiting.add(label: textLabel(), row: tag.row)
    }
    elements.append(Element(name: number))
    takeAttributes(of: tag, name: number, in: bytes)
    isAtStart = true
    if tag.isEmpty { closeInnermost() }
    return false
  }

  mutating func takeLeaf(
    _ name: Range<Int>, _ content: Range<Int>, of bytes: Span<UInt8>, line: Int
  ) -> Bool {
    guard excessDepth == 0, elements.count < Self.depthLimit else { return false }
    let number = text.names.number(of: bytes, localName(name, in: bytes))
    guard number > TreeNames.unusual else { return false }
    endText()
    settle(asParent: true)
    var parent = TreeNames.none
    if let last = elements.indices.last {
      elements[last].hasElements = true
      parent = elements[last].name
    }
    text.addWholeField(bytes, content, label: text.label(parent, number), row: line)
    if content.count >= EmbeddedText.leastByteCount { text.readEmbeddedText() }
    return true
  }

  mutating func close(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) {
    endText()
    if !tag.attributes.isEmpty {
      settle(asParent: false)
      takeAttributes(of: tag, name: TreeNames.none, in: bytes)
      settle(asParent: false)
    }
    guard excessDepth == 0 else {
      excessDepth -= 1
      return
    }
    let name = localName(tag.name, in: bytes)
    if let last = elements.last?.name, last > TreeNames.unusual,
      text.names.isName(last, equalTo: bytes, name)
    {
      return closeInnermost()
    }
    let number = text.names.number(of: bytes, name)
    if elements.last?.name == number { return closeInnermost() }
    let searched = elements.suffix(Self.searchDepth)
    guard let index = searched.lastIndex(where: { $0.name == number }) else { return }
    while elements.count > index { closeInnermost() }
  }

  mutating func takeAside(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    let (content, row) = bytes.trimmed(range, line: line)
    guard !content.isEmpty else { return }
    if run.isOpen, !waiting.isFull {
      waiting.bytes.append(bytes, content)
      waiting.add(label: TextLayout.noLabel, row: row, isOnOwnLine: true)
      return
    }
    endText()
    settle(asParent: true)
    text.breakLine()
    text.addField(bytes, content, label: TextLayout.noLabel, row: row)
    text.breakLine()
  }

  mutating func endText() {
    guard run.isOpen else { return }
    run.end(in: &text)
    text.readEmbeddedText()
    text.add(waiting)
    waiting.removeAll()
  }

  mutating func end() {
    endText()
    settle(asParent: false)
    if !elements.isEmpty { isMalformed = true }
  }

  private mutating func closeInnermost() {
    settle(asParent: false)
    guard let element = elements.popLast() else { return }
    if element.hasElements { text.breakLine() }
  }

  /// Adds the attributes of the innermost element now that it is known whether it is a parent.
  private mutating func settle(asParent: Bool) {
    if isAtStart, asParent { text.breakLine() }
    isAtStart = false
    guard !waiting.isEmpty else { return }
    text.add(waiting)
    waiting.removeAll()
  }

  private mutating func takeAttributes(
    of tag: borrowing MarkupTag, name: Int32, in bytes: Span<UInt8>
  ) {
    for attribute in tag.attributes {
      let attributeName = localName(attribute.name, in: bytes)
      let number = text.names.number(of: bytes, attributeName)
      let label = excessDepth > 0 ? TextLayout.noLabel : text.label(name, number)
      if number == TreeNames.unusual || !attribute.hasValue {
        waiting.bytes.append(bytes, attribute.name)
        waiting.add(label: TextLayout.noLabel, row: attribute.row)
      }
      references.append(bytes, attribute.value, to: &waiting.bytes)
      waiting.add(label: label, row: attribute.row)
    }
  }

  /// The label of a text in the innermost element.
  private mutating func textLabel() -> Int32 {
    guard excessDepth == 0, let element = elements.last else { return TextLayout.noLabel }
    let parent = elements.count > 1 ? elements[elements.count - 2].name : TreeNames.none
    return text.label(parent, element.name)
  }

  /// The name without its namespace prefix.
  private func localName(_ name: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var start = name.upperBound
    while start > name.lowerBound, bytes[start &- 1] != UInt8(ascii: ":") { start &-= 1 }
    return start > name.lowerBound && start < name.upperBound ? start..<name.upperBound : name
  }
}

extension Span<UInt8> {
  /// `range` without white space at its ends, and the line on which it then begins.
  func trimmed(_ range: Range<Int>, line: Int) -> (range: Range<Int>, row: Int) {
    var start = range.lowerBound
    var end = range.upperBound
    var row = line
    while start < end, self[start].isMarkupSpace {
      if self[start] == UInt8(ascii: "\n") { row += 1 }
      start += 1
    }
    while end > start, self[end - 1].isMarkupSpace { end -= 1 }
    return (start..<end, row)
  }
}
