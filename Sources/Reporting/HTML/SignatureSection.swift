internal import ScanModel

/// Room for those who made and those who judged the report to sign it.
struct SignatureSection {
  let page: HTMLPage

  func write(into html: inout HTMLText) {
    html.element("section", ["id": "signature"]) { html in
      html.element("h2", Phrase("Ondertekening", "Signature"))
      html.element("p", statement)
      html.element("div", ["class": "signatures"]) { html in
        block(Phrase("Uitgevoerd door", "Carried out by"), into: &html)
        block(Phrase("Beoordeeld door", "Judged by"), into: &html)
      }
    }
    html.line()
  }

  private var statement: Phrase {
    let id = page.digest.header?.id ?? ""
    let version = page.digest.header?.toolVersion ?? ""
    return Phrase(
      "Dit rapport hoort bij scan \(id) van \(page.started), gemaakt met Vindplaats \(version).",
      "This report belongs to scan \(id) of \(page.started), made with Vindplaats \(version).")
  }

  private func block(_ role: Phrase, into html: inout HTMLText) {
    html.element("div", ["class": "sign-block"]) { html in
      html.element("h3", role)
      html.element("dl") { html in
        for name in [
          Phrase("Naam", "Name"), Phrase("Functie", "Position"), Phrase("Datum", "Date"),
          Phrase("Handtekening", "Signature"),
        ] {
          html.element("dt", name)
          html.element("dd", "")
        }
      }
    }
  }
}
