import ScanModel

/// Where text goes, and values that elements hold.
extension OpenDocumentContent {
  private static let valueByteLimit = 1 << 20

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard destination != .nowhere, !range.isEmpty else { return }
    guard bytes.hasSpaceToFold(range) else { return append(bytes, range) }
    var folded: [UInt8] = []
    swap(&folded, &self.folded)
    folded.removeAll(keepingCapacity: true)
    bytes.appendFolded(range, to: &folded)
    append(folded.span, folded.indices)
    swap(&folded, &self.folded)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if !valueName.isEmpty {
      guard value.count < Self.valueByteLimit else { return book(.limit) }
      return value.append(bytes, range)
    }
    switch destination {
    case .body: body.append(bytes, range)
    case .cell: if isInParagraph { cell.append(bytes, range) }
    case .aside(let section):
      if asides.spend(range.count, section) { asides[section].append(bytes, range) }
    case .sheet where isInParagraph:
      if asides.spend(range.count, .textBoxes) { asides[.textBoxes].append(bytes, range) }
    case .sheet, .nowhere: break
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if !valueName.isEmpty { return value.append(scalar) }
    switch destination {
    case .body: body.append(scalar)
    case .cell: if isInParagraph { cell.append(scalar) }
    case .aside(let section):
      if asides.spend(1, section) { asides[section].append(scalar) }
    case .sheet, .nowhere: break
    }
  }

  mutating func hold(_ space: Unicode.Scalar, count: Int = 1) {
    guard valueName.isEmpty else { return take(space) }
    for _ in 0..<count {
      switch destination {
      case .body: body.hold(space)
      case .cell: cell.append(space)
      case .aside(let section): asides[section].hold(space)
      case .sheet, .nowhere: return
      }
    }
  }

  mutating func endParagraph() {
    switch destination {
    case .body: body.endParagraph()
    case .aside(let section): asides[section].endParagraph()
    case .sheet where isInParagraph: asides[.textBoxes].endParagraph()
    case .sheet, .cell, .nowhere: break
    }
  }

  mutating func beginParagraph() {
    if !valueName.isEmpty {
      take(" ")
    } else if destination == .cell {
      cell.beginParagraph()
    } else {
      endParagraph()
    }
    isInParagraph = true
  }

  mutating func beginAside(_ section: DocumentSection) {
    destination = .aside(section)
    isInParagraph = false
    endParagraph()
  }

  /// A text box that stands in a comment or a note belongs to that.
  mutating func beginTextBox() {
    if case .aside = destination {
      endParagraph()
      isInParagraph = false
    } else {
      beginAside(.textBoxes)
    }
  }

  // MARK: Values

  /// Whether the element is a value and no field of the same name in a text.
  func isValue(
    _ element: OpenDocumentElement, _ name: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard isInParagraph, element == .value else { return true }
    return bytes.begins(with: "<svg:", at: name.lowerBound - 5)
  }

  mutating func beginValue(_ name: Range<Int>, in bytes: Span<UInt8>) {
    value.removeAll(keepingCapacity: true)
    valueName.removeAll(keepingCapacity: true)
    valueName.append(bytes, name)
  }

  /// Adds a value that is complete: to the aside it lies in, or to the body or the text boxes.
  mutating func endValue(_ scope: Scope) {
    let name = scope.element == .description ? [] : valueName
    valueName.removeAll(keepingCapacity: true)
    guard !value.isEmpty else { return }
    switch scope.destination {
    case .aside(let section): add(value, named: name, to: section)
    case .body where !scope.isInParagraph: body.add(value, named: name)
    default: add(value, named: name, to: .textBoxes)
    }
  }

  mutating func add(_ value: [UInt8], named name: [UInt8], to section: DocumentSection) {
    guard !value.isEmpty, asides.spend(value.count, section) else { return }
    asides[section].add(value, named: name)
  }
}

extension Span<UInt8> {
  /// Whether there is white space that is not one space between two other bytes.
  fileprivate func hasSpaceToFold(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    var isBehindSpace = false
    while position &+ ByteBlock.byteCount <= range.upperBound {
      let block = ByteBlock(self, at: position)
      let spaces = block.mask(of: 0x20)
      if spaces & (spaces &<< 1 | (isBehindSpace ? 1 : 0)) != 0 { return true }
      if block.mask(from: 0, through: 0x1F) != 0 { break }
      isBehindSpace = spaces &>> 63 != 0
      position &+= ByteBlock.byteCount
    }
    while position < range.upperBound {
      let byte = self[position]
      if byte > 0x20 {
        isBehindSpace = false
      } else if byte == 0x20 && !isBehindSpace {
        isBehindSpace = true
      } else if byte.isMarkupSpace {
        return true
      }
      position &+= 1
    }
    return false
  }

  /// Appends the range with every run of white space as one space.
  fileprivate func appendFolded(_ range: Range<Int>, to buffer: inout [UInt8]) {
    var isBehindSpace = false
    for index in range {
      let isSpace = self[index].isMarkupSpace
      if !isSpace { buffer.append(self[index]) } else if !isBehindSpace { buffer.append(0x20) }
      isBehindSpace = isSpace
    }
  }
}
