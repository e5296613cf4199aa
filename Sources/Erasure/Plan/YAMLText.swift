/// Scalars of a YAML text that come back as they went in.
enum YAMLText {
  /// In double quotes; what could deceive a reader, and all that is no plain character, is escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.needsEscape:
        let digits = String(scalar.value, radix: 16)
        let isShort = scalar.value <= 0xFFFF
        let zeros = String(repeating: "0", count: (isShort ? 4 : 8) - digits.utf8.count)
        quoted += (isShort ? "\\u" : "\\U") + zeros + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// `["a", "b"]`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }

  /// `{bsn: 2, full-name: 1}`, ordered by key; keys are codes.
  static func counts(_ counts: [String: Int]) -> String {
    "{" + counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
      + "}"
  }
}

extension Unicode.Scalar {
  fileprivate var needsEscape: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      true
    case .spaceSeparator: self != " "
    default: value == 0xFEFF || value >= 0xFFFE && value <= 0xFFFF
    }
  }
}
