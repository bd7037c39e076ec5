"""People who join by the code, until each of them sits.

On a first visit a browser loads all files of Streamlit and of the board as well;
whoever was here before has them, and waits for what is worked out only.
"""

import asyncio
import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.crowd import Crowd, lay_out
from benchmarks.figures import Figure, median, p95
from benchmarks.live import TOUCHPOINTS
from benchmarks.pages import Page, open_page
from benchmarks.serve import Load, Served, empty_app, the_app
from benchmarks.tabs import RefusedError, connected, undisturbed
from benchmarks.web import Line
from cxlive.seating.device import COOKIE

_ROOM = 30
_CROWD = 60
_CROWD_SECONDS = 10
_MINUTE = 60
_LINKED = re.compile(rb"""(?:src|href)="\.?/?(static/[^"]+)\"""")
_FOLDER = re.compile(r'new URL\("(/live/js/[^"]+)"')
_MODULE = re.compile(r"'([\w/]+\.js)'")
_PATIENCE = 60

Person = Callable[[int], Awaitable[None]]


def figures() -> list[Figure]:
    """Measure the app, and the empty app being opened by as many."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        small, large = lay_out(data, TOUCHPOINTS, TOUCHPOINTS, devices=1)
        with the_app(data) as app:
            known = _joined(app, large, _CROWD, _CROWD_SECONDS, is_new=False)
            ours = _joined(app, small, _ROOM, 0, is_new=True)
        with empty_app(Path(folder)) as empty:
            floor = asyncio.run(_arrive(empty, _ROOM, 0, lambda _: _open(empty)))
    name, again = f"{_ROOM} join at once, first visit", f"{_CROWD} in 10 s, files known"
    return [
        Figure(f"{name}: usable, p50", median(ours.taken), "s", median(floor.taken)),
        Figure(f"{name}: usable, p95", p95(ours.taken), "s", p95(floor.taken)),
        Figure(f"{name}: the last", ours.whole, "s", floor.whole, None, _MINUTE),
        Figure(f"{name}: server, per person", ours.each, "ms", floor.each),
        Figure(f"{again}: usable, p50", median(known.taken), "s"),
        Figure(f"{again}: usable, p95", p95(known.taken), "s", at_most=5),
        Figure(f"{again}: the last", known.whole, "s", at_most=_MINUTE),
        Figure(f"{again}: server, per person", known.each, "ms"),
        Figure(f"{again}: load client", known.own, "%", at_most=70),
    ]


@dataclass(frozen=True)
class Arrival:
    """What everybody's coming has taken."""

    taken: list[float]
    """Seconds that each needed."""
    whole: float
    """Seconds until the last was there."""
    each: float
    """Milliseconds of the server's processor, per person."""
    own: float
    """Of one core, by the load client; in %."""


def _joined(
    server: Served, crowd: Crowd, people: int, seconds: float, *, is_new: bool
) -> Arrival:
    async def join(number: int) -> None:
        await _join(server, crowd, number, is_new=is_new)

    return asyncio.run(_arrive(server, people, seconds, join))


async def _arrive(
    server: Served, people: int, seconds: float, person: Person
) -> Arrival:
    async def one(number: int) -> float:
        await asyncio.sleep(seconds * number / people)
        start = time.perf_counter()
        async with asyncio.timeout(_PATIENCE):
            await person(number)
        return time.perf_counter() - start

    with undisturbed():
        load, start = Load(server), time.perf_counter()
        taken = await asyncio.gather(*(one(number) for number in range(people)))
        whole = time.perf_counter() - start
        each = 10 * whole * load.server() / people
        return Arrival(taken, whole, each, load.own())


async def _join(server: Served, crowd: Crowd, number: int, *, is_new: bool) -> None:
    """Follow the code, load page and board, sit down, and stay."""
    line = await Line.open(server)
    moved = await line.get(f"/live/join/{crowd.code}")
    if "location" not in moved.headers:
        msg = f"the code let nobody in: {moved.status}"
        raise RefusedError(msg)
    goal = moved.headers["location"]
    if is_new:
        await _load(line, goal)
    else:
        await line.get(goal)
    device = line.cookie.removeprefix(f"{COOKIE}=")
    parts = urlsplit(goal)
    page = await open_page(
        server, device=device, query=parts.query, name=parts.path.strip("/")
    )
    if not page.has_board:  # they have to choose it from the menu
        await page.run("journey")
    if is_new:
        await _load_board(line, page)
    line.close()
    await _sit(server, crowd, device, f"Person {number}")


async def _sit(server: Served, crowd: Crowd, device: str, name: str) -> None:
    tab = await connected(server, device)
    await tab.enter(crowd.room_id)
    tab.keeps = True
    listening = asyncio.create_task(tab.listen())
    await tab.say({"kind": "sit", "participant": None, "name": name})
    while not any(b'"standing":false' in frame for _, frame in tab.kept):
        if listening.done():
            msg = "the line was lost"
            raise RefusedError(msg)
        await asyncio.sleep(0.01)
    tab.keeps = False


async def _load(line: Line, path: str) -> None:
    """Load a page and the files that it names."""
    page = await line.get(path)
    for name in _LINKED.findall(page.body):
        await line.get(f"/{name.decode()}")


async def _load_board(line: Line, page: Page) -> None:
    """Load the modules of the board, as its loader asks for them."""
    code = page.scripts[-1] if page.scripts else ""
    folder = _FOLDER.search(code)
    if folder is None:
        msg = "the page shows no board"
        raise RefusedError(msg)
    for name in _MODULE.findall(code):
        answer = await line.get(folder[1] + name)
        if answer.status != 200:  # noqa: PLR2004 - HTTP
            raise RefusedError(name)


async def _open(server: Served) -> None:
    line = await Line.open(server)
    await _load(line, "/")
    line.close()
    await open_page(server)
