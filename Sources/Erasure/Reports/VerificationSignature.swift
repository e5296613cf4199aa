internal import Reporting
internal import ScanModel

/// Room for the one who decided or deleted and the one who checked, and for what only people know.
struct VerificationSignature {
  let page: VerificationPage
  /// SHA-256 of the JSON.
  let sum: String

  func write(into html: inout HTMLText) {
    html.element("section", ["id": "signature"]) { html in
      html.element("h2", Phrase("Ondertekening", "Signature"))
      html.element("p") { html in
        html.text(
          Phrase(
            "SHA-256 van deze controle als JSON: ", "SHA-256 of this check as JSON: "))
        html.element("code", sum)
      }
      html.element("div", ["class": "signatures"]) { html in
        switch page.report.moment {
        case .before:
          block(Phrase("Besloten door", "Decided by"), into: &html)
          block(Phrase("Gecontroleerd door", "Checked by"), into: &html)
        case .after:
          block(Phrase("Verwijdering uitgevoerd door", "Deletion carried out by"), into: &html)
          block(Phrase("Gecontroleerd door", "Checked by"), into: &html)
          agreements(into: &html)
        }
      }
    }
    html.line()
  }

  private func block(_ role: Phrase, into html: inout HTMLText) {
    fields(
      role,
      [
        Phrase("Naam", "Name"), Phrase("Functie", "Position"),
        Phrase("Plaats en datum", "Place and date"),
        Phrase("Handtekening", "Signature"),
      ], into: &html)
  }

  private func agreements(into html: inout HTMLText) {
    fields(
      Phrase("Buiten deze controle", "Outside this check"),
      [
        Phrase("Wijze van wissen", "Way of erasing"),
        Phrase("Reservekopieën verlopen op", "Backups end on"),
        Phrase("Ontvangers ingelicht (art. 19)", "Recipients told (art. 19)"),
      ], kind: "sign-block agreed", into: &html)
  }

  private func fields(
    _ title: Phrase, _ names: [Phrase], kind: String = "sign-block", into html: inout HTMLText
  ) {
    html.element("div", ["class": kind]) { html in
      html.element("h3", title)
      html.element("dl") { html in
        for name in names {
          html.element("dt", name)
          html.element("dd", "")
        }
      }
    }
  }
}
