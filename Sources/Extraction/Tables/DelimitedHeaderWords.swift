/// Words that headers of Dutch and English tables are made of.
///
/// They tell a header from a list of names; what a column holds they do not say.
enum DelimitedHeaderWords {
  /// How many words of a name are looked at.
  private static let wordLimit = 20

  /// Whether a word in `name` is one of the words or ends in one of the endings; `isOpenToo` also counts
  /// those that leave open what stands below.
  ///
  /// All that is no letter parts words; ASCII letters count in any case.
  static func contain(_ name: Span<UInt8>, isOpenToo: Bool = true) -> Bool {
    var position = 0
    for _ in 0..<wordLimit {
      while position < name.count, !name[position].isOfWord { position &+= 1 }
      let start = position
      while position < name.count, name[position].isOfWord { position &+= 1 }
      guard start < position else { return false }
      if words.contains(name, start..<position, isOpenToo: isOpenToo)
        || endings.endsProperly(name, start..<position)
      {
        return true
      }
    }
    return false
  }

  private static let words = HeaderWordTable(all, open: open)
  private static let endings = HeaderEndings(allEndings)

  /// Those that say whom a column is about, or that it holds values.
  private static let open =
    """
    aanvrager begeleider client cliënt contact contactpersoon country crediteur cursist customer
    debiteur deelnemer dienstverband eigenaar gegevens huurder key klant leerling leverancier
    medewerker mentor partner patient patiënt persoon relatie school subject user value verwijzer
    waarde werkgever werknemer zorgverlener
    """

  private static let all =
    """
    aanhef aantal aanvrager achternaam adres adresregel afdeling agb agbcode anummer arts avg bank bedrag
    begeleider behandelaar beroep bic bijzonderheden bsn btw burgerservicenummer categorie city client cliënt
    code company contact contactpersoon country county crediteur cursist customer datum date debiteur department
    deelnemer diagnose dienstverband dob dossier duur eenheid eigenaar einde email emailadres fax first function
    functie gebdat geboortedatum geboren geb gemeente gender gesl geslacht gewijzigd groep gsm
    huisarts huisnr huisnummer huurder iban id identifier initialen initials jaar kenteken key klant
    klasse kleur kvk land last leeftijd leerling leverancier locatie maand mail medewerker
    meisjesnaam mentor middle mobiel
    naam nationaliteit naw nr nummer omschrijving onderwerp opleiding opmerking opmerkingen
    organisatie partner patient patiënt percentage periode persoon plaats postcode prijs
    provincie reden regio rekening rekeningnummer relatie rol salaris school serial sex sofinummer
    soort staat startdatum state status straat street subject surname tel telefoon telnr title
    titel toelichting toevoeging totaal tussenvoegsel type uren user username uzovi value
    voorl tussenv roepn afd team rooster
    verwijzer vestiging volgnummer volgnr voorletters voornaam voorvoegsel waarde week werkgever
    werknemer wijk woonplaats zip zipcode zorgverlener zorgverzekeraar name number address phone amount description
    """

  private static let allEndings = [
    "naam", "namen", "nummer", "nummers", "datum", "adres", "code", "bsn", "mail", "telefoon",
    "plaats", "bedrag", "omschrijving", "status", "soort", "type", "geslacht", "letters",
    "nr", "voegsel", "toevoeging", "rekening", "name", "number", "date", "address", "phone",
  ]
}

extension UInt8 {
  /// Whether it is an ASCII letter or part of a character beyond ASCII.
  fileprivate var isOfWord: Bool { self >= 0x80 || (self | 0x20) &- 0x61 < 26 }
}
