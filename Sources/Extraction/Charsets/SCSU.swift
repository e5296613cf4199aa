/// The Standard Compression Scheme for Unicode.
///
/// Source: Unicode Technical Standard 6.
struct SCSU {
  private var windows: [UInt32] = [
    0x0080, 0x00C0, 0x0400, 0x0600, 0x0900, 0x3040, 0x30A0, 0xFF00,
  ]
  private var window = 0
  private var isUnicode = false
  private var position = 0
  private var units: [UInt16] = []

  private static let fixedWindows: [UInt32] = [
    0x0000, 0x0080, 0x0100, 0x0300, 0x2000, 0x2080, 0x2100, 0x3000,
  ]

  /// Appends what `bytes` says to `text` as UTF-8; what is cut at their end is left out.
  static func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    var scheme = SCSU()
    scheme.read(bytes)
    text.append(contentsOf: String(decoding: scheme.units, as: UTF16.self).utf8)
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isUnicode { readUnicode(byte, bytes) } else { readSingle(byte, bytes) }
    }
  }

  private mutating func readSingle(_ byte: UInt8, _ bytes: Span<UInt8>) {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0D, 0x20...0x7F: units.append(UInt16(byte))
    case 0x01...0x08:
      guard let quoted = next(bytes) else { return }
      let quotedWindow = Int(byte) - 1
      append(
        quoted < 0x80
          ? Self.fixedWindows[quotedWindow] + UInt32(quoted)
          : windows[quotedWindow] + UInt32(quoted - 0x80))
    case 0x0B: extendWindow(bytes)
    case 0x0E: quoteUnit(bytes)
    case 0x0F: isUnicode = true
    case 0x10...0x17: window = Int(byte - 0x10)
    case 0x18...0x1F: moveWindow(Int(byte - 0x18), bytes)
    case 0x80...0xFF: append(windows[window] + UInt32(byte - 0x80))
    default: break
    }
  }

  private mutating func readUnicode(_ byte: UInt8, _ bytes: Span<UInt8>) {
    switch byte {
    case 0xE0...0xE7: (window, isUnicode) = (Int(byte - 0xE0), false)
    case 0xE8...0xEF:
      isUnicode = false
      moveWindow(Int(byte - 0xE8), bytes)
    case 0xF0: quoteUnit(bytes)
    case 0xF1:
      isUnicode = false
      extendWindow(bytes)
    case 0xF2: break
    default: if let low = next(bytes) { units.append(UInt16(byte) << 8 | UInt16(low)) }
    }
  }

  private mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  private mutating func quoteUnit(_ bytes: Span<UInt8>) {
    guard let high = next(bytes), let low = next(bytes) else { return }
    units.append(UInt16(high) << 8 | UInt16(low))
  }

  private mutating func moveWindow(_ number: Int, _ bytes: Span<UInt8>) {
    guard let place = next(bytes) else { return }
    window = number
    switch place {
    case 0x01...0x67: windows[number] = UInt32(place) * 0x80
    case 0x68...0xA7: windows[number] = UInt32(place) * 0x80 + 0xAC00
    case 0xF9: windows[number] = 0x00C0
    case 0xFA: windows[number] = 0x0250
    case 0xFB: windows[number] = 0x0370
    case 0xFC: windows[number] = 0x0530
    case 0xFD: windows[number] = 0x3040
    case 0xFE: windows[number] = 0x30A0
    case 0xFF: windows[number] = 0xFF60
    default: break
    }
  }

  /// Moves a window above the first plane.
  private mutating func extendWindow(_ bytes: Span<UInt8>) {
    guard let high = next(bytes), let low = next(bytes) else { return }
    window = Int(high >> 5)
    windows[window] = 0x10000 + 0x80 * (UInt32(high & 0x1F) << 8 | UInt32(low))
  }

  private mutating func append(_ character: UInt32) {
    guard let scalar = Unicode.Scalar(character) else { return }
    units.append(contentsOf: UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter)
  }
}
