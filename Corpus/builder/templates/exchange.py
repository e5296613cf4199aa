"""Messages between organisations: care declarations, HL7, EDIFACT, iWmo and bank statements."""

from ..marks import mark, pad, visible
from ..people import Person, person
from .draft import Draft, Writer

RECORD_LENGTH = 310


def record(*fields: tuple[int, str]) -> str:
    """A fixed-width record: each field starts at its column (from 1); spaces between."""
    line = ""
    for column, text in fields:
        line = pad(line, column - 1)
        if len(visible(line)) != column - 1:
            raise ValueError(f"field of column {column} overlaps")
        line += text
    return pad(line, RECORD_LENGTH)


def insured(source: Writer, who: Person, detail: int) -> str:
    """Record 02 of Vektis AP304 7.2: the insured person."""
    words = who.surname.split(" ")
    count = next((i for i, word in enumerate(words) if word.lstrip("'")[:1].isupper()), 0)
    prefix, surname = " ".join(words[:count]), " ".join(words[count:])
    fixed = "fixed-width"
    return record(
        (1, f"02{detail:012d}"),
        (15, mark("bsn", who.bsn, fixed)),
        (24, mark("uzovi", source.make("uzovi"), fixed)),
        (28, source.digits(10)),
        (43, source.digits(8)),
        (54, mark("date-of-birth", who.born.replace("-", ""), fixed)),
        (62, mark("gender", "1" if who.gender == "M" else "2", fixed)),
        (63, "1"),
        (64, mark("name", surname[:25], fixed)),
        (89, prefix[:10]),
        (135, who.initials.replace(".", "")[:6]),
        (141, "1"),
        (142, mark("postcode", who.postcode, fixed)),
        (157, f"{source.random.randint(1, 412):05d}"),
        (168, "00"),
    )


def declaration(source: Writer, index: int) -> Draft:
    """Vektis EI AP304: no blank between the numbers, 310 positions per line."""
    lines = [
        record(
            (1, "0130407020P"),
            (12, "012345MijnEPD 4."),
            (31, source.make("uzovi")),
            (35, "0" * 32),
            (67, "0420240501" + "20240531" + f"F{source.digits(8)}"),
        )
    ]
    detail, amount = 1, 0
    for _ in range(source.random.randint(3, 9)):
        who = person(source, "windows-1252")
        lines.append(insured(source, who, detail))
        for _ in range(source.random.randint(1, 3)):
            detail += 1
            price = source.random.randint(1200, 9900)
            amount += price
            lines.append(
                record(
                    (1, f"04{detail:012d}"),
                    (15, mark("bsn", who.bsn, "fixed-width")),
                    (24, source.make("uzovi")),
                    (28, " " * 15),
                    (43, f"202405{source.random.randint(1, 28):02d}"),
                    (51, source.pick(("1000", "1032", "1002"))),
                    (60, f"{price:08d}D"),
                )
            )
        detail += 1
    lines.append(record((1, f"99{len(lines):06d}{detail:06d}{amount:011d}D")))
    return Draft(
        ("ei", "txt")[index % 2],
        "\n".join(lines) + "\n",
        "Vektis EI AP304, fixed width",
        "windows-1252",
        "\r\n",
    )


def hl7(source: Writer, index: int) -> Draft:
    """HL7 version 2: ADT and ORU with the BSN in PID-3."""
    lines = []
    for number in range(source.random.randint(1, 4)):
        who = person(source)
        day = f"2024060{number + 1}101500"
        lines += [
            f"MSH|^~\\&|HIS|PRK|ZIS|LB|{day}||{source.pick(('ADT^A04', 'ORU^R01', 'ADT^A31'))}|{source.decoy('message id')}|P|2.4",
            f"PID|1||{mark('bsn', who.bsn, 'hl7-component')}^^^NLMINBIZA^NNNLD~{source.plain(9, 'patient number')}^^^ZIS^PI||"
            f"{mark('name', f'{who.surname}^{who.given[0]}', normalized=f'{who.given[0]} {who.surname}')}||{mark('date-of-birth', who.born.replace('-', ''), 'hl7-field')}|"
            f"{mark('gender', 'M' if who.gender == 'M' else 'F')}|||^^{who.place}^^{who.m('postcode', 'contiguous')}^NL||"
            f"{source.value('phone', source.pick(('mobile-contiguous', 'landline-contiguous')))}",
            f"PV1|1|O|POLI^2||||{mark('agb', source.make('agb'), 'hl7-component')}^{mark('name', 'Arts^A', normalized='A Arts')}^^^^^^VEKTIS",
            "",
        ]
    return Draft("hl7", "\n".join(lines).rstrip("\n") + "\n", "HL7 version 2 messages")


