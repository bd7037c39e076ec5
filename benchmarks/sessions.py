"""Sixty open windows, each redrawn by its script whenever somebody changes the map."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.crowd import PEOPLE, Crowd, lay_out
from benchmarks.figures import Figure, median, p95
from benchmarks.live import TOUCHPOINTS
from benchmarks.pages import Page, opened, opened_empty
from benchmarks.pulse import felt
from benchmarks.serve import Load, Served, empty_app, the_app
from benchmarks.tabs import Tab, entered, every, undisturbed, until

CHEAP = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "false"}
"""Without it an empty app of sixty collects garbage for longer than a second."""
_CHANGES = 12
_PAUSE = 0.5
"""A board asks for a redraw at most this often (``live/changed.js``)."""


class Run:
    """What one server has taken: milliseconds, and % of one core."""

    def __init__(self) -> None:
        self.each: list[float] = []
        """Until one window was redrawn."""
        self.everywhere: list[float] = []
        """Until the last of all windows was."""
        self.pulse: list[float] = []
        self.server = self.own = 0.0

    def add(self, taken: list[float]) -> None:
        """Note a change that all windows have drawn."""
        self.each += taken
        self.everywhere.append(max(taken))


def figures() -> list[Figure]:
    """Measure the app, then the empty app with as many sessions."""
    with tempfile.TemporaryDirectory() as folder:
        crowd = lay_out(Path(folder) / "data", TOUCHPOINTS)[0]
        with the_app(Path(folder) / "data") as app:
            ours = asyncio.run(_ours(app, crowd))
        with empty_app(Path(folder), "fragment_floor.py", **CHEAP) as empty:
            floor = asyncio.run(_floor(empty))
    name = "60 sessions, a change a second"
    rows = [
        ("one window redrawn, p50", median(ours.each), median(floor.each), None),
        ("one window redrawn, p95", p95(ours.each), p95(floor.each), None),
        ("the last redrawn, p50", *_of(median, ours, floor), None),
        ("the last redrawn, p95", *_of(p95, ours, floor), 300),
        ("event loop blocked, longest", max(ours.pulse), max(floor.pulse), None),
    ]
    return [
        *(
            Figure(f"{name}: {what}", v, "ms", f, None, most)
            for what, v, f, most in rows
        ),
        Figure(f"{name}: server", ours.server, "%", floor.server, None, 40),
        Figure(f"{name}: load client", ours.own, "%", floor.own, None, 70),
    ]


async def _ours(server: Served, crowd: Crowd) -> Run:
    room, devices = crowd.room_id, crowd.devices
    async with (
        opened(server, room, devices) as pages,
        entered(server, room, devices) as tabs,
    ):
        windows = [Window(*both) for both in zip(pages, tabs, strict=True)]
        following = [asyncio.create_task(window.follow()) for window in windows]
        run = await _measured(server, windows)
        for task in following:
            if task.done():
                await task  # it ends by a fault only
            task.cancel()
    return run


async def _measured(server: Served, windows: list["Window"]) -> Run:
    run = Run()
    facilitator = windows[0].tab
    with undisturbed(), felt(server.socket("/_stcore/stream")) as pulse:
        await asyncio.sleep(1.0)
        load = Load(server)
        sent = [
            await facilitator.do(_structural(number))
            async for number in every(1.0, _CHANGES, time.perf_counter())
        ]
        await asyncio.sleep(1.0)
        run.server, run.own = load.server(), load.own()
        newest = sent[-1].rev
        await until(lambda: all(window.has_drawn(newest) for window in windows))
    run.pulse = pulse
    for done in sent:
        run.add([1000 * (window.drawn(done.rev) - done.sent) for window in windows])
    return run


class Window:
    """A browser window: a session, its live tab, and who asks for redraws when."""

    def __init__(self, page: Page, tab: Tab) -> None:
        self.tab = tab
        self._page = page
        self._drawn: list[tuple[int, float]] = []
        """Revisions, and when the script had drawn each."""

    async def follow(self) -> None:
        """Ask for a redraw when something has changed, at most twice a second."""
        while True:
            await self.tab.changed.wait()
            self.tab.changed.clear()
            revision, asked = self.tab.seen[-1][1], time.perf_counter()
            self._drawn.append((revision, await self._page.look_again(revision)))
            await asyncio.sleep(asked + _PAUSE - time.perf_counter())

    def has_drawn(self, revision: int) -> bool:
        """Tell whether a revision was drawn."""
        return bool(self._drawn) and self._drawn[-1][0] >= revision

    def drawn(self, revision: int) -> float:
        """Return when a revision was drawn."""
        return next(at for drawn, at in self._drawn if drawn >= revision)


def _structural(number: int) -> dict[str, object]:
    """Move a touchpoint to the front of its stage, and another one next time."""
    touchpoint = f"t{number * 7 % TOUCHPOINTS}"
    stage = f"s{number * 7 % TOUCHPOINTS % 2}"
    return {
        "kind": "place",
        "of": "touchpoint",
        "id": touchpoint,
        "parent_id": stage,
        "after": "",
    }


async def _floor(server: Served) -> Run:
    run = Run()
    async with opened_empty(server, PEOPLE) as pages:
        with undisturbed(), felt(server.socket("/_stcore/stream")) as pulse:
            await asyncio.sleep(1.0)
            load = Load(server)
            async for _ in every(1.0, _CHANGES, time.perf_counter()):
                asked = time.perf_counter()
                ended = await asyncio.gather(*(page.press() for page in pages))
                run.add([1000 * (at - asked) for at in ended])
            await asyncio.sleep(1.0)
            run.server, run.own = load.server(), load.own()
        run.pulse = pulse
    return run


def _of(
    measure: Callable[[list[float]], float], ours: Run, floor: Run
) -> tuple[float, float]:
    return measure(ours.everywhere), measure(floor.everywhere)
