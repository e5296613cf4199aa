internal import ScanModel

/// How to read the report, and what it does not show.
struct GuideSection {
  let page: HTMLPage

  func write(into html: inout HTMLText) {
    html.element("section", ["id": "guide"]) { html in
      html.element("h2", Phrase("Leeswijzer", "How to read this report"))
      html.element("dl", ["class": "guide"]) { html in
        for (term, explanation) in terms {
          html.element("dt", term)
          html.element("dd", explanation)
        }
      }
      html.element("h3", Phrase("Wat dit rapport niet laat zien", "What this report does not show"))
      html.element("ul") { html in
        for limit in limits { html.element("li", limit) }
      }
    }
    html.line()
  }

  private var terms: [(Phrase, Phrase)] {
    [
      (
        Phrase("Vindplaats", "Finding"),
        Phrase(
          "Eén plaats in een bestand waar een gegeven staat. Eén persoon kan op veel plaatsen "
            + "voorkomen; tel vindplaatsen dus niet als personen.",
          "One place in a file that holds a piece of data. One person can appear in many places, "
            + "so do not count findings as persons.")
      ),
      (
        Phrase("Zekerheid", "Confidence"),
        Phrase(
          "Hoog (vanaf 0,80): de vorm klopt en de omgeving bevestigt het. Middel (vanaf 0,50): "
            + "waarschijnlijk, kijk het na. Laag: kan toeval zijn. Onder Waarom staan de gronden.",
          "High (from 0.80): the form is right and its surroundings confirm it. Medium (from "
            + "0.50): likely, check it. Low: may be chance. The column Why names the grounds.")
      ),
      (Phrase("Masker", "Mask"), mask),
      (
        Phrase("Risico", "Risk"),
        Phrase(
          "Een getal om bestanden te ordenen, geen oordeel: gewicht van de soort × zekerheid × de "
            + "logaritme van het aantal verschillende waarden. Hoog is vanaf 10: één zeker BSN. "
            + "Middel is vanaf 2; één zeker IBAN telt voor 5.",
          "A number to put files in order, not a verdict: weight of the kind × confidence × the "
            + "logarithm of the number of distinct values. High is from 10: one certain BSN. "
            + "Medium is from 2; one certain IBAN counts for 5.")
      ),
      (
        Phrase("Deels onderzocht", "Partly examined"),
        Phrase(
          "De vindplaatsen gelden voor het deel dat is gelezen; in de rest kan meer staan.",
          "The findings hold for the part that was read; the rest may hold more.")
      ),
    ]
  }

  private var mask: Phrase {
    page.style.revealsValues
      ? Phrase(
        "Niet gebruikt: dit rapport toont waarden voluit.",
        "Not used: this report shows values in full.")
      : Phrase(
        "Waarden zijn afgedekt tot op hoogstens de laatste twee tekens. Zo herkent wie het bestand "
          + "mag openen de plaats, zonder dat dit rapport de waarde verspreidt.",
        "Values are covered but for at most their last two characters. So those who may open the "
          + "file recognise the place, and this report does not spread the value.")
  }

  private var limits: [Phrase] {
    [
      Phrase(
        "Niet gevonden betekent: niet gevonden met deze regels, in wat is onderzocht, op dit "
          + "moment. Het is geen bewijs dat er niets staat.",
        "Not found means: not found by these rules, in what was examined, at this time. It does "
          + "not prove that there is nothing."),
      Phrase(
        "Alleen de genoemde soorten zijn gezocht. Wie alleen met naam of omschrijving voorkomt, "
          + "staat er niet in.",
        "Only the kinds named were looked for. Whoever appears by name or description alone is "
          + "not in here."),
      Phrase(
        "Of een gegeven op deze plaats mag staan en hoe lang, oordeelt dit rapport niet. Dat hangt "
          + "af van grondslag, doel en bewaartermijn.",
        "Whether data may be kept in this place, and how long, this report does not judge. That "
          + "depends on legal basis, purpose and retention period."),
      Phrase(
        "Het rapport bevat namen van bestanden en delen van gegevens. Bewaar het afgeschermd en "
          + "vernietig het als het niet meer nodig is.",
        "The report holds file names and parts of data. Keep it protected, and destroy it when it "
          + "is no longer needed."),
    ]
  }
}
