internal import Reporting
internal import ScanModel

/// What stands in the way, numbered.
struct VerificationProblems {
  let page: VerificationPage

  func write(into html: inout HTMLText) {
    let problems = page.report.problems
    guard !problems.isEmpty else { return }
    html.element("section", ["id": "problems"]) { html in
      html.element("h2", Phrase("Wat in de weg staat", "What stands in the way"))
      let numberHead = Phrase("Nr.", "No.")
      let itemHead = Phrase("Onderdeel", "Item")
      let textHead = Phrase("Wat", "What")
      let codeHead = Phrase("Code", "Code")
      html.element("table", ["class": "stack"]) { html in
        html.columns([(numberHead, true), (itemHead, true), (textHead, false), (codeHead, false)])
        html.element("tbody") { html in
          for (index, problem) in problems.enumerated() {
            html.element("tr") { html in
              html.cell(numberHead, "num", "\(index + 1)")
              html.cell(itemHead, "num", problem.item.map { "\($0)" } ?? "")
              html.cell(textHead) { text(problem, into: &$0) }
              html.cell(codeHead) { $0.element("code", problem.code) }
            }
          }
        }
      }
    }
    html.line()
  }

  private func text(_ problem: VerificationProblem, into html: inout HTMLText) {
    guard page.form == .full else {
      return html.text(
        problem.isIncomplete
          ? Phrase("niet bekend", "not known") : Phrase("niet in orde", "not in order"))
    }
    if let path = problem.path {
      html.path(path)
      html.markup("<br>")
    }
    html.text(problem.text(page.language))
  }
}
