internal import ScanModel

/// What is gathered of a document while its records come.
struct DocumentGathering: Sendable {
  /// What is said of one card.
  private struct CardState: Sendable {
    /// In the order of the document; of each verdict no more than the document keeps.
    var entries: [Entry] = []
    var recordCounts: [PersonVerdict: Int] = [:]
    /// What says nothing by itself: dates.
    var silent: [Entry] = []
  }

  private struct Entry: Sendable {
    /// Its place among the records of the document.
    let number: Int
    let text: [DocumentPart]
    let reading: RecordReader.Reading
  }

  /// From the file to it.
  let part: [DocumentPart]
  private var states: [Int: CardState] = [:]
  private var recordCount = 0
  var people = DocumentPeople()

  private static let silentLimit = 20

  init(part: [DocumentPart]) {
    self.part = part
  }

  var isEmpty: Bool { states.isEmpty }

  /// Takes a record of the document.
  mutating func take(_ reading: RecordReader.Reading, of card: Int, in text: [DocumentPart]) {
    recordCount += 1
    let entry = Entry(
      number: recordCount, text: Array(text.dropFirst(part.count)), reading: reading)
    guard let verdict = reading.judgement?.verdict else {
      if states[card, default: CardState()].silent.count < Self.silentLimit {
        states[card, default: CardState()].silent.append(entry)
      }
      return
    }
    let count = states[card]?.recordCounts[verdict] ?? 0
    states[card, default: CardState()].recordCounts[verdict] = count + 1
    if count < LocatedDocument.recordLimit(verdict) {
      states[card, default: CardState()].entries.append(entry)
    }
  }

  /// The cards that the document tells of.
  var cards: [Int] { states.keys.sorted() }

  /// What the whole document tells of a card; nil where that is nothing.
  func document(for card: Int) -> LocatedDocument? {
    guard let state = states[card] else { return nil }
    let all = (state.entries + state.silent).sorted { $0.number < $1.number }
    let facts = DocumentFacts(
      records: all.map(\.reading), hasFewPeople: people.areFew)
    let hasRival = states.contains { other, state in
      other != card && state.recordCounts[.thisPerson] != nil
    }
    var counts = state.recordCounts
    var entries: [LocatedDocument.Entry] = []
    for entry in all {
      let raised = DocumentRules.raised(
        entry.reading, isContested: hasRival && entry.reading.isContested, in: facts)
      guard let judgement = raised ?? entry.reading.judgement else { continue }
      if let raised {
        if let verdict = entry.reading.judgement?.verdict { counts[verdict, default: 0] -= 1 }
        counts[raised.verdict, default: 0] += 1
      }
      entries.append(
        LocatedDocument.Entry(
          text: entry.text,
          record: LocatedRecord(
            verdict: judgement.verdict, score: judgement.score, reasons: judgement.reasons,
            mentions: entry.reading.mentions)))
    }
    guard let surest = entries.min(by: { $0.record.isSurer(than: $1.record) }) else { return nil }
    return LocatedDocument(
      part: part, verdict: surest.record.verdict, score: surest.record.score,
      reasons: surest.record.reasons, records: entries, recordCounts: counts.filter { $1 > 0 })
  }
}

extension LocatedRecord {
  func isSurer(than other: LocatedRecord) -> Bool {
    verdict == other.verdict ? score > other.score : verdict < other.verdict
  }
}
