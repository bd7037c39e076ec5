"""What one more idle participant costs in memory."""

import asyncio
import tempfile
from pathlib import Path

from benchmarks.crowd import Crowd, lay_out
from benchmarks.figures import Figure
from benchmarks.live import TOUCHPOINTS
from benchmarks.pages import opened, opened_empty
from benchmarks.serve import Served, empty_app, the_app
from benchmarks.tabs import entered

_FIRST, _MORE = 20, 60
_SETTLE = 2.0


def figures() -> list[Figure]:
    """Measure the app, then the empty app with its default settings."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        crowd = lay_out(data, TOUCHPOINTS, devices=_FIRST + _MORE)[0]
        with the_app(data) as app:
            ours = asyncio.run(_participants(app, crowd))
        with empty_app(Path(folder)) as empty:
            floor = asyncio.run(_sessions(empty))
    return [Figure("memory of one more idle participant", ours, "MB", floor, 1.5)]


async def _participants(server: Served, crowd: Crowd) -> float:
    room, first, more = crowd.room_id, crowd.devices[:_FIRST], crowd.devices[_FIRST:]
    async with opened(server, room, first), entered(server, room, first):
        before = await _settled(server)
        async with opened(server, room, more), entered(server, room, more):
            return (await _settled(server) - before) / _MORE


async def _sessions(server: Served) -> float:
    async with opened_empty(server, _FIRST):
        before = await _settled(server)
        async with opened_empty(server, _MORE):
            return (await _settled(server) - before) / _MORE


async def _settled(server: Served) -> float:
    await asyncio.sleep(_SETTLE)
    return server.megabytes()
