/// Words that headers of Dutch and English tables are made of.
///
/// They tell a header from a list of names; what a column holds they do not say.
enum DelimitedHeaderWords {
  /// Whether a word in `name` is one of the words or ends in one of the endings.
  ///
  /// `name` has its ASCII letters in lower case; all that is no letter parts words.
  static func contain(_ name: ArraySlice<UInt8>, butFor excluded: Set<[UInt8]> = []) -> Bool {
    name.split { !($0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)) }
      .prefix(20)
      .contains { word in
        let bytes = Array(word)
        return words.contains(bytes) && !excluded.contains(bytes)
          || endings.contains { $0.count < word.count && word.suffix($0.count).elementsEqual($0) }
      }
  }

  /// Those that say whom a column is about, or that it holds values.
  static let open = Set(
    """
    aanvrager begeleider client cliënt contact contactpersoon country crediteur cursist customer
    debiteur deelnemer dienstverband eigenaar gegevens huurder key klant leerling leverancier
    medewerker mentor partner patient patiënt persoon relatie school subject user value verwijzer
    waarde werkgever werknemer zorgverlener
    """
    .split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  private static let words = Set(
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
    .split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  private static let endings = [
    "naam", "namen", "nummer", "nummers", "datum", "adres", "code", "bsn", "mail", "telefoon",
    "plaats", "bedrag", "omschrijving", "status", "soort", "type", "geslacht", "letters",
    "nr", "voegsel", "toevoeging", "rekening", "name", "number", "date", "address", "phone",
  ].map { Array($0.utf8) }
}
