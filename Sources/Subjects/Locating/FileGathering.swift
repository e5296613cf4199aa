internal import ScanModel

/// What is gathered of a file while its findings come, text by text.
///
/// Findings wait until it is sure that no more of their record come; those of records without a
/// mention are dropped then.
struct FileGathering: Sendable {
  /// How many findings wait at most, and how many of them are kept for the record that may go on.
  private static let waitingLimit = 16_384
  private static let keptCount = 2_048
  private static let ownValueLimit = 64

  private let reader: RecordReader
  private var cutter = RecordCutter()
  private var waiting: [Sighting] = []
  /// The documents that may go on; each lies in the one before it, the first is the file itself.
  private var open: [DocumentGathering] = [DocumentGathering(part: [])]
  private var ended: [Int: CardDocuments] = [:]
  private var mentionCounts: [Int: [SubjectAttribute: Int]] = [:]
  /// Values of a card by the kinds that people are counted by.
  private var ownValues: [Int: [PersonKind: Set<SensitiveText>]] = [:]

  /// The documents of one card, in the order in which they ended.
  fileprivate struct CardDocuments: Sendable {
    var documents: [LocatedDocument] = []
    var counts: [PersonVerdict: Int] = [:]
    var surest: LocatedDocument?
  }

  init(_ reader: RecordReader) {
    self.reader = reader
  }

  /// Takes what tells of people among findings; `values` are those of the cards.
  mutating func take(_ findings: [Finding], _ values: OwnValues) {
    for finding in findings {
      if let sighting = Sighting(finding, values: values) { take(sighting) }
    }
  }

  mutating func take(_ sighting: Sighting) {
    if !waiting.isEmpty, waiting[waiting.count - 1].part != sighting.part { endText() }
    if waiting.count >= Self.waitingLimit { settle(keeping: Self.keptCount) }
    waiting.append(sighting)
  }

