/// How the characters of RTF are decoded.
extension RTFDocument {
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, isASCII: Bool) {
    isStarred = false
    var start = range.lowerBound
    if fallback > 0 {
      let count = min(fallback, range.count)
      fallback -= count
      start += count
      guard start < range.upperBound else { return }
    }
    if highSurrogate != nil { endSurrogate() }
    guard group.destination != .picture, group.destination != .objectData else { return }
    if let first = lead {
      lead = nil
      scratch.removeAll(keepingCapacity: true)
      decode([first, bytes[start]])
      start += 1
    }
    guard start < range.upperBound else { return }
    if isASCII {
      emit(bytes, start..<range.upperBound)
    } else {
      takeBeyondASCII(bytes, start..<range.upperBound)
    }
  }

  /// Bytes that stand as they are and are characters of UTF-8 are read as such, also against the
  /// charset that the document claims.
  private mutating func takeBeyondASCII(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let part = bytes.extracting(range)
    var codePage = Int(group.codePage)
    if UTF8Check.validEnd(of: part, from: 0).end == part.count { codePage = CodePageDecoder.utf8 }
    scratch.removeAll(keepingCapacity: true)
    decoder.decode(part, codePage, into: &scratch)
    emitScratch()
  }

  mutating func take(_ byte: UInt8) {
    isStarred = false
    if fallback > 0 { return fallback -= 1 }
    endSurrogate()
    if let first = lead {
      lead = nil
      return decode([first, byte])
    }
    if group.codePage == CodePageDecoder.utf8 {
      return takeUTF8(byte)
    }
    if CodePageDecoder.isLead(byte, Int(group.codePage)) { return lead = byte }
    decode([byte])
  }

  private mutating func takeUTF8(_ byte: UInt8) {
    if byte & 0xC0 != 0x80 { utf8.removeAll(keepingCapacity: true) }
    utf8.append(byte)
    if UTF8Check.validEnd(of: utf8.span, from: 0).end == utf8.count {
      var text: [UInt8] = []
      swap(&text, &utf8)
      emit(text.span, text.indices)
      utf8.removeAll(keepingCapacity: true)
    } else if utf8.count >= 4 {
      utf8.removeAll(keepingCapacity: true)
    }
  }

  /// A character of two bytes may consist of an escaped byte and one that stands as it is; anything
  /// else leaves it broken.
  mutating func flushLead(before token: RTFToken) {
    switch token {
    case .byte, .text: return
    default:
      lead = nil
      emit("\u{FFFD}")
    }
  }

  private mutating func decode(_ bytes: [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    decoder.decode(bytes.span, Int(group.codePage), into: &scratch)
    emitScratch()
  }

  private mutating func emitScratch() {
    var text: [UInt8] = []
    swap(&text, &scratch)
    emit(text.span, text.indices)
    swap(&text, &scratch)
  }

  mutating func takeUnicode() {
    isStarred = false
    fallback = Int(group.fallbackCount)
    let value = cursor.parameter
    let unit = UInt32(truncatingIfNeeded: value < 0 ? value + 0x10000 : value)
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        return emit(number: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
      }
      emit("\u{FFFD}")
    }
    if (0xD800...0xDBFF).contains(unit) { return highSurrogate = unit }
    // Symbol fonts lie in the private use area, at the places of their bytes.
    emit(number: (0xF020...0xF0FF).contains(unit) ? unit - 0xF000 : unit)
  }

  mutating func endSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    emit("\u{FFFD}")
  }

  private mutating func emit(number: UInt32) {
    emit(Unicode.Scalar(number) ?? "\u{FFFD}")
  }
}
