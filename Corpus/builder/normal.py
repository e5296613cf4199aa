"""Brings values as written in documents to the one form that equal values share."""

import html
import json
import re

from .lists import DUTCH_MONTHS, SHORT_MONTHS

SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
# What stands at the begin of a line that continues a quoted mail.
QUOTE_PREFIX = re.compile(r"\n(?:> ?)+")
GENDERS = {
    "m": "M",
    "man": "M",
    "mannelijk": "M",
    "male": "M",
    "1": "M",
    "v": "V",
    "f": "V",
    "2": "V",
    "vrouw": "V",
    "vrouwelijk": "V",
    "female": "V",
    "x": "X",
    "onbekend": "O",
    "o": "O",
}
MONTHS = {name: n for n, name in enumerate(DUTCH_MONTHS, 1)}
MONTHS |= {name: n for n, name in enumerate(SHORT_MONTHS, 1)} | {"maa": 3, "sept": 9}
WIDTHS = {"bsn": 9, "big": 11, "agb": 8, "kvk": 8, "rsin": 9, "uzi": 9, "ura": 8, "uzovi": 4}


def unescape(text: str, extension: str) -> str:
    """What a reader of the format sees where the file holds `text`."""
    if extension in ("html", "xml", "xhtml", "svg"):
        return html.unescape(text)
    if extension in ("json", "ndjson", "ipynb") and "\\" in text:
        return json.loads(f'"{text}"')
    if extension == "sql":
        return text.replace("''", "'")
    if extension in ("csv", "tsv"):
        return text.replace('""', '"')
    if extension in ("ics", "vcf"):
        return text.replace("\r\n ", "").replace("\n ", "").replace("\\,", ",")
    return text


def normalize(kind: str, text: str) -> str:
    """The normalized form of a value of `kind`; raises ValueError where it has none."""
    text = QUOTE_PREFIX.sub("\n", text)
    if kind in WIDTHS:
        digits = re.sub(r"\D", "", text).zfill(WIDTHS[kind])
        if len(digits) != WIDTHS[kind]:
            raise ValueError(f"{kind} of {len(digits)} digits")
        return digits
    if kind in (
        "onderwijsnummer",
        "a-nummer",
        "v-nummer",
        "driving-licence",
        "kp",
        "bank-account",
        "payment-card",
    ):
        return re.sub(r"\D", "", text)
    if kind in ("iban", "btw-id", "postcode", "licence-plate"):
        compact = re.sub(r"[^0-9A-Za-z]", "", text).upper()
        return compact.removeprefix("NL") if kind == "postcode" else compact
    if kind == "mrz":
        return re.sub(r"\s", "", text)
    if kind == "document-number":
        return re.sub(r"\s", "", text).upper()
    if kind == "email":
        return text.lower()
    if kind == "phone":
        return phone(text)
    if kind == "date-of-birth":
        return date(text)
    if kind == "gender":
        return GENDERS[text.strip().lower()]
    if kind == "ip-address":
        return text.lower()
    return SPACES.sub(" ", text)


def phone(text: str) -> str:
    """`+31` and the number without its trunk 0; service numbers (0800, 14 0xx) stay national."""
    plus = "+" in text
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if digits.startswith("0031"):
        digits = digits[2:]
        plus = True
    if plus:
        return "+" + digits
    if re.match(r"0[89]00|14", digits):
        return digits
    return "+31" + digits.removeprefix("0")


def date(text: str) -> str:
    """yyyy-mm-dd; a day or month that the register does not know stays 00."""
    lower = SPACES.sub(" ", text.strip().lower()).split("t00:")[0].split(" 00:")[0]
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", lower):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"((?:18|19|20)\d\d)(\d\d)(\d\d)", lower):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"(\d\d)(\d\d)((?:18|19|20)\d\d)", lower):
        day, month, year = match.groups()
    elif match := re.fullmatch(r"(\d{1,2})[-./ ](\d{1,2})[-./ ]'?(\d{2,4})", lower):
        day, month, year = match.groups()
    elif match := re.fullmatch(r"(\d{1,2})(?:e|ste|de)?[- .]+([a-z]+)[- .]+'?(\d{2,4})", lower):
        day, name, year = match.groups()
        month = MONTHS[name.rstrip(".")]
    else:
        raise ValueError("not a date")
    if len(year) == 2:
        year = ("19" if int(year) > 25 else "20") + year
    if not 0 <= int(month) <= 12 or not 0 <= int(day) <= 31:
        raise ValueError("not a day of the calendar")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def notation(kind: str, text: str) -> str:
    """A word for how a value is written, where its mark gives none."""
    if "\n" in text:
        return "wrapped"
    if "\u00a0" in text or "\u202f" in text:
        return "nbsp"
    if "&" in text or "\\u" in text:
        return "escaped"
    if kind in ("address", "name", "function", "gender", "email"):
        return "plain"
    if kind == "date-of-birth" and re.search("[a-z]", text, re.I):
        return "long"
    if kind == "document-number":
        return "contiguous"
    if text != text.upper():
        return "lower-case"
    for sign, word in (
        ("  ", "double-spaced"),
        ("+", "international"),
        (" - ", "dash-spaced"),
        ("(", "area-parenthesis"),
        (" ", "spaced"),
        (".", "dotted"),
        ("-", "dashed"),
        ("/", "slashed"),
    ):
        if sign in text:
            return word
    return "contiguous"
