internal import PatternCatalog
internal import Reporting

extension PatternCatalog {
  /// The catalog with only the kinds that a user named, and all lookalikes; all of it where none is named.
  func keeping(named ids: [String], _ language: ReportLanguage) throws -> PatternCatalog {
    guard !ids.isEmpty else { return self }
    for id in ids where pattern(withID: id)?.isReported != true {
      let shown = TypedText.visible(id)
      throw CommandFailure(
        message: language.choose(
          nl: "geen soort heet '\(shown)'; 'vindplaats patterns list' noemt ze",
          en: "no kind is called '\(shown)'; 'vindplaats patterns list' names them"),
        status: .usage)
    }
    return keeping(only: Set(ids))
  }
}
