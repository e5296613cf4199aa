"""JSON, XML, HTML, SQL, YAML and other keyed data, as systems export and exchange them."""

from ..lists import OCCUPATIONS
from ..marks import CLOSE, OPEN, mark
from ..people import Person, person
from . import labels
from .draft import Draft, Writer

KINDS = (
    "name",
    "bsn",
    "date-of-birth",
    "gender",
    "phone",
    "email",
    "postcode",
    "address",
    "iban",
    "function",
    "licence-plate",
    "v-nummer",
    "onderwijsnummer",
    "document-number",
    "agb",
    "a-nummer",
)
BORN = ("iso", "contiguous", "", "timestamp", "slashed")


def ascii_json(marked: str) -> str:
    """`marked` with letters outside ASCII as JSON escapes; the brackets of marks stay."""
    return "".join(c if c < "\x80" or c in OPEN + CLOSE else f"\\u{ord(c):04x}" for c in marked)


def values_of(source: Writer, who: Person, kinds: list[str], born: str) -> list[tuple[str, str]]:
    """Kind and marked value of each field; dates of birth in the notation `born`."""
    made = []
    for kind in kinds:
        if kind in ("bsn", "iban"):
            value = source.again(kind, getattr(who, kind), "")
        elif kind == "date-of-birth":
            value = source.again(kind, who.born, born)
        elif kind == "name":
            value = who.m(source.pick(("full", "formal", "reversed")))
        elif kind == "gender":
            value = mark(
                "gender", source.pick({"M": ("M", "man"), "V": ("V", "vrouw")}[who.gender])
            )
        elif kind == "function":
            value = mark("function", source.pick(OCCUPATIONS))
        elif kind == "address":
            value = who.address()
        elif kind == "email":
            value = who.m("email")
        elif kind == "postcode":
            value = source.again("postcode", who.postcode, source.pick(("", "contiguous")))
        elif kind == "phone":
            value = source.phone()
        else:
            value = source.value(kind)
        made.append((kind, value))
    return made


def keyed(source: Writer, count: int) -> tuple[list[str], dict[str, str]]:
    """The kinds of one data set and the key each bears in it."""
    kinds = ["bsn"] + source.random.sample([k for k in KINDS if k != "bsn"], count)
    source.random.shuffle(kinds)
    return kinds, {kind: source.key(kind) for kind in kinds}


def json_records(source: Writer, index: int) -> Draft:
    """An array, lines, or nested objects; BSNs as text or as numbers that lost their zero."""
    kinds, keys = keyed(source, 5)
    born = source.pick(BORN)
    as_number = index % 3 == 1
    nested = index % 4 == 2
    records = []
    for row in range(source.random.randint(2, 7)):
        who = person(source)
        if as_number and source.chance(0.4):
            who = Person(**{**who.__dict__, "bsn": source.make("bsn", "lost-zero")})
        pairs = []
        for kind, value in values_of(source, who, kinds, born):
            if kind == "bsn" and as_number:
                lost = who.bsn[0] == "0"
                notation = "json-number-lost-zero" if lost else "json-number"
                pairs.append(f'"{keys[kind]}": {mark("bsn", who.bsn.lstrip("0"), notation)}')
            else:
                pairs.append(f'"{keys[kind]}": "{value}"')
        what = source.pick(labels.DECOY_KEYS)
        pairs.insert(source.random.randint(0, len(pairs)), f'"{what}": {source.plain(9, what)}')
        pairs.append(f'"gewijzigd": "{source.date(2022, 2024)}T0{row}:15:09Z"')
        if nested:
            half = len(pairs) // 2
            records.append(
                '{"persoon": {'
                + ", ".join(pairs[:half])
                + '}, "overig": {"data": {'
                + ", ".join(pairs[half:])
                + "}}}"
            )
        elif index % 4 == 3:
            records.append("{" + ",".join(pairs) + "}")
        else:
            records.append("{\n    " + ",\n    ".join(pairs) + "\n  }")
    if index % 4 == 3:
        text, extension = "\n".join(records) + "\n", "ndjson"
    else:
        text, extension = '{"resultaten": [\n  ' + ",\n  ".join(records) + "\n]}\n", "json"
    if index % 5 == 4:
        text = ascii_json(text)
    return Draft(
        extension,
        text,
        "keyed records as JSON; keys, nesting and number forms vary",
        "utf-16le-bom" if index == 7 else "utf-8-bom" if index == 8 else "utf-8",
    )


