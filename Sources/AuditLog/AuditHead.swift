internal import Cryptography

/// The last line of an audit log: its number and its code, which follow from all lines before it.
package struct AuditHead: Hashable, Sendable {
  /// From 1.
  package let number: Int
  /// 32 bytes.
  package let code: [UInt8]

  package init(number: Int, code: [UInt8]) {
    self.number = number
    self.code = code
  }

  /// Reads what `text` gives; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0,
      let code = Hexadecimal.bytes(of: String(parts[1])), code.count == Self.codeByteCount
    else { return nil }
    self.number = number
    self.code = code
  }

  /// `12:6f…`, as reports print it.
  package var text: String { "\(number):\(Hexadecimal.text(of: code))" }

  static let codeByteCount = 32
}
