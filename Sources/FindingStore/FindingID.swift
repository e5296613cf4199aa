/// What a finding in a store is called: `k3f7q2ab1x.3`, the third in its content; `k3f7q2ab1x.p1`, the
/// first in a path.
package struct FindingID: Hashable, Sendable {
  package let code: FindingCode
  /// From 1.
  package let ordinal: Int
  package let isInPath: Bool

  init(_ code: FindingCode, ordinal: Int, isInPath: Bool = false) {
    self.code = code
    self.ordinal = ordinal
    self.isInPath = isInPath
  }

  /// nil for what `description` never gives.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let code = FindingCode(parts[0]) else { return nil }
    let isInPath = parts[1].first == "p"
    let digits = parts[1].dropFirst(isInPath ? 1 : 0)
    guard digits.first != "0", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let ordinal = Int(digits)
    else { return nil }
    self.init(code, ordinal: ordinal, isInPath: isInPath)
  }
}

extension FindingID: CustomStringConvertible {
  package var description: String { "\(code).\(isInPath ? "p" : "")\(ordinal)" }
}
