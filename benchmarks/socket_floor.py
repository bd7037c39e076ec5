"""The floor of the live channel: a bare Starlette WebSocket with the same tick.

It passes on what it is told, without anybody's seat, checks, sums or disk.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from cxlive.limits import TICK_SECONDS

_sockets: set[WebSocket] = set()
_moved: dict[str, float] = {}
_changes = [0, 0]
"""How many there were, and how many have been told."""


async def _tick() -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        if _changes[1] < _changes[0]:
            _changes[1] = _changes[0]
            await _tell({"kind": "change", "rev": _changes[1], "set": {}})
        if _moved:
            moved = {f"result/{key}": {"valence": v} for key, v in _moved.items()}
            _moved.clear()
            await _tell({"kind": "live", "n": None, "set": moved})


async def _tell(message: dict[str, object]) -> None:
    text = json.dumps(message, separators=(",", ":"))
    for socket in list(_sockets):
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            await socket.send_text(text)


async def _room(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.receive_text()
    await websocket.send_text('{"kind":"view","rev":0,"state":{}}')
    _sockets.add(websocket)
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            said = json.loads(await websocket.receive_text())
            if said["kind"] == "try":
                _moved[said["touchpoint"]] = said["value"]
            else:
                _changes[0] += 1
                answer = {"kind": "ok", "id": said["id"], "rev": _changes[0]}
                await websocket.send_text(json.dumps(answer, separators=(",", ":")))
    _sockets.discard(websocket)


async def _quiet(websocket: WebSocket) -> None:
    """Keep a connection on which nothing is said, for the pulse."""
    await websocket.accept("streamlit")
    with contextlib.suppress(WebSocketDisconnect):
        await websocket.receive_text()


def _health(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


@contextlib.asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    ticking = asyncio.create_task(_tick())
    yield
    ticking.cancel()


app = Starlette(
    routes=[
        WebSocketRoute("/live/room", _room),
        WebSocketRoute("/_stcore/stream", _quiet),
        Route("/_stcore/health", _health),
    ],
    lifespan=_lifespan,
)
