import ContentTypes

/// Reads the objects of a data file of R, in the order in which they are written.
///
/// Source: R Internals, 1.8 Serialization Formats; R's serialize.c for the numbers of types.
struct RStream {
  private(set) var objects: [RObject] = [RObject()]
  private var position: Int
  /// Those that are referred to by number.
  private var references: [Int] = []
  private var depth = 0

  /// Number 0 is the object that stands for nothing.
  static let nothing = 0
  private static let mostNested = 400

  /// What is said of an object before it.
  private struct Flags {
    let bits: Int
    var type: Int { bits & 0xFF }
    var hasAttributes: Bool { bits & 0x200 != 0 }
    var hasTag: Bool { bits & 0x400 != 0 }
    /// Whether it is a pair, of arguments, variables or code, that leads on to others.
    var isPair: Bool { [2, 3, 5, 6, 17, 239, 240].contains(type) }
  }

  init(at position: Int) {
    self.position = position
  }

  /// Reads an object with all that belongs to it; nil where it is not as it should be.
  mutating func read(_ bytes: Span<UInt8>) -> Int? {
    guard depth < Self.mostNested else { return nil }
    depth += 1
    defer { depth -= 1 }
    guard let bits = number(bytes) else { return nil }
    return read(Flags(bits: bits), bytes)
  }

  // MARK: Parts

  mutating func number(_ bytes: Span<UInt8>) -> Int? {
    guard let range = take(4, bytes) else { return nil }
    return Int(Int32(truncatingIfNeeded: bytes.bigEndian32(at: range.lowerBound)))
  }

  /// Goes behind the name of the character set in which the file was written.
  mutating func skipName(_ bytes: Span<UInt8>) -> Bool {
    count(bytes, of: 1).map { take($0, bytes) != nil } ?? false
  }

  private mutating func take(_ byteCount: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard let range = bytes.range(at: position, byteCount: byteCount) else { return nil }
    position = range.upperBound
    return range
  }

  /// How many there are, each of at least so many bytes; more than there is room for are none.
  private mutating func count(_ bytes: Span<UInt8>, of byteCount: Int) -> Int? {
    guard var count = number(bytes) else { return nil }
    if count == -1 {
      guard let high = number(bytes), let low = number(bytes), high >= 0 else { return nil }
      count = high << 32 | Int(UInt32(truncatingIfNeeded: low))
    }
    guard count >= 0, count <= (bytes.count - position) / byteCount else { return nil }
    return count
  }

  private mutating func add(_ content: RObject.Content) -> Int {
    objects.append(RObject(content: content))
    return objects.count - 1
  }

  private mutating func addReferred(_ content: RObject.Content) -> Int {
    let number = add(content)
    references.append(number)
    return number
  }

  /// Reads the attributes of an object that is read otherwise, if it has any; returns that object.
  private mutating func readAttributes(
    of object: Int, _ flags: Flags, _ bytes: Span<UInt8>
  ) -> Int? {
    guard flags.hasAttributes else { return object }
    guard let attributes = read(bytes) else { return nil }
    objects[object].attributes = attributes
    return object
  }

  // MARK: Objects

  private mutating func read(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    switch flags.type {
    case 0, 241, 242, 250...254: return Self.nothing
    case 255: return readReference(flags, bytes)
    case 247, 248, 249: return readNames(bytes)
    case 1: return readSymbol(bytes)
    case 4: return readEnvironment(bytes)
    case _ where flags.isPair: return readPairs(flags, bytes)
    case 7, 8:
      guard let count = count(bytes, of: 1), take(count, bytes) != nil else { return nil }
      return Self.nothing
    case 9: return readText(flags, bytes)
    case 21: return readCode(flags, bytes)
    case 22: return readPointer(flags, bytes)
    case 23: return readAttributes(of: addReferred(.none), flags, bytes)
    case 25: return readAttributes(of: add(.none), flags, bytes)
    case 238: return readCompact(bytes)
    default:
      guard let number = readVector(flags.type, bytes) else { return nil }
      return readAttributes(of: number, flags, bytes)
    }
  }

