import ContentTypes

/// Reads the records before the data of a file of SPSS one after the other; what they hold of text waits
/// until the encoding is known, which is told last.
///
/// Source: PSPP developers guide, System File Format.
struct SPSSRecords {
  private(set) var variables: [SPSSVariable] = []
  private(set) var variableLabels: [(variable: Int, text: Range<Int>)] = []
  private(set) var labelSets: [(labels: [(value: UInt64, text: Range<Int>)], owners: [Int])] = []
  private(set) var longLabels: [(name: Range<Int>, text: Range<Int>)] = []
  private(set) var notes: [Range<Int>] = []
  private(set) var longNames = 0..<0
  private(set) var longStrings = 0..<0
  private(set) var encoding: TextEncoding?
  private(set) var position = SPSSHeader.byteCount

  private let order: ByteOrder
  /// The variable to which each unit of a case belongs.
  private var owners: [Int] = []

  init(_ order: ByteOrder) {
    self.order = order
  }

  /// Reads all; false where one of them is not as it should be.
  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    while let type = take(bytes) {
      let isRead =
        switch type {
        case 2: takeVariable(bytes)
        case 3: takeLabels(bytes)
        case 6: takeDocuments(bytes)
        case 7: takeExtension(bytes)
        case 999: take(bytes) != nil
        default: false
        }
      if !isRead || type == 999 { return isRead }
    }
    return false
  }

  /// `name=value`, with tabs between.
  func pairs(
    _ bytes: Span<UInt8>, _ data: Range<Int>
  ) -> [(name: [UInt8], value: [UInt8])] {
    var all: [UInt8] = []
    all.append(bytes, data)
    return all.split(separator: UInt8(ascii: "\t")).compactMap { pair in
      guard let sign = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      return (Array(pair[..<sign].drop { $0 == 0 }), Array(pair[(sign + 1)...]))
    }
  }

  private mutating func take(_ bytes: Span<UInt8>) -> Int? {
    guard let number = bytes.integer(at: position, byteCount: 4, order) else { return nil }
    position += 4
    return Int(Int32(truncatingIfNeeded: number))
  }

  private mutating func take(_ bytes: Span<UInt8>, byteCount: Int) -> Range<Int>? {
    guard let range = bytes.range(at: position, byteCount: byteCount) else { return nil }
    position = range.upperBound
    return range
  }

  private mutating func takeVariable(_ bytes: Span<UInt8>) -> Bool {
    guard let width = take(bytes), let hasLabel = take(bytes), let missingCount = take(bytes),
      let format = take(bytes), take(bytes) != nil, let nameRange = take(bytes, byteCount: 8)
    else { return false }
    var label: Range<Int>?
    if hasLabel == 1 {
      guard let length = take(bytes), length >= 0,
        let range = take(bytes, byteCount: (length + 3) / 4 * 4)
      else { return false }
      label = range.prefix(length)
    }
    let missingByteCount = Int(missingCount.magnitude) * 8
    guard missingCount.magnitude <= 3, take(bytes, byteCount: missingByteCount) != nil else {
      return false
    }
    guard width >= 0 else {
      // The next eight bytes of a string.
      if let owner = owners.last { owners.append(owner) }
      return true
    }
    guard width < 256 else { return false }
    var name: [UInt8] = []
    name.append(bytes, nameRange)
    while name.last == 0x20 { name.removeLast() }
    if let label { variableLabels.append((variables.count, label)) }
    owners.append(variables.count)
    variables.append(
      SPSSVariable(
        shortName: name, name: name, format: format >> 16 & 0xFF, widths: [width]))
    return true
  }

  private mutating func takeLabels(_ bytes: Span<UInt8>) -> Bool {
    guard let count = take(bytes) else { return false }
    var labels: [(UInt64, Range<Int>)] = []
    for _ in 0..<max(0, count) {
      guard let value = take(bytes, byteCount: 8), let length = take(bytes, byteCount: 1) else {
        return false
      }
      // With its length it takes units of eight bytes.
      let byteCount = Int(bytes[length.lowerBound])
      guard let label = take(bytes, byteCount: byteCount / 8 * 8 + 7) else { return false }
      labels.append((bytes.littleEndianBits64(at: value.lowerBound), label.prefix(byteCount)))
    }
    guard take(bytes) == 4, let ownerCount = take(bytes) else { return false }
    var variables: [Int] = []
    for _ in 0..<max(0, ownerCount) {
      guard let unit = take(bytes) else { return false }
      if owners.indices.contains(unit - 1) { variables.append(owners[unit - 1]) }
    }
    labelSets.append((labels, variables))
    return true
  }

  private mutating func takeDocuments(_ bytes: Span<UInt8>) -> Bool {
    guard let count = take(bytes), let lines = take(bytes, byteCount: max(0, count) * 80) else {
      return false
    }
    for start in stride(from: lines.lowerBound, to: lines.upperBound, by: 80) {
      notes.append(start..<start + 80)
    }
    return true
  }

  private mutating func takeExtension(_ bytes: Span<UInt8>) -> Bool {
    guard let kind = take(bytes), let size = take(bytes), let count = take(bytes), size >= 0,
      count >= 0, let data = take(bytes, byteCount: size * count)
    else { return false }
    switch kind {
    case 3 where data.count >= 32 && encoding == nil:
      let codePage = bytes.integer(at: data.lowerBound + 28, byteCount: 4, order) ?? 0
      encoding =
        switch codePage {
        case 65001: .utf8
        case 1252, 28591: .windows1252
        default: CharsetID(codePage: codePage).map { .declared($0) }
        }
    case 13: longNames = data
    case 14: longStrings = data
    case 17, 18: notes.append(data)
    case 20: encoding = TextEncoding.named(bytes, data) ?? encoding
    case 21: takeLongLabels(bytes, upTo: data)
    default: break
    }
    return true
  }

  /// What the values of strings of more than eight bytes stand for.
  private mutating func takeLongLabels(_ bytes: Span<UInt8>, upTo data: Range<Int>) {
    defer { position = data.upperBound }
    position = data.lowerBound
    while position < data.upperBound {
      guard let nameLength = take(bytes), let name = take(bytes, byteCount: nameLength),
        take(bytes) != nil, let count = take(bytes)
      else { return }
      for _ in 0..<max(0, count) {
        guard position < data.upperBound, let valueLength = take(bytes),
          take(bytes, byteCount: valueLength) != nil, let length = take(bytes),
          let text = take(bytes, byteCount: length)
        else { return }
        longLabels.append((name, text))
      }
    }
  }
}
