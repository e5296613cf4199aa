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
    if element == .select || element == .textArea {
      controlLabel = ownLabel(of: tag, element, in: bytes)
    }
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
        let optionLabel = isInUnchosenOption ? TextLayout.noLabel : controlLabel
        let label = element == .option ? optionLabel : ownLabel(of: tag, element, in: bytes)
        references.append(bytes, attribute.value, to: &waiting.bytes)
        waiting.add(label: label, row: attribute.row)
      case .shown, .caption:
        references.append(bytes, attribute.value, to: &waiting.bytes)
        waiting.add(label: TextLayout.noLabel, row: attribute.row)
      case .link:
        references.append(bytes, attribute.value, to: &waiting.bytes)
        let label = takeScheme(from: start) ?? keepPossibleValue(from: start, attribute, bytes)
        waiting.add(label: label, row: attribute.row)
      case .drawing, .columnSpan, .distance, .height: break
      case .controlName, .sort, .isChosen, .target, nil:
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

  /// The label that the caption and the name of a control give, or its id where it has no name; none
  /// where it is not chosen.
  private mutating func ownLabel(
    of tag: borrowing MarkupTag, _ element: MarkupElement?, in bytes: Span<UInt8>
  ) -> Int32 {
    var name = TreeNames.none
    var namesField = false
    for attribute in tag.attributes
    where MarkupAttribute.of(bytes, attribute.name) == .controlName {
      let isID = attribute.name.count == 2
      if isID, name != TreeNames.none { continue }
      let number = text.names.number(of: bytes, attribute.value)
      guard number != TreeNames.unusual, number != TreeNames.none else { continue }
      name = number
      namesField = DelimitedHeaderCell(bytes, attribute.value).isFieldName
      if !isID { break }
    }
    let sort = sort(of: tag, in: bytes)
    guard element != .meta, sort != .unseen else { return text.label(TreeNames.none, name) }
    let caption = caption(of: tag, in: bytes, groupedAs: sort == .other ? TreeNames.none : name)
    if sort == .choice(isChosen: false) { return TextLayout.noLabel }
    if caption.isNone, !namesField, cellLabel != TextLayout.noLabel { return cellLabel }
    return text.label(caption.name, caption.namesField ? TreeNames.none : name)
  }

  /// What stands beside a control, or before the first of its group.
  private mutating func caption(
    of tag: borrowing MarkupTag, in bytes: Span<UInt8>, groupedAs group: Int32
  ) -> MarkupCaptions.Caption {
    let before = captions.textBefore(in: &text)
    if group != TreeNames.none { return captions.caption(ofGroup: group, before: before) }
    var id = TreeNames.none
    var shown = MarkupCaptions.Caption.none
    for attribute in tag.attributes {
      switch MarkupAttribute.of(bytes, attribute.name) {
      case .controlName where attribute.name.count == 2:
        id = text.names.number(of: bytes, attribute.value)
      case .caption where shown.isNone:
        let name = text.names.number(of: bytes, attribute.value)
        guard name != TreeNames.unusual else { continue }
        shown = MarkupCaptions.Caption(
          name: name, namesField: DelimitedHeaderCell(bytes, attribute.value).isFieldName)
      default: break
      }
    }
    let label = captions.label(ofControl: id)
    if !label.isNone { return label }
    return shown.isNone ? before : shown
  }

  /// The number of the value of an attribute as a name; `none` where there is none that may be one.
  mutating func name(
    in wanted: MarkupAttribute, of tag: borrowing MarkupTag, in bytes: Span<UInt8>
  ) -> Int32 {
    for attribute in tag.attributes where MarkupAttribute.of(bytes, attribute.name) == wanted {
      let number = text.names.number(of: bytes, attribute.value)
      if number != TreeNames.unusual { return number }
    }
    return TreeNames.none
  }

  /// What a control is, as far as it tells whose name its value has.
  private enum ControlSort: Equatable {
    case choice(isChosen: Bool)
    /// No caption stands beside it.
    case unseen
    case other
  }

  private func sort(of tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> ControlSort {
    var sort = ControlSort.other
    var isChosen = false
    for attribute in tag.attributes {
      switch MarkupAttribute.of(bytes, attribute.name) {
      case .isChosen: isChosen = true
      case .sort:
        switch String(decoding: bytes.extracting(attribute.value).lowercased, as: UTF8.self) {
        case "radio", "checkbox": sort = .choice(isChosen: false)
        case "hidden", "submit", "button", "reset", "image": sort = .unseen
        default: break
        }
      default: break
      }
    }
    return isChosen && sort != .unseen && sort != .other ? .choice(isChosen: true) : sort
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
