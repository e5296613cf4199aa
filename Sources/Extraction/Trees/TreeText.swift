import ScanModel

/// The text that a document of nested values becomes: its fields, with a tab between those that
/// stand side by side and a newline at the borders of objects, rows and blocks.
struct TreeText {
  var window: TextWindow
  var names = TreeNames()
  /// What the next field writes before itself: nothing as long as there is no field.
  private var separator: UInt8?
  /// How many fields have begun.
  private(set) var fieldCount = 0
  /// The roles of the labels so far, by their index.
  private var roles: [TreeRole] = []
  /// Whether one of them is that of an answer.
  private var hasAnswers = false
  /// Whether a value encodes something that was not read.
  private(set) var hasEncodedParts = false

  init(form: TextLayout.Form = .tree) {
    window = TextWindow(form: form)
  }

  /// Puts the next field on a line of its own.
  mutating func breakLine() {
    if separator != nil { separator = UInt8(ascii: "\n") }
  }

  /// Puts the next field on the line of the last one.
  mutating func continueLine() {
    if separator != nil { separator = UInt8(ascii: "\t") }
  }

  /// Puts the next field directly behind the last one if that ends with a line feed of its own.
  mutating func continueText() {
    if separator == UInt8(ascii: "\t"), window.bytes.last == UInt8(ascii: "\n") { separator = nil }
  }

  /// The index of the label `parent.name`, `parent` or `name`, whichever of them there are.
  mutating func label(_ parent: Int32, _ name: Int32) -> Int32 {
    names.label(parent, name, in: &window)
  }

  /// The text of the last field, of `byteCount` bytes, as a label; none where it names nothing.
  mutating func labelOfLastField(byteCount: Int) -> Int32 {
    label(TreeNames.none, nameOfLastField(byteCount: byteCount))
  }

  /// The number of the text of the last field, of `byteCount` bytes, as a name; none where it names
  /// nothing.
  mutating func nameOfLastField(byteCount: Int) -> Int32 {
    numberOfName(in: window.bytes.count - byteCount..<window.bytes.count)
  }

  /// The text in `range` as a label; none where it names nothing.
  mutating func labelOfText(in range: Range<Int>) -> Int32 {
    label(TreeNames.none, numberOfName(in: range))
  }

  private mutating func numberOfName(in range: Range<Int>) -> Int32 {
    guard range.count <= TreeNames.byteLimit else { return TreeNames.none }
    let name = window.bytes[range].foldedName
    let number = names.number(of: name.span, name.indices)
    return number == TreeNames.unusual ? TreeNames.none : number
  }

  /// Opens a field that grows until `endField`; `row` is the line of the source.
  mutating func beginField(label: Int32, row: Int) {
    let isAnswer = role(of: label).contains(.answer)
    let label = isAnswer ? labelOfAnswer(label, behind: separator) : label
    if let separator { window.bytes.append(separator) }
    separator = UInt8(ascii: "\t")
    fieldCount += 1
    window.beginField(label: label, row: row)
  }

  mutating func endField() {
    window.endField()
    guard hasAnswers, let label = window.layout.fields.last?.label,
      role(of: label).contains(.question)
    else { return }
    labelAnswerBeforeQuestion()
  }

  /// What a field with this label may be beside others: nothing in a document, which has no keys.
  @inline(__always)
  mutating func role(of label: Int32) -> TreeRole {
    guard window.layout.form == .tree, label >= 0 else { return [] }
    if Int(label) >= roles.count { addRoles() }
    return roles[Int(label)]
  }

  /// Notes that a label is that of an answer: what stands before it has nothing to do with others.
  mutating func noteAnswered(_ label: Int32) {
    addRoles()
    roles[Int(label)].insert(.answered)
  }

  private mutating func addRoles() {
    for label in window.layout.labels[roles.count...] {
      let role = TreeRole(ofLabel: label)
      roles.append(role)
      if role.contains(.answer) { hasAnswers = true }
    }
  }

  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    window.bytes.append(bytes, range)
  }

  mutating func append(_ bytes: [UInt8]) {
    window.bytes.append(contentsOf: bytes)
  }

  /// Adds a field that was begun and ended at once.
  mutating func addWholeField(
    _ bytes: Span<UInt8>, _ range: Range<Int>, label: Int32, row: Int
  ) {
    let role = role(of: label)
    let label = role.contains(.answer) ? labelOfAnswer(label, behind: separator) : label
    window.appendField(bytes, range, behind: separator, label: label, row: row)
    separator = UInt8(ascii: "\t")
    fieldCount += 1
    if hasAnswers, role.contains(.question) { labelAnswerBeforeQuestion() }
  }

  /// Reads the last field as a text of its own where it is one: its fields take the place of the value.
  mutating func readEmbeddedText() {
    guard let range = window.rangeOfFieldAtEnd, range.count >= EmbeddedText.leastByteCount,
      let embedded = EmbeddedText(window.bytes.span.extracting(range))
    else { return }
    if embedded.hasEncodedParts { hasEncodedParts = true }
    if !embedded.bytes.isEmpty { window.replaceLastField(with: embedded) }
  }

  /// Adds a field as a whole; an empty one is left out.
  mutating func addField(_ bytes: Span<UInt8>, _ range: Range<Int>, label: Int32, row: Int) {
    guard !range.isEmpty else { return }
    beginField(label: label, row: row)
    append(bytes, range)
    endField()
  }
}

extension [UInt8] {
  /// Appends the bytes of `span` in `range`.
  mutating func append(_ span: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    span.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends a character as UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The text on one line, with a space for each line end and each no-break space.
  fileprivate var foldedName: [UInt8] {
    var name: [UInt8] = []
    for byte in self {
      if byte == 0xA0, name.last == 0xC2 {
        name[name.count - 1] = 0x20
      } else {
        name.append(byte.isMarkupSpace ? 0x20 : byte)
      }
    }
    return name
  }
}
