internal import Erasure
internal import Reporting

/// Writes the reports of a verification.
struct EraseReports {
  private let options: EraseVerifyOptions
  private let language: ReportLanguage

  init(_ options: EraseVerifyOptions, _ language: ReportLanguage) {
    self.options = options
    self.language = language
  }

  func write(_ report: VerificationReport) throws {
    for target in options.out { try write(report, .full, to: target) }
    for target in options.anonymous { try write(report, .anonymous, to: target) }
  }

  private func write(
    _ report: VerificationReport, _ form: VerificationJSON.Form, to target: ReportTarget
  ) throws {
    let bytes =
      target.format == .html
      ? VerificationPage(report, form: form, language: language).bytes
      : VerificationJSON(report, form: form, language: language).bytes
    do throws(ReportError) {
      let output = try OutputFile(replacing: target.path)
      try output.write(bytes)
      try output.finish()
    } catch {
      throw CommandFailure(message: Message(error, language), status: .reportFailed)
    }
  }
}
