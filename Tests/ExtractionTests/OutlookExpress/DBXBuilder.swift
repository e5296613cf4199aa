/// A file of Outlook Express as it is described: objects that begin with their place.
struct DBXBuilder {
  static let messages: UInt32 = 0x6F74_FDC5
  static let folders: UInt32 = 0x6F74_FDC6
  static let headByteCount = 0x24BC
  private static let roomByteCount = 0x200

  private(set) var bytes: [UInt8]

  init(_ kind: UInt32) {
    bytes = [UInt8](repeating: 0, count: Self.headByteCount)
    self[0] = 0xFE12_ADCF
    self[4] = kind
  }

  /// The number at a place.
  subscript(place: Int) -> UInt32 {
    get { (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) } }
    set { bytes.replaceSubrange(place..<place + 4, with: newValue.littleBytes) }
  }

  mutating func add(_ body: [UInt8]) -> Int {
    let place = bytes.count
    bytes += UInt32(place).littleBytes + body
    bytes += [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    return place
  }

  /// A record of texts, and of numbers that stand in the place of their place.
  mutating func record(_ texts: [(UInt8, String)], _ numbers: [(UInt8, Int)] = []) -> Int {
    var index: [UInt8] = []
    var content: [UInt8] = []
    for (number, value) in numbers {
      index += (UInt32(value) << 8 | 0x80 | UInt32(number)).littleBytes
    }
    for (number, text) in texts {
      index += (UInt32(content.count) << 8 | UInt32(number)).littleBytes
      content += Array(text.utf8) + [0]
    }
    content += [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    let body = index + content
    return add(
      UInt32(body.count).littleBytes + [0, 0, UInt8(texts.count + numbers.count), 0] + body)
  }

  /// The text of a message in segments; returns their places.
  mutating func text(_ text: String) -> [Int] {
    let text = Array(text.replacing("\n", with: "\r\n").utf8)
    var places: [Int] = []
    for start in stride(from: 0, to: text.count, by: Self.roomByteCount) {
      let piece = text[start..<min(start + Self.roomByteCount, text.count)]
      let room = Array(piece) + [UInt8](repeating: 0, count: Self.roomByteCount - piece.count)
      let head = [UInt32(Self.roomByteCount), UInt32(piece.count), 0].flatMap(\.littleBytes)
      let place = add(head + room)
      if let last = places.last { self[last + 12] = UInt32(place) }
      places.append(place)
    }
    return places
  }

  /// Frees segments one after the other, each with the place of the one that was freed before it.
  mutating func delete(_ segments: [Int]) {
    for place in segments {
      self[place + 4] = 0x1FC
      self[place + 8] = 0x210
      self[place + 16] = self[0x48]
      self[0x48] = UInt32(place)
    }
  }

  /// A tree of a root and, before its first record and behind each, a node with one more.
  mutating func tree(_ records: [Int]) {
    self[0xC4] = UInt32(records.count)
    var nodes: [Int] = []
    for record in records { nodes.append(node([record])) }
    guard nodes.count > 2 else { return self[0xE4] = UInt32(node(records)) }
    // Every second record stands in the root.
    let root = node(stride(from: 1, to: records.count, by: 2).map { records[$0] })
    self[root + 8] = UInt32(nodes[0])
    for (number, child) in stride(from: 2, to: nodes.count, by: 2).enumerated() {
      self[root + 24 + 12 * number + 4] = UInt32(nodes[child])
    }
    self[0xE4] = UInt32(root)
  }

  private mutating func node(_ records: [Int]) -> Int {
    var body = [UInt8](repeating: 0, count: 0x278)
    body[13] = UInt8(records.count)
    for (number, record) in records.enumerated() {
      body.replaceSubrange(20 + 12 * number..<24 + 12 * number, with: UInt32(record).littleBytes)
    }
    return add(body)
  }
}
