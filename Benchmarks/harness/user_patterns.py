"""Writes pattern files as an organisation adds them: its own numbers, addresses and names."""

from pathlib import Path
from random import Random

CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aeiou"
# What the search can look for first: a run of digits, one byte, a word, or nothing at all, so that
# it reads all text for each pattern.
SORTS = ("digits", "byte", "words", "plain")


def write(folder: Path, sort: str, count: int) -> list[str]:
    """Writes `count` files of a sort; returns the ids of their kinds."""
    folder.mkdir(parents=True)
    random = Random(f"patterns/{sort}")
    ids = []
    for number in range(count):
        name = f"trial-{sort}-{number}"
        (folder / f"{name}.yaml").write_text(_file(name, sort, _word(random), number))
        ids.append(name)
    return ids


def _file(name: str, sort: str, word: str, number: int) -> str:
    """All labels and expressions differ between files."""
    expression = {
        "digits": f"(?<![0-9A-Za-z])[0-9]{{6}}-{number:03d}(?![0-9A-Za-z])",
        "byte": f"(?<![0-9A-Za-z.])[a-z.]{{1,24}}@{word}(?![0-9A-Za-z.])",
        "words": f"(?<![0-9A-Za-z]){word} [a-z]{{3,20}}(?![0-9A-Za-z])",
        "plain": f"[a-z]{{1,20}}{word}[a-z]{{0,20}}",
    }[sort]
    examples = {
        "digits": (f"123456-{number:03d}", f"654321-{number:03d}"),
        "byte": (f"jan.smit@{word}", f"balie@{word}"),
        "words": (f"{word} oost", f"{word} west"),
        "plain": (f"het{word}", f"een{word}huis"),
    }[sort]
    return (
        f"id: {name}\nname:\n  nl: 'Proef {number}'\n  en: 'Trial {number}'\nclass: ordinary\n"
        f"source: 'made up'\nvalidator: text\nexpressions:\n  - notation: plain\n"
        f"    regex: '{expression}'\n"
        f"labels: [{word}, {word} nummer]\ncounters: [niet {word}]\n"
        "confidence:\n  bare: 0.3\n  near: 0.6\n  label: 0.9\n  counter: 0.05\n"
        f"examples:\n  - 'is ⟦{examples[0]}⟧'\n  - 'is ⟦{examples[1]}⟧'\n"
        "counterexamples:\n  - 'geen'\n"
    )


def _word(random: Random) -> str:
    return "".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in range(4))
