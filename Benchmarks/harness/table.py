"""The figures as text."""

from statistics import median

from .checking import Checked
from .inputs import Input

LEGEND = """
MB/s      million bytes of input a second, median; starting the program is in it
CPU s     user and system seconds of all threads, median
peak MB   largest resident memory; rg maps a single file, whose pages count as its own
x time    wall-clock time of vindplaats / of the other, in the same round: median (min-max)
x CPU     the same for CPU seconds
rg looks for form only: no check digits, no labels, no decoding, no fields."""


def heading(made: Input, checked: Checked) -> str:
    """What the input is and what was found in it."""
    size = f"{made.byte_count / 1e6:,.1f} MB"
    files = f"{made.file_count:,} files" if made.file_count > 1 else "1 file"
    lines = [f"\n{made.sort}: {size} in {files}"]
    if checked.is_refused:
        lines.append("  vindplaats: listed as not examined (no text); its time says nothing")
    else:
        found = ", ".join(
            found_text(kind, count, made.planted[kind]) for kind, count in checked.found.items()
        )
        lines.append(f"  vindplaats, all that was planted: {found}")
    for mode, count in checked.matches.items():
        lines.append(f"  rg {mode}: {count:,} matches, as Python's re counts")
    return "\n".join(lines)


def rows(rounds: list[dict], made: Input, checked: Checked, job_count: int, floor: int) -> str:
    """A row for each program."""
    jobs = "1 job" if job_count == 1 else f"{job_count} jobs"
    lines = [
        f"  {jobs:18}{'MB/s':>9}{'CPU s':>9}{'peak MB':>9}   {'x time':24}{'x CPU':24}".rstrip()
    ]
    for index, name in enumerate(rounds[0]):
        used = [of_round[name] for of_round in rounds]
        is_refused = checked.is_refused and index == 0
        speed = made.byte_count / median(usage["wall_seconds"] for usage in used) / 1e6
        speed_text = "-" if is_refused else f"{speed:,.1f}"
        cpu = median(usage["cpu_seconds"] for usage in used)
        line = f"  {name:18}{speed_text:>9}{cpu:9.3f}{peak_text(used, floor):>9}   "
        if index > 0 and not checked.is_refused:
            first = [next(iter(of_round.values())) for of_round in rounds]
            line += f"{ratio_text(first, used, 'wall_seconds'):24}"
            line += f"{ratio_text(first, used, 'cpu_seconds'):24}"
        lines.append(line.rstrip())
    return "\n".join(lines)


def found_text(kind: str, count: int, planted: int) -> str:
    """`bsn 292`, and how many more were found than were planted."""
    surplus = f" (+{count - planted:,})" if count > planted else ""
    return f"{kind} {planted:,}{surplus}"


def peak_text(used: list[dict], floor: int) -> str:
    """The largest peak in MB; what is at the floor cannot be told and is written so."""
    peak = max(usage["peak_bytes"] for usage in used)
    return f"<{floor / 1e6:.0f}" if peak <= floor * 1.02 else f"{peak / 1e6:.1f}"


def ratio_text(first: list[dict], other: list[dict], key: str) -> str:
    ratios = [a[key] / b[key] for a, b in zip(first, other)]
    return f"{median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
