import ScanModel

extension PDFDocumentReader {
  private static var fieldLimit: Int { 100_000 }
  private static var fieldDepth: Int { 32 }

  /// Reads the fields of the form, and the form in XML if there is one.
  mutating func readForm<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let form = file.value("/AcroForm", of: file.root)
    guard file.isDictionary(form) else { return }
    var text = DocumentText()
    let fields = file.value("/Fields", of: form)
    for index in 0..<min(Self.fieldLimit, file.count(of: fields)) {
      guard !sink.isCancelled else { break }
      readField(file.item(index, of: fields), name: [], depth: 0, into: &text)
    }
    push(&text, at: [.section(.formFields)], into: &sink)
    takeMarkup(packets(of: file.value("/XFA", of: form)), at: [.section(.formFields)], into: &sink)
  }

  /// The streams of a form in XML: one, or several with a name before each.
  private func packets(of form: PDFFile.Object) -> [PDFFile.Object] {
    guard file.isArray(form) else { return [form] }
    var packets: [PDFFile.Object] = []
    for index in stride(from: 1, to: min(64, file.count(of: form)), by: 2) {
      packets.append(file.item(index, of: form))
    }
    return packets
  }

  private mutating func readField(
    _ field: PDFFile.Object, name outer: [UInt8], depth: Int, into text: inout DocumentText
  ) {
    let id = file.id(field)
    guard depth < Self.fieldDepth, readFields.count < Self.fieldLimit,
      id == 0 || readFields.insert(id).inserted
    else { return note(.limit, if: depth >= Self.fieldDepth) }
    let partial = PDFTextString.decode(file.string(file.value("/T", of: field)))
    let name = partial.isEmpty ? outer : outer.isEmpty ? partial : outer + [0x2E] + partial
    guard !waits(field, id: id, name: name) else {
      readFields.remove(id)
      waitingFields[id] = name
      return
    }
    addField(field, name: name, to: &text)
    let kids = file.value("/Kids", of: field)
    for index in 0..<min(Self.fieldLimit, file.count(of: kids)) {
      readField(file.item(index, of: kids), name: name, depth: depth + 1, into: &text)
    }
  }

  /// Adds what a field holds: `choice`, where that is what is printed beside the box that is ticked.
  mutating func addField(
    _ field: PDFFile.Object, name: [UInt8], caption: [UInt8] = [], choice: [UInt8] = [],
    to text: inout DocumentText
  ) {
    let title = title(of: field, name: name, caption: caption)
    var values: [[UInt8]] = []
    let value = file.value("/V", of: field)
    let isChosen = file.isName(value) && !choice.isEmpty
    let given =
      isChosen
      ? [choice] : file.isName(value) ? [state(file.name(value))] : texts(of: value, depth: 0)
    let rich = texts(of: file.value("/RV", of: field), depth: 0).map(\.withoutTags)
    let usual = texts(of: file.value("/DV", of: field), depth: 0)
    for value in given + rich + usual where !value.isEmpty && !values.contains(value) {
      values.append(value)
    }
    for value in values {
      text.add(value, named: title)
      shownValues.insert(value.withoutSpaces)
    }
    if values.isEmpty, !title.isEmpty { text.addParagraph(title) }
    let choices = texts(of: file.value("/Opt", of: field), depth: 0)
    for choice in choices where !values.contains(choice) {
      text.addParagraph(choice)
      shownValues.insert(choice.withoutSpaces)
    }
    addScripts(of: field, to: &text)
    let caption = file.string(file.value("/CA", of: file.value("/MK", of: field)))
    guard caption.count > 1 else { return }
    text.addParagraph(PDFTextString.decode(caption))
    shownValues.insert(PDFTextString.decode(caption).withoutSpaces)
  }

  /// What a field is called: the label that it shows, what is printed beside it, or its name; the first
  /// of them with a word that names fields.
  private func title(of field: PDFFile.Object, name: [UInt8], caption: [UInt8]) -> [UInt8] {
    let titles = [PDFTextString.decode(file.string(file.value("/TU", of: field))), caption, name]
    return titles.first(where: \.namesField) ?? titles.first { !$0.isEmpty } ?? []
  }

  /// The state of a button that is pressed, where it is more than that.
  private func state(_ name: [UInt8]) -> [UInt8] {
    name == Array("Off".utf8) || name == Array("Yes".utf8) || name == Array("On".utf8)
      ? [] : PDFTextString.decode(name)
  }

  /// Adds the scripts that a field runs when something is done with it.
  private func addScripts(of field: PDFFile.Object, to text: inout DocumentText) {
    let actions = file.value("/AA", of: field)
    for key in file.keys(of: actions, upTo: 32) {
      addLink(file.value(named: key[...], of: actions), to: &text)
    }
  }

  /// The texts in a value: a string, a stream, or an array of them.
  func texts(of value: PDFFile.Object, depth: Int) -> [[UInt8]] {
    if file.isString(value) { return [PDFTextString.decode(file.string(value))] }
    if file.isStream(value) {
      let content = PDFStreams.content(of: value, in: file, limit: 16 << 20)
      return content.map { [PDFTextString.decode($0.bytes)] } ?? []
    }
    var texts: [[UInt8]] = []
    guard depth < 2 else { return texts }
    for index in 0..<min(10_000, file.count(of: value)) {
      texts += self.texts(of: file.item(index, of: value), depth: depth + 1)
    }
    return texts
  }

  private mutating func note(_ reason: PartialReason, if condition: Bool) {
    if condition { note(reason) }
  }
}

extension [UInt8] {
  /// The text without spaces and line ends, to be compared.
  var withoutSpaces: [UInt8] { filter { $0 > 0x20 } }

  /// Rich text without its tags; a space stands for each of them.
  var withoutTags: [UInt8] {
    var text: [UInt8] = []
    let references = MarkupReferences(isHTML: true)
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: "<") {
        while index < count, self[index] != UInt8(ascii: ">") { index += 1 }
        if let last = text.last, last != 0x20 { text.append(0x20) }
        index += 1
      } else if self[index] == UInt8(ascii: "&"),
        let (scalar, length) = references.decode(span, index..<count)
      {
        text.append(scalar)
        index += length
      } else {
        text.append(self[index])
        index += 1
      }
    }
    while text.last == 0x20 { text.removeLast() }
    return text
  }
}
