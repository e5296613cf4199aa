"""Cost curves: what a byte costs as one thing grows, and how straight the line is."""

from dataclasses import dataclass

BAR = 40
STRAIGHT = 0.2


@dataclass(frozen=True)
class Point:
    label: str
    # What grows.
    amount: float
    cost: float


@dataclass(frozen=True)
class Line:
    """`base` + `slope` x amount, by least squares."""

    base: float
    slope: float


def fit(points: list[Point]) -> Line:
    mean_amount = sum(p.amount for p in points) / len(points)
    mean_cost = sum(p.cost for p in points) / len(points)
    spread = sum((p.amount - mean_amount) ** 2 for p in points)
    if spread == 0:
        return Line(mean_cost, 0)
    slope = sum((p.amount - mean_amount) * (p.cost - mean_cost) for p in points) / spread
    return Line(mean_cost - slope * mean_amount, slope)


def shape(points: list[Point]) -> str:
    """How a curve lies beside the straight line between its ends.

    The farthest point decides; a distance below `STRAIGHT` of the rise of the curve is noise.
    """
    first, last = points[0], points[-1]
    rise = last.cost - first.cost
    if rise < STRAIGHT * first.cost:
        return "is flat"
    slope = rise / (last.amount - first.amount)
    above = [p.cost - first.cost - slope * (p.amount - first.amount) for p in points]
    farthest = max(above, key=abs) / rise
    if abs(farthest) < STRAIGHT:
        return "is straight"
    if farthest < 0:
        return f"bends upwards (a point lies {-farthest:.0%} of the rise below the straight line)"
    return f"flattens (a point lies {farthest:.0%} of the rise above the straight line)"


def drawn(points: list[Point], unit: str) -> str:
    """A line for each point with a bar as long as its cost."""
    most = max(point.cost for point in points)
    width = max(len(point.label) for point in points)
    return "\n".join(
        f"  {point.label:>{width}}{point.cost:12,.3f} {unit}  "
        + "#" * max(1, round(BAR * point.cost / most))
        for point in points
    )
