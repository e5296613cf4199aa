package import ScanModel

/// How reports speak and what they show.
package struct ReportStyle: Sendable {
  /// Which program a CSV report is meant for.
  package enum CSVDialect: Hashable, Sendable, CaseIterable {
    /// RFC 4180: comma, decimal point, no byte order mark.
    case standard
    /// What Excel opens under Dutch settings: semicolon, decimal comma, byte order mark.
    case dutchExcel
  }

  package var language: ReportLanguage
  /// Whether values are written in full instead of masked.
  package var revealsValues: Bool
  package var csvDialect: CSVDialect
  /// Whether terminal text may hold colour codes.
  package var usesColour: Bool
  /// Whether CSV has columns for what a store knows of files.
  package var showsHistory: Bool

  package init(
    language: ReportLanguage, revealsValues: Bool = false, csvDialect: CSVDialect = .standard,
    usesColour: Bool = false, showsHistory: Bool = false
  ) {
    self.language = language
    self.revealsValues = revealsValues
    self.csvDialect = csvDialect
    self.usesColour = usesColour
    self.showsHistory = showsHistory
  }

  /// The value as this report shows it: masked but for its last two characters, or in full.
  package func shown(_ value: SensitiveText) -> String {
    revealsValues ? value.revealed : value.masked(visibleCount: 2)
  }
}
