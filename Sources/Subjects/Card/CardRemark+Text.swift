package import Reporting

extension CardRemark {
  /// A sentence: what it means and what to do.
  package func text(in language: ReportLanguage) -> String {
    let (dutch, english) = texts
    switch language {
    case .nl: return dutch
    case .en: return english
    }
  }

  private var texts: (String, String) {
    switch self {
    case .onlyNames:
      (
        "Alleen namen: alles wat gevonden wordt kan van een ander zijn. Voeg een BSN, "
          + "geboortedatum, e-mailadres of klantnummer toe.",
        "Only names: all that is found may be somebody else's. Add a BSN, birth date, e-mail "
          + "address or client number."
      )
    case .noIdentifier:
      (
        "Niets dat alleen deze persoon heeft: zekerheid komt alleen uit combinaties. Een BSN, "
          + "e-mailadres of klantnummer helpt.",
        "Nothing that this person alone has: only combinations can be sure. A BSN, e-mail address "
          + "or client number helps."
      )
    case .surnameIsWord:
      (
        "De achternaam is ook een gewoon woord: alleen telt hij mee als een kop, veldnaam of aanhef "
          + "zegt dat het een naam is.",
        "The surname is a common word too: alone it counts where a header, a field name or a title "
          + "says that it is a name."
      )
    case .shortSurname:
      (
        "De achternaam is erg kort: hij wordt alleen gezocht met voornaam, voorletters of dhr./mw., en "
          + "waar een kop of veldnaam zegt dat het een naam is.",
        "The surname is very short: it is only sought with first name, initials or a title, and where "
          + "a header or a field name says that it is a name."
      )
    case .dashInSurname:
      (
        "De achternaam heeft een streepje: schrijf de naam van de partner apart bij 'partner', dan "
          + "worden beide namen ook los gezocht.",
        "The surname has a dash: write the partner's name apart under 'partner', and both names are "
          + "sought on their own too."
      )
    case .noFirstName:
      (
        "Een achternaam zonder voornaam of voorletters: die is alleen te zoeken met dhr./mw. of los.",
        "A surname without first name or initials: it can only be sought with a title or alone."
      )
    case .sharedMailbox:
      (
        "Een e-mailadres van een afdeling of functie: meer mensen gebruiken het.",
        "An e-mail address of a department or function: several people use it."
      )
    case .foreignPlate:
      (
        "Een kenteken dat geen Nederlands kenteken is: de vorm is niet gecontroleerd.",
        "A licence plate that is not Dutch: its form was not checked."
      )
    case .shortNumber:
      (
        "Een nummer of term van 4 of 5 tekens: die kan ook iets anders zijn.",
        "A number or term of 4 or 5 characters: it may be something else too."
      )
    case .readableByOthers:
      (
        "Andere gebruikers van deze machine kunnen de kaart lezen; doe chmod 600.",
        "Other users of this machine may read the card; run chmod 600."
      )
    }
  }
}
