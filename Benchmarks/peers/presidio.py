#!/usr/bin/env python3
"""Runs the pattern recognisers of Presidio over the first bytes of a file.

usage: presidio.py PATH BYTES

Prints the bytes read, the seconds within the recognisers and the number of results. IBAN, e-mail
and telephone are Presidio's own recognisers; for the Dutch numbers that it does not know, its
PatternRecognizer gets the expressions of the comparison. No language model is loaded. Runs in a
virtual environment with the package presidio-analyzer.
"""

import sys
import time
from pathlib import Path

import tldextract
from presidio_analyzer import Pattern, PatternRecognizer
from presidio_analyzer.predefined_recognizers import (
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
)

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness.expressions import EXPRESSIONS  # noqa: E402

# Bytes that a recogniser gets at a time: a document of some pages.
PIECE = 16 << 10
DUTCH = ("bsn", "big", "agb", "postcode")


def recognizers() -> list:
    # The list of suffixes that comes with the package; nothing is fetched while measuring.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    found = [IbanRecognizer(), EmailRecognizer(), PhoneRecognizer(supported_regions=("NL",))]
    for kind in DUTCH:
        pattern = Pattern(kind, EXPRESSIONS[kind], 0.5)
        found.append(PatternRecognizer(supported_entity=kind.upper(), patterns=[pattern]))
    return found


def main() -> None:
    path, byte_count = Path(sys.argv[1]), int(sys.argv[2])
    with path.open("rb") as file:
        sample = file.read(byte_count)
    pieces = [
        sample[start : start + PIECE].decode("utf-8", "replace")
        for start in range(0, len(sample), PIECE)
    ]
    all_recognizers, result_count = recognizers(), 0
    started = time.process_time()
    for piece in pieces:
        for recognizer in all_recognizers:
            result_count += len(
                recognizer.analyze(piece, recognizer.supported_entities, None) or []
            )
    print(len(sample), time.process_time() - started, result_count)


main()
