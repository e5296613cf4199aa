package import Reporting
package import ScanModel

/// A place in a file where a person is told of.
package struct FoundPlace: Hashable, Sendable {
  /// From the file to the text.
  package let parts: [DocumentPart]
  package let place: Place

  package init(parts: [DocumentPart], place: Place) {
    self.parts = parts
    self.place = place
  }

  /// `post.zip » brief.docx » ¶3`.
  package func text(in language: ReportLanguage) -> String {
    place.shown(behind: parts, in: language)
  }
}
