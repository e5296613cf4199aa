import Testing

@testable import Reporting

@Suite struct ReportLanguageTests {
  @Test(
    arguments: [
      (["LANG": "nl_NL.UTF-8"], ReportLanguage.nl),
      (["LANG": "nl"], .nl),
      (["LANG": "NL_be@euro"], .nl),
      (["LANG": "en_GB.UTF-8"], .en),
      (["LANG": "nld_XX"], .en),
      (["LANG": "C"], .en),
      ([:], .en),
      (["LC_MESSAGES": "nl_NL", "LANG": "en_US"], .nl),
      (["LC_ALL": "C", "LC_MESSAGES": "nl_NL", "LANG": "nl_NL"], .en),
      (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "nl_NL"], .nl),
    ] as [([String: String], ReportLanguage)])
  func `follows the locale`(environment: [String: String], language: ReportLanguage) {
    #expect(ReportLanguage { environment[$0] } == language)
  }
}
