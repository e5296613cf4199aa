/// What a finding in a store is called: `12.3`, the third of examination 12; `i45.3`, the third in the
/// path of item 45.
package struct FindingID: Hashable, Sendable {
  /// 0 for a finding in a path.
  package let examination: Int64
  /// From 1.
  package let ordinal: Int
  /// The item in whose path it lies; nil for a finding in a content.
  package let item: Int64?

  package init(examination: Int64, ordinal: Int) {
    self.examination = examination
    self.ordinal = ordinal
    item = nil
  }

  package init(item: Int64, ordinal: Int) {
    examination = 0
    self.ordinal = ordinal
    self.item = item
  }

  /// nil for what `description` never gives.
  package init?(_ text: String) {
    let isInPath = text.hasPrefix("i")
    let parts = text.dropFirst(isInPath ? 1 : 0).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.first != "0" && $0.allSatisfy(\.isDecimal) }),
      let number = Int64(parts[0]), let ordinal = Int(parts[1])
    else { return nil }
    self =
      isInPath
      ? FindingID(item: number, ordinal: ordinal)
      : FindingID(examination: number, ordinal: ordinal)
  }
}

extension FindingID: CustomStringConvertible {
  package var description: String {
    item.map { "i\($0).\(ordinal)" } ?? "\(examination).\(ordinal)"
  }
}

extension Character {
  fileprivate var isDecimal: Bool { isASCII && isNumber }
}
