/// Writes HTML in which nothing from outside can become markup.
///
/// Names of elements and attributes are literals of the source (`StaticString`); all other text
/// is escaped, and characters that deceive a reader are shown as escapes. Elements are opened and
/// closed by closures, so that they always match.
package struct HTMLText {
  package let language: ReportLanguage
  package private(set) var bytes: [UInt8] = []

  package init(_ language: ReportLanguage) {
    self.language = language
  }

  /// Gives what was written so far and begins anew.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package typealias Attributes = KeyValuePairs<StaticString, String>

  /// Markup as it stands in the source.
  package mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  package mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup("&amp;")
      case "<": markup("&lt;")
      case ">": markup("&gt;")
      case "\"": markup("&quot;")
      case "'": markup("&#39;")
      case _ where scalar.isDeceptive: bytes.append(contentsOf: scalar.visibleEscape.utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  package mutating func text(_ phrase: Phrase) {
    text(phrase[language])
  }

  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  package mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    element(name, attributes) { $0.text(text) }
  }

  package mutating func element(_ name: StaticString, _ attributes: Attributes, _ phrase: Phrase) {
    element(name, attributes) { $0.text(phrase) }
  }

  package mutating func element(_ name: StaticString, _ text: String) {
    element(name, [:], text)
  }

  package mutating func element(_ name: StaticString, _ phrase: Phrase) {
    element(name, [:], phrase)
  }

  /// An element without content or closing tag: `meta`.
  package mutating func open(_ name: StaticString, _ attributes: Attributes) {
    markup("<")
    markup(name)
    for (attribute, value) in attributes {
      markup(" ")
      markup(attribute)
      markup("=\"")
      text(value)
      markup("\"")
    }
    markup(">")
  }

  package mutating func line() {
    markup("\n")
  }
}