def edifact(source: Writer, index: int) -> Draft:
    who = person(source)
    lines = [
        f"UNB+UNOC:3+{source.plain(9, 'mailbox')}+{source.plain(9, 'mailbox')}+240603:1015"
        f"+{source.plain(9, 'message reference')}'",
        "UNH+1+MEDEUR:1:901:UN'",
        f"DTM+137:{source.date(2023, 2024).replace('-', '')}:102'",
        f"RFF+BSN:{who.m('bsn')}'",
        f"DTM+329:{who.m('born', 'contiguous')}:102'",
        f"RFF+AGB:{source.value('agb')}'",
        f"ADR+1++5:{who.address()}:{who.place}+{who.m('postcode', 'contiguous')}'",
        "FTX+AAI+++Patiënt gezien op de HAP, geen bijzonderheden.'",
        "UNT+9+1'",
    ]
    return Draft("edi", "\n".join(lines) + "\n", "EDIFACT message")


def iwmo(source: Writer, index: int) -> Draft:
    """iWmo/iJw: prefixed elements, split names, dates in ISO form."""
    kind = ("wmo301", "jw301", "wmo303", "jw315")[index % 4]
    parts = []
    for _ in range(source.random.randint(1, 4)):
        who = person(source, first=1930, last=2018)
        gender = mark("gender", "1" if who.gender == "M" else "2")
        parts.append(f"""  <{kind}:client>
    <{kind}:bsn>{who.m("bsn")}</{kind}:bsn>
    <{kind}:geboortedatum><{kind}:datum>{who.m("born", "iso")}</{kind}:datum></{kind}:geboortedatum>
    <{kind}:geslacht>{gender}</{kind}:geslacht>
    <{kind}:naam><{kind}:geslachtsnaam>{mark("name", who.salutation)}</{kind}:geslachtsnaam></{kind}:naam>
    <{kind}:postcode>{who.m("postcode", "contiguous")}</{kind}:postcode>
    <{kind}:toewijzing><{kind}:nummer>{source.plain(9, "toewijzingnummer")}</{kind}:nummer>
      <{kind}:ingangsdatum>{mark("!date-of-birth", source.date(2022, 2024), note="ingangsdatum")}</{kind}:ingangsdatum></{kind}:toewijzing>
  </{kind}:client>""")
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind}:bericht xmlns:{kind}="http://www.istandaarden.nl/{kind}/1_0">\n'
        f"  <{kind}:header><{kind}:identificatie>{source.decoy('bericht')}</{kind}:identificatie></{kind}:header>\n"
        + "\n".join(parts)
        + f"\n</{kind}:bericht>\n"
    )
    return Draft("xml", text, f"{kind} message with prefixed elements")


def mt940(source: Writer, index: int) -> Draft:
    """MT940: counterparties' IBANs glued between slashes, references that pass the elfproef."""
    lines = [
        ":20:P240603000001",
        f":25:{source.value('iban')}EUR",
        f":28C:{100 + index}",
        ":60F:C240602EUR10418,22",
    ]
    for _ in range(source.random.randint(3, 8)):
        who = person(source)
        lines += [
            f":61:2406030603D{source.random.randint(5, 900)},{source.digits(2)}NTRFEREF//{source.plain(9, 'bank reference')}",
            f":86:/TRTP/SEPA OVERBOEKING/IBAN/{mark('iban', who.iban, 'between-slashes')}/BIC/INGBNL2A"
            f"/NAME/{mark('name', who.formal.upper())}/REMI/{source.pick(('HUUR JUNI', 'BIJSTAND 06-2024', 'PGB MEI'))}"
            f"/EREF/{source.decoy('EndToEndId')}",
        ]
    lines.append(":62F:C240603EUR9811,05")
    return Draft(("sta", "940", "txt")[index % 3], "\n".join(lines) + "\n", "MT940 bank statement")


def camt(source: Writer, index: int) -> Draft:
    entries = ""
    for _ in range(source.random.randint(2, 6)):
        who = person(source)
        entries += f"""<Ntry><Amt Ccy="EUR">{source.random.randint(10, 900)}.{source.digits(2)}</Amt><BookgDt><Dt>2024-06-03</Dt></BookgDt>
 <NtryDtls><TxDtls><Refs><EndToEndId>{source.plain(9, "EndToEndId")}</EndToEndId></Refs>
 <RltdPties><CdtrAcct><Id><IBAN>{source.value("iban", source.pick(("", "", "foreign")))}</IBAN></Id></CdtrAcct></RltdPties>
 <RmtInf><Ustrd>{source.pick(("loon mei", "declaratie"))} BSN {who.m("bsn")}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
"""
    return Draft(
        "xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        f"<BkToCstmrStmt><Stmt><Acct><Id><IBAN>{source.value('iban')}</IBAN></Id></Acct>\n{entries}</Stmt></BkToCstmrStmt></Document>\n",
        "CAMT.053 bank statement",
    )


TEMPLATES = (
    ("care", "ei-ap304", declaration, 7),
    ("his", "hl7", hl7, 5),
    ("his", "edifact", edifact, 3),
    ("care", "iwmo", iwmo, 6),
    ("payroll", "mt940", mt940, 5),
    ("payroll", "camt", camt, 3),
)
