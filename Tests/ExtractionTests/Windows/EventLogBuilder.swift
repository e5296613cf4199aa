/// Event logs of Windows, as MS-EVEN6 describes them: one chunk, whose records use one template.
struct EventLogBuilder {
  /// An element, a text, or the number and type of a value.
  indirect enum Content {
    case element(String, [(String, Content)] = [], [Content] = [])
    case text(String)
    case entity(String)
    case value(UInt16, UInt8)
  }

  static let headByteCount = 4096
  static let chunkByteCount = 65_536

  /// The chunk up to the last record.
  private(set) var chunk = [UInt8](repeating: 0, count: 512)
  private var names: [String: Int] = [:]
  private(set) var template: Int?
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  /// `<Event><System><Computer>…</Computer></System><EventData>` with `data` in it.
  static func event(_ data: [Content]) -> EventLogBuilder {
    EventLogBuilder(
      .element(
        "Event", [("xmlns", .text("http://schemas.voorbeeld.example"))],
        [
          .element(
            "System", [],
            [
              .element("Provider", [("Name", .text("Voorbeeld"))]),
              .element("Computer", [], [.text("WERK-1")]),
            ]), .element("EventData", [], data),
        ]))
  }

  /// `<Data Name="…">` with the value of that number and type.
  static func data(_ name: String, _ number: UInt16, _ type: UInt8 = 1) -> Content {
    .element("Data", [("Name", .text(name))], [.value(number, type)])
  }

  mutating func add(_ number: UInt64, _ values: [(type: UInt8, bytes: [UInt8])]) {
    let start = chunk.count
    chunk += Array("**\0\0".utf8) + UInt32(0).littleBytes + number.littleBytes
    chunk += UInt64(0).littleBytes
    use(values)
    chunk.append(0)
    let byteCount = chunk.count - start + 4
    chunk += UInt32(byteCount).littleBytes
    chunk.replaceSubrange(start + 4..<start + 8, with: UInt32(byteCount).littleBytes)
  }

  /// The file; the head of its chunk says that `last` is the last record.
  func file(last: UInt64) -> [UInt8] {
    var bytes = Array("ElfFile\0".utf8) + [UInt8](repeating: 0, count: Self.headByteCount - 8)
    bytes[42] = 1
    var whole = chunk + [UInt8](repeating: 0, count: Self.chunkByteCount - chunk.count)
    whole.replaceSubrange(0..<8, with: Array("ElfChnk\0".utf8))
    whole.replaceSubrange(32..<40, with: last.littleBytes)
    return bytes + whole
  }

  private mutating func use(_ values: [(type: UInt8, bytes: [UInt8])]) {
    chunk += [0x0F, 1, 1, 0, 0x0C, 1, 0xEF, 0xBE, 0xAD, 0xDE]
    chunk += UInt32(template ?? chunk.count + 4).littleBytes
    if template == nil {
      template = chunk.count
      chunk += [0, 0, 0, 0, 0xEF, 0xBE, 0xAD, 0xDE] + [UInt8](repeating: 7, count: 12)
      chunk += [0, 0, 0, 0]
      let start = chunk.count
      chunk += [0x0F, 1, 1, 0]
      add(content)
      chunk.append(0)
      set(start - 4, chunk.count - start)
    }
    chunk += UInt32(values.count).littleBytes
    for value in values {
      chunk += UInt16(value.bytes.count).littleBytes + [value.type, 0]
    }
    for value in values { chunk += value.bytes }
  }

  private mutating func add(_ content: Content) {
    switch content {
    case .element(let name, let attributes, let inside):
      chunk += [attributes.isEmpty ? 0x01 : 0x41, 0xFF, 0xFF, 0, 0, 0, 0]
      let start = chunk.count
      add(name: name)
      if !attributes.isEmpty {
        chunk += [0, 0, 0, 0]
        for (index, attribute) in attributes.enumerated() {
          chunk.append(index + 1 < attributes.count ? 0x46 : 0x06)
          add(name: attribute.0)
          add(attribute.1)
        }
      }
      chunk.append(inside.isEmpty ? 3 : 2)
      for content in inside { add(content) }
      if !inside.isEmpty { chunk.append(4) }
      set(start - 4, chunk.count - start)
    case .text(let text):
      chunk += [5, 1] + UInt16(text.utf16.count).littleBytes + text.utf16.flatMap(\.littleBytes)
    case .entity(let name):
      chunk.append(9)
      add(name: name)
    case .value(let number, let type):
      chunk += [0x0E] + number.littleBytes + [type]
    }
  }

  private mutating func add(name: String) {
    if let place = names[name] {
      chunk += UInt32(place).littleBytes
      return
    }
    names[name] = chunk.count + 4
    chunk += UInt32(chunk.count + 4).littleBytes + [0, 0, 0, 0, 0, 0]
    chunk += UInt16(name.utf16.count).littleBytes + name.utf16.flatMap(\.littleBytes) + [0, 0]
  }

  private mutating func set(_ place: Int, _ number: Int) {
    chunk.replaceSubrange(place..<place + 4, with: UInt32(number).littleBytes)
  }
}

extension String {
  /// The text in UTF-16.
  var wideBytes: [UInt8] { utf16.flatMap(\.littleBytes) }
}
