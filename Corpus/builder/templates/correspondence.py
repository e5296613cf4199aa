"""Referrals, mails and invoices: short pieces that people and firms send."""

from ..lists import ORGANISATIONS
from ..marks import mark
from ..people import person
from . import labels
from .draft import Draft, Writer
from .letters import SUBJECTS, sender


def referral(source: Writer, index: int) -> Draft:
    """A terse medical letter with the date of birth beside the name."""
    who = person(source, first=1931, last=2012)
    born = source.again(
        "date-of-birth", who.born, source.pick(("", "single-digit", "dotted", "short"))
    )
    bsn = source.again("bsn", who.bsn, source.pick(labels.WRITTEN["bsn"]))
    sex = "m" if who.gender == "M" else "v"
    who_line = source.pick(
        (
            f"Betr: {who.title} {who.m('formal')} ({sex}) geb. {born}, BSN {bsn}",
            f"Pt.: {who.title} {who.m('formal')}, *{born}, bsn {bsn}",
            f"Patiënt {who.title} {who.m('reversed')}   geb: {born}   BSN: {bsn}",
            f"{who.title.capitalize()} {who.m('formal')} (geboren {born}; burgerservicenr {bsn})",
        )
    )
    lines = [
        f"Huisartsenpraktijk, AGB {source.written('agb')}, tel {source.written('phone', 'landline')}",
        f"d.d. {source.not_birth('briefdatum')}",
        "",
        who_line,
        f"Adres: {who.address('full')}",
        f"Verz.: UZOVI {source.value('uzovi')}, polisnr " + source.decoy("polisnummer"),
        "",
        source.pick(
            (
                "Graag uw beoordeling ivm progressieve dyspnoe d'effort.",
                "Verwijzing voor diagnostiek, vermoeden ADHD.",
                "Dank voor overname; echo abdomen d.d. 12-02-2024 g.b.",
            )
        ),
        f"Med: {source.pick(('metoprolol ret 1dd100 mg', 'paracetamol 4dd ' + mark('!postcode', '1000 MG', note='dosering'), 'sertraline 50 mg'))}"
        ". Allergie: geen. ICPC " + source.pick(("R95", "K86", "P76", "T90.02")) + ".",
        "",
        "Met collegiale groet,",
        f"BIG {source.written('big')}",
    ]
    return Draft(
        "txt", "\n".join(lines) + "\n", "medical letter in telegram style; identity line varies"
    )


def mail(source: Writer, index: int) -> Draft:
    """A mail with informal wording; the whole body may be quoted."""
    who = person(source)
    org, domain = source.pick(ORGANISATIONS)
    bsn = source.again("bsn", who.bsn, source.pick(labels.WRITTEN["bsn"][:9]))
    phone = source.phone()
    iban = source.again("iban", who.iban, source.pick(labels.WRITTEN["iban"]))
    body = source.pick(
        (
            f"Hoi, kun je voor {who.title} {who.m('formal')} even kijken? bsn is {bsn}, tel {phone}.\n"
            f"Ordernr {source.decoy('ordernummer')} is al afgehandeld.",
            f"Goedemorgen,\n\nHierbij mijn gegevens:\n  bsn = {bsn}\n  rek  {iban}\n  mob {phone}\n  "
            f"geb {source.again('date-of-birth', who.born, 'short')}\ngroetjes",
            f"Collega,\n\nGraag z.s.m. uitbetalen op {iban}.\nHet gaat om de cliënt met burgerservicenummer\n{bsn}.\n"
            f"Hij woont {source.pick(('aan de', 'op'))} {who.address()} en belt vanaf {phone}.",
            f"Beste, per {source.not_birth('ingangsdatum')} ben ik verhuisd naar {who.address('full')}.\n"
            f"Mijn BSN: {bsn}. Factuurnr {source.decoy('factuurnummer')} is betaald.",
        )
    )
    if index % 3 == 1:
        body = "\n".join("> " + line for line in body.split("\n"))
        body = "Zie onder.\n\n" + body
    head = (
        f"From: <{who.m('email')}>\nTo: <{mark('email', source.pick(('info', 'wmo', 'hr')) + '@' + domain)}>\n"
        f"Subject: {source.pick(SUBJECTS)}\nDate: Tue, {source.random.randint(10, 28)} May 2024 10:00:00 +0200\n"
        f"Message-ID: <{source.digits(6)}.{source.digits(4)}-x>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return Draft(
        "eml",
        head + body + "\n",
        "mail; wording, quoting and notations vary",
        "utf-8",
        "\r\n" if index % 2 else "\n",
    )


def invoice(source: Writer, index: int) -> Draft:
    """An invoice of a firm or a sole trader: many numbers, few of them personal."""
    sole = index % 2 == 0
    name, domain = source.pick(ORGANISATIONS)
    btw = source.value("btw-id", "sole-trader" if sole else source.pick(("dotted", "", "spaced")))
    lines = [
        f"FACTUUR {source.pick(('nr.', 'nummer'))} {source.decoy('factuurnummer')}",
        f"Factuurdatum {source.not_birth('factuurdatum')}",
        f"Klantnummer {source.decoy('klantnummer')}   Uw ordernr {source.decoy('ordernummer')}",
        "",
        sender(source, domain, name),
        "",
        f"KvK-nummer {source.written('kvk')}, btw-id {btw}",
        "",
    ]
    for _ in range(source.random.randint(2, 6)):
        lines.append(
            f"{source.random.randint(1, 90):>5} x art. {source.plain(9, 'artikelnummer')}"
            f"  {source.pick(('advies', 'huur steiger', 'papier A4', 'onderhoud cv'))}"
            f"  € {source.random.randint(20, 900)},{source.digits(2)}"
        )
    lines += [
        "",
        f"Betalen op {source.written('iban')} onder vermelding van "
        + mark("!payment-card", source.lookalike("KENMERK"), note="betalingskenmerk"),
    ]
    return Draft("txt", "\n".join(lines) + "\n", "invoice; article numbers are random, some pass")


TEMPLATES = (
    ("his", "referral", referral, 10),
    ("mail", "mail", mail, 12),
    ("invoices", "invoice", invoice, 8),
)