  private mutating func readReference(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    let packed = flags.bits >> 8 & 0xFF_FFFF
    guard let number = packed == 0 ? number(bytes) : packed, references.indices.contains(number - 1)
    else { return nil }
    return references[number - 1]
  }

  /// Of a package or namespace.
  private mutating func readNames(_ bytes: Span<UInt8>) -> Int? {
    guard number(bytes) != nil, let count = count(bytes, of: 4) else { return nil }
    for _ in 0..<count where read(bytes) == nil { return nil }
    return addReferred(.none)
  }

  private mutating func readSymbol(_ bytes: Span<UInt8>) -> Int? {
    guard let name = read(bytes) else { return nil }
    guard case .texts(let starts) = objects[name].content, let first = starts.first,
      let start = first
    else {
      return addReferred(.symbol([]))
    }
    return addReferred(.symbol(bytes.rText(at: start)))
  }

  private mutating func readEnvironment(_ bytes: Span<UInt8>) -> Int? {
    let environment = addReferred(.none)
    guard number(bytes) != nil else { return nil }
    var parts: [Int] = []
    // The environment around it, its variables, these by hash, and its attributes.
    for _ in 0..<4 {
      guard let part = read(bytes) else { return nil }
      parts.append(part)
    }
    objects[environment].content = .list(Array(parts[1...2]))
    return environment
  }

  private mutating func readPairs(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    var pairs: [(name: [UInt8], value: Int)] = []
    var flags = flags
    var attributes: Int?
    while true {
      // Code is written as pairs too, each of which may have attributes.
      if flags.hasAttributes || flags.type == 239 || flags.type == 240 {
        guard let own = read(bytes) else { return nil }
        if pairs.isEmpty { attributes = own } else { pairs.append(([], own)) }
      }
      var name: [UInt8] = []
      if flags.hasTag {
        guard let tag = read(bytes) else { return nil }
        if case .symbol(let text) = objects[tag].content { name = text }
      }
      guard let value = read(bytes), let bits = number(bytes) else { return nil }
      pairs.append((name, value))
      flags = Flags(bits: bits)
      guard flags.isPair else { break }
    }
    // A function ends in its code, which is no pair.
    guard let last = read(flags, bytes) else { return nil }
    if last != Self.nothing { pairs.append(([], last)) }
    let number = add(.pairs(pairs))
    objects[number].attributes = attributes
    return number
  }

  private mutating func readText(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    var starts: [Int?] = []
    guard takeText(bytes, into: &starts) else { return nil }
    return readAttributes(of: add(.texts(starts)), flags, bytes)
  }

  /// Notes where the characters of a text begin.
  private mutating func takeText(_ bytes: Span<UInt8>, into starts: inout [Int?]) -> Bool {
    guard let length = number(bytes) else { return false }
    guard length != -1 else {
      starts.append(nil)
      return true
    }
    guard let range = take(length, bytes) else { return false }
    starts.append(range.lowerBound)
    return true
  }

  private mutating func readVector(_ type: Int, _ bytes: Span<UInt8>) -> Int? {
    switch type {
    case 10, 13:
      guard let count = count(bytes, of: 4), let range = take(4 * count, bytes) else { return nil }
      return add(type == 10 ? .logicals : .integers(range))
    case 14:
      guard let count = count(bytes, of: 8), let range = take(8 * count, bytes) else { return nil }
      return add(.doubles(range))
    case 15:
      guard let count = count(bytes, of: 16), take(16 * count, bytes) != nil else { return nil }
      return add(.none)
    case 16:
      guard let count = count(bytes, of: 8) else { return nil }
      var starts: [Int?] = []
      starts.reserveCapacity(count)
      for _ in 0..<count {
        guard number(bytes) != nil, takeText(bytes, into: &starts) else { return nil }
      }
      return add(.texts(starts))
    case 19, 20:
      guard let count = count(bytes, of: 4) else { return nil }
      var items: [Int] = []
      for _ in 0..<count {
        guard let item = read(bytes) else { return nil }
        items.append(item)
      }
      return add(.list(items))
    case 24:
      guard let count = count(bytes, of: 1), let range = take(count, bytes) else { return nil }
      return add(.bytes(range))
    default: return nil
    }
  }

