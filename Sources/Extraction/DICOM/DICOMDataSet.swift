import ContentTypes
import ScanModel

/// Reads the elements of a data set in their order, with those of the sequences in it.
struct DICOMDataSet {
  /// How deep sequences may lie in each other.
  private static let depthLimit = 64

  private var levels: [DICOMLevel]
  private var position: Int
  /// What is read when the text has ended: documents, and bytes of makers of devices.
  private(set) var documents: [(tag: UInt32, value: Range<Int>)] = []
  private(set) var reasons: Set<PartialReason> = []

  /// Of the file meta information alone, where `isMeta`: the uid of the transfer syntax.
  private let isMeta: Bool
  private(set) var syntaxUID: [UInt8]?

  /// Reads from `position` on to the end of the file.
  init(_ bytes: Span<UInt8>, from position: Int, _ syntax: DICOMSyntax, isMeta: Bool = false) {
    self.position = position
    self.isMeta = isMeta
    levels = [
      DICOMLevel(
        tag: 0, isSequence: false, end: bytes.count, syntax: syntax, charset: .plain)
    ]
  }

  /// Reads all; returns where that ended.
  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into text: inout DICOMText, _ sink: inout Sink
  ) -> Int {
    while !sink.isCancelled {
      leaveEndedLevels()
      let level = levels[levels.count - 1]
      guard position < level.end else { break }
      guard let element = DICOMElement(bytes, at: position, level.syntax) else {
        if !bytes.extracting(position...).isOfZeros { note(.malformed) }
        break
      }
      if isMeta, element.tag >> 16 != 2 { break }
      guard take(element, in: level, of: bytes, into: &text) else {
        note(.malformed)
        break
      }
      text.pushIfDue(into: &sink)
    }
    return position
  }

  private mutating func leaveEndedLevels() {
    while levels.count > 1, position >= levels[levels.count - 1].end {
      if levels.removeLast().isEndless { note(.malformed) }
    }
  }

  private mutating func note(_ reason: PartialReason) {
    reasons.insert(reason)
  }

  /// Takes an element and goes on behind it, or into it; false where it cannot stand there.
  private mutating func take(
    _ element: DICOMElement, in level: DICOMLevel, of bytes: Span<UInt8>, into text: inout DICOMText
  ) -> Bool {
    switch element.tag {
    case DICOMElement.item:
      guard level.isSequence else { return false }
      if element.isCut { note(.malformed) }
      begin(element, isSequence: false, level.syntax)
      return true
    case DICOMElement.itemEnd, DICOMElement.sequenceEnd:
      let isSequence = element.tag == DICOMElement.sequenceEnd
      guard let index = levels.lastIndex(where: { $0.isSequence == isSequence }), index > 0 else {
        return false
      }
      levels.removeSubrange(index...)
      position = element.value.upperBound
      return true
    default:
      guard !level.isSequence else { return false }
      return takeAttribute(element, in: level, of: bytes, into: &text)
    }
  }

  private mutating func takeAttribute(
    _ element: DICOMElement, in level: DICOMLevel, of bytes: Span<UInt8>, into text: inout DICOMText
  ) -> Bool {
    if element.isCut { note(.malformed) }
    if isPicture(element, of: bytes) { note(.needsOCR) }
    let attribute = DICOMAttributes.attribute(element.tag)
    let own = element.form.flatMap { $0.reading == .bytes ? nil : $0 }
    let reading = (own ?? attribute?.form ?? element.form)?.reading
    let mayBeSequence = reading == nil || reading == .bytes
    if element.isEndless {
      if reading == .sequence || mayBeSequence && element.tag >> 16 != 0x7FE0 {
        return begin(element, reading, level)
      }
      return skipFragments(bytes, from: element.value.lowerBound, level.syntax)
    }
    if reading == .sequence || mayBeSequence && beginsItem(bytes, element.value, level.syntax) {
      return begin(element, reading, level)
    }
    position = element.value.upperBound
    let value = bytes.extracting(element.value)
    if isNoted(element, value, in: level) { return true }
    if let reading, reading != .bytes {
      let label = label(of: element, attribute?.name ?? [], in: level)
      if element.tag == Self.patientID, let issuer = issuerOfBSN(bytes, level.syntax) {
        text.add(number: value, of: bytes.extracting(issuer), label: label)
      } else {
        text.add(value, reading, level.charset, label: label)
      }
    } else if !value.isEmpty {
      takeUnknown(element, value, in: level, into: &text)
    }
    return true
  }

  // MARK: Levels

  private mutating func begin(
    _ element: DICOMElement, _ reading: DICOMForm.Reading?, _ level: DICOMLevel
  ) -> Bool {
    guard levels.count < 2 * Self.depthLimit else {
      note(.limit)
      position = element.isEndless ? level.end : element.value.upperBound
      return true
    }
    // What is unknown is written without letters, whatever stands around it.
    let isUnknown = element.form != nil && reading == .bytes
    begin(
      element, isSequence: true, isUnknown ? DICOMSyntax(isExplicit: false) : level.syntax)
    return true
  }

  private mutating func begin(
    _ element: DICOMElement, isSequence: Bool, _ syntax: DICOMSyntax
  ) {
    let around = levels[levels.count - 1]
    levels.append(
      DICOMLevel(
        tag: isSequence ? element.tag : around.tag, isSequence: isSequence,
        end: element.isEndless ? around.end : min(element.value.upperBound, around.end),
        isEndless: element.isEndless,
        syntax: syntax, charset: around.charset))
    position = element.value.lowerBound
  }

  private func beginsItem(
    _ bytes: Span<UInt8>, _ value: Range<Int>, _ syntax: DICOMSyntax
  ) -> Bool {
    guard value.count >= 8, let item = DICOMElement(bytes, at: value.lowerBound, syntax) else {
      return false
    }
    return item.tag == DICOMElement.item && item.value.upperBound <= value.upperBound
  }

  /// Goes behind the pieces of a value, such as those of a packed picture.
  private mutating func skipFragments(
    _ bytes: Span<UInt8>, from start: Int, _ syntax: DICOMSyntax
  ) -> Bool {
    position = start
    while let item = DICOMElement(bytes, at: position, syntax), !item.isEndless {
      guard item.tag == DICOMElement.item || item.tag == DICOMElement.sequenceEnd else {
        return false
      }
      position = item.value.upperBound
      if item.tag == DICOMElement.sequenceEnd { return true }
    }
    return false
  }

  // MARK: Values

  private static let patientID: UInt32 = 0x0010_0020
  private static let issuerOfPatientID: UInt32 = 0x0010_0021
  private static let codeMeaning: UInt32 = 0x0008_0104
  private static let conceptName: UInt32 = 0x0040_A043
  private static let conceptCode: UInt32 = 0x0040_A168
  private static let contents: Set<UInt32> = [0x0040_A120, 0x0040_A121, 0x0040_A123, 0x0040_A160]

  /// Whether the element says something of those behind it, or of what was not read, and is no text.
  private mutating func isNoted(
    _ element: DICOMElement, _ value: Span<UInt8>, in level: DICOMLevel
  ) -> Bool {
    let own = levels.count - 1
    let number = value.integer(
      at: 0, byteCount: min(value.count, 4), level.syntax.order
    ).map { min($0, 1 << 31) }
    switch element.tag {
    case 0x0002_0010 where isMeta:
      syntaxUID = value.trimmedOfFillers
    case 0x0008_0005:
      levels[own].charset = DICOMCharset(value)
    case 0x0028_0010, 0x0048_0007:
      levels[own].rows = max(number ?? 0, levels[own].rows)
    case 0x0028_0011, 0x0048_0006:
      levels[own].columns = max(number ?? 0, levels[own].columns)
    case 0x0400_0520:
      // Attributes that were taken out and locked away.
      note(.encrypted)
    case 0x0042_0011:
      documents.append((element.tag, element.value))
    case Self.codeMeaning where level.tag == Self.conceptName && own >= 2:
      levels[own - 2].concept = level.charset.decode(value).span.trimmedOfFillers
      return false
    default:
      guard element.tag & 0xFF01_0000 == 0x6000_0000 else { return false }
      switch element.tag & 0xFFFF {
      case 0x0010: levels[own].overlayRows = number ?? 0
      case 0x0011: levels[own].overlayColumns = number ?? 0
      default: return false
      }
    }
    return true
  }

  /// Whether the element holds a picture that is large enough for text, or of which that is not known.
  private func isPicture(_ element: DICOMElement, of bytes: Span<UInt8>) -> Bool {
    let level = levels[levels.count - 1]
    let size: Int
    switch element.tag {
    case 0x7FE0_0008, 0x7FE0_0009, 0x7FE0_0010: size = level.rows * level.columns
    case _ where element.tag & 0xFF01_FFFF == 0x6000_3000:
      size = level.overlayRows * level.overlayColumns
    default: return false
    }
    guard size == 0 else { return size >= ImageReader.pixelCountOfText }
    return element.isEndless || element.value.count >= ImageReader.pixelCountOfText
  }

  /// The name of an attribute; in a report what its content is called.
  private func label(
    of element: DICOMElement, _ name: [UInt8], in level: DICOMLevel
  ) -> [UInt8] {
    if Self.contents.contains(element.tag), !level.concept.isEmpty { return level.concept }
    if element.tag == Self.codeMeaning, level.tag == Self.conceptCode, levels.count >= 3 {
      let concept = levels[levels.count - 3].concept
      return concept.isEmpty ? name : concept
    }
    return name
  }

  /// Who gave out the number of a patient that ends at `position`, where that is who gives out BSNs.
  private func issuerOfBSN(_ bytes: Span<UInt8>, _ syntax: DICOMSyntax) -> Range<Int>? {
    guard let next = DICOMElement(bytes, at: position, syntax),
      next.tag == Self.issuerOfPatientID,
      bytes.begins(with: "NLMINBIZA", at: next.value.lowerBound)
    else { return nil }
    return next.value
  }

  /// Adds a value of which nothing is known, where it is a text; what is not waits to be looked at
  /// where it does not belong to the standard.
  private mutating func takeUnknown(
    _ element: DICOMElement, _ value: Span<UInt8>, in level: DICOMLevel,
    into text: inout DICOMText
  ) {
    if value.isLikeText {
      guard element.isPrivate || !value.isOfNumbers else { return }
      text.add(value, .texts, level.charset, label: [])
    } else if element.isPrivate, value.count >= 8 {
      documents.append((element.tag, element.value))
    }
  }
}

extension Span<UInt8> {
  fileprivate var isOfZeros: Bool {
    for index in indices where self[index] != 0 { return false }
    return true
  }

  /// Without the spaces and NULs at the end.
  fileprivate var trimmedOfFillers: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(self, indices)
    while let last = bytes.last, last == 0 || last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }

  /// Whether it holds no control characters but those of texts, and the NUL that fills it up.
  fileprivate var isLikeText: Bool {
    for index in indices {
      switch self[index] {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x1B, 0x20...0x7E, 0x80...0xFF: continue
      case 0 where index == count - 1 && index > 0: continue
      default: return false
      }
    }
    return true
  }

  /// Whether it holds digits and the marks of numbers alone: measures, days, identifiers of objects.
  fileprivate var isOfNumbers: Bool {
    for index in indices {
      switch self[index] {
      case 0, 0x20, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "\\"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return false
      }
    }
    return true
  }
}
