"""The figures of one input as text."""

from statistics import median

from . import contest
from .contest import OURS

LEGEND = """
MB/s         million bytes of input a second, median; starting the program is in it
CPU s        user and system seconds of all threads, median
x time       how many times as fast vindplaats is in the same round: median (smallest-largest)
x CPU        the same for CPU seconds
instr/byte   instructions for each byte, by callgrind, without those of starting
peak MB      largest resident memory; rg maps a single file, whose pages count as its own
*            one run only, since it takes long
The peers look for form only: no check digits, no labels, no decoding, no fields."""


def heading(figures: dict) -> str:
    """What the input is and what was found in it."""
    facts, found = figures["input"], figures["found"]
    files = f"{facts['files']:,} files" if facts["files"] > 1 else "1 file"
    lines = [f"\n{facts['sort']}: {facts['bytes'] / 1e6:,.1f} MB in {files}"]
    if figures["refused"]:
        lines.append("  vindplaats: listed as not examined (no text); its speed says nothing")
    else:
        kinds = (_found(kind, count, facts["planted"][kind]) for kind, count in found.items())
        lines.append(f"  vindplaats, all that was planted: {', '.join(kinds)}")
    lines.append(f"  plain matcher: {figures['reference']}")
    lines += [f"  {difference}" for difference in figures["differences"]]
    return "\n".join(lines)


def rows(figures: dict) -> str:
    """A row for each program."""
    rounds, facts = figures["rounds"], figures["input"]
    jobs = "1 job" if figures["jobs"] == 1 else f"{figures['jobs']} jobs"
    lines = [
        f"  {jobs:18}{'MB/s':>9}{'CPU s':>9}{'instr/byte':>12}{'peak MB':>9}   "
        f"{'x time':24}{'x CPU':24}".rstrip()
    ]
    for name in rounds[0]:
        is_ours, is_refused = name == OURS, figures["refused"]
        speed = contest.speed(rounds, name, facts["bytes"])
        cpu = median(contest.values(rounds, name, "cpu_seconds"))
        peak = max(contest.values(rounds, name, "peak_bytes")) / 1e6
        count = figures["instructions"].get(name)
        title = name if is_ours or len(rounds) == 1 or name in rounds[1] else f"{name} *"
        line = f"  {title:18}{'-' if is_ours and is_refused else f'{speed:,.1f}':>9}{cpu:9.3f}"
        line += f"{'' if count is None else f'{count:,.2f}':>12}{peak:9.1f}   "
        if not is_ours and not is_refused:
            line += f"{ratio(rounds, name, 'wall_seconds'):24}"
            line += f"{ratio(rounds, name, 'cpu_seconds'):24}"
        lines.append(line.rstrip())
    return "\n".join(lines)


def _found(kind: str, count: int, planted: int) -> str:
    """`bsn 292`, and how many more were found than were planted."""
    surplus = f" (+{count - planted:,})" if count > planted else ""
    return f"{kind} {planted:,}{surplus}"


def ratio(rounds: list[dict], name: str, key: str) -> str:
    ratios = contest.times_as_fast(rounds, name, key)
    middle, low, high = (_short(value) for value in (median(ratios), min(ratios), max(ratios)))
    return f"{middle} ({low}-{high})"


def _short(ratio: float) -> str:
    return f"{ratio:.3f}" if ratio < 1 else f"{ratio:.2f}" if ratio < 100 else f"{ratio:,.0f}"
