/// A value from a document that may be personal data; it prints masked.
///
/// The value itself is had only through `revealed`, which reports use under `--reveal` and nobody
/// else. Printing, interpolating and reflecting give the mask.
package struct SensitiveText: Hashable, Sendable {
  /// The value in full.
  package let revealed: String

  package init(_ value: String) {
    revealed = value
  }

  /// The value with all letters and digits hidden but the last `visibleCount`.
  ///
  /// At most a quarter of the letters and digits stays visible. Marks between them (`-`, `.`,
  /// `@`, spaces) stay, and an e-mail address hides its domain too, all but the top-level part.
  package func masked(visibleCount: Int = 2) -> String {
    let hideable = revealed.unicodeScalars.lazy.filter(\.isHideable).count
    let visible = min(visibleCount, hideable / 4)
    var hidden = hideable - visible
    var mask = String.UnicodeScalarView()
    for scalar in revealed.unicodeScalars {
      if scalar.isHideable && hidden > 0 {
        mask.append("•")
        hidden -= 1
      } else {
        mask.append(scalar)
      }
    }
    return String(mask)
  }
}

extension SensitiveText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { masked() }
  package var debugDescription: String { masked() }
  package var customMirror: Mirror { Mirror(self, children: ["masked": masked()]) }
}

extension Unicode.Scalar {
  fileprivate var isHideable: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
