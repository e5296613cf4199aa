"""The cards of the subjects, as an officer would write them."""

from pathlib import Path

from .cast import Cast, Person


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def card(p: Person) -> str:
    lines = [f"reference: {p.key}"]
    if "full-name" in p.known:
        lines += [
            "names:",
            f"  - first: [{', '.join(map(text, p.first))}]",
            f"    initials: {text(p.initials)}",
        ]
        if p.prefix:
            lines.append(f"    prefix: {text(p.prefix)}")
        lines.append(f"    surname: {text(p.surname)}")
        if p.partner:
            lines.append(f"    partner: {text(p.partner)}")
        if p.former:
            lines += [
                f"  - first: [{', '.join(map(text, p.first))}]",
                f"    initials: {text(p.initials)}",
                f"    surname: {text(p.former)}",
                "    former: true",
            ]
    if "bsn" in p.known:
        lines += [f"bsn: {text(p.bsn)}", f"birth-date: {p.born[0]}-{p.born[1]:02}-{p.born[2]:02}"]
    if "address" in p.known:
        lines += [
            "addresses:",
            f"  - street: {text(p.street)}",
            f"    house-number: {text(p.house)}",
            f"    postcode: {text(p.postcode)}",
            f"    town: {text(p.town)}",
        ]
    if "email" in p.known:
        lines += ["emails:", *(f"  - {text(e)}" for e in p.emails)]
    if "phone" in p.known:
        lines += ["phones:", *(f"  - {text(n)}" for n in p.phones)]
    if "iban" in p.known:
        lines += ["ibans:", f"  - {text(p.iban)}"]
    if "number" in p.known:
        lines += ["numbers:", f"  - label: {text(p.number[0])}", f"    number: {text(p.number[1])}"]
    if "licence-plate" in p.known:
        lines += ["licence-plates:", f"  - {text(p.plate)}"]
    return "\n".join(lines) + "\n"


def write(cast: Cast, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for subject in cast.subjects:
        (folder / f"{subject.key.lower()}.yaml").write_text(card(subject), encoding="utf-8")


def differing(cast: Cast, folder: Path) -> list[str]:
    """The names of committed cards that are not what they would be made now."""
    names = {f"{s.key.lower()}.yaml": card(s) for s in cast.subjects}
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    return sorted(name for name in {*names, *there} if names.get(name) != there.get(name))