def xml_records(source: Writer, index: int) -> Draft:
    """Elements, prefixed elements or attributes."""
    kinds, keys = keyed(source, 6)
    born = source.pick(BORN)
    form = index % 3
    encoding = ("utf-8", "windows-1252", "utf-8", "utf-16le-bom")[index % 4]
    declared = {"windows-1252": "windows-1252", "utf-16le-bom": "UTF-16"}.get(encoding, "UTF-8")
    prefix = "ns2:" if form == 1 else ""
    lines = [
        f'<?xml version="1.0" encoding="{declared}"?>',
        f'<{prefix}export xmlns{":ns2" if prefix else ""}="urn:lindewaard:export:{index}">',
    ]
    for _ in range(source.random.randint(2, 6)):
        who = person(source, encoding)
        fields = [
            (keys[k], v.replace("&", "&amp;")) for k, v in values_of(source, who, kinds, born)
        ]
        what = source.pick(labels.DECOY_KEYS)
        fields.append((what, source.plain(9, what)))
        fields.append(("laatsteWijziging", source.date(2020, 2024).replace("-", "")))
        if form == 2:
            lines.append("  <record " + " ".join(f'{k}="{v}"' for k, v in fields) + "/>")
        else:
            lines.append(f"  <{prefix}record>")
            lines += [f"    <{prefix}{k}>{v}</{prefix}{k}>" for k, v in fields]
            lines.append(f"  </{prefix}record>")
    return Draft(
        "xml", "\n".join(lines + [f"</{prefix}export>"]) + "\n", "keyed records as XML", encoding
    )


def sql_insert(source: Writer, index: int) -> Draft:
    """INSERT with columns, INSERT without columns below its CREATE TABLE, or a COPY block."""
    kinds, keys = keyed(source, 5)
    born = source.pick(BORN)
    what = source.pick(labels.DECOY_KEYS)
    columns = [keys[k].replace("-", "_") for k in kinds] + [what, "aangemaakt_op"]
    form = index % 3
    lines = []
    if form == 1:
        lines.append(
            "CREATE TABLE personen (\n  "
            + ",\n  ".join(f"{c} varchar(60)" for c in columns)
            + "\n);"
        )
    if form == 2:
        lines.append(f"COPY public.personen ({', '.join(columns)}) FROM stdin;")
    for row in range(source.random.randint(4, 10)):
        who = person(source)
        cells = [v for _, v in values_of(source, who, kinds, born)]
        cells += [source.plain(9, what), source.date(2019, 2024)]
        if form == 2:
            lines.append("\t".join(cells))
        else:
            quoted = ", ".join("'" + c.replace("'", "''") + "'" for c in cells)
            names = "" if form == 1 else f" ({', '.join(columns)})"
            lines.append(f"INSERT INTO personen{names} VALUES ({quoted});")
    if form == 2:
        lines.append("\\.")
    return Draft("sql", "-- export personen\n" + "\n".join(lines) + "\n", "database dump")


def yaml_records(source: Writer, index: int) -> Draft:
    """YAML, TOML, properties or ini with one person per block."""
    kinds, keys = keyed(source, 5)
    born = source.pick(BORN)
    form = index % 4
    lines = ["personen:"] if form == 0 else []
    for row in range(source.random.randint(1, 4)):
        who = person(source)
        pairs = [(keys[k], v) for k, v in values_of(source, who, kinds, born)]
        what = source.pick(labels.DECOY_KEYS)
        pairs.append((what, source.decoy(what)))
        if form == 0:
            lines += [
                ("  - " if i == 0 else "    ") + f'{k}: "{v}"' for i, (k, v) in enumerate(pairs)
            ]
        elif form == 1:
            lines += [f"[[persoon]]  # {row + 1}"] + [f'{k} = "{v}"' for k, v in pairs] + [""]
        elif form == 2:
            lines += [f"persoon.{row}.{k}={v}" for k, v in pairs]
        else:
            lines += [f"[Persoon{row + 1}]"] + [f"{k}={v}" for k, v in pairs] + [""]
    lines.append(
        {0: "versie: ", 1: "versie = ", 2: "versie=", 3: ";versie "}[form]
        + mark(
            "!ip-address",
            f"{source.random.randint(1, 9)}.{source.random.randint(0, 30)}.0.4",
            note="versie",
        )
    )
    extension = ("yaml", "toml", "properties", "ini")[form]
    return Draft(extension, "\n".join(lines) + "\n", f"keyed records as {extension}")


