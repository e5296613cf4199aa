/// The language of the sentences in a report; keys, codes and column names are always English.
package enum ReportLanguage: String, CaseIterable, Sendable {
  case nl, en

  /// The language of the locale: the first of LC_ALL, LC_MESSAGES and LANG that is not empty.
  ///
  /// Dutch for `nl`, `nl_NL.UTF-8`, `nl@euro` and the like, English for all else.
  package init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
      .first { !$0.isEmpty }
    let code = locale?.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = code?.lowercased() == "nl" ? .nl : .en
  }
}
