/// A value from a document that may be personal data; it prints masked.
///
/// The value itself is had only through `revealed`, which reports use under `--reveal` and nobody
/// else. Printing, interpolating and reflecting give the mask.
package struct SensitiveText: Sendable {
  /// Most values are short: a finding of one needs no memory beside its own.
  private enum UTF8Bytes: Sendable {
    case short(ShortText)
    case long([UInt8])
    /// The value is not kept any more; this is what may be shown of it.
    case mask(String)
  }

  private let utf8: UTF8Bytes

  /// Takes a copy of a text in UTF-8.
  package init(_ text: Span<UInt8>) {
    if text.count <= ShortText.capacity {
      utf8 = .short(ShortText(text))
    } else {
      utf8 = .long(text.indices.map { text[$0] })
    }
  }

  package init(_ text: String) {
    self.init(text.utf8.span)
  }

  /// A value of which only the mask is known.
  package init(mask: String) {
    utf8 = .mask(mask)
  }

  /// Whether only its mask is known.
  package var isMask: Bool {
    if case .mask = utf8 { return true }
    return false
  }

  /// The value in full; its mask where nothing else is known.
  package var revealed: String {
    if case .mask(let mask) = utf8 { return mask }
    return read { text in text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
  }

  /// Appends the bytes of `revealed`.
  package func appendRevealed(to bytes: inout [UInt8]) {
    read { text in text.withUnsafeBufferPointer { bytes += $0 } }
  }

  /// A number that is mostly another one for another value, and the same whatever its case.
  package var caselessFingerprint: UInt32 {
    read { text in
      var hash: UInt32 = 0x811C_9DC5
      for index in text.indices { hash = (hash ^ UInt32(text[index] | 0x20)) &* 0x0100_0193 }
      return hash
    }
  }

  fileprivate func read<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    switch utf8 {
    case .short(let text): text.read(body)
    case .long(let bytes): body(bytes.span)
    case .mask(let mask): body(mask.utf8.span)
    }
  }
}

// MARK: Masks

extension SensitiveText {
  /// The value with all letters and digits hidden but the last `visibleCount`.
  ///
  /// At most a quarter of the letters and digits stays visible. Marks between them (`-`, `.`,
  /// `@`, spaces) stay, and an e-mail address hides its domain too, all but the top-level part.
  package func masked(visibleCount: Int = 2) -> String {
    if case .mask(let mask) = utf8 { return mask }
    let scalars = revealed.unicodeScalars
    let hideable = scalars.count { $0.isHideable }
    var hidden = hideable - min(visibleCount, hideable / 4)
    var mask = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.isHideable && hidden > 0 {
        mask.append("•")
        hidden -= 1
      } else {
        mask.append(scalar)
      }
    }
    return String(mask)
  }

  /// Appends what `masked` gives, where the value is plain; appends nothing and returns false
  /// where it holds anything but printable ASCII without `"` and `\`.
  ///
  /// Where `mark` is given, that byte stands for each bullet.
  package func appendPlainMask(
    visibleCount: Int, mark: UInt8? = nil, to bytes: inout [UInt8]
  ) -> Bool {
    if case .mask = utf8 { return false }
    return read { $0.appendPlainMask(visibleCount: visibleCount, mark: mark, to: &bytes) }
  }
}

extension SensitiveText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { masked() }
  package var debugDescription: String { masked() }
  package var customMirror: Mirror { Mirror(self, children: ["masked": masked()]) }
}

// MARK: Equality

/// Texts are equal as strings are: é is é, written as one character or as two.
extension SensitiveText: Hashable {
  package static func == (left: SensitiveText, right: SensitiveText) -> Bool {
    switch (left.utf8, right.utf8) {
    case (.short(let left), .short(let right)):
      let isSame = left.hasSameBytes(as: right)
      if isSame || (left.isASCII && right.isASCII) { return isSame }
    default: break
    }
    return left.revealed == right.revealed
  }

  /// Equal for equal strings; the hash of short ASCII comes without making a string.
  package func hash(into hasher: inout Hasher) {
    if case .short(let text) = utf8, text.isASCII {
      text.readTerminated { hasher.combine(bytes: $0) }
    } else {
      revealed.hash(into: &hasher)
    }
  }
}

extension Span<UInt8> {
  fileprivate func appendPlainMask(
    visibleCount: Int, mark: UInt8?, to bytes: inout [UInt8]
  ) -> Bool {
    var hideable = 0
    for index in indices {
      if self[index].isLetterOrDigit { hideable += 1 } else if !self[index].isPlain { return false }
    }
    var hidden = hideable - min(visibleCount, hideable / 4)
    bytes.append(addingCapacity: 3 * count) { output in
      for index in indices {
        if hidden > 0 && self[index].isLetterOrDigit {
          if let mark {
            output.append(mark)
          } else {
            output.append(0xE2)
            output.append(0x80)
            output.append(0xA2)
          }
          hidden -= 1
        } else {
          output.append(self[index])
        }
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isPlain: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }

  fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension Unicode.Scalar {
  fileprivate var isHideable: Bool {
    guard !isASCII else { return UInt8(value).isLetterOrDigit }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
