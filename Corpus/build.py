#!/usr/bin/env python3
"""Writes the accuracy corpus and the demo share, then verifies what was written.

    python3 Corpus/build.py            writes and verifies
    python3 Corpus/build.py --check    compares what lies there with what would be written

Needs the standard library only. The output depends on nothing but this folder: equal sources give
equal bytes.
"""

import argparse
import filecmp
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from builder import demo, sources, templates, verify  # noqa: E402

HERE = Path(__file__).resolve().parent
# Folders that are written by people or by make-*.py; every other one is output.
NOT_OUTPUT = {"builder", "sources", "maker", "documents", "differential", "oracles", "subjects"}
PROBLEM_LIMIT = 40


def write_all(root: Path) -> dict[str, str]:
    """Writes every case and the demo share below `root`; gives the encoding of each case."""
    encodings: dict[str, str] = {}
    for document in sources.documents(HERE / "sources") + templates.documents():
        name = f"{document.area}/{document.case}"
        if name in encodings:
            raise SystemExit(f"two documents are called {name}")
        encodings[name] = document.encoding
        try:
            document.save(root)
        except (ValueError, KeyError, UnicodeEncodeError) as error:
            raise SystemExit(f"{name}: {error!r}") from error
    demo.write(root / "demo")
    return encodings


def remove_cases(root: Path) -> None:
    for folder in root.iterdir():
        if folder.name == "demo" or any(folder.glob("*/truth.tsv")):
            shutil.rmtree(folder)


def differences(left: Path, right: Path) -> list[str]:
    """Paths of output files that are not byte for byte equal in both trees."""

    def files(root: Path) -> set[str]:
        paths = (p.relative_to(root) for p in root.rglob("*") if p.is_file())
        return {str(p) for p in paths if len(p.parts) > 1 and p.parts[0] not in NOT_OUTPUT}

    both = files(left) & files(right)
    changed = [n for n in both if not filecmp.cmp(left / n, right / n, shallow=False)]
    return sorted(changed + list(files(left) ^ files(right)))


def print_report(report: verify.Report) -> None:
    print(
        f"{sum(report.formats.values())} documents, {report.handwritten} of them by hand, "
        f"{report.byte_count / 1e6:.2f} MB with truth"
    )
    for title, counts in (
        ("area", report.areas),
        ("format", report.formats),
        ("encoding", report.encodings),
        ("kind", report.kinds),
        ("notation", report.notations),
    ):
        print(f"\nby {title}")
        for name, count in sorted(counts.items()):
            print(f"  {count:6}  {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where output differs"
    )
    parser.add_argument("--quiet", action="store_true", help="print problems only")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        encodings = write_all(fresh)
        report = verify.verify(fresh, encodings)
        if options.check:
            report.problems += [f"differs: {name}" for name in differences(HERE, fresh)]
        elif not report.problems:
            remove_cases(HERE)
            shutil.copytree(fresh, HERE, dirs_exist_ok=True)
    if not options.quiet:
        print_report(report)
    for problem in report.problems[:PROBLEM_LIMIT]:
        print(problem, file=sys.stderr)
    if len(report.problems) > PROBLEM_LIMIT:
        print(f"and {len(report.problems) - PROBLEM_LIMIT} more", file=sys.stderr)
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
