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
  /// `marks` has one for each finding, or none; `history` is what a store knows of the file.
  package mutating func write(
    _ findings: [Finding], marks: [FindingMark] = [], history: FileHistory? = nil,
    in file: Provenance, to take: (_ lines: [UInt8]) -> Void
  ) {
    let start = start(of: file, history)
    bytes.removeAll(keepingCapacity: true)
    for (index, finding) in findings.enumerated() {
      lastForm = form(of: finding)
      bytes.append(contentsOf: start)
      if index < marks.count { bytes += members(of: marks[index]) }
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

  /// What a store adds to a finding, with a comma behind it.
  private func members(of mark: FindingMark) -> [UInt8] {
    var json = JSONText()
    json.member("id", mark.id)
    json.member("decision", mark.verdict?.rawValue)
    return json.bytes + Array(",".utf8)
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
