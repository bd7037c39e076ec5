"""One table of figures, printed and written to bench.json."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

OUT = Path("bench.json")


@dataclass(frozen=True)
class Figure:
    """One measured value beside its floor, measured in the same run."""

    name: str
    value: float
    unit: str
    floor: float
    bar: float
    """Highest ratio of value to floor that the project asks for."""

    @property
    def ratio(self) -> float:
        """How many times the floor the value is."""
        return self.value / self.floor


def alternating(
    one: Callable[[], object], other: Callable[[], object], times: int
) -> tuple[list[float], list[float]]:
    """Time two things in turn, so that both meet the same noise; seconds."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for what, into in zip((one, other), taken, strict=True):
            start = time.perf_counter()
            what()
            into.append(time.perf_counter() - start)
    return taken


def median(values: Sequence[float]) -> float:
    """Return the value in the middle."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def compare(
    name: str, values: Sequence[float], floors: Sequence[float], bar: float
) -> Figure:
    """Compare medians in milliseconds."""
    return Figure(
        name,
        1000 * median(values),
        "ms",
        1000 * median(floors),
        bar,
    )


def report(figures: Sequence[Figure]) -> None:
    """Print the table and write it down."""
    width = max(len(figure.name) for figure in figures)
    print(f"{'':{width}}  {'value':>10}  {'floor':>10}  {'ratio':>7}  {'bar':>6}")
    for figure in figures:
        mark = "" if figure.ratio <= figure.bar else "  above the bar"
        print(
            f"{figure.name:{width}}  {figure.value:>7.2f} {figure.unit:<2}  "
            f"{figure.floor:>7.2f} {figure.unit:<2}  {figure.ratio:>7.3f}  "
            f"{figure.bar:>6.2f}{mark}"
        )
    rows = {
        figure.name: {
            key: value for key, value in asdict(figure).items() if key != "name"
        }
        | {"ratio": figure.ratio}
        for figure in figures
    }
    OUT.write_text(json.dumps(rows, indent=2) + "\n")
