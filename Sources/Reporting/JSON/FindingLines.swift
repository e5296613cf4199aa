package import ScanModel

/// Findings as lines of an NDJSON report; each thread makes its own.
///
/// What a finding shares with those alike is written once and copied from then on. Memory: about
/// `blockSize` bytes and `formLimit` forms.
package struct FindingLines: Sendable {
  private let records: JSONRecords
  private var bytes: [UInt8] = []
  private var forms: [FindingForm] = []
  /// That of the finding before.
  private var lastForm = 0

  private static let blockSize = 64 << 10
  private static let formLimit = 32

  package init(style: ReportStyle, kinds: [KindDescription]) {
    records = JSONRecords(style: style, kinds: KindTable(kinds))
  }

  /// Hands over the lines of findings in one file, in blocks of whole lines.
  ///
  /// `ids` has what a store calls each finding, or nothing; `history` is what it knows of the file.
  package mutating func write(
    _ findings: [Finding], ids: [String] = [], history: FileHistory? = nil,
    in file: Provenance, to take: (_ lines: [UInt8]) -> Void
  ) {
    let start = start(of: file, history)
    bytes.removeAll(keepingCapacity: true)
    for (index, finding) in findings.enumerated() {
      lastForm = form(of: finding)
      bytes.append(contentsOf: start)
      if index < ids.count { append("id", ids[index]) }
      if let decision = finding.decision { append("decision", decision.rawValue) }
      forms[lastForm].append(finding, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count >= Self.blockSize {
        take(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if !bytes.isEmpty { take(bytes) }
  }

  /// How each line of a file begins.
  private func start(of file: Provenance, _ history: FileHistory?) -> [UInt8] {
    var json = JSONText()
    json.member("type", "finding")
    records.provenance(file, into: &json)
    json.history(history)
    return Array("{".utf8) + json.bytes + Array(",".utf8)
  }

  /// Appends what a store adds to a finding, with a comma behind it.
  private mutating func append(_ name: StaticString, _ text: String) {
    var json = JSONText()
    json.member(name, text)
    bytes += json.bytes
    bytes.append(UInt8(ascii: ","))
  }

  /// The number of the form of a finding, made where it is new.
  ///
  /// Findings of a table take turns in the same order in every row, so the search begins behind
  /// the one before; where there are too many forms, the one there is given up.
  private mutating func form(of finding: Finding) -> Int {
    var number = lastForm
    for _ in forms.indices {
      number = number + 1 < forms.count ? number + 1 : 0
      if forms[number].fits(finding) { return number }
    }
    let form = FindingForm(of: finding, in: records)
    if forms.count < Self.formLimit {
      forms.append(form)
      return forms.count - 1
    }
    number = lastForm + 1 < forms.count ? lastForm + 1 : 0
    forms[number] = form
    return number
  }
}
