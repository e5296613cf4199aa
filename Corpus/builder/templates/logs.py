"""Logs and traces of applications that write personal data among times, ids and addresses."""

from ..marks import mark
from ..people import person
from . import labels
from .draft import Draft, Writer

LEVELS = ("INFO ", "DEBUG", "WARN ", "ERROR")


def stamp(source: Writer) -> str:
    return (
        f"2024-0{source.random.randint(1, 9)}-1{source.random.randint(0, 9)}T"
        f"{source.random.randint(10, 23)}:{source.random.randint(10, 59)}:{source.random.randint(10, 59)}.{source.digits(3)}Z"
    )


def hexes(source: Writer, count: int) -> str:
    return "".join(source.random.choice("0123456789abcdef") for _ in range(count))


def uuid(source: Writer) -> str:
    return "-".join(hexes(source, n) for n in (8, 4, 4, 4, 12))


def application(source: Writer, index: int) -> Draft:
    """Key=value pairs, JSON in lines, and sentences; most numbers are none of anybody."""
    lines = []
    for _ in range(source.random.randint(14, 34)):
        who = person(source)
        level = source.pick(LEVELS)
        text = source.pick(
            (
                f"request {uuid(source)} from {source.value('ip-address')} took {source.random.randint(10, 9999)} ms",
                f"zoekopdracht bsn={who.m('bsn')} resultaten=1",
                f'payload {{"bsn":"{who.m("bsn")}","geboortedatum":"{who.m("born", "iso")}"}}',
                f"mail verstuurd aan {who.m('email')} ({source.pick(labels.DECOY_KEYS)}={source.plain(9, 'id')})",
                f"sms naar {source.value('phone', source.pick(('mobile-e164', 'mobile-contiguous', 'mobile-0031')))} in wachtrij",
                f"job {source.plain(9, 'job number')} klaar, {source.random.randint(1, 9)} fouten",
                f"orderId={source.decoy('ordernummer')} status=OK epoch=1717{source.digits(6)}",
                f"client {mark('!ip-address', '4.18.' + str(source.random.randint(0, 99)) + '.2', note='versie')} build {hexes(source, 12)}",
                f"iban gewijzigd: oud {source.value('iban')} nieuw {who.m('iban')}",
                f"heap {source.plain(9, 'bytes')} of 4294967296 bytes used, thread 0x{hexes(source, 8)}",
                f"geen persoon gevonden voor burgerservicenummer [{who.m('bsn')}], zaak {uuid(source)}",
            )
        )
        lines.append(
            f"{stamp(source)} {level} {source.pick(('[main]', '[exec-3]', '[sched-1]'))} {text}"
        )
    return Draft(
        "log",
        "\n".join(lines) + "\n",
        "application log",
        "utf-8",
        "\r\n" if index % 4 == 3 else "\n",
    )


def web(source: Writer, index: int) -> Draft:
    """Combined access log; some requests bear a person in the query."""
    lines = []
    for _ in range(source.random.randint(10, 24)):
        who = person(source)
        address = source.value("ip-address", source.pick(("", "", "", "ipv6")))
        path = source.pick(
            (
                "/",
                "/style.css?v=4.1.2",
                f"/zaak/{uuid(source)}",
                f"/zoek?bsn={who.m('bsn')}",
                f"/bestel?order={source.decoy('ordernummer')}",
                f"/api/personen?burgerservicenummer={who.m('bsn')}&fields=naam",
                f"/img/{source.plain(9, 'file name')}.jpg",
            )
        )
        version = mark(
            "!ip-address",
            f"12{source.random.randint(0, 5)}.0.{source.random.randint(10, 199)}.{source.random.randint(10, 250)}",
            note="browserversie",
        )
        lines.append(
            f'{address} - - [0{source.random.randint(1, 9)}/Jun/2024:10:11:12 +0200] "GET {path} HTTP/1.1" 200 '
            f'{source.random.randint(80, 90000)} "-" "Mozilla/5.0 Chrome/{version}"'
        )
    return Draft("log", "\n".join(lines) + "\n", "web server log")


def event_csv(source: Writer, index: int) -> Draft:
    """Audit trail as CSV: who looked at whose record."""
    lines = ["tijdstip,gebruiker,actie,bsn_betrokkene,bron_ip,sessie"]
    for _ in range(source.random.randint(8, 18)):
        who = person(source)
        seen = who.m("bsn") if source.chance(0.7) else ""
        lines.append(
            f"{stamp(source)},{who.m('email')},{source.pick(('raadplegen', 'wijzigen', 'inloggen'))},"
            f"{seen},{source.value('ip-address')},{source.plain(9, 'session')}"
        )
    return Draft("csv", "\n".join(lines) + "\n", "audit trail")


TEMPLATES = (
    ("logs", "application", application, 9),
    ("logs", "web", web, 4),
    ("logs", "audit", event_csv, 3),
)
