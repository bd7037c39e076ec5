"""Sixty people, twenty of them dragging, beside a bare WebSocket with the same tick."""

import asyncio
import json
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crowd import PEOPLE, Crowd, lay_out
from benchmarks.figures import Figure, median, p95, share
from benchmarks.pulse import felt
from benchmarks.serve import Load, Served, bare_sockets, the_app
from benchmarks.tabs import RefusedError, Tab, entered, every, undisturbed
from benchmarks.workshops import rating_of

Measure = Callable[["Run"], float]

TOUCHPOINTS = 24
"""With sixty people still computed on the event loop (``ON_LOOP_CELLS``)."""
_DRAGGERS = 20
_MOVE_SECONDS = 1 / 20
_RUNS = 3
_MOVES = 120
_GESTURE = 40
"""Moves until the hand lets go, and the value is saved."""
_STEP = 0.05
"""From -5 to 5 and on from -5 again: more than the rounding of a mean of sixty."""
_SEEN = 0.9
"""Of its moves so many are shown, be it as part of a later one."""
_WATCHING = (3, 11, 25, 40, 55)
"""Tabs that keep what they are shown; the first two drag themselves."""


@dataclass
class Run:
    """What one run has measured; milliseconds, and % of one core."""

    previews: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    pulse: list[float] = field(default_factory=list)
    server: float = 0.0
    own: float = 0.0


def figures() -> list[Figure]:
    """Measure the app and the bare socket in turn."""
    with tempfile.TemporaryDirectory() as folder:
        crowd = lay_out(Path(folder), TOUCHPOINTS)[0]
        with the_app(Path(folder)) as app, bare_sockets() as bare:
            runs = []
            for _ in range(_RUNS):
                floor = asyncio.run(_run(bare, crowd, is_bare=True))
                runs.append((asyncio.run(_run(app, crowd)), floor))
    return _figures([app for app, _ in runs], [floor for _, floor in runs])


async def _run(server: Served, crowd: Crowd, *, is_bare: bool = False) -> Run:
    run = Run()
    async with entered(server, crowd.room_id, crowd.devices) as tabs:
        for place in _WATCHING:
            tabs[place].keeps = True
        await asyncio.sleep(0.5)
        with undisturbed(), felt(server.socket("/_stcore/stream")) as pulse:
            await asyncio.sleep(1.0)  # until the pulse has begun
            load = Load(server)
            hands = [
                Hand(number, tab, is_alone=is_bare)
                for number, tab in enumerate(tabs[:_DRAGGERS])
            ]
            await asyncio.gather(*(hand.drag() for hand in hands))
            run.server, run.own = load.server(), load.own()
        run.pulse = pulse
    for hand in hands:
        run.answers += hand.answers
        others = [tabs[place] for place in _WATCHING if tabs[place] is not hand.tab]
        for tab in others:
            run.previews += hand.delays(tab)
    return run


class Hand:
    """Somebody who drags a touchpoint of their own, letting go now and then."""

    def __init__(self, number: int, tab: Tab, *, is_alone: bool) -> None:
        self.tab = tab
        self.answers: list[float] = []
        self._number = number
        self._is_alone = is_alone
        self._touchpoint = f"t{number}"
        self._others = sum(
            rating_of(number, column).valence or 0.0
            for column in range(PEOPLE)
            if column != number
        )
        self._sent: list[float] = []
        self._releases: list[asyncio.Task[None]] = []

    async def drag(self) -> None:
        """Move at the pace of a browser."""
        first = time.perf_counter() + self._number * _MOVE_SECONDS / _DRAGGERS
        async for n in every(_MOVE_SECONDS, _MOVES, first):
            self._sent.append(time.perf_counter())
            await self.tab.say(
                {
                    "kind": "try",
                    "n": n,
                    "touchpoint": self._touchpoint,
                    "part": "valence",
                    "value": _value(n),
                    "all": [],
                }
            )
            # Not all let go at the same moment.
            if n % _GESTURE == 2 * self._number % _GESTURE:
                self._releases.append(asyncio.create_task(self._let_go(n)))
        await asyncio.gather(*self._releases)

    def delays(self, tab: Tab) -> list[float]:
        """Return, per move, the time until a tab was shown it or a later one."""
        delays: list[float] = []
        for at, values in _shown(tab):
            if self._touchpoint not in values:
                continue
            n = self._newest(values[self._touchpoint], at)
            delays += [1000 * (at - sent) for sent in self._sent[len(delays) : n + 1]]
        if len(delays) < _SEEN * len(self._sent):
            msg = f"of {len(self._sent)} moves only {len(delays)} were ever shown"
            raise RefusedError(msg)
        return delays

    async def _let_go(self, n: int) -> None:
        done = await self.tab.do(
            {
                "kind": "set_rating",
                "touchpoint_id": self._touchpoint,
                "part": "valence",
                "value": _value(n),
            }
        )
        self.answers.append(done.taken)

    def _newest(self, shown: float, at: float) -> int:
        """Return the newest move sent before a moment that explains what is shown.

        The floor shows the value itself, the app the mean with all others.
        """
        mine = shown if self._is_alone else shown * PEOPLE - self._others
        for n in range(bisect_right(self._sent, at) - 1, -1, -1):
            if abs(mine - _value(n)) < _STEP / 3:
                return n
        return -1


def _value(n: int) -> float:
    return round(n * _STEP % 10 - 5, 2)


def _shown(tab: Tab) -> list[tuple[float, dict[str, float]]]:
    """Return the values that a tab was shown, read once for all hands."""
    if tab.kept and isinstance(tab.kept[0][1], bytes):
        tab.kept = [(at, _valences(frame)) for at, frame in tab.kept]  # type: ignore[misc]
    return tab.kept  # type: ignore[return-value]


def _valences(frame: bytes) -> dict[str, float]:
    keys = json.loads(frame)["set"] or {}
    return {
        key.removeprefix("result/"): value["valence"]
        for key, value in keys.items()
        if key.startswith("result/") and value is not None
    }


def _figures(runs: Sequence[Run], floors: Sequence[Run]) -> list[Figure]:
    def both(of: "Measure") -> tuple[float, float]:
        return median([of(run) for run in runs]), median([of(run) for run in floors])

    rows: list[tuple[str, Measure, str, float | None, float | None]] = [
        ("preview in another tab, p50", lambda r: median(r.previews), "ms", None, None),
        ("preview in another tab, p95", lambda r: p95(r.previews), "ms", 2.0, 60),
        ("saved and answered, p50", lambda r: median(r.answers), "ms", None, None),
        ("saved and answered, p95", lambda r: p95(r.answers), "ms", None, 150),
        ("saved and answered, p99", lambda r: share(r.answers, 99), "ms", None, None),
        ("event loop blocked, p99", lambda r: share(r.pulse, 99), "ms", None, None),
        ("event loop blocked, longest", lambda r: max(r.pulse), "ms", None, 50),
        ("server, of one core", lambda r: r.server, "%", None, 40),
        ("load client, of one core", lambda r: r.own, "%", None, 70),
    ]
    found = []
    for name, of, unit, bar, at_most in rows:
        value, floor = both(of)
        found.append(Figure(f"20 of 60 drag: {name}", value, unit, floor, bar, at_most))
    return found
