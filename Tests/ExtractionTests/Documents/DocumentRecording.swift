import ContentTypes
import Extraction
import ScanModel

/// What a reader took out of a document: texts by where they stand, members, and what is missing.
struct DocumentRecording {
  /// Each text: its parts, joined by `/` with the members around it, and its fields as
  /// `label=text`, or `text` where there is no label.
  private(set) var texts: [(place: String, text: String, fields: [String])] = []
  /// Each member: its place, its type and how it ended.
  private(set) var members: [String] = []
  private(set) var missing: [String] = []
  private(set) var faults: [String] = []

  init(
    of document: [UInt8], _ type: ContentType? = nil, passwords: [[UInt8]] = [],
    limits: ExtractionLimits = ExtractionLimits()
  ) {
    var sink = DocumentRecordingSink(passwords: passwords, limits: limits)
    sink.context.begin(byteCount: document.count)
    sink.takeMember(at: [], bytes: document)
    texts = sink.texts
    members = sink.members
    missing = sink.missing
    faults = sink.faults
  }

  /// How the document as a whole ended.
  var outcome: String { members.last ?? "" }

  /// The fields of all texts at a place.
  func fields(at place: String = "") -> [String] {
    texts.filter { $0.place == place }.flatMap(\.fields)
  }

  /// The text at a place, also where it has no fields.
  func text(at place: String = "") -> String {
    texts.filter { $0.place == place }.map(\.text).joined()
  }

  var allFields: [String] { texts.flatMap(\.fields) }
}

/// A sink that keeps everything it is given, with names instead of positions.
struct DocumentRecordingSink: DocumentSink, ~Copyable {
  let context: ExtractionContext
  var isCancelled: Bool { false }
  fileprivate(set) var texts: [(place: String, text: String, fields: [String])] = []
  fileprivate(set) var members: [String] = []
  fileprivate(set) var missing: [String] = []
  fileprivate(set) var faults: [String] = []
  private var places: [String] = []
  private var text: RecordingSink?
  private var textPlace = ""

  init(passwords: [[UInt8]] = [], limits: ExtractionLimits = ExtractionLimits()) {
    context = ExtractionContext(limits: limits, passwords: passwords)
  }

  mutating func beginText(at parts: [DocumentPart]) {
    if text != nil { faults.append("a text begins in a text") }
    text = RecordingSink()
    textPlace = place(of: parts)
  }

  mutating func endText() {
    guard let ended = text.take() else {
      return faults.append("a text ends that never began")
    }
    faults += ended.faults
    let fields = ended.fields.map { field in
      field.label.map { "\($0)=\(field.text)" } ?? field.text
    }
    texts.append((textPlace, ended.text, fields))
  }

  mutating func beginMember(at parts: [DocumentPart]) {
    if text != nil { faults.append("a member begins in a text") }
    places.append(place(of: parts))
  }

  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {
    guard let place = places.popLast() else { return faults.append("a member ends too often") }
    let ending =
      switch outcome {
      case .complete: "complete"
      case .partial(let reason): reason.rawValue
      case .unsupportedType: "unsupported"
      }
    members.append([place, contentType, ending].filter { !$0.isEmpty }.joined(separator: " "))
  }

  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {
    missing.append("\(reason.rawValue) \(place(of: parts))")
  }

  mutating func take(_ block: Span<UInt8>, layout: borrowing TextLayout) {
    guard text != nil else { return faults.append("a block outside of a text") }
    text?.take(block, layout: layout)
  }

  private func place(of parts: [DocumentPart]) -> String {
    let steps = parts.map { part in
      switch part {
      case .member(let name), .folder(let name), .sheet(let name), .table(let name): name
      case .message(let number), .page(let number), .slide(let number): "\(number)"
      case .section(let section): section.rawValue
      }
    }
    let outer = places.last ?? ""
    return (outer.isEmpty ? steps : [outer] + steps).joined(separator: "/")
  }
}
