internal import ScanModel

extension [DocumentPart] {
  /// `post.zip » brief.docx » voettekst`; empty for no parts.
  func text(in language: ReportLanguage) -> String {
    map { $0.text(in: language) }.joined(separator: " » ")
  }

  /// What goes before a place in the parts: the way with its arrow, or `Salaris!` before a cell.
  func prefix(of place: Place, in language: ReportLanguage) -> String {
    guard let last else { return "" }
    if case .sheet(let name) = last, case .cell = place {
      let way = Array(dropLast()).text(in: language)
      let sheet = TerminalText.text(name)
      return (way.isEmpty ? "" : way + " » ") + "\(sheet)!"
    }
    return text(in: language) + " » "
  }
}

extension DocumentPart {
  /// The part as people call it; a name of the document is shown without what deceives.
  func text(in language: ReportLanguage) -> String {
    switch self {
    case .member(let name): name.isEmpty ? Self.unnamed[language] : TerminalText.text(name)
    case .folder(let name), .sheet(let name), .table(let name): TerminalText.text(name)
    case .message(let number): Phrase("bericht \(number)", "message \(number)")[language]
    case .page(let number): Phrase("pagina \(number)", "page \(number)")[language]
    case .slide(let number): Phrase("dia \(number)", "slide \(number)")[language]
    case .section(let section): section.name[language]
    }
  }

  private static let unnamed = Phrase("(zonder naam)", "(no name)")
}

extension DocumentSection {
  fileprivate var name: Phrase {
    switch self {
    case .header: Phrase("koptekst", "header")
    case .footer: Phrase("voettekst", "footer")
    case .footnotes: Phrase("voetnoten", "footnotes")
    case .endnotes: Phrase("eindnoten", "endnotes")
    case .comments: Phrase("opmerkingen", "comments")
    case .textBoxes: Phrase("tekstvakken", "text boxes")
    case .deletedText: Phrase("verwijderde tekst", "deleted text")
    case .hiddenText: Phrase("verborgen tekst", "hidden text")
    case .fieldCodes: Phrase("veldcodes", "field codes")
    case .formFields: Phrase("formuliervelden", "form fields")
    case .annotations: Phrase("aantekeningen", "annotations")
    case .links: Phrase("koppelingen", "links")
    case .outline: Phrase("bladwijzers", "bookmarks")
    case .speakerNotes: Phrase("notities", "notes")
    case .mailHeaders: Phrase("berichtkop", "message headers")
    case .properties: Phrase("eigenschappen", "properties")
    case .customXML: Phrase("ingebedde XML", "embedded XML")
    case .metadata: Phrase("metagegevens", "metadata")
    case .subtitles: Phrase("ondertitels", "subtitles")
    case .path: Phrase("pad", "path")
    case .rawText: Phrase("ruwe tekst", "raw text")
    }
  }
}

extension Finding {
  /// Where it lies, from the file on: `brief.docx » voettekst » ¶3`, `Salaris!C14 (bsn)`.
  func placeText(in language: ReportLanguage) -> String {
    part.prefix(of: place, in: language) + place.description
  }
}