  private mutating func readPointer(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    let number = addReferred(.none)
    guard let kept = read(bytes), let tag = read(bytes) else { return nil }
    objects[number].content = .list([kept, tag])
    return readAttributes(of: number, flags, bytes)
  }

  /// An object that says how it is made: what it is of, its state, its attributes.
  private mutating func readCompact(_ bytes: Span<UInt8>) -> Int? {
    guard let description = read(bytes), let state = read(bytes), let attributes = read(bytes)
    else {
      return nil
    }
    var content = RObject.Content.list([state])
    if case .pairs(let pairs) = objects[description].content, let first = pairs.first,
      case .symbol(let symbol) = objects[first.value].content
    {
      content = compact(String(decoding: symbol, as: UTF8.self), state) ?? content
    }
    let number = add(content)
    objects[number].attributes = attributes
    return number
  }

  private func compact(_ name: String, _ state: Int) -> RObject.Content? {
    switch (name, objects[state].content) {
    case ("compact_intseq", _), ("compact_realseq", _): return RObject.Content.none
    case ("deferred_string", .pairs(let pairs)): return pairs.first.map { .asTexts($0.value) }
    case (_, .list(let items)) where name.hasPrefix("wrap_"):
      return items.first.map { objects[$0].content }
    default: return nil
    }
  }

  // MARK: Compiled code

  private mutating func readCode(_ flags: Flags, _ bytes: Span<UInt8>) -> Int? {
    guard number(bytes) != nil, let code = readCode(bytes) else { return nil }
    return readAttributes(of: code, flags, bytes)
  }

  /// Instructions, which are numbers, and the constants that they use.
  private mutating func readCode(_ bytes: Span<UInt8>) -> Int? {
    guard depth < Self.mostNested, read(bytes) != nil, let count = count(bytes, of: 4) else {
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    var constants: [Int] = []
    for _ in 0..<count {
      guard let type = number(bytes), let constant = readConstant(type, bytes) else { return nil }
      // Numbers say where in the code an instruction comes from.
      if case .integers = objects[constant].content { continue }
      constants.append(constant)
    }
    return add(.list(constants))
  }

  private mutating func readConstant(_ type: Int, _ bytes: Span<UInt8>) -> Int? {
    guard depth < Self.mostNested else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch type {
    case 21: return readCode(bytes)
    case 243: return number(bytes).map { _ in Self.nothing }
    case 2, 6, 239, 240, 244:
      var type = type
      if type == 244 {
        guard number(bytes) != nil, let own = number(bytes) else { return nil }
        type = own
      }
      var parts: [Int] = []
      if type == 239 || type == 240 {
        guard let attributes = read(bytes) else { return nil }
        parts.append(attributes)
      }
      guard read(bytes) != nil else { return nil }
      for _ in 0..<2 {
        guard let next = number(bytes), let part = readConstant(next, bytes) else { return nil }
        parts.append(part)
      }
      return add(.list(parts))
    default: return read(bytes)
    }
  }
}

extension Span<UInt8> {
  /// The number in eight bytes, which are there.
  func rDouble(at position: Int) -> Double {
    Double(bitPattern: littleEndianBits64(at: position).byteSwapped)
  }

  /// The text whose characters begin at `position`, behind their number.
  func rText(at position: Int) -> [UInt8] {
    let length = bigEndian32(at: position - 4)
    return Charset.decode(extracting(position..<position + length), as: nil)
  }
}