def fhir(source: Writer, index: int) -> Draft:
    """FHIR resources: the system of an identifier says what its value is."""
    base = "http://fhir.nl/fhir/NamingSystem/"
    entries = []
    for number in range(source.random.randint(1, 3)):
        who = person(source)
        gender = mark("gender", "male" if who.gender == "M" else "female")
        entries.append(f'''{{"resource": {{"resourceType": "Patient", "id": "p{number}",
  "identifier": [
    {{"use": "official", "system": "{base}bsn", "value": "{who.m("bsn")}"}},
    {{"system": "https://zis.lindeborg.example/mrn", "value": "{source.decoy("patient number")}"}}],
  "name": [{{"text": "{who.m("full")}"}}],
  "telecom": [{{"system": "phone", "value": "{source.written("phone", "mobile")}"}}, {{"system": "email", "value": "{who.m("email")}"}}],
  "gender": "{gender}", "birthDate": "{who.m("born", "iso")}",
  "address": [{{"line": ["{who.address()}"], "city": "{who.place}", "postalCode": "{who.m("postcode")}"}}]}}}}''')
    entries.append(f'''{{"resource": {{"resourceType": "Practitioner", "identifier": [
    {{"system": "{base}big", "value": "{source.value("big")}"}},
    {{"system": "{base}agb-z", "value": "{source.value("agb")}"}},
    {{"system": "{base}uzi-nr-pers", "value": "{source.value("uzi")}"}}]}}}}''')
    entries.append(f'''{{"resource": {{"resourceType": "Organization", "identifier": [
    {{"system": "{base}ura", "value": "{source.value("ura")}"}},
    {{"system": "{base}uzovi", "value": "{source.value("uzovi")}"}}],
  "telecom": [{{"system": "phone", "value": "{source.value("phone", "landline")}"}}]}}}}''')
    text = (
        '{"resourceType": "Bundle", "type": "searchset", "entry": [\n'
        + ",\n".join(entries)
        + "]}\n"
    )
    return Draft("json", text, "FHIR bundle")


def contacts(source: Writer, index: int) -> Draft:
    """vCards, LDIF or calendars."""
    lines = []
    form = index % 3
    for number in range(source.random.randint(2, 5)):
        who = person(source)
        if form == 0:
            lines += [
                "BEGIN:VCARD",
                "VERSION:4.0",
                f"FN:{who.m('full')}",
                f"TEL;VALUE=uri;TYPE=cell:tel:{source.value('phone', 'mobile-e164')}",
                f"EMAIL;TYPE=home:{who.m('email')}",
                f"BDAY:{who.m('born', 'contiguous')}",
                f"REV:2024{source.random.randint(1, 9):02d}11T101500Z",
                "END:VCARD",
            ]
        elif form == 1:
            lines += [
                f"dn: uid=u{number},ou=people,dc=lindewaard",
                f"cn: {who.m('full')}",
                f"mail: {who.m('email')}",
                f"mobile: {source.value('phone', 'mobile-international')}",
                f"employeeNumber: {source.decoy('personeelsnummer')}",
                "",
            ]
        else:
            lines += [
                "BEGIN:VEVENT",
                f"UID:{source.digits(6)}-x",
                "DTSTART:20240611T093000Z",
                f"SUMMARY:Huisbezoek {who.title} {who.m('formal')}",
                f"LOCATION:{who.address()}",
                f"DESCRIPTION:BSN {who.m('bsn')}\\, tel {source.phone()}",
                "END:VEVENT",
            ]
    if form == 2:
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR"]
    return Draft(("vcf", "ldif", "ics")[form], "\n".join(lines) + "\n", "contacts or calendar")


TEMPLATES = (
    ("json", "records", json_records, 14),
    ("xml", "records", xml_records, 12),
    ("sql", "dump", sql_insert, 9),
    ("config", "records", yaml_records, 8),
    ("json", "fhir", fhir, 5),
    ("contacts", "contacts", contacts, 6),
)
