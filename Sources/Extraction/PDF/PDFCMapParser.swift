/// Reads CMaps: those that say which characters codes stand for, and those that say which glyphs.
struct PDFCMapParser {
  private enum Section {
    case none, codeSpaces, characters, ranges, glyphs, glyphRanges
  }

  private var tokenizer = PDFTokenizer()
  private var section = Section.none
  private var map = PDFCMap()
  /// The operands of the entry that is being read.
  private var codes: [(value: UInt32, byteCount: Int)] = []
  private var lastName: [UInt8] = []
  private var lastNumber = 0.0
  private var tokenCount = 0
  /// The name of the map that this one builds on.
  private(set) var parentName: [UInt8] = []

  /// The map in `bytes`, not sorted yet.
  mutating func parse(_ bytes: Span<UInt8>) -> PDFCMap {
    while tokenCount < 4 * PDFCMap.entryLimit {
      tokenCount += 1
      switch tokenizer.next(in: bytes) {
      case .end: return map
      case .keyword(let range): take(keyword: bytes.extracting(range))
      case .name(let range):
        lastName = Array(bytes, range)
        if section == .characters, let scalar = GlyphNames.scalar(of: lastName) {
          finishEntry(text: [scalar])
        }
      case .number(let value):
        lastNumber = value
        if section == .glyphs || section == .glyphRanges { finishGlyphs(value) }
      case .string(let range): take(string: range)
      case .arrayStart: if section == .ranges { takeArray(in: bytes) }
      default: continue
      }
    }
    return map
  }

  private mutating func take(keyword: Span<UInt8>) {
    codes.removeAll(keepingCapacity: true)
    tokenizer.forgetStrings()
    if keyword.equals("begincodespacerange") {
      section = .codeSpaces
    } else if keyword.equals("beginbfchar") {
      section = .characters
    } else if keyword.equals("beginbfrange") {
      section = .ranges
    } else if keyword.equals("begincidchar") {
      section = .glyphs
    } else if keyword.equals("begincidrange") {
      section = .glyphRanges
    } else if keyword.equals("usecmap") {
      parentName = lastName
    } else if keyword.equals("def") {
      if lastName == Array("WMode".utf8) { map.isVertical = lastNumber == 1 }
    } else if keyword.starts("end") {
      section = .none
    }
  }

  private mutating func take(string range: Range<Int>) {
    switch section {
    case .none:
      tokenizer.forgetStrings()
      return
    case .codeSpaces, .glyphs, .glyphRanges: codes.append(code(range))
    case .characters:
      if codes.isEmpty { codes.append(code(range)) } else { finishEntry(text: text(range)) }
    case .ranges:
      if codes.count < 2 { codes.append(code(range)) } else { finishRange(text(range)) }
    }
    if section == .codeSpaces, codes.count == 2 {
      map.add(
        PDFCMap.CodeSpace(
          byteCount: min(4, max(1, codes[0].byteCount)), first: codes[0].value,
          last: codes[1].value))
      codes.removeAll(keepingCapacity: true)
    }
    if tokenizer.strings.count > 1 << 16 { tokenizer.forgetStrings() }
  }

  private mutating func finishEntry(text: [UInt32]) {
    guard let code = codes.first else { return }
    if !text.isEmpty { map.add(code.value, text: text) }
    codes.removeAll(keepingCapacity: true)
  }

  private mutating func finishRange(_ text: [UInt32]) {
    defer { codes.removeAll(keepingCapacity: true) }
    guard codes.count == 2, var last = text.last, codes[0].value <= codes[1].value else { return }
    if text.count == 1 {
      return map.add(
        PDFCMap.Entry(first: codes[0].value, last: codes[1].value, value: last))
    }
    for code in codes[0].value...min(codes[1].value, codes[0].value &+ 0xFFFF) {
      guard !map.isOverLimit else { return }
      map.add(code, text: text.dropLast() + [last])
      last &+= 1
    }
  }

  /// Takes the characters of a range one by one.
  private mutating func takeArray(in bytes: Span<UInt8>) {
    guard codes.count == 2 else { return }
    var code = codes[0].value
    while true {
      tokenCount += 1
      switch tokenizer.next(in: bytes) {
      case .string(let range):
        let text = text(range)
        if code <= codes[1].value, !text.isEmpty { map.add(code, text: text) }
        code &+= 1
      case .name(let range):
        if let scalar = GlyphNames.scalar(of: Array(bytes, range)) {
          map.add(code, text: [scalar])
        }
        code &+= 1
      case .arrayEnd, .end, .keyword:
        codes.removeAll(keepingCapacity: true)
        return
      default: continue
      }
    }
  }

  private mutating func finishGlyphs(_ value: Double) {
    defer { codes.removeAll(keepingCapacity: true) }
    guard let first = codes.first, let last = codes.last, value >= 0, value < 0x11_0000 else {
      return
    }
    map.add(
      PDFCMap.Entry(
        first: first.value, last: section == .glyphs ? first.value : last.value,
        value: UInt32(value)))
  }

  private func code(_ range: Range<Int>) -> (value: UInt32, byteCount: Int) {
    var value: UInt32 = 0
    for index in range.suffix(4) { value = value << 8 | UInt32(tokenizer.strings[index]) }
    return (value, range.count)
  }

  /// The characters of a string in UTF-16.
  private func text(_ range: Range<Int>) -> [UInt32] {
    let bytes = tokenizer.strings[range].prefix(64)
    if bytes.count == 1, let byte = bytes.first { return [UInt32(byte)] }
    var scalars: [UInt32] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
      index += 2
      if unit & 0xFC00 == 0xDC00, let high = scalars.last, high & 0xFC00 == 0xD800 {
        scalars[scalars.count - 1] = 0x1_0000 + (high & 0x3FF) << 10 + unit & 0x3FF
      } else {
        scalars.append(unit)
      }
    }
    return scalars
  }
}

extension [UInt8] {
  /// The bytes of `span` in `range`.
  init(_ span: Span<UInt8>, _ range: Range<Int>) {
    self = []
    append(span, range)
  }
}

extension Span<UInt8> {
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && starts(word)
  }

  func starts(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for index in word.indices where self[index] != word[index] { return false }
      return true
    }
  }
}
