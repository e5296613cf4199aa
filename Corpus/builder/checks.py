"""Check-digit rules, each returning whether a number obeys them; no document data here."""

MRZ_VALUES = {c: i for i, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}


def bsn_sum(digits: str) -> int:
    """9*d1 + 8*d2 + ... + 2*d8: the sum of the elfproef without its last digit."""
    return sum(int(d) * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2)))


def bsn(digits: str) -> bool:
    """9 digits, at most one leading zero, 9*d1 + 8*d2 + ... + 2*d8 - d9 divisible by 11."""
    if len(digits) != 9 or not digits.isascii() or not digits.isdigit() or digits[:2] == "00":
        return False
    return (bsn_sum(digits) - int(digits[8])) % 11 == 0


def rsin(digits: str) -> bool:
    """The sum of the BSN; two leading zeros are allowed."""
    if len(digits) != 9 or not digits.isdigit() or int(digits) == 0:
        return False
    return (bsn_sum(digits) - int(digits[8])) % 11 == 0


def onderwijsnummer(digits: str) -> bool:
    """Starts with 10; the sum of the BSN leaves 5 modulo 11."""
    if len(digits) != 9 or not digits.startswith("10"):
        return False
    return (bsn_sum(digits) - int(digits[8])) % 11 == 5


def bank_account(digits: str) -> bool:
    """9 or 10 digits, weights from their count down to 1, sum divisible by 11 and above 0."""
    total = sum(int(d) * (len(digits) - i) for i, d in enumerate(digits))
    return len(digits) in (9, 10) and total > 0 and total % 11 == 0


def a_nummer(digits: str) -> bool:
    """10 digits, no equal neighbours, digit sum 0 or 5 modulo 11, binary-weighted sum 0."""
    if len(digits) != 10 or digits[0] == "0":
        return False
    if any(a == b for a, b in zip(digits, digits[1:])):
        return False
    values = [int(d) for d in digits]
    return sum(values) % 11 in (0, 5) and sum(v << i for i, v in enumerate(values)) % 11 == 0


def mod97(text: str) -> int:
    """The remainder by 97 of text whose letters count as 10...35 (ISO 7064 mod 97-10)."""
    return int("".join(str(int(c, 36)) for c in text)) % 97


def iban(text: str) -> bool:
    return 2 <= int(text[2:4]) <= 98 and mod97(text[4:] + text[:4]) == 1


def luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def mrz_digit(text: str) -> str:
    """The check digit of ICAO 9303: weights 7, 3, 1."""
    return str(sum(MRZ_VALUES[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def btw_id(text: str) -> bool:
    """NL + 9 digits + B + 2 digits: elfproef over the digits or mod 97 over the whole."""
    return rsin(text[2:11]) or mod97(text) == 1


def luhn_digit(digits: str) -> str:
    return next(d for d in "0123456789" if luhn(digits + d))


def payment_reference(tail: str) -> str:
    """The leading check digit of a 16-digit betalingskenmerk with these 15 last digits."""
    weights = (2, 4, 8, 5, 10, 9, 7, 3, 6, 1)
    total = sum(int(d) * weights[i % 10] for i, d in enumerate(reversed(tail)))
    return {10: "1", 11: "0"}.get(11 - total % 11, str(11 - total % 11))
