"""The figures of one input of documents as text."""

from statistics import median

from . import contest
from .contest import OURS
from .table import ratio

LEGEND = """
MB/s       million bytes of input files a second, median; starting the program is in it
files/s    the same for files
ms/page    milliseconds for a page of PDF
unpacked   the same of what a container holds; of an office document the parts with text
CPU s      user and system seconds of all processes, median
peak MB    resident memory of the largest process; of vindplaats also of scan and worker together
values     planted values that are found; +n is what else is printed, of that form
x time     how many times as fast vindplaats is in the same round: median (smallest-largest)
x CPU      the same for CPU seconds
*          one run only, since it takes long
The peers look for form only: no check digits, no labels, no fields, no places."""


# Of the seconds of starting, what the rest must come to for a speed without them.
LEAST_SHARE = 0.25


def rows(figures: dict) -> str:
    """What the input is, and a row for each program."""
    facts, rounds = figures["input"], figures["rounds"]
    files = f"{facts['files']:,} files" if facts["files"] > 1 else "1 file"
    what = [f"{facts['bytes'] / 1e6:,.2f} MB in {files}"]
    if facts["unpacked_bytes"]:
        what.append(f"{facts['unpacked_bytes'] / 1e6:,.1f} MB unpacked")
    if facts["pages"]:
        what.append(f"{facts['pages']:,} pages")
    lines = [f"\n{facts['sort']}: {', '.join(what)}, {facts['values']:,} values planted"]
    if figures["partial"]:
        partial = (f"{reason} {count:,}" for reason, count in figures["partial"].items())
        lines.append(f"  files that vindplaats says to have read in part: {', '.join(partial)}")
    if figures["missing"]:
        lines.append(f"  not installed and left out: {', '.join(figures['missing'])}")
    lines.append(_without_start(figures))
    lines.append(
        f"  {'':20}{'MB/s':>8}{'files/s':>9}{'ms/page':>9}{'unpacked':>9}{'CPU s':>9}"
        f"{'peak MB':>9}{'values':>16}   {'x time':22}x CPU"
    )
    lines += [_row(figures, name) for name in rounds[0]]
    if sample := figures["sample"]:
        lines += _sample(sample)
    return "\n".join(lines)


def _without_start(figures: dict) -> str:
    facts, start = figures["input"], figures["start_cpu_seconds"]
    cpu = median(contest.values(figures["rounds"], OURS, "cpu_seconds"))
    seconds = cpu - start
    if seconds < LEAST_SHARE * start:
        return f"  vindplaats: little beside the {start * 1e3:.0f} ms of CPU that starting takes"
    speeds = [f"{facts['bytes'] / seconds / 1e6:,.1f} MB/s"]
    if facts["unpacked_bytes"]:
        speeds.append(f"{facts['unpacked_bytes'] / seconds / 1e6:,.1f} MB/s unpacked")
    if facts["pages"]:
        speeds.append(f"{seconds / facts['pages'] * 1e3:.3f} ms/page")
    if facts["files"] > 1:
        speeds.append(f"{seconds / (facts['files'] - 1) * 1e6:,.0f} µs/file")
    return f"  vindplaats by CPU, without the {start * 1e3:.0f} ms of starting: {', '.join(speeds)}"


def _row(figures: dict, name: str) -> str:
    facts, rounds = figures["input"], figures["rounds"]
    seconds = median(contest.values(rounds, name, "wall_seconds"))
    cpu = median(contest.values(rounds, name, "cpu_seconds"))
    peak = f"{max(contest.values(rounds, name, 'peak_bytes')) / 1e6:,.0f}"
    if name == OURS:
        peak += f"/{figures['family_peak_bytes'] / 1e6:,.0f}"
        found, others = facts["values"], figures["surplus"]
    else:
        found, others = figures["counts"][name]["found"], figures["counts"][name]["others"]
    page = f"{seconds / facts['pages'] * 1e3:.3f}" if facts["pages"] else ""
    unpacked = f"{facts['unpacked_bytes'] / seconds / 1e6:,.1f}" if facts["unpacked_bytes"] else ""
    values = f"{found / max(1, facts['values']):.0%}" + (f" +{others:,}" if others else "")
    title = name if len(rounds) == 1 or name in rounds[1] else f"{name} *"
    line = (
        f"  {title:20}{facts['bytes'] / seconds / 1e6:8,.2f}{_speed(facts['files'] / seconds):>9}"
        f"{page:>9}{unpacked:>9}{cpu:9.3f}{peak:>9}{values:>16}   "
    )
    if name != OURS:
        line += f"{ratio(rounds, name, 'wall_seconds'):22}{ratio(rounds, name, 'cpu_seconds')}"
    return line.rstrip()


def _sample(sample: dict) -> list[str]:
    facts, rounds = sample["input"], sample["rounds"]
    lines = [f"  of {facts['files']} of the files only, once; the speed on all is extrapolated:"]
    for name, used in rounds[0].items():
        if name == OURS:
            continue
        seconds = used["wall_seconds"]
        speed = _speed(facts["files"] / seconds)
        times = seconds / rounds[0][OURS]["wall_seconds"]
        cpu = used["cpu_seconds"] / rounds[0][OURS]["cpu_seconds"]
        lines.append(
            f"  {name:20}{facts['bytes'] / seconds / 1e6:8,.2f}{speed:>9}"
            f"{'':18}{used['cpu_seconds']:9.3f}{used['peak_bytes'] / 1e6:9,.0f}{'':16}   "
            f"{times:<22,.0f}{cpu:,.0f}"
        )
    return lines


def _speed(files: float) -> str:
    return f"{files:,.0f}" if files >= 100 else f"{files:.1f}"
