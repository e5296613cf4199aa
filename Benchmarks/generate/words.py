"""The vocabulary of the made-up prose: what Dutch offices write about.

A compound is a first part and a head, `subsidie` + `aanvraag`; its article is that of the head.
"""


def listed(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


FIRST_PARTS = listed("""subsidie woning bouw verkeers parkeer afval groen water energie warmte zorg
jeugd welzijns cultuur sport school onderwijs bibliotheek museum wijk dorps centrum haven markt
winkel bedrijven toerisme natuur landbouw milieu geluids bodem riool dijk brug fiets voetgangers
openbaarvervoer klimaat veiligheids brandweer crisis handhavings vergunning bestuurs raads griffie
personeels opleidings verzuim huisvestings inkoop aanbestedings begrotings belasting archief
digitaliserings onderhouds communicatie participatie vrijwilligers evenementen monumenten""")

DE_HEADS = listed("""aanvraag regeling commissie vergadering begroting planning nota notitie
procedure toets evaluatie campagne opgave ontwikkeling verkenning bijeenkomst werkgroep afdeling
voorziening agenda visie strategie monitor rapportage overeenkomst opdracht wijziging""")
HET_HEADS = listed("""plan beleid project voorstel advies overleg besluit onderzoek verslag
programma traject budget team bureau platform akkoord kader ontwerp beheer toezicht""")

ADJECTIVES = listed("""nieuwe tijdelijke jaarlijkse gezamenlijke definitieve voorlopige regionale
lokale landelijke financiële juridische technische ruimtelijke duurzame betaalbare zorgvuldige
beperkte uitgebreide aangepaste oorspronkelijke volgende vorige geplande uitgestelde herziene
ambtelijke bestuurlijke openbare vertrouwelijke interne externe maatschappelijke cruciale
gefaseerde geïntegreerde""")
PREDICATES = listed("""haalbaar noodzakelijk onvoldoende uitgesteld afgerond vastgesteld aangepast
te_duur op_orde achterhaald zinvol vertraagd goedgekeurd ingetrokken onduidelijk in_voorbereiding
toereikend urgent niet_uitvoerbaar vergelijkbaar met_vorig_jaar goed_ontvangen""")

ACTORS = tuple(
    "de wethouder;de commissie;het college;de gemeenteraad;de provincie;het waterschap;de directie;"
    "de projectleider;de aannemer;de leverancier;de ondernemingsraad;de accountant;de beheerder;"
    "het bestuur;de stichting;de woningcorporatie;de huurdersvereniging;de schoolleiding;"
    "de omgevingsdienst;de rekenkamer;het wijkteam;de bezwaarcommissie;de opdrachtgever;"
    "het secretariaat;de coördinator;de buurtvereniging;het ministerie;de veiligheidsregio;"
    "de ontwikkelaar;een bewoner;een medewerker;een ondernemer;de meerderheid van de raad".split(
        ";"
    )
)
# Third person of a verb that takes an object, and the same in a subordinate clause.
VERBS = listed("""bespreekt behandelt onderzoekt ondersteunt betwist verbetert evalueert financiert
verwacht publiceert herziet beoordeelt coördineert organiseert beperkt versnelt wijzigt bewaakt
presenteert verdedigt actualiseert weigert onderschrijft steunt kent begeleidt toetst schrapt""")
INFINITIVES = listed("""bespreken behandelen onderzoeken verbeteren evalueren financieren publiceren
herzien beoordelen coördineren organiseren beperken versnellen wijzigen bewaken presenteren
verdedigen actualiseren toetsen schrappen heroverwegen uitwerken vaststellen voorleggen""")
MODALS = listed("wil kan moet zal mag gaat")

TIMES = tuple(
    "volgende week;na de zomer;vóór het reces;in het najaar;tijdens de vergadering;binnenkort;"
    "op korte termijn;in de loop van het jaar;na overleg met de bewoners;voorlopig;dit kwartaal;"
    "zodra de cijfers bekend zijn;in een volgende ronde;bij de voorjaarsnota;opnieuw".split(";")
)
PLACES = tuple(
    "in het buurthuis;op het stadskantoor;langs de ringweg;in de binnenstad;bij het station;"
    "aan de oostkant van het dorp;in de nieuwe wijk;rond het plein;op het bedrijventerrein;"
    "in het buitengebied;bij de sporthal;aan het kanaal".split(";")
)
CONJUNCTIONS = listed("omdat doordat terwijl hoewel zodat nadat")
LINKS = tuple(
    "Daarom;Bovendien;Toch;Intussen;Daarnaast;Vervolgens;Ondanks de bezwaren;Volgens het verslag;"
    "Op verzoek van de raad;Zonder verdere discussie".split(";")
)
