"""Everybody edits: the pace of a workshop, a burst, and maps that are large."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crowd import PEOPLE, Crowd, entry_ids, lay_out
from benchmarks.figures import Figure, median, p95, share
from benchmarks.live import TOUCHPOINTS
from benchmarks.serve import Load, Served, bare_sockets, the_app
from benchmarks.tabs import (
    Done,
    RefusedError,
    Tab,
    connected,
    entered,
    every,
    undisturbed,
    until,
)

_LARGE, _HUGE = 200, 500
_WATCHING = (0, 7, 19, 33, 46, 59)
_CALM, _WILD = 0.5, 5.0
"""Edits a second of each person."""
_OPENINGS = 5
_EMPTY_SECONDS = 0.5
"""Until the server has noticed that everybody has left."""


@dataclass
class Run:
    """What people saw, in milliseconds, and what the server says it has taken."""

    seen: list[float] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    server: float = 0.0
    own: float = 0.0


def figures() -> list[Figure]:
    """Measure the app at several paces and sizes beside the bare socket."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        usual, large, huge = lay_out(data, TOUCHPOINTS, _LARGE, _HUGE)
        with the_app(data) as app, bare_sockets() as bare:
            calm_floor = asyncio.run(_run(bare, usual, TOUCHPOINTS, _CALM, 8))
            calm = asyncio.run(_run(app, usual, TOUCHPOINTS, _CALM, 12))
            wild_floor = asyncio.run(_run(bare, usual, TOUCHPOINTS, _WILD, 5))
            wild = asyncio.run(_run(app, usual, TOUCHPOINTS, _WILD, 10))
            on_large = asyncio.run(_run(app, large, _LARGE, _CALM, 6))
            opening = asyncio.run(_openings(app, huge))
            on_huge = asyncio.run(_run(app, huge, _HUGE, _CALM, 6))
        lost, twice = _account(data, usual, [*calm.done, *wild.done])
    return [
        *_seen("60 x 0.5 edits/s", calm, calm_floor, (150, 300)),
        *_seen("60 x 5 edits/s", wild, wild_floor, (250, None)),
        Figure("60 x 5 edits/s: acknowledged, but lost", lost, "", at_most=0),
        Figure("60 x 5 edits/s: taken twice", twice, "", at_most=0),
        *_seen(
            f"{_LARGE} touchpoints, 60 x 0.5 edits/s", on_large, calm_floor, (500, None)
        ),
        *_seen(
            f"{_HUGE} touchpoints, 60 x 0.5 edits/s", on_huge, calm_floor, (225, None)
        ),
        Figure(f"{_HUGE} touchpoints: opened", median(opening), "ms", at_most=2000),
    ]


async def _run(
    server: Served, crowd: Crowd, touchpoints: int, pace: float, seconds: int
) -> Run:
    run = Run()
    times = round(pace * seconds)
    async with entered(server, crowd.room_id, crowd.devices) as tabs:
        with undisturbed():
            load = Load(server)
            first = time.perf_counter()
            steps = [first + place / pace / PEOPLE for place in range(PEOPLE)]
            done = await asyncio.gather(
                *(
                    _edits(tab, number, touchpoints, every(1 / pace, times, start))
                    for number, (tab, start) in enumerate(zip(tabs, steps, strict=True))
                )
            )
            run.server, run.own = load.server(), load.own()
        newest = max(each.rev for edits in done for each in edits)
        await until(lambda: all(tab.has_seen(newest) for tab in tabs))
        run.done = [each for edits in done for each in edits]
        run.seen = _delays(tabs, done)
    return run


async def _edits(
    tab: Tab, number: int, touchpoints: int, pace: AsyncIterator[int]
) -> list[Done]:
    """Rate one touchpoint after the other, without waiting for what was before."""
    sent = [
        asyncio.create_task(tab.do(_rating(number, step, touchpoints)))
        async for step in pace
    ]
    return await asyncio.gather(*sent)


def _rating(number: int, step: int, touchpoints: int) -> dict[str, object]:
    return {
        "kind": "set_rating",
        "touchpoint_id": f"t{(number * 7 + step * 11) % touchpoints}",
        "part": "valence",
        "value": (number * 37 + step * 13) % 101 / 10 - 5,
    }


def _delays(tabs: Sequence[Tab], done: Sequence[list[Done]]) -> list[float]:
    """Return how long each edit took to be seen in the tabs that are watched."""
    in_order = sorted((each for edits in done for each in edits), key=lambda d: d.rev)
    delays = []
    for place in _WATCHING:
        own, at = {each.entry_id for each in done[place]}, 0
        for each in in_order:
            delay, at = each.seen_by(tabs[place], at)
            if each.entry_id not in own:
                delays.append(delay)
    return delays


async def _openings(server: Served, crowd: Crowd) -> list[float]:
    """Return the milliseconds from knocking to the whole map, with nobody there yet."""
    taken = []
    for device in crowd.devices[:_OPENINGS]:
        start = time.perf_counter()
        tab = await connected(server, device)
        await tab.enter(crowd.room_id)
        taken.append(1000 * (time.perf_counter() - start))
        await tab.close()
        await asyncio.sleep(_EMPTY_SECONDS)
    return taken


def _account(data: Path, crowd: Crowd, done: Sequence[Done]) -> tuple[int, int]:
    """Return how many acknowledged edits are not stored, and how many twice."""
    stored = entry_ids(data, crowd.room_id)
    lost = {each.entry_id for each in done} - set(stored)
    if not done:
        msg = "nothing was acknowledged"
        raise RefusedError(msg)
    return len(lost), len(stored) - len(set(stored))


def _seen(
    name: str, run: Run, floor: Run, at_most: tuple[float, float | None]
) -> list[Figure]:
    seen, floors = run.seen, floor.seen
    acknowledged = [each.taken for each in run.done]
    return [
        Figure(f"{name}: seen, p50", median(seen), "ms", median(floors)),
        Figure(f"{name}: seen, p95", p95(seen), "ms", p95(floors), None, at_most[0]),
        Figure(
            f"{name}: seen, p99",
            share(seen, 99),
            "ms",
            share(floors, 99),
            None,
            at_most[1],
        ),
        Figure(f"{name}: saved and answered, p95", p95(acknowledged), "ms"),
        Figure(f"{name}: server", run.server, "%", floor.server),
        Figure(f"{name}: load client", run.own, "%", floor.own, None, 70),
    ]
