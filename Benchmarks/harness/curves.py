"""Cost curves: what a byte costs as one thing grows, and how straight the line is."""

from dataclasses import dataclass

BAR = 40


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


def bend(points: list[Point]) -> float:
    """How much steeper the upper half of a curve is than the lower half: 1 for a straight line.

    Infinite where the lower half does not rise.
    """
    middle = len(points) // 2
    lower, upper = fit(points[: middle + 1]).slope, fit(points[middle:]).slope
    return upper / lower if lower > 0 else float("inf")


def drawn(points: list[Point], unit: str) -> str:
    """A line for each point with a bar as long as its cost."""
    most = max(point.cost for point in points)
    width = max(len(point.label) for point in points)
    return "\n".join(
        f"  {point.label:>{width}}{point.cost:12,.3f} {unit}  "
        + "#" * max(1, round(BAR * point.cost / most))
        for point in points
    )


def shape(value: float) -> str:
    """What a bend of `value` is."""
    if value == float("inf"):
        return "does not rise in its lower half, as far as can be told"
    if value > 1.25:
        return f"bends upwards (the upper half is {value:.1f} times as steep)"
    if value < 0.8:
        return f"flattens (the upper half is {value:.1f} times as steep)"
    return "is straight"
