package import ScanModel

/// The part of a text that is held in memory: it grows at its end, is pushed to a sink block by
/// block, and keeps only what the next block needs as context.
///
/// Every byte is live in exactly one push, and every match of at most `context` bytes that begins
/// in a live byte lies wholly in the block, with `context` bytes before it (where the text has
/// them): so what is found does not depend on where blocks end.
package struct TextWindow {
  /// How many bytes before and behind the live range a block holds, and the longest match.
  package static let context = 1024
  /// From how many bytes that are not live yet a push is worth its cost.
  package static let pushByteCount = 256 << 10

  /// Valid UTF-8 that readers append to; what is in it stays in place until the next push.
  package var bytes: [UInt8] = []
  /// The layout of `bytes`; readers add fields and labels, the window keeps `live` and the lines.
  package private(set) var layout: TextLayout
  private var labelNumbers = LabelNumbers()
  private var openField: TextField?
  /// How many bytes of the text were dropped from the front.
  private var droppedByteCount = 0

  package init(form: TextLayout.Form) {
    layout = TextLayout(form: form)
  }

  /// Takes the memory for the text, its fields and labels from `buffers`; call it before any of them.
  mutating func takeMemory(of buffers: inout TextBuffers) {
    swap(&bytes, &buffers.text)
    swap(&layout.fields, &buffers.fields)
    swap(&labelNumbers, &buffers.labelNumbers)
    bytes.removeAll(keepingCapacity: true)
    layout.fields.removeAll(keepingCapacity: true)
    labelNumbers.removeAll()
  }

  /// Gives the memory back.
  mutating func giveMemoryBack(to buffers: inout TextBuffers) {
    swap(&bytes, &buffers.text)
    swap(&layout.fields, &buffers.fields)
    swap(&labelNumbers, &buffers.labelNumbers)
  }

  /// Whether enough has gathered for a push.
  package var isDue: Bool { isDue(upTo: bytes.count) }

  /// Whether enough has gathered before `end` for a push.
  package func isDue(upTo end: Int) -> Bool {
    end - layout.live.upperBound >= Self.pushByteCount
  }

  /// The index of a header, key or element path; new ones are added, at most 65,536 of them.
  package mutating func label(_ name: [UInt8]) -> Int32 { label(name.span) }

  mutating func label(_ name: Span<UInt8>) -> Int32 {
    if let known = labelNumbers.number(of: name, in: layout.labels) { return known }
    guard layout.labels.count < 65_536 else { return TextLayout.noLabel }
    let number = Int32(layout.labels.count)
    layout.labels.append(name.bytes(name.indices))
    labelNumbers.insert(name, number: number)
    return number
  }

  /// Adds a field whose range in `bytes` is known; fields come in order.
  package mutating func add(_ field: TextField) {
    layout.fields.append(field)
  }

  /// Appends `separator`, if any, and `range` as a field, unless that is empty.
  mutating func appendField(
    _ text: Span<UInt8>, _ range: Range<Int>, behind separator: UInt8?, label: Int32, row: Int,
    column: Int32 = 0
  ) {
    let part = text.extracting(range)
    bytes.append(addingCapacity: part.count &+ 1) { free in
      if let separator { free.append(separator) }
      free.append(copying: part)
    }
    guard !part.isEmpty else { return }
    let end = bytes.count
    layout.fields.append(
      TextField(range: end &- part.count..<end, label: label, row: row, column: column))
  }

  /// Adds the fields, `count` at most, that `append` appends in order.
  @inline(__always)
  mutating func addFields(upTo count: Int, _ append: (inout OutputSpan<TextField>) -> Void) {
    layout.fields.append(addingCapacity: count, initializingWith: append)
  }

  /// Opens a field at `position`, or at the end of `bytes`.
  ///
  /// It grows until `endField`, also over pushes. A reader that marks fields in place opens the one
  /// it is in before it pushes.
  package mutating func beginField(
    at position: Int? = nil, label: Int32, row: Int, column: Int32 = 0
  ) {
    let start = position ?? bytes.count
    openField = TextField(range: start..<start, label: label, row: row, column: column)
  }

  /// Closes the open field at `position`, or at the end of `bytes`; an empty one is dropped.
  package mutating func endField(at position: Int? = nil) {
    guard var field = openField else { return }
    openField = nil
    field.range = field.range.lowerBound..<max(position ?? bytes.count, field.range.lowerBound)
    if !field.range.isEmpty { layout.fields.append(field) }
  }

  /// Gives a field that no push has made live yet another label.
  mutating func setLabel(_ label: Int32, ofField index: Int) {
    guard layout.fields[index].range.lowerBound >= layout.live.upperBound else { return }
    layout.fields[index].label = label
  }

  /// Makes fields with `label` of parts of the last field, which no push has made live yet; what stands
  /// between them keeps its label.
  mutating func splitLastField(at parts: [Range<Int>], label: Int32) {
    guard let last = layout.fields.last else { return }
    var all: [(range: Range<Int>, label: Int32)] = []
    var start = last.range.lowerBound
    for part in parts {
      all += [(start..<part.lowerBound, last.label), (part, label)]
      start = part.upperBound
    }
    splitLastField(into: all + [(start..<last.range.upperBound, last.label)])
  }

  /// Makes fields of parts of the last field, which no push has made live yet, each with its label.
  ///
  /// Empty parts are none; what stands between the others is in none.
  mutating func splitLastField(into parts: [(range: Range<Int>, label: Int32)]) {
    guard openField == nil, let last = layout.fields.last,
      last.range.lowerBound >= layout.live.upperBound
    else { return }
    layout.fields.removeLast()
    for part in parts where !part.range.isEmpty {
      layout.fields.append(
        TextField(range: part.range, label: part.label, row: last.row, column: last.column))
    }
  }

  /// Makes one field of the last `count` closed ones, without what stands between them.
  ///
  /// They are short: all of them lie in the part of the text that no push has made live yet.
  mutating func joinLastFields(_ count: Int) {
    let parts = layout.fields.suffix(count)
    guard openField == nil, parts.count == count, let start = parts.first?.range.lowerBound,
      start >= layout.live.upperBound
    else { return }
    var joined: [UInt8] = []
    for part in parts { joined += bytes[part.range] }
    bytes.removeSubrange(start...)
    bytes += joined
    layout.fields.removeLast(count - 1)
    layout.fields[layout.fields.count - 1].range = start..<bytes.count
  }

  /// The end of the text before the open field, which may still become a text of its own; of all where
  /// there is none or it is too long for that.
  var endOfWholeFields: Int {
    guard let start = openField?.range.lowerBound, bytes.count - start <= EmbeddedText.byteLimit
    else { return bytes.count }
    return start
  }

  /// The range of the last closed field where it ends the text and no push has made it live yet.
  var rangeOfFieldAtEnd: Range<Int>? {
    guard openField == nil, let range = layout.fields.last?.range, range.upperBound == bytes.count,
      range.lowerBound >= layout.live.upperBound
    else { return nil }
    return range
  }

  /// Puts a text with fields of its own in the place of the last field, which `rangeOfFieldAtEnd` is.
  ///
  /// They lie where the field lay, and bear its label where they have none.
  mutating func replaceLastField(with embedded: EmbeddedText) {
    let replaced = layout.fields.removeLast()
    let start = replaced.range.lowerBound
    bytes.removeSubrange(start...)
    bytes += embedded.bytes
    for field in embedded.fields {
      let name = field.label < 0 ? nil : embedded.labels[Int(field.label)]
      layout.fields.append(
        TextField(
          range: start + field.range.lowerBound..<start + field.range.upperBound,
          label: name.map { label($0) } ?? replaced.label, row: replaced.row,
          column: replaced.column))
    }
  }

  /// Where in the whole text the last closed field begins; nil where there is none.
  var placeOfLastField: Int? { layout.fields.last.map { $0.range.lowerBound + droppedByteCount } }

  /// Where in the whole text the last closed field begins, if nothing stands behind it.
  var placeOfFieldAtEnd: Int? {
    guard let range = layout.fields.last?.range, range.upperBound == bytes.count else { return nil }
    return range.lowerBound + droppedByteCount
  }

  /// Where in the whole text a field of the layout begins.
  func place(of field: TextField) -> Int { field.range.lowerBound + droppedByteCount }

  /// The range of the field that begins at a place of the whole text, unless it was pushed.
  func rangeOfField(at place: Int) -> Range<Int>? {
    indexOfField(at: place).map { layout.fields[$0].range }
  }

  /// Gives the field that begins at a place of the whole text another label, unless it was pushed.
  mutating func relabelField(at place: Int, _ label: Int32) {
    if let index = indexOfField(at: place) { layout.fields[index].label = label }
  }

  private func indexOfField(at place: Int) -> Int? {
    let position = place - droppedByteCount
    guard position >= layout.live.upperBound else { return nil }
    for index in layout.fields.indices.reversed() {
      let start = layout.fields[index].range.lowerBound
      if start <= position { return start == position ? index : nil }
    }
    return nil
  }

  /// Hands the gathered text to `sink` and forgets what no later block needs.
  ///
  /// Returns how many bytes were dropped from the front: positions in `bytes` that a reader holds
  /// move down by that number. After the last push the window is empty and can take a new text.
  package mutating func push(
    into sink: inout some TextSink & ~Copyable, isLast: Bool = false
  ) -> Int {
    push(upTo: bytes.count, into: &sink, isLast: isLast)
  }

  /// Hands the text before `limit` to `sink`, which behind it is not known to be whole yet.
  package mutating func push(
    upTo limit: Int, into sink: inout some TextSink & ~Copyable, isLast: Bool = false
  ) -> Int {
    let end = isLast ? limit : boundary(atMost: limit - Self.context)
    layout.live = layout.live.upperBound..<max(end, layout.live.upperBound)
    if !layout.live.isEmpty {
      let closedFieldCount = layout.fields.count
      if let field = openField, field.range.lowerBound < limit {
        var clipped = field
        clipped.range = field.range.lowerBound..<limit
        layout.fields.append(clipped)
      }
      sink.take(bytes.span.extracting(..<limit), layout: layout)
      layout.fields.removeSubrange(closedFieldCount...)
    }
    return drop(isLast ? limit : boundary(atMost: layout.live.upperBound - Self.context))
  }

  private mutating func drop(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    advanceLines(over: count)
    bytes.removeSubrange(..<count)
    droppedByteCount += count
    let live = max(layout.live.upperBound - count, 0)
    layout.live = live..<live
    let lastDropped = layout.fields.lastIndex { $0.range.upperBound <= count }
    layout.fields.removeSubrange(..<(lastDropped.map { $0 + 1 } ?? 0))
    for index in layout.fields.indices { layout.fields[index].range.move(down: count) }
    openField?.range.move(down: count)
    return count
  }

  private mutating func advanceLines(over count: Int) {
    guard layout.form == .running || layout.form == .fixedWidth else { return }
    let lineCount = bytes.span.lineFeedCount(0..<count)
    let lastLine = lineCount > 0 ? bytes.span.lastLineFeed(0..<count).map { $0 + 1 } : nil
    let column = bytes.span.characterCount((lastLine ?? 0)..<count)
    layout.firstLine += lineCount
    layout.firstColumn = lastLine == nil ? layout.firstColumn + column : column
  }

  /// The largest position up to `limit` at which a character begins; 0 where `limit` is negative.
  private func boundary(atMost limit: Int) -> Int {
    var position = max(limit, 0)
    while position > 0, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}

extension Range<Int> {
  fileprivate mutating func move(down count: Int) {
    self = Swift.max(lowerBound - count, 0)..<Swift.max(upperBound - count, 0)
  }
}
