"""Declarations of care in records of 310 characters (AP304).

Source: Vektis EI standard AP304, version 7.2: records 01, 02, 04, 98 and 99.
"""

import random

from .marks import mapped, unmarked
from .plain import encoded
from .scenes import Scenes
from .tree import File

LENGTH = 310
COMMENT_LENGTH = 140


def filled(text: str, width: int) -> str:
    """A text of so many characters, its marks beside them."""
    return text + " " * (width - len(unmarked(text)))


def declaration(file: File, scenes: Scenes, source: random.Random, encoding: str) -> bytes:
    forms = scenes.forms
    records = ["01304070207" + "99999999" + "20240502" + "20240501" + "20240531" + "F0001"]
    number = 0

    def head(kind: str) -> str:
        nonlocal number
        number += 1
        return f"{kind}{number:012}"

    for p in scenes.people(source.randint(3, 12)):
        records.append(
            head("02")
            + forms.bsn_plain(p)
            + "3345"
            + filled(str(source.randint(10**8, 10**9)), 15)
            + filled("", 11)
            + forms.born_digits(p)
            + ("1" if p.gender == "M" else "2")
            + "1"
            + filled(mapped(forms.of(p, "surname", p.surname, "own-column"), lambda t: t[:25]), 25)
            + filled(p.prefix, 10)
            + filled("", 36)
            + filled(p.initials, 6)
        )
        for _ in range(source.randint(1, 2)):
            day = f"202405{source.randint(1, 31):02}"
            records.append(head("04") + forms.bsn_plain(p) + "3345" + " " * 15 + day + "00012500D")
        about = scenes.about(p)
        if source.random() < 0.3 and len(unmarked(about)) <= COMMENT_LENGTH:
            records.append(filled(head("98") + "    " + about, LENGTH))
    records.append(f"99{number:06}")
    text = "\r\n".join(filled(record, LENGTH) for record in records) + "\r\n"
    return encoded(file.take_lines(text), encoding)
