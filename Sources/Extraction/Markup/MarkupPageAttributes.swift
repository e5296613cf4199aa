import ScanModel

/// What the attributes of HTML hold.
extension MarkupPage {
  /// Links that are an address or a number.
  private static let schemes = ["mailto:", "tel:", "sms:", "fax:", "callto:", "whatsapp:"].map {
    Array($0.utf8)
  }

  /// Lets the values of the attributes wait that may be personal data.
  ///
  /// Values that controls hold and texts that pages show are always read, all others where they
  /// hold 4 digits or an `@`.
  mutating func takeAttributes(
    of tag: borrowing MarkupTag, element: MarkupElement?, in bytes: Span<UInt8>
  ) {
    if element == .select || element == .textArea { controlLabel = ownLabel(of: tag, in: bytes) }
    for attribute in tag.attributes {
      guard attribute.hasValue else {
        if TreeNames.mayBeValue(bytes, attribute.name) {
          waiting.bytes.append(bytes, attribute.name)
          waiting.add(label: TextLayout.noLabel, row: attribute.row)
        }
        continue
      }
      let start = waiting.bytes.count
      switch MarkupAttribute.of(bytes, attribute.name) {
      case .value:
        let label = element == .option ? controlLabel : ownLabel(of: tag, in: bytes)
        references.append(bytes, attribute.value, to: &waiting.bytes)
        waiting.add(label: label, row: attribute.row)
      case .shown:
        references.append(bytes, attribute.value, to: &waiting.bytes)
        waiting.add(label: TextLayout.noLabel, row: attribute.row)
      case .link:
        references.append(bytes, attribute.value, to: &waiting.bytes)
        let label = takeScheme(from: start) ?? keepPossibleValue(from: start, attribute, bytes)
        waiting.add(label: label, row: attribute.row)
      case .drawing, .columnSpan, .distance, .height: break
      case .controlName, nil:
        references.append(bytes, attribute.value, to: &waiting.bytes)
        let isData = bytes.beginsWithData(attribute.name)
        let label =
          isData
          ? text.label(TreeNames.none, text.names.number(of: bytes, attribute.name))
          : keepPossibleValue(from: start, attribute, bytes)
        waiting.add(label: label, row: attribute.row)
      }
    }
  }

  /// How many columns the cell takes.
  func columnSpan(of tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> Int {
    for attribute in tag.attributes
    where MarkupAttribute.of(bytes, attribute.name) == .columnSpan {
      var count = 0
      for index in attribute.value.prefix(4) {
        guard let digit = bytes[index].hexadecimalValue, digit < 10 else { break }
        count = count * 10 + Int(digit)
      }
      return count
    }
    return 1
  }

  /// The label that the name of a control gives, or its id where it has no name.
  private mutating func ownLabel(of tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> Int32 {
    var label = TextLayout.noLabel
    for attribute in tag.attributes
    where MarkupAttribute.of(bytes, attribute.name) == .controlName {
      let isID = attribute.name.count == 2
      if isID, label != TextLayout.noLabel { continue }
      let number = text.names.number(of: bytes, attribute.value)
      guard number != TreeNames.unusual, number != TreeNames.none else { continue }
      label = text.label(TreeNames.none, number)
      if !isID { break }
    }
    return label
  }

  /// Leaves out the bytes that wait from `start` on unless they may be a value; returns the
  /// label that the attribute gives them.
  private mutating func keepPossibleValue(
    from start: Int, _ attribute: MarkupTag.Attribute, _ bytes: Span<UInt8>
  ) -> Int32 {
    guard TreeNames.mayBeValue(waiting.bytes.span, start..<waiting.bytes.count) else {
      waiting.bytes.removeSubrange(start...)
      return TextLayout.noLabel
    }
    return text.label(TreeNames.none, text.names.number(of: bytes, attribute.name))
  }

  /// Leaves out the scheme of a link to an address or a number, and decodes what follows it;
  /// returns the scheme as a label, nil for other links.
  private mutating func takeScheme(from start: Int) -> Int32? {
    for scheme in Self.schemes where waiting.bytes.count >= start + scheme.count {
      let range = start..<start + scheme.count
      guard waiting.bytes[range].elementsEqual(scheme, by: { $0 | 0x20 == $1 | 0x20 }) else {
        continue
      }
      waiting.bytes.replaceSubrange(
        start..., with: waiting.bytes[range.upperBound...].percentDecoded)
      let number = text.names.number(of: scheme.span, 0..<scheme.count - 1)
      return text.label(TreeNames.none, number)
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the name of an attribute begins with `data-`.
  fileprivate func beginsWithData(_ name: Range<Int>) -> Bool {
    let prefix: [UInt8] = [0x64, 0x61, 0x74, 0x61]
    guard name.count > 5, self[name.lowerBound + 4] == UInt8(ascii: "-") else { return false }
    for offset in prefix.indices where self[name.lowerBound + offset] | 0x20 != prefix[offset] {
      return false
    }
    return true
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with `%40` and the like decoded, as far as they are visible ASCII or a space.
  var percentDecoded: [UInt8] {
    var decoded: [UInt8] = []
    var position = startIndex
    while position < endIndex {
      if self[position] == UInt8(ascii: "%"), position + 2 < endIndex,
        let high = self[position + 1].hexadecimalValue,
        let low = self[position + 2].hexadecimalValue, 0x20...0x7E ~= high << 4 | low
      {
        decoded.append(UInt8(high << 4 | low))
        position += 3
      } else {
        decoded.append(self[position])
        position += 1
      }
    }
    return decoded
  }
}
