"""Draws the speeds as an SVG picture: for each input a group of bars on a logarithmic scale."""

from html import escape
from math import ceil, floor, log10

from . import contest
from .contest import OURS

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 860, 150, 110, 74, 46
BAR, GAP, GROUP_GAP = 15, 4, 34
INK, FAINT, OURS_COLOUR, PEER_COLOUR, FLOOR_COLOUR = (
    "#1d2433",
    "#d5d9e2",
    "#c2410c",
    "#64748b",
    "#cbd5e1",
)
# Programs that read and do not look.
FLOORS = ("read", "read and touch", "wc -l", "cat")


def draw(all_figures: list[dict], machine: str) -> str:
    """`all_figures` as the record holds them; only those of one job are drawn."""
    groups = [(f["input"], _bars(f)) for f in all_figures if f["jobs"] == 1]
    groups = [(facts, bars) for facts, bars in groups if bars]
    speeds = [speed for _, bars in groups for _, speed, _ in bars]
    scale = _Scale(min(speeds), max(speeds))
    shapes, y = [], TOP
    for facts, bars in groups:
        shapes.append(_text(16, y + 4, _title(facts), "start", 14, "600"))
        y += 14
        for name, speed, is_sample in bars:
            shapes.append(_bar(name, speed, is_sample, y, scale))
            y += BAR + GAP
        y += GROUP_GAP - GAP
    bottom = y - GROUP_GAP + 10
    height = bottom + BOTTOM
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="Helvetica, Arial, sans-serif">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(
            16,
            28,
            "Seven kinds of personal data: million bytes a second, one thread",
            "start",
            17,
            "600",
        ),
        _text(
            16,
            48,
            "Logarithmic scale; longer is faster. Pale bars only read and look for nothing.",
            "start",
            12,
        ),
        *scale.lines(TOP - 10, bottom),
        *shapes,
        _text(16, height - 12, machine, "start", 10),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Scale:
    """Powers of ten from one below the least to one above the most."""

    def __init__(self, least: float, most: float):
        self.low, self.high = floor(log10(least)), ceil(log10(most))

    def x(self, speed: float) -> float:
        share = (log10(speed) - self.low) / max(1, self.high - self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def lines(self, top: float, bottom: float) -> list[str]:
        drawn = []
        for power in range(self.low, self.high + 1):
            x = self.x(10**power)
            drawn.append(
                f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{FAINT}"/>'
            )
            drawn.append(_text(x, bottom + 16, f"{10**power:,g}", "middle", 11))
        return drawn


def _bars(figures: dict) -> list[tuple[str, float, bool]]:
    """Name, speed and whether that is extrapolated, the fastest first."""
    rounds, byte_count = figures["rounds"], figures["input"]["bytes"]
    bars = [
        (name, contest.speed(rounds, name, byte_count), False)
        for name in rounds[0]
        if not (name == OURS and figures["refused"])
    ]
    if sample := figures.get("presidio"):
        bars.append(("Presidio", sample["bytes"] / sample["seconds"] / 1e6, True))
    return sorted(bars, key=lambda bar: -bar[1])


def _bar(name: str, speed: float, is_sample: bool, y: float, scale: _Scale) -> str:
    colour = OURS_COLOUR if name == OURS else FLOOR_COLOUR if name in FLOORS else PEER_COLOUR
    width = max(1.0, scale.x(speed) - LEFT)
    weight = "600" if name == OURS else "400"
    label = f"{speed:,.0f}" if speed >= 10 else f"{speed:.2g}"
    return "\n".join(
        (
            f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>',
            _text(LEFT - 8, y + 12, name, "end", 12, weight),
            _text(
                LEFT + width + 6,
                y + 12,
                label + (" (sample)" if is_sample else ""),
                "start",
                12,
                weight,
            ),
        )
    )


def _title(facts: dict) -> str:
    files = f" in {facts['files']:,} files" if facts["files"] > 1 else ""
    return f"{facts['sort']}, {facts['bytes'] / 1e6:,.0f} MB{files}"


def _text(x: float, y: float, text: str, anchor: str, size: int, weight: str = "400") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
        f'font-weight="{weight}" fill="{INK}">{escape(text)}</text>'
    )
