package import ScanModel

// What commands say of findings, as reports say it.

extension Finding {
  /// Where it lies, from the file on: `brief.docx » voettekst » ¶3`, `Salaris!C14 (bsn)`.
  package func shownPlace(in language: ReportLanguage) -> String {
    TerminalText.text(placeText(in: language))
  }
}

extension Place {
  /// Where it lies, from the parts on: `brief.docx » ¶3`, `Salaris!C14 (bsn)`.
  package func shown(behind parts: [DocumentPart], in language: ReportLanguage) -> String {
    TerminalText.text(parts.prefix(of: self, in: language) + description)
  }
}

extension [DocumentPart] {
  /// `post.zip » brief.docx » voettekst`; empty for no parts.
  package func shown(in language: ReportLanguage) -> String {
    TerminalText.text(text(in: language))
  }
}

extension Reason {
  /// A clause without capital and full stop.
  package func clause(in language: ReportLanguage) -> String {
    TerminalText.text(phrase[language])
  }
}

extension LegalClass {
  /// `Nationaal identificatienummer (art. 87 AVG, art. 46 UAVG)`.
  package func shown(in language: ReportLanguage) -> String {
    "\(name[language]) (\(articles[language]))"
  }
}

extension DecisionVerdict {
  package func shown(in language: ReportLanguage) -> String {
    switch self {
    case .accepted: Phrase("aanvaard", "accepted")[language]
    case .rejected: Phrase("afgewezen", "rejected")[language]
    }
  }
}

extension Confidence {
  /// `hoog 0,97`.
  package func shown(in language: ReportLanguage) -> String {
    "\(level.name[language]) \(NumberText(language).decimal(value, places: 2))"
  }
}

extension KindDescription {
  package func shownName(in language: ReportLanguage) -> String {
    TerminalText.text(name(in: language))
  }
}
