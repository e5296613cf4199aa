import Cryptography
import ScanModel

/// Findings of made-up people in every form that there is.
enum MadeUpFindings {
  static let reasons: [Reason] = [
    .checkPassed("elfproef"), .noCheck, .label("bsn", distance: 3), .nearbyLabel("sofinummer"),
    .columnHeader("bsn"), .fieldName("burgerservicenummer"), .knownRecord("ZH308"),
    .counterWord("factuurnummer"), .typicalNotation, .testRange, .lostZero, .splitOverLines,
    .columnPasses(passed: 9, count: 10), .columnIsRandom(passed: 1, count: 11), .within("mrz"),
    .mayHoldBSN, .functionalAddress, .notPublicAddress, .unknownBank,
  ]

  static let places: [Place] = [
    .line(12, column: 5), .cell(row: 7, column: 3, header: "bsn"),
    .cell(row: 1, column: 1, header: nil), .element(path: "klanten.bsn", line: 4),
    .paragraph(9, header: nil), .paragraph(2, header: "BSN"), .record(line: 3, field: "bsn"),
    .line(Int.max, column: 0),
  ]

  static let parts: [[DocumentPart]] =
    [
      [], [.member("a.zip"), .member("map/b.docx")], [.folder("Postvak IN"), .message(3)],
      [.page(1)], [.slide(2)], [.sheet("Salaris")], [.table("client")],
    ] + DocumentSection.allCases.map { [.section($0)] }

  /// `number` makes the value one of its own.
  static func finding(
    kind: String = "bsn", _ number: Int = 0, part: [DocumentPart] = [],
    at place: Place = .line(1, column: 1), confidence: Double = 0.95,
    reasons: [Reason] = [.checkPassed("elfproef")], value: String? = nil
  ) -> Finding {
    let text = value ?? "\(999_990_019 + number)"
    return Finding(
      kind: kind, part: part, place: place, confidence: Confidence(confidence), reasons: reasons,
      value: SensitiveText(text), normalized: SensitiveText(text))
  }

  static var hasher: ValueHasher {
    guard let hasher = ValueHasher(key: [UInt8](repeating: 5, count: 32)) else {
      preconditionFailure("a key has 32 bytes")
    }
    return hasher
  }
}
