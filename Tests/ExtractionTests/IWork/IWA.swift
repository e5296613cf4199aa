/// Writes archives of iWork by hand.
enum IWA {
  typealias Object = (id: Int, type: Int, message: [UInt8])

  static func varint(_ value: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var value = UInt64(bitPattern: Int64(value))
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    return bytes + [UInt8(value)]
  }

  static func number(_ field: Int, _ value: Int) -> [UInt8] { varint(field << 3) + varint(value) }

  static func bytes(_ field: Int, _ bytes: [UInt8]) -> [UInt8] {
    varint(field << 3 | 2) + varint(bytes.count) + bytes
  }

  static func text(_ field: Int, _ text: String) -> [UInt8] { bytes(field, Array(text.utf8)) }

  static func reference(_ field: Int, _ id: Int) -> [UInt8] { bytes(field, number(1, id)) }

  /// A text of a kind: 0 a body, 1 a header, 4 a note, 5 a cell.
  static func storage(_ id: Int, kind: Int, _ text: String) -> Object {
    (id, 2001, number(1, kind) + self.text(3, text))
  }

  /// The archive of these objects, in one block that holds them as they are.
  static func archive(_ objects: [Object]) -> [UInt8] {
    var content: [UInt8] = []
    for object in objects {
      let message = number(1, object.type) + number(3, object.message.count)
      let description = number(1, object.id) + bytes(2, message)
      content += varint(description.count) + description + object.message
    }
    return framed(snappy(content))
  }

  static func framed(_ block: [UInt8]) -> [UInt8] {
    [0, UInt8(block.count & 0xFF), UInt8(block.count >> 8 & 0xFF), UInt8(block.count >> 16)] + block
  }

  /// Of literals alone.
  static func snappy(_ content: [UInt8]) -> [UInt8] {
    var block = varint(content.count)
    for start in stride(from: 0, to: content.count, by: 256) {
      let part = content[start..<min(start + 256, content.count)]
      block += [60 << 2, UInt8(part.count - 1)] + part
    }
    return block
  }
}
