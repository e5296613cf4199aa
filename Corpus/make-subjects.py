#!/usr/bin/env python3
"""Writes made-up documents of every format with the people of Corpus/subjects/cards in them.

    python3 Corpus/make-subjects.py FOLDER [--seed N]     the documents and FOLDER.truth.ndjson
    python3 Corpus/make-subjects.py --cards               Corpus/subjects/cards
    python3 Corpus/make-subjects.py --foreign             Corpus/subjects/foreign, with LibreOffice and 7-Zip

It needs Python 3.11 or later; only --foreign, whose files are committed, needs those two programs.
"""

import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from subjects import cards, foreign, library  # noqa: E402
from subjects.cast import Cast  # noqa: E402

HERE = Path(__file__).resolve().parent / "subjects"
# The people are the same in every run; another seed makes other documents of them.
PEOPLE_SEED = 20


def main() -> None:
    arguments = sys.argv[1:]
    cast = Cast(PEOPLE_SEED)
    if arguments == ["--cards"]:
        cards.write(cast, HERE / "cards")
    elif arguments == ["--foreign"]:
        foreign.write(cast, HERE / "foreign")
    elif arguments and not arguments[0].startswith("-"):
        if changed := cards.differing(cast, HERE / "cards"):
            sys.exit(f"cards that are not those of the people: {', '.join(changed)}")
        folder = Path(arguments[0])
        shutil.rmtree(folder, ignore_errors=True)
        seed = int(arguments[arguments.index("--seed") + 1]) if "--seed" in arguments else 1
        library.write(cast, folder, HERE / "foreign", seed)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
