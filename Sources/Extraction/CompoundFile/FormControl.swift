/// A control of a form as Office keeps it (Microsoft Forms 2.0, ActiveX): what it says and what was
/// filled in.
///
/// A mask tells which properties follow, each at a multiple of its own size; texts follow behind these,
/// the properties only say how long they are.
///
/// Source: MS-OFORMS 2.2.
struct FormControl {
  /// Its texts with the names of the properties that they are.
  private(set) var texts: [(text: [UInt8], name: [UInt8])] = []
  /// Whether it shows a picture.
  private(set) var hasPicture = false

  /// Reads the stream `contents` of a control; nil where it is cut off or not as its class demands.
  init?(_ stream: Span<UInt8>, _ layout: FormControlLayout) {
    guard stream.littleUInt16(at: 0) == 0x0200, let byteCount = stream.littleUInt16(at: 2),
      let mask = layout.mask(of: stream)
    else { return nil }
    let end = 4 + byteCount
    var position = 4 + layout.maskByteCount
    var lengths: [(name: StaticString, length: Int)] = []
    for (bit, property) in layout.properties.enumerated() where mask >> UInt64(bit) & 1 == 1 {
      if property.byteCount > 0 { position = position.roundedUp(to: property.byteCount) }
      switch property {
      case .text(let name):
        guard let length = stream.littleUInt32(at: position) else { return nil }
        lengths.append((name, length))
      case .picture: hasPicture = true
      case .number: break
      }
      position += property.byteCount
    }
    position = position.roundedUp(to: 4)
    if let bit = layout.sizeBit, mask >> bit & 1 == 1 { position += 8 }
    for (name, length) in lengths {
      // The highest bit says that the characters take a byte each instead of two.
      let isNarrow = length >> 31 == 1
      let byteCount = length & 0x7FFF_FFFF
      guard byteCount <= end - position, end <= stream.count else { return nil }
      let range = position..<position + byteCount
      var text: [UInt8] = []
      stream.appendCharacters(range, width: isNarrow ? 1 : 2, to: &text)
      texts.append((text, name.withUTF8Buffer { Array($0) }))
      position = range.upperBound.roundedUp(to: 4)
    }
  }
}

extension Int {
  fileprivate func roundedUp(to size: Int) -> Int { (self + size - 1) / size * size }
}
