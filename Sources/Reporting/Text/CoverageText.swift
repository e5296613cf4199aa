package import ScanModel

/// Why something was not examined, and what to do about it.
package struct CoverageText {
  /// A clause without capital and full stop.
  package let reason: Phrase
  /// A sentence for the person who answers for the files.
  package let advice: Phrase

  init(_ dutch: String, _ english: String, advice dutchAdvice: String, _ englishAdvice: String) {
    reason = Phrase(dutch, english)
    advice = Phrase(dutchAdvice, englishAdvice)
  }
}

extension PartialReason {
  package var text: CoverageText {
    switch self {
    case .readError:
      CoverageText(
        "het lezen mislukte halverwege", "reading failed half-way",
        advice: "Controleer de schijf of de verbinding en scan opnieuw.",
        "Check the disk or the connection and scan again.")
    case .changed:
      CoverageText(
        "veranderde tijdens het lezen", "changed while it was read",
        advice: "Scan opnieuw op een moment dat er niet in wordt gewerkt.",
        "Scan again when nobody works in it.")
    case .patternStopped:
      CoverageText(
        "een zoekpatroon is afgebroken", "a pattern was stopped",
        advice: "Bekijk het bestand zelf; het patroon staat bij het bestand.",
        "Look at the file yourself; the pattern is named with the file.")
    case .encodedParts:
      CoverageText(
        "gecodeerde delen zijn niet gelezen", "encoded parts were not read",
        advice: "Open het bestand en bekijk de bijlagen of ingebedde delen zelf.",
        "Open the file and look at its attachments or embedded parts yourself.")
    case .malformed:
      CoverageText(
        "de vorm klopt niet; de rest is als gewone tekst gelezen",
        "its form is broken; the rest was read as plain text",
        advice: "Controleer of het bestand nog te openen is.",
        "Check whether the file still opens.")
    case .textInBinary:
      CoverageText(
        "geen lezer voor dit type; alleen leesbare stukken tekst zijn doorzocht",
        "no reader for this type; only readable pieces of text were searched",
        advice: "Beoordeel deze bestanden ook op een andere manier; er kan meer in staan.",
        "Judge these files in another way too; they may hold more.")
    case .interrupted:
      CoverageText(
        "de scan is onderbroken", "the scan was interrupted",
        advice: "Voer de scan opnieuw en volledig uit.", "Run the scan again to its end.")
    case .crash:
      CoverageText(
        "de lezer van dit type viel uit", "the reader of this type broke down",
        advice: "Open het bestand zelf; het kan beschadigd of vijandig zijn.",
        "Open the file yourself; it may be damaged or hostile.")
    case .time:
      CoverageText(
        "het lezen duurde te lang", "reading took too long",
        advice: "Scan het bestand apart met een ruimere --document-time.",
        "Scan the file alone with a longer --document-time.")
    case .memory:
      CoverageText(
        "het lezen vroeg te veel geheugen", "reading took too much memory",
        advice: "Scan het bestand apart met een ruimere --document-memory.",
        "Scan the file alone with a larger --document-memory.")
    case .encrypted:
      CoverageText(
        "delen zijn versleuteld of met wachtwoord", "parts are encrypted or under a password",
        advice: "Geef de wachtwoorden met --passwords, of vraag om een leesbare kopie.",
        "Give the passwords with --passwords, or ask for a readable copy.")
    case .limit:
      CoverageText(
        "het bestand bevat meer dan de ingestelde grenzen", "it holds more than the limits allow",
        advice: "Bekijk of het bestand te vertrouwen is; verruim dan de grenzen en scan het apart.",
        "Judge whether the file can be trusted; then raise the limits and scan it alone.")
    case .needsOCR:
      CoverageText(
        "afbeeldingen of pagina's zonder tekst zijn niet gelezen",
        "pictures or pages without text were not read",
        advice: "Bekijk de afbeeldingen zelf: een scan of foto kan persoonsgegevens tonen.",
        "Look at the pictures yourself: a scan or photo may show personal data.")
    case .notTranscribed:
      CoverageText(
        "geluid en beeld zijn niet uitgeschreven; alleen wat het bestand over zichzelf zegt is gelezen",
        "its sound and film were not written out; only what it says of itself was read",
        advice: "Beluister of bekijk de opname zelf: er kan over personen worden gesproken.",
        "Listen to the recording or watch it yourself: people may be spoken of.")
    case .unsupportedMembers:
      CoverageText(
        "bevat delen van een type zonder lezer", "holds members of a type without a reader",
        advice: "Beoordeel deze delen op een andere manier; ze staan bij het bestand.",
        "Judge these members in another way; they are named with the file.")
    }
  }
}

