"""What the core costs: reading, computing, folding."""

import json
import time
from datetime import date

from benchmarks.figures import Figure, alternating, compare
from benchmarks.workshops import described, drags, workshop_of
from cxcore.analysis import analyse
from cxcore.checkup import check
from cxcore.document import LIFTED, Envelope, read, write
from cxcore.edit import fold
from cxcore.model import Workshop

_TODAY = date(2026, 11, 22)
_TEN_MB = 10_000_000


def figures() -> list[Figure]:
    """Measure all bars that need no browser."""
    return [
        _analysis(),
        _check_up(),
        _growth(),
        _reading(),
        _folding(),
        _afternoon(),
    ]


def _analysis() -> Figure:
    workshop = workshop_of(40, 30)
    data = write(Envelope(workshop)).data
    values, floors = alternating(
        lambda: analyse(workshop, _TODAY), lambda: read(data), 100
    )
    return compare("analyse 40 x 30 / reading its file", values, floors, 1.0)


def _check_up() -> Figure:
    workshop = described(workshop_of(40, 30))
    data = write(Envelope(workshop)).data
    values, floors = alternating(
        lambda: check(workshop, _TODAY), lambda: read(data), 100
    )
    return compare("check 40 x 30 / reading its file", values, floors, 1.0)


def _growth() -> Figure:
    large, small = workshop_of(10_000, 5), workshop_of(1_000, 5)
    values, floors = alternating(
        lambda: analyse(large, _TODAY), lambda: analyse(small, _TODAY), 7
    )
    return compare("analyse 10,000 / 1,000 touchpoints", values, floors, 12.0)


def _reading() -> Figure:
    rows = 60
    data = write(Envelope(workshop_of(rows, 200)), LIFTED).data
    rows = int(rows * 0.99 * _TEN_MB / len(data))
    data = write(Envelope(workshop_of(rows, 200)), LIFTED).data

    def floor() -> None:
        Workshop.model_validate(json.loads(data)["workshop"])

    values, floors = alternating(lambda: read(data), floor, 7)
    megabytes = len(data) / 1_000_000
    return compare(f"reading {megabytes:.1f} MB / json + pydantic", values, floors, 4.0)


def _folding() -> Figure:
    workshop = workshop_of(500, 60)
    entries = drags(workshop, 10_000)
    data = write(Envelope(workshop), LIFTED).data
    values, floors = alternating(
        lambda: fold(workshop, entries), lambda: read(data, LIFTED), 5
    )
    return compare("fold of 10,000 commands / reading the file", values, floors, 2.0)


def _afternoon() -> Figure:
    """Three hours of 30 people, a change each every half minute: 10,800."""
    base = workshop_of(40, 30)
    history = tuple(drags(base, 10_800))
    envelope = Envelope(fold(base, history), base, history)
    start = time.perf_counter()
    data = write(envelope).data
    loaded = read(data)
    taken = time.perf_counter() - start
    if loaded.envelope.workshop != envelope.workshop:
        msg = "the afternoon came back changed"
        raise AssertionError(msg)
    return Figure("three hours of 30 people, written and opened", taken, "s", 1.0, 10.0)