  /// Ends the file; gives what it tells of each card.
  mutating func end(_ record: FileRecord) -> [LocatedFile] {
    endText()
    while let document = open.popLast() { close(document) }
    let contents = Dictionary(
      record.memberContents.map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    return ended.keys.sorted().compactMap { card in
      guard let all = ended[card], let surest = all.surest else { return nil }
      return LocatedFile(
        card: card, record: record.withoutTallies, verdict: surest.verdict, score: surest.score,
        documents: contents.isEmpty
          ? all.documents : all.documents.map { $0.identified(by: contents) },
        containers: contents.isEmpty ? [] : all.documents.containers(in: contents),
        documentCounts: all.counts,
        mentionCounts: mentionCounts[card] ?? [:],
        otherPeople: OtherPeople(
          record.tallies, own: (ownValues[card] ?? [:]).mapValues { $0.count }))
    }
  }

  // MARK: Texts

  private mutating func endText() {
    settle(keeping: 0)
    cutter = RecordCutter()
  }

  /// Reads the records of the findings that wait, but for the last of them.
  private mutating func settle(keeping keptCount: Int) {
    guard let first = waiting.first else { return }
    let text = first.part
    openDocument(at: text.document)
    if !waiting.isInOrder { waiting.sort { $0.offset < $1.offset } }
    cutter.learn(waiting)
    if keptCount == 0, cutter.isSideways { waiting.sort { $0.isBefore($1) } }
    let end = waiting.count - min(keptCount, waiting.count / 2)
    var start = 0
    for index in waiting.indices.prefix(end) where cutter.begins(with: waiting[index]) {
      read(start..<index, in: text)
      start = index
    }
    // A record that goes on is cut here only where it fills half of what waits.
    if keptCount == 0 || start == 0 {
      read(start..<end, in: text)
      start = end
    }
    waiting.removeFirst(start)
    cutter.restart()
  }

  private mutating func read(_ range: Range<Int>, in text: [DocumentPart]) {
    guard !range.isEmpty else { return }
    let record = waiting[range]
    open[open.count - 1].people.count(record)
    guard record.indices.contains(where: { waiting[$0].isMention }) else { return }
    for card in reader.cards(in: record) {
      let reading = reader.read(record, for: card)
      open[open.count - 1].take(reading, of: card, in: text)
      guard let verdict = reading.judgement?.verdict, verdict != .otherPerson else { continue }
      mentionCounts[card, default: [:]].merge(reading.mentionCounts, uniquingKeysWith: +)
      keepOwnValues(of: card, in: record)
    }
  }

  private mutating func keepOwnValues(of card: Int, in record: ArraySlice<Sighting>) {
    for sighting in record {
      guard case .catalog(let kind, let owners) = sighting.subject,
        owners.contains(card) || kind == .name && sighting.isName(of: card, in: record),
        ownValues[card]?[kind]?.count ?? 0 < Self.ownValueLimit
      else { continue }
      ownValues[card, default: [:]][kind, default: []].insert(sighting.normalized)
    }
  }

  // MARK: Documents

  /// Closes the documents that the part does not lie in, and opens it.
  private mutating func openDocument(at part: [DocumentPart]) {
    while let last = open.last, open.count > 1, !part.starts(with: last.part) {
      open.removeLast()
      close(last)
    }
    if open.last?.part != part { open.append(DocumentGathering(part: part)) }
  }

  private mutating func close(_ document: DocumentGathering) {
    for card in document.cards {
      guard let located = document.document(for: card) else { continue }
      ended[card, default: CardDocuments()].take(located)
    }
  }
}

extension FileGathering.CardDocuments {
  fileprivate mutating func take(_ document: LocatedDocument) {
    let count = counts[document.verdict] ?? 0
    counts[document.verdict] = count + 1
    if count < LocatedFile.documentLimit(document.verdict) { documents.append(document) }
    if surest.map({ document.isSurer(than: $0) }) ?? true { surest = document }
  }
}

extension LocatedDocument {
  fileprivate func isSurer(than other: LocatedDocument) -> Bool {
    verdict == other.verdict ? score > other.score : verdict < other.verdict
  }
}

extension [LocatedDocument] {
  /// What `contents` says of the members that they lie in, each once.
  fileprivate func containers(
    in contents: [[DocumentPart]: MemberContent]
  ) -> [MemberContent] {
    var ways: Set<[DocumentPart]> = []
    for document in self {
      for count in 1..<Swift.max(1, document.part.count) {
        ways.insert([DocumentPart](document.part.prefix(count)))
      }
    }
    return ways.compactMap { contents[$0] }
  }
}

extension [Sighting] {
  /// As they mostly come.
  fileprivate var isInOrder: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1].offset <= self[$0].offset }
  }
}

extension Sighting {
  /// Whether it stands in a column before that of the other, or before it in one.
  fileprivate func isBefore(_ other: Sighting) -> Bool {
    guard case .cell(_, let column, _) = place, case .cell(_, let otherColumn, _) = other.place
    else { return offset < other.offset }
    return (column, offset) < (otherColumn, other.offset)
  }

  /// Whether a name of the catalog is one of the card.
  fileprivate func isName(of card: Int, in record: ArraySlice<Sighting>) -> Bool {
    record.contains { other in
      other.attribute(of: card)?.isName == true && overlaps(other)
    }
  }
}

extension [DocumentPart] {
  /// Up to the last member or message; empty for a text of the file itself.
  var document: [DocumentPart] {
    let last = lastIndex {
      switch $0 {
      case .member, .message: true
      default: false
      }
    }
    return last.map { Array(self[...$0]) } ?? []
  }
}

extension FileRecord {
  /// Without what was counted in it, which takes much memory.
  fileprivate var withoutTallies: FileRecord {
    FileRecord(
      provenance: provenance, byteCount: byteCount, contentType: contentType, outcome: outcome,
      members: members, stoppedPatterns: stoppedPatterns, sameFileAs: sameFileAs, facts: facts,
      digest: digest, isRecalled: isRecalled, history: history)
  }
}