extension NotExaminedReason {
  package var text: CoverageText {
    switch self {
    case .unsupportedType:
      CoverageText(
        "geen lezer voor dit type", "no reader for this type",
        advice: "Beoordeel deze bestanden op een andere manier; ze zijn niet doorzocht.",
        "Judge these files in another way; they were not searched.")
    case .encrypted:
      CoverageText(
        "versleuteld of met wachtwoord", "encrypted or with a password",
        advice: "Vraag de eigenaar wat erin staat of om een leesbare kopie.",
        "Ask the owner what it holds or for a readable copy.")
    case .unreadable:
      CoverageText(
        "niet te lezen", "cannot be read",
        advice: "Geef het scanaccount leesrechten of herstel de schijf en scan opnieuw.",
        "Let the scanning account read it, or mend the disk, and scan again.")
    case .directoryUnreadable:
      CoverageText(
        "map niet te lezen; wat erin staat is onbekend",
        "directory cannot be read; what it holds is not known",
        advice: "Geef het scanaccount leesrechten op de map en scan opnieuw.",
        "Let the scanning account read the directory and scan again.")
    case .vanished:
      CoverageText(
        "verdwenen voor het aan de beurt was", "gone before its turn",
        advice: "Meestal niets; is het verplaatst, scan dan de nieuwe plaats.",
        "Usually nothing; if it was moved, scan its new place.")
    case .tooLarge:
      CoverageText(
        "groter dan de ingestelde grens", "larger than the limit that was set",
        advice: "Verhoog de grens of beoordeel het bestand op een andere manier.",
        "Raise the limit or judge the file in another way.")
    case .special:
      CoverageText(
        "geen gewoon bestand (FIFO, socket of apparaat)",
        "not a regular file (FIFO, socket or device)",
        advice: "Niets: het houdt zelf geen gegevens vast.", "Nothing: it holds no data itself.")
    case .interrupted:
      CoverageText(
        "de scan is onderbroken", "the scan was interrupted",
        advice: "Voer de scan opnieuw en volledig uit.", "Run the scan again to its end.")
    }
  }

  /// The text of the reason with this code; an unknown code speaks for itself.
  package static func text(ofCode code: String) -> CoverageText {
    let known: [NotExaminedReason] = [
      .unsupportedType, .encrypted, .unreadable(0), .directoryUnreadable(0), .vanished, .tooLarge,
      .special, .interrupted,
    ]
    return known.first { $0.code == code }?.text ?? CoverageText(code, code, advice: "", "")
  }
}

extension LeftOutReason {
  /// A clause without capital and full stop.
  package var phrase: Phrase {
    switch self {
    case .excluded:
      Phrase("uitgesloten met --exclude of --include", "left out by --exclude or --include")
    case .symbolicLink:
      Phrase("symbolische koppeling", "symbolic link")
    case .linkLoopOrOutside:
      Phrase(
        "koppeling naar buiten of in een kring", "link that leads outside or in a circle")
    case .otherFileSystem:
      Phrase("ander bestandssysteem", "other file system")
    case .pseudoFileSystem:
      Phrase("systeemmap zoals /proc", "system directory such as /proc")
    case .ownFile:
      Phrase("bestand van vindplaats zelf", "file of vindplaats itself")
    }
  }
}

extension Outcome {
  /// The stable code of reports.
  package var status: String {
    switch self {
    case .scanned: "scanned"
    case .partial: "partial"
    case .notExamined: "not-examined"
    }
  }

  /// The stable code of the reason, nil for a file that was examined in full.
  package var reasonCode: String? {
    switch self {
    case .scanned: nil
    case .partial(let reason, _): reason.rawValue
    case .notExamined(let reason): reason.code
    }
  }

  /// One word for a table.
  package var statusPhrase: Phrase {
    switch self {
    case .scanned: Phrase("onderzocht", "examined")
    case .partial: Phrase("deels onderzocht", "partly examined")
    case .notExamined: Phrase("niet onderzocht", "not examined")
    }
  }

  /// Status and reason, with the system's error; nil for a file that was examined in full.
  ///
  /// `niet onderzocht: geen lezer voor dit type`.
  package var gapPhrase: Phrase? {
    let reason: Phrase
    switch self {
    case .scanned: return nil
    case .partial(let cause, _): reason = cause.text.reason
    case .notExamined(let cause): reason = cause.phrase
    }
    return Phrase(
      "\(statusPhrase.dutch): \(reason.dutch)", "\(statusPhrase.english): \(reason.english)")
  }
}

extension NotExaminedReason {
  /// The reason with the system's error, where there is one.
  fileprivate var phrase: Phrase {
    guard let number = errorNumber else { return text.reason }
    let error = ErrorNumberText.phrase(number)
    return Phrase(
      "\(text.reason.dutch), \(error.dutch)", "\(text.reason.english), \(error.english)")
  }
}
