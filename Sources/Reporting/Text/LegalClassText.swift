internal import ScanModel

extension LegalClass {
  /// In the order of reports: the strictest regime first.
  static let reportOrder: [LegalClass] = [
    .nationalID, .special, .criminal, .ordinary, .organisation,
  ]

  var name: Phrase {
    switch self {
    case .ordinary: Phrase("Gewone persoonsgegevens", "Ordinary personal data")
    case .nationalID:
      Phrase("Nationaal identificatienummer", "National identification number")
    case .special: Phrase("Bijzondere persoonsgegevens", "Special categories of personal data")
    case .criminal: Phrase("Strafrechtelijke gegevens", "Criminal convictions and offences")
    case .organisation: Phrase("Gegevens van organisaties", "Data of organisations")
    }
  }

  /// Where the law speaks of it.
  var articles: Phrase {
    switch self {
    case .ordinary: Phrase("art. 4 en 6 AVG", "art. 4 and 6 GDPR")
    case .nationalID: Phrase("art. 87 AVG, art. 46 UAVG", "art. 87 GDPR, art. 46 UAVG")
    case .special: Phrase("art. 9 AVG, art. 22–30 UAVG", "art. 9 GDPR, art. 22–30 UAVG")
    case .criminal: Phrase("art. 10 AVG, art. 31–33 UAVG", "art. 10 GDPR, art. 31–33 UAVG")
    case .organisation: Phrase("art. 4, lid 1, AVG", "art. 4(1) GDPR")
    }
  }

  /// One sentence that says what the regime means for a file share.
  var explanation: Phrase {
    switch self {
    case .ordinary:
      Phrase(
        "Gegevens over een persoon waarvoor geen apart regime geldt: er moet een grondslag zijn.",
        "Data about a person without a regime of their own: there must be a legal basis.")
    case .nationalID:
      Phrase(
        "Een nummer dat de wet aan een persoon geeft, zoals het BSN: alleen te gebruiken waar een "
          + "wet dat bepaalt.",
        "A number that the law gives a person, such as the BSN: to be used only where a law says "
          + "so.")
    case .special:
      Phrase(
        "Gegevens over onder meer gezondheid, geloof of afkomst: verboden, tenzij een uitzondering "
          + "uit de wet geldt.",
        "Data about health, belief or origin, among others: forbidden unless the law makes an "
          + "exception.")
    case .criminal:
      Phrase(
        "Gegevens over veroordelingen en strafbare feiten: alleen waar de wet het toestaat.",
        "Data about convictions and offences: only where the law allows it.")
    case .organisation:
      Phrase(
        "Alleen een persoonsgegeven waar de organisatie één persoon is, zoals een eenmanszaak.",
        "Personal only where the organisation is one person, such as a sole trader.")
    }
  }
}

extension Confidence.Level {
  /// In the order of reports: the surest first.
  static let reportOrder: [Confidence.Level] = [.high, .medium, .low]

  var name: Phrase {
    switch self {
    case .low: Phrase("laag", "low")
    case .medium: Phrase("middel", "medium")
    case .high: Phrase("hoog", "high")
    }
  }
}

extension FileRisk.Band {
  var name: Phrase {
    switch self {
    case .low: Phrase("laag", "low")
    case .medium: Phrase("middel", "medium")
    case .high: Phrase("hoog", "high")
    }
  }
}
