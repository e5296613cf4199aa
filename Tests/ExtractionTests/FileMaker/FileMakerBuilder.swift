/// Lays a database of FileMaker Pro out as fmptools describes it.
struct FileMakerBuilder {
  /// A value under a number, at the path of the steps.
  struct Value {
    let path: [Step]
    let key: UInt8
    let bytes: [UInt8]
  }

  enum Step: Equatable {
    case number(Int)
    /// The type of a file, from version 7 on.
    case type(String)
  }

  let isMasked: Bool
  private var leaves: [[Value]] = []

  init(isMasked: Bool) {
    self.isMasked = isMasked
  }

  /// A text in the characters of the file; those of a Macintosh are given as they are.
  func text(_ text: String) -> [UInt8] {
    isMasked ? text.unicodeScalars.map { UInt8($0.value) ^ 0x5A } : Array(text.utf8)
  }

  /// Adds a leaf; what the path of one value shares with that before is not repeated.
  mutating func addLeaf(_ values: [([Int], UInt8, [UInt8])]) {
    leaves.append(values.map { Value(path: $0.0.map(Step.number), key: $0.1, bytes: $0.2) })
  }

  /// Adds a leaf with parts of a file.
  mutating func addLeaf(ofFile type: String, at path: [Int], _ parts: [[UInt8]]) {
    let steps = path.map(Step.number) + [.type(type)]
    leaves.append(
      parts.enumerated().map { Value(path: steps, key: UInt8($0.offset + 1), bytes: $0.element) })
  }

  /// The file, whose leaves lie as `order` says: the number of the leaf in each place.
  func bytes(order: [Int]? = nil) -> [UInt8] {
    let order = order ?? Array(leaves.indices)
    let size = isMasked ? 4096 : 1024
    var file: [UInt8] = [0, 1, 0, 0, 0, 2, 0, 1, 0, 5, 0, 2, 0, 2, 0xC0]
    if isMasked { file += Array("HBAM7".utf8) }
    file += [UInt8](repeating: 0, count: (isMasked ? size : 2 * size) - file.count)
    // The first leaf is always in the second sector.
    let places = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset + 2) })
    file += sector([], next: leaves.count + 1, level: 1)
    for leaf in order {
      file += sector(codes(of: leaves[leaf]), next: places[leaf + 1] ?? 0, level: 0)
    }
    return file
  }

  private func sector(_ codes: [UInt8], next: Int, level: UInt8) -> [UInt8] {
    let number = (0..<4).reversed().map { UInt8(truncatingIfNeeded: next >> (8 * $0)) }
    var sector: [UInt8]
    if isMasked {
      sector = [0, 0, 0, 0] + [0, 0, 0, 0] + number + [UInt8](repeating: 0, count: 8) + codes
    } else {
      let length = [UInt8(codes.count >> 8), UInt8(codes.count & 0xFF)]
      sector = [0, level] + [0, 0, 0, 0] + number + [0, 0] + length + codes
    }
    sector += [UInt8](repeating: 0, count: (isMasked ? 4096 : 1024) - sector.count)
    return sector
  }

  private func codes(of values: [Value]) -> [UInt8] {
    var codes: [UInt8] = []
    var path: [Step] = []
    for value in values {
      let shared = zip(path, value.path).prefix { $0 == $1 }.count
      codes += [UInt8](repeating: isMasked ? 0x40 : 0xC0, count: path.count - shared)
      for step in value.path[shared...] { codes += push(step) }
      codes += code(value)
      path = value.path
    }
    return codes
  }

  private func push(_ step: Step) -> [UInt8] {
    switch step {
    case .type(let type): [0x38, UInt8(type.utf8.count)] + type.utf8.map { $0 ^ 0x5A }
    case .number(let number) where isMasked && number < 256: [0x20, UInt8(number)]
    case .number(let number) where !isMasked && number < 128: [0xC1, UInt8(number)]
    case .number(let number):
      [isMasked ? 0x28 : 0xC2, UInt8(0x80 | (number - 0x80) >> 8), UInt8((number - 0x80) & 0xFF)]
    }
  }

  private func code(_ value: Value) -> [UInt8] {
    let count = value.bytes.count
    let long = [UInt8(count >> 8), UInt8(count & 0xFF)]
    if isMasked {
      return (count < 256 ? [0x06, value.key, UInt8(count)] : [0x07, value.key] + long)
        + value.bytes
    }
    return (count < 256 ? [0x40 + value.key, UInt8(count)] : [0xFF, 0x40 + value.key] + long)
      + value.bytes
  }
}
