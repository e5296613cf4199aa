package import ScanModel

extension JSONText {
  /// How many files were listed, and how they ended.
  package mutating func coverage(_ coverage: Coverage) {
    object("coverage") { json in
      json.member("listed", coverage.listedCount)
      json.member("scanned", coverage.scannedCount)
      json.member("partial", counts: coverage.partial.byCode)
      json.member("not_examined", counts: coverage.notExamined)
      json.member("unsupported_types", counts: coverage.unsupportedTypes)
      json.member("left_out", counts: coverage.leftOut.byCode)
      json.member("examined_bytes", coverage.examinedByteCount)
    }
  }
}

extension Dictionary where Key: RawRepresentable<String>, Value == Int {
  /// By the codes of reports.
  package var byCode: [String: Int] {
    Dictionary<String, Int>(uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
  }
}
