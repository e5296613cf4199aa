import ScanModel

/// The names of keys, elements and columns of one document, each known by a number.
///
/// Numbers of at most 65,536 names are kept, in at most 4 MB; all others count as unusual.
struct TreeNames {
  /// No name.
  static let none: Int32 = 0
  /// A name that may itself be a value, or is too long for a label; labels show `…`.
  static let unusual: Int32 = 1
  /// The bytes that a name has at most.
  static let byteLimit = 60

  private static let countLimit = 65_536
  private static let probeLimit = 64

  /// The names one after the other; that of number n ends at `ends[n]`.
  private var bytes: [UInt8] = Array("…".utf8)
  private var ends = [0, 3]
  /// Numbers of names at their hash or behind it, 0 where free; at most half of them are taken.
  private var slots: [Int32] = Array(repeating: 0, count: 256)
  /// Labels of pairs of names at the hash of the pair or up to three places behind it.
  private var labels: [(pair: UInt64, label: Int32)] = Array(repeating: (.max, 0), count: 256)

  /// Whether `range` may hold a value rather than a name: 4 digits or more, or an `@`.
  static func mayBeValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digitCount = 0
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "@") { return true }
      if byte &- UInt8(ascii: "0") < 10 { digitCount += 1 }
    }
    return digitCount >= 4
  }

  /// The number of the name in `range`.
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard !range.isEmpty else { return Self.none }
    guard range.count <= Self.byteLimit else { return Self.unusual }
    var slot = Self.hash(text, range) & (slots.count - 1)
    for _ in 0..<Self.probeLimit {
      let number = slots[slot]
      if number == 0 { return insert(text, range, at: slot) }
      if isName(number, equalTo: text, range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return Self.unusual
  }

  /// The index of the label for a pair of names, either of which may be `none`.
  mutating func label(_ parent: Int32, _ name: Int32, in window: inout TextWindow) -> Int32 {
    let pair = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: name))
    var slot = Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 56)
    for place in slot..<min(slot + 4, labels.count) {
      if labels[place].pair == pair { return labels[place].label }
      if labels[place].pair == .max {
        slot = place
        break
      }
    }
    let path = Array(
      [parent, name].filter { $0 != Self.none }.map(self.name).joined(separator: ".".utf8))
    let label = path.isEmpty ? TextLayout.noLabel : window.label(path)
    labels[slot] = (pair, label)
    return label
  }

  private func name(_ number: Int32) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  private func range(of number: Int32) -> Range<Int> {
    number == 0 ? 0..<0 : ends[Int(number) - 1]..<ends[Int(number)]
  }

  /// Whether `range` holds the name of a number.
  func isName(_ number: Int32, equalTo text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(of: number)
    guard own.count == range.count else { return false }
    let name = bytes.span.extracting(own)
    let other = text.extracting(range)
    var position = 0
    while position &+ 8 <= name.count {
      guard name.word(at: position) == other.word(at: position) else { return false }
      position &+= 8
    }
    while position < name.count {
      guard name[position] == other[position] else { return false }
      position &+= 1
    }
    return true
  }

  private mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>, at slot: Int) -> Int32 {
    guard !Self.mayBeValue(text, range), ends.count < Self.countLimit else { return Self.unusual }
    let number = Int32(ends.count)
    bytes.append(text, range)
    ends.append(bytes.count)
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in 2..<ends.count {
      var slot = Self.hash(bytes.span, range(of: Int32(number))) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Multiplies eight bytes at a time.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let name = text.extracting(range)
    var hash = UInt64(truncatingIfNeeded: name.count)
    var position = 0
    while position &+ 8 <= name.count {
      hash = mixed(hash ^ name.word(at: position))
      position &+= 8
    }
    if position < name.count {
      var word: UInt64 = 0
      if name.count >= 8 {
        word = name.word(at: name.count &- 8)
      } else {
        for index in 0..<name.count { word = word &<< 8 | UInt64(name[index]) }
      }
      hash = mixed(hash ^ word)
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

extension Span<UInt8> {
  /// The eight bytes from `position` on, all of which must be there.
  @inline(__always)
  fileprivate func word(at position: Int) -> UInt64 {
    bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
  }
}
