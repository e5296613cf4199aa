#!/usr/bin/env python3
"""Generates documents with a known number of planted values, by the tools that people use.

    documents.py OUT [--formats docx,pdf] [--files 200] [--bytes 4M]
                     [--office-files 40] [--office-bytes 1M]

Writes OUT/FORMAT-small (many files) and OUT/FORMAT-large (one file), and prints as JSON what is in
each: planted values, pages, bytes unpacked, and which formats could not be written. All values are
made up. LibreOffice converts a part of the files of another format for those that only it writes.
"""

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import archive_files  # noqa: E402
import converted_files  # noqa: E402
import mail_files  # noqa: E402
import office_files  # noqa: E402
from document_texts import Texts  # noqa: E402
from generate import size  # noqa: E402

WRITERS = {**office_files.WRITERS, **mail_files.WRITERS, **archive_files.WRITERS}
FORMATS = (*WRITERS, *converted_files.SOURCES)
# Text of a small file, in bytes.
SMALLEST, LARGEST = 2 << 10, 8 << 10


def main() -> None:
    options = arguments()
    made, missing = {}, []
    for format in options.formats:
        for shape in ("small", "large"):
            try:
                made[f"{format}-{shape}"] = write(options, format, shape)
            except (ImportError, FileNotFoundError) as error:
                if format not in missing:
                    print(f"{format}: {error}", file=sys.stderr)
                    missing.append(format)
    print(json.dumps({"made": made, "missing": missing}))


def write(options: argparse.Namespace, format: str, shape: str) -> dict:
    if format not in converted_files.SOURCES:
        files, byte_count = options.files, options.bytes
        return write_files(
            options, format, shape, options.out / f"{format}-{shape}", files, byte_count
        )
    source = converted_files.SOURCES[format]
    folder = options.out / f"source-{source}-{shape}"
    files, byte_count = options.office_files, options.office_bytes
    told = folder / "planted.json"
    if not told.exists():
        facts = write_files(options, source, shape, folder / "files", files, byte_count)
        told.write_text(json.dumps(facts))
    out = options.out / f"{format}-{shape}"
    converted_files.convert(folder / "files", out, format)
    return {
        "planted": json.loads(told.read_text())["planted"],
        **converted_files.facts(out, format),
    }


def write_files(
    options: argparse.Namespace, format: str, shape: str, folder: Path, files: int, byte_count: int
) -> dict:
    """Writes many small files or one large one; returns what is in them."""
    folder.mkdir(parents=True)
    texts = Texts(f"benchmark/{options.seed}/{format}-{shape}")
    random = texts.random
    sizes = (
        [byte_count]
        if shape == "large"
        else [random.randint(SMALLEST, LARGEST) for _ in range(files)]
    )
    pages = unpacked = 0
    for number, wanted in enumerate(sizes):
        path = folder / f"document {number}.{format}"
        facts = WRITERS[format](path, texts, wanted) or {}
        pages += facts.get("pages", 0)
        unpacked += facts.get("unpacked", 0)
    return {"planted": texts.planted_values, "pages": pages, "unpacked": unpacked}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", type=lambda text: text.split(","), default=list(FORMATS))
    parser.add_argument("--files", type=int, default=200, help="small ones of a format (200)")
    parser.add_argument("--bytes", type=size, default="4M", help="text of the large one (4M)")
    parser.add_argument("--office-files", type=int, default=40, help="that LibreOffice writes (40)")
    parser.add_argument("--office-bytes", type=size, default="1M", help="the same for bytes (1M)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
