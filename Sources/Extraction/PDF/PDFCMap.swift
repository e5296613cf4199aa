/// A map from codes to characters or to numbers of glyphs.
struct PDFCMap {
  /// The most entries that are read of one map.
  static let entryLimit = 400_000

  /// Codes in a row, and the value of the first of them.
  struct Entry {
    var first: UInt32
    var last: UInt32
    /// A number that grows with the code; or, with `isText`, where the characters are.
    var value: UInt32
    var isText = false
  }

  struct CodeSpace {
    var byteCount: Int
    var first: UInt32
    var last: UInt32
  }

  private(set) var entries: [Entry] = []
  private(set) var codeSpaces: [CodeSpace] = []
  /// The characters of the entries with several: their count, then they.
  private var texts: [UInt32] = []
  private var isSorted = true
  var isVertical = false
  private(set) var isOverLimit = false

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ space: CodeSpace) {
    if codeSpaces.count < 1000 { codeSpaces.append(space) }
  }

  mutating func add(_ entry: Entry) {
    guard entries.count < Self.entryLimit, texts.count < 4 * Self.entryLimit else {
      isOverLimit = true
      return
    }
    guard entry.first <= entry.last else { return }
    if let last = entries.last, last.first >= entry.first { isSorted = false }
    entries.append(entry)
  }

  /// Adds a code that stands for several characters.
  mutating func add(_ code: UInt32, text: [UInt32]) {
    guard text.count != 1 else {
      return add(Entry(first: code, last: code, value: text[0]))
    }
    add(Entry(first: code, last: code, value: UInt32(texts.count), isText: true))
    texts.append(UInt32(text.count))
    texts += text
  }

  /// Takes over what another map holds; its entries stand behind those of this one.
  mutating func add(_ other: PDFCMap) {
    for space in other.codeSpaces { add(space) }
    for entry in other.entries {
      if entry.isText {
        add(entry.first, text: Array(other.text(at: entry.value)))
      } else {
        add(entry)
      }
    }
    isVertical = isVertical || other.isVertical
  }

  /// Makes the map ready for questions; of two entries for a code the later one counts.
  mutating func sort() {
    guard !isSorted else { return }
    isSorted = true
    let order = entries.indices.sorted {
      entries[$0].first != entries[$1].first
        ? entries[$0].first < entries[$1].first : $0 < $1
    }
    entries = order.map { entries[$0] }
  }

  /// The entry that holds `code`.
  private func entry(for code: UInt32) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].first <= code { low = middle + 1 } else { high = middle }
    }
    // A single code may stand within a range that begins before it.
    var index = low - 1
    while index >= 0, index >= low - 4 {
      if entries[index].last >= code { return entries[index] }
      index -= 1
    }
    return nil
  }

  /// The number that `code` stands for.
  func number(for code: UInt32) -> UInt32? {
    guard let entry = entry(for: code), !entry.isText else { return nil }
    return entry.value &+ (code - entry.first)
  }

  /// Adds the characters of `code` to `glyph`; false where there are none, or only a control.
  func appendCharacters(of code: UInt32, to glyph: inout PDFGlyph) -> Bool {
    guard let entry = entry(for: code) else { return false }
    guard entry.isText else {
      let scalar = entry.value &+ (code - entry.first)
      guard scalar != 0xFFFD, !scalar.isControl else { return false }
      glyph.append(scalar)
      return true
    }
    for scalar in text(at: entry.value) { glyph.append(scalar) }
    return true
  }

  private func text(at offset: UInt32) -> ArraySlice<UInt32> {
    let start = Int(offset) + 1
    guard start <= texts.count else { return [] }
    return texts[start..<min(texts.count, start + Int(texts[start - 1]))]
  }

  /// The next code of a string at `position` and how many bytes it takes.
  func nextCode(_ bytes: [UInt8], at position: Int, end: Int) -> (code: UInt32, byteCount: Int) {
    var code: UInt32 = 0
    for count in 1...4 where position + count <= end {
      code = code << 8 | UInt32(bytes[position + count - 1])
      for space in codeSpaces where space.byteCount == count && space.holds(code) {
        return (code, count)
      }
    }
    let shortest = codeSpaces.map(\.byteCount).min() ?? 2
    let count = min(shortest, end - position)
    code = 0
    for offset in 0..<count { code = code << 8 | UInt32(bytes[position + offset]) }
    return (code, count)
  }
}

extension UInt32 {
  /// Whether it is a control that stands for nothing in a text.
  fileprivate var isControl: Bool {
    switch self {
    case 0x09, 0x0A, 0x0D: false
    default: self < 0x20 || 0x7F...0x9F ~= self
    }
  }
}

extension PDFCMap.CodeSpace {
  /// Whether every byte of `code` lies between those of the ends.
  fileprivate func holds(_ code: UInt32) -> Bool {
    for shift in stride(from: UInt32(0), to: UInt32(8 * byteCount), by: 8) {
      let byte = code >> shift & 0xFF
      if byte < first >> shift & 0xFF || byte > last >> shift & 0xFF { return false }
    }
    return true
  }
}
