"""A folder of a thousand workshops on the command line: are all cores at work?"""

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.workshops import workshop_of
from cxcore.cli.parallel import cores
from cxcore.document import Envelope, write

_WORKSHOPS = 1_000
_IN_USE = 0.8
"""So much of the time of all cores is to be spent on computing."""
_SMALLEST, _SIZES, _PEOPLE = 8, 9, 5
"""Eight touchpoints to sixteen, and five people to nine, as in a real afternoon."""


@dataclass(frozen=True)
class Run:
    """What one run has taken, in seconds."""

    wall: float
    processor: float
    """Of the command and of all processes it began."""


def figures() -> list[Figure]:
    """Measure the command with a process a core, then with a single one."""
    count = cores()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "workshops")
        _lay_out(folder)
        _run(folder, count, "--no-robustness")  # so that both find the files in memory
        all_cores, one = _run(folder, count), _run(folder, 1)
    used = all_cores.processor / (all_cores.wall * count)
    what = f"{_WORKSHOPS:,} workshops"
    return [
        Figure(
            f"{what}, {count} cores in use", 100 * used, "%", at_least=100 * _IN_USE
        ),
        Figure(
            f"{what}, on {count} cores / on one",
            all_cores.wall,
            "s",
            one.wall,
            1 / (_IN_USE * count),
        ),
    ]


def _lay_out(folder: Path) -> None:
    """Write the workshops, a hundred a folder."""
    for number in range(_WORKSHOPS):
        within = folder / f"{number // 100}"
        within.mkdir(parents=True, exist_ok=True)
        size = _SMALLEST + number % _SIZES
        workshop = workshop_of(size, _PEOPLE + number % _PEOPLE)
        named = workshop.model_copy(update={"id": f"w{number}"})
        (within / f"{number}.json").write_bytes(write(Envelope(named)).data)


def _run(folder: Path, jobs: int, *more: str) -> Run:
    """Run the command, and count its own processor time and that of its children."""
    command = [sys.executable, "-m", "cxcore", "analyse", str(folder)]
    wanted = ["--jobs", str(jobs), "--out", str(folder / "table.csv"), *more]
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, command + wanted, os.environ)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        msg = "the command did not analyse the folder"
        raise AssertionError(msg)
    return Run(wall, used.ru_utime + used.ru_stime)
