#!/usr/bin/env python3
"""Writes cards of made-up people, and a letter about each.

usage: cards.py FOLDER [--count 50] [--seed 1]

`FOLDER/cards.json` holds the cards, `FOLDER/letters` the letters: a name, and a number that decides.
"""

import argparse
import json
import random
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Corpus"))

from builder.people import Person, person  # noqa: E402
from builder.templates.draft import Writer  # noqa: E402


def bsn(number: int) -> str:
    """The BSN with this place among those that are set apart for tests, 99999...."""
    found = -1
    for middle in range(1000):
        digits = [9] * 5 + [int(digit) for digit in f"{middle:03}"]
        last = sum((9 - place) * digit for place, digit in enumerate(digits)) % 11
        found += last < 10
        if found == number:
            return "".join(map(str, [*digits, last]))
    raise ValueError("there are not so many")


def card(number: int, someone: Person, chance: random.Random) -> dict:
    """Half of them know all of a person, the others some of it."""
    made = {
        "reference": f"kaart-{number}",
        "names": [{"first": [someone.given], "surname": someone.surname}],
        "birth-date": someone.born,
        "bsn": bsn(number),
    }
    more = {
        "emails": [someone.email],
        "phones": [someone.phone],
        "ibans": [someone.iban],
        "numbers": [{"client": f"C-{chance.randrange(100_000, 1_000_000)}"}],
        "addresses": [
            {
                "street": someone.street,
                "house-number": someone.house,
                # These letters were never given out, and a card with them is refused.
                "postcode": re.sub("S[ADS]$", "SB", someone.postcode),
                "town": someone.place,
            }
        ],
    }
    for key, value in more.items():
        if number % 2 == 0 or chance.random() < 0.5:
            made[key] = value
    return made


def letter(number: int, someone: Person, chance: random.Random) -> str:
    name = chance.choice((someone.full, someone.formal, someone.reversed))
    return f"Geachte {name},\n\nUw burgerservicenummer {bsn(number)} staat in ons bestand.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=50, help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    options = parser.parse_args()
    values = Writer(f"cards {options.seed}")
    chance = random.Random(options.seed)
    letters = options.folder / "letters"
    letters.mkdir(parents=True)
    cards = []
    for number in range(options.count):
        someone = person(values)
        cards.append(card(number, someone, chance))
        (letters / f"brief {number}.txt").write_text(letter(number, someone, chance))
    file = options.folder / "cards.json"
    file.write_text(json.dumps({"subjects": cards}, ensure_ascii=False, indent=1))
    file.chmod(0o600)


if __name__ == "__main__":
    main()
