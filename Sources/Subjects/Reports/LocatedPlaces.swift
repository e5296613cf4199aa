internal import Reporting
internal import ScanModel

extension LocatedFile {
  /// A record with the way to it, as reports list them.
  struct Line {
    let document: LocatedDocument
    let entry: LocatedDocument.Entry

    var record: LocatedRecord { entry.record }
    var part: [DocumentPart] { document.part + entry.text }

    /// Where the first mention stands.
    func place(in language: ReportLanguage) -> String {
      record.mentions.first?.place.shown(behind: part, in: language)
        ?? part.shown(in: language)
    }

    /// `BSN •••••••19, naam •.•. de •••••es`: each value once.
    func values(_ style: ReportStyle) -> String {
      var known: Set<String> = []
      return record.mentions.compactMap { mention in
        let text =
          "\(mention.attribute.phrase[style.language]) "
          + TerminalText.text(
            style.shown(style.revealsValues ? mention.value : mention.masked))
        return known.insert(text).inserted ? text : nil
      }.joined(separator: ", ")
    }
  }

  /// The records that are kept, in the order of the file.
  var lines: [Line] {
    documents.flatMap { document in
      document.records.map { Line(document: document, entry: $0) }
    }
  }

  /// The surest `count` records, in the order of the file.
  func surestLines(_ count: Int) -> [Line] {
    let all = lines.enumerated()
    let surest = all.sorted {
      $0.element.record.isSurer(than: $1.element.record)
        || !$1.element.record.isSurer(than: $0.element.record) && $0.offset < $1.offset
    }
    return surest.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// How many records the file has of all verdicts, those too that are not kept.
  var recordCount: Int {
    documents.reduce(0) { $0 + $1.recordCounts.total }
  }
}

extension Phrase {
  /// What is said of files and members that have one content.
  static func copies(_ group: Int) -> Phrase {
    Phrase("kopie\u{EB}n #\(group)", "copies #\(group)")
  }
}

extension LocateReport.Source {
  /// A note behind a file that the store knows; nil for one that was read now.
  var note: Phrase? {
    guard case .store(let state) = self else { return nil }
    switch state {
    case .unchanged: return Phrase("uit de opslag", "from the store")
    case .changed:
      return Phrase("uit de opslag; sindsdien gewijzigd", "from the store; changed since")
    case .gone: return Phrase("uit de opslag; nu weg", "from the store; gone now")
    case .unknown:
      return Phrase("uit de opslag; nu niet te zien", "from the store; cannot be seen now")
    }
  }
}
