"""Names of invented people, streets, places and organisations.

The lists were drawn up for this corpus: places and organisations do not exist; surnames and given
names are common ones of the Netherlands, put together at random.
"""


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.replace("\n", " ").split(";") if item.strip()]


WOMEN = _items("""Fatima; Sanne; Anouk; Johanna; Emma; Aaltje; Wietske; Sjoukje; Fenna;
Yasmina; Elif; Zeynep; Chantal; Shanti; Agnieszka; Małgorzata; Zoë; Chloé; Renée; Geertruida;
Maria; Annemiek; Ilse; Loubna; Naïma; Jacqueline; Priya; Soraya; Esmée; Lieke; Tjitske; Hanneke;
Willemijn; Noortje; Rozemarijn; Khadija; Xandra; Marjolein; Kübra; Danuta; Bo; Ingeborg; Mieke;
Hülya; Nynke""")
MEN = _items("""Mohammed; Jan; Pieter; Daan; Sjoerd; Wybren; Ruben; Youssef; Emre; Mehmet;
Stanley; Radjesh; Krzysztof; Paweł; Jürgen; André; René; Cornelis; Hendrikus; Teun; Bilal;
Abdelkader; Gijs; Thijs; Bartholomeus; Kees; Sem; Luuk; Orlando; Winston; Tomasz; Fokke; Jelle;
Hessel; Noël; Loïc; Özgür; Dirk; Joost; Koen; Evert; Wim; Tjeerd""")
SURNAMES = _items("""Jansen; de Vries; van den Berg; van Dijk; Bakker; Visser; Smit; de Boer;
Mulder; de Groot; Bos; Vos; Peters; Hendriks; van Leeuwen; Dekker; Brouwer; de Wit; Dijkstra;
Hoekstra; Postma; Sybesma; Fokkema; Wiarda; van der Meulen; van 't Hof; in 't Veld; 't Hart; ter
Horst; op den Kamp; van de Ven; van Rossum-Brandsma; El Idrissi; Ben Haddou; Aït-Bassou; Bouzekri;
Özdemir; Yılmaz; Kılıç; Şahin; Demir; Kowalczyk; Wiśniewski; Nowak-Zielińska; Ramdien; Biharie;
Sardjoe; Pinas; Gödeke; Crèvecoeur; de la Porte; Königsberger; van der Zwaag; Terpstra; Haverkamp;
Nijhuis; ten Brinke; Oude Wesselink; Klein Haarhuis; Kuipers; Schouten; van Wijk-Smeets; Lubbers;
Tjon A Tjoen; Warmerdam""")
STREETS = _items("""Dorpsstraat; Kerkstraat; Molenweg; Wilhelminalaan; Nieuwegracht; Oude
Rijndijk; Burgemeester van Houtlaan; Prins Bernhardplein; Laan van Nieuw-Lindewaard; Waalkade;
Achterom; Singel; Hoge Wal; De Brink; 2e Tuindwarsstraat; Dr. Schaepmanstraat; Sint Jansstraat;
Jan van Galenstraat; Beukenlaan; Ir. Lelyweg; Zuidereinde; Noordersingel; Havenstraat; Esdoornhof;
Van Speykpad; Heereweg; Marktplein; Koningin Julianalaan; Bûterhoeke; De Ruyterkade; Elzenhage;
Vogelvlinderweg; Professor Lorentzlaan; Oostzijde; Hofje van Bakenes; Trompstraat""")
PLACES = _items("""Lindewaard; Oosterbrink; Velmerdam; Wijnhuizen; Nieuw-Rietveld; Sint
Odulphusga; Hasselerbroek; Zandwolde; Burchtermonde; Terwinkel; Aldeboarn-Súd; 's-Heerenhoven;
Kapelle aan de Linge; Duinerveen; Groot-Overveld""")
OCCUPATIONS = _items("""beleidsmedewerker; consulent Wmo; administratief medewerker; verzorgende
IG; verpleegkundige; huismeester; klantmanager; jurist; teamleider burgerzaken; planner;
chauffeur; loodgieter; docent Engels; pedagogisch medewerker; salarisadministrateur; medewerker
groenvoorziening; applicatiebeheerder; inkoper; casemanager verzuim; baliemedewerker;
heftruckchauffeur; kok""")
# Name and mail domain of organisations that do not exist.
ORGANISATIONS = [tuple(item.split("|")) for item in _items("""Gemeente Lindewaard|lindewaard-gemeente.nl; Woonstichting De
Brinkhoeve|brinkhoeve-wonen.nl; Zorggroep Velmerdam|zorggroepvelmerdam.nl; Huisartsenpraktijk Aan
de Linge|hap-aandelinge.nl; Re-integratiebureau Stap Vooruit|stapvooruit-werk.nl; Thuiszorg Het
Rietveld|thuiszorgrietveld.nl; Stichting Scholengroep Zandwolde|sgzandwolde.nl; Terwinkel
Installatietechniek B.V.|terwinkeltechniek.nl; Arbodienst Burcht|arbodienst-burcht.eu; Apotheek
Oosterbrink|apotheekoosterbrink.nl""")]
MAIL_DOMAINS = _items("""postvakje.nl; mailhuis.nl; hetnetwerk.nl; familiepost.frl; prive-mail.eu;
kabelpost.nl; woonpost.amsterdam; snelbericht.com""")
BANKS = _items("""INGB; RABO; ABNA; INGB; RABO; ABNA; SNSB; ASNB; RBRB; KNAB; BUNQ; TRIO;
REVO; NWAB; BNGH; FVLB; HAND; DEUT; ISBK; ADYB""")
DUTCH_MONTHS = """januari februari maart april mei juni juli augustus september oktober november
december""".split()
SHORT_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
LETTERS = "BDFGHJKLNPRSTVXZ"
