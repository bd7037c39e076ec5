"""One table of figures, printed and written to bench.json."""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

OUT = Path("bench.json")

_PERCENT = 100
_SYNCS = 20


@dataclass(frozen=True)
class Figure:
    """One measured value beside its floor, measured in the same run."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    bar: float | None = None
    """Highest ratio of value to floor that the project asks for."""
    at_most: float | None = None
    """Highest value that the project asks for, whatever the floor."""
    at_least: float | None = None
    """Lowest value that the project asks for."""

    @property
    def ratio(self) -> float | None:
        """How many times the floor the value is."""
        return self.value / self.floor if self.floor else None

    @property
    def misses(self) -> bool:
        """Tell whether it misses a bar."""
        too_often = None not in (self.bar, self.ratio) and self.ratio > self.bar  # type: ignore[operator]
        too_much = self.at_most is not None and self.value > self.at_most
        too_little = self.at_least is not None and self.value < self.at_least
        return too_often or too_much or too_little


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
    return share(values, 95)


def share(values: Sequence[float], percent: int) -> float:
    """Return the value that so many of 100 do not exceed."""
    cuts = statistics.quantiles(values, n=_PERCENT, method="inclusive")
    return cuts[percent - 1]


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
    heads = ("value", "floor", "ratio", "bar", "at most", "at least")
    print(f"\n{_machine()}\n")
    print(f"{'':{width}}" + "".join(f"  {head:>10}" for head in heads))
    for figure in figures:
        print(f"{figure.name:{width}}{_cells(figure)}")
    rows = {
        figure.name: {
            key: value for key, value in asdict(figure).items() if key != "name"
        }
        | {"ratio": figure.ratio}
        for figure in figures
    }
    OUT.write_text(json.dumps(rows, indent=2) + "\n")


def _cells(figure: Figure) -> str:
    unit = f" {figure.unit:<2}"
    cells = (
        f"{figure.value:.2f}{unit}",
        "" if figure.floor is None else f"{figure.floor:.2f}{unit}",
        "" if figure.ratio is None else f"{figure.ratio:.3f}",
        "" if figure.bar is None else f"{figure.bar:.2f}",
        "" if figure.at_most is None else f"{figure.at_most:.0f}{unit}",
        "" if figure.at_least is None else f"{figure.at_least:.0f}{unit}",
    )
    mark = "  misses the bar" if figure.misses else ""
    return "".join(f"  {cell:>10}" for cell in cells) + mark


def _machine() -> str:
    """Name what every number depends on."""
    waiting = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, load average {waiting:.1f}, "
        f"fsync {1000 * _sync_seconds():.2f} ms"
    )


def _sync_seconds() -> float:
    taken = []
    with tempfile.TemporaryFile() as file:
        for _ in range(_SYNCS):
            start = time.perf_counter()
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - start)
    return median(taken)
