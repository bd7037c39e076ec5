"""Browser tabs on the live channel, as the load client plays them (docs/live.md)."""

import asyncio
import gc
import json
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.serve import Served
from cxlive.channel.socket import LIVE_ROOM
from cxlive.ids import new_id
from cxlive.seating.device import COOKIE

MOST_BYTES = 2**24
_KIND = re.compile(rb'\{"kind":"(\w+)"')
_REV = re.compile(rb'"rev":(\d+)')
_PATIENCE = 60
_LOOK_SECONDS = 0.05


class RefusedError(AssertionError):
    """The server did not take what the load client has sent."""


class Tab:
    """One connection; reads no more of what it is sent than it must."""

    def __init__(self, socket: ClientConnection) -> None:
        self.keeps = False
        """It keeps what shows other people's drags, to be read later."""
        self.kept: list[tuple[float, bytes]] = []
        self.seen: list[tuple[float, int]] = []
        """When each revision was shown."""
        self.state: dict[str, Any] = {}
        """The table as it was shown first."""
        self.changed = asyncio.Event()
        self._socket = socket
        self._answers: dict[str, asyncio.Future[tuple[float, int]]] = {}
        self._viewed = asyncio.Event()

    async def enter(self, room: str, *, reads: bool = False) -> None:
        """Say hello and wait to be shown everything."""
        hello = {"kind": "hello", "room": room, "tab": new_id(), "since": None}
        await self.say(hello | {"view": {"journey": None}})
        frame = b""
        while kind(frame) != "view":
            frame = await self._socket.recv(decode=False)
            if kind(frame) == "bye":
                raise RefusedError(frame.decode())
        if reads:
            self.state = json.loads(frame)["state"]

    async def listen(self) -> None:
        """Hear until the connection ends."""
        try:
            while True:
                self.take(await self._socket.recv(decode=False))
        except ConnectionClosed:
            for waiting in self._answers.values():
                waiting.cancel()

    def take(self, frame: bytes) -> None:
        """Note what a frame says, and when it came."""
        at = time.perf_counter()
        said = kind(frame)
        if said in {"live", "change"} and self.keeps:
            self.kept.append((at, frame))
        if said == "change":
            self.seen.append((at, revision(frame)))
            self.changed.set()
        elif said in {"ok", "no"}:
            self._hear_answer(at, json.loads(frame))
        elif said == "bye":
            raise RefusedError(frame.decode())

    async def say(self, message: dict[str, Any]) -> None:
        """Send a message."""
        await self._socket.send(json.dumps(message, separators=(",", ":")))

    async def do(self, command: dict[str, Any]) -> "Done":
        """Send a command, and wait until it is answered."""
        name = new_id()
        waiting = asyncio.get_running_loop().create_future()
        self._answers[name] = waiting
        sent = time.perf_counter()
        await self.say({"kind": "do", "id": name, "command": command})
        async with asyncio.timeout(_PATIENCE):
            answered, rev = await waiting
        return Done(name, sent, answered, rev)

    def has_seen(self, rev: int) -> bool:
        """Tell whether it was shown a revision."""
        return bool(self.seen) and self.seen[-1][1] >= rev

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    def _hear_answer(self, at: float, answer: dict[str, Any]) -> None:
        waiting = self._answers.pop(answer["id"], None)
        if waiting is None or waiting.done():
            return
        if answer["kind"] == "ok":
            waiting.set_result((at, answer["rev"]))
        else:
            waiting.set_exception(RefusedError(answer["text"]))


class Done:
    """A command that was acknowledged."""

    def __init__(self, entry_id: str, sent: float, answered: float, rev: int) -> None:
        self.entry_id = entry_id
        self.sent = sent
        self.rev = rev
        self.taken = 1000 * (answered - sent)
        """Milliseconds until it was acknowledged."""

    def seen_by(self, tab: Tab, after: int = 0) -> tuple[float, int]:
        """Return the milliseconds until a tab was shown it, and where it says so."""
        for place in range(after, len(tab.seen)):
            at, rev = tab.seen[place]
            if rev >= self.rev:
                return 1000 * (at - self.sent), place
        msg = f"change {self.rev} was never shown"
        raise RefusedError(msg)


def kind(frame: bytes) -> str:
    """Return what kind of message a frame holds."""
    found = _KIND.match(frame)
    return found[1].decode() if found else ""


def revision(frame: bytes) -> int:
    """Return the revision that a frame of ``view`` or ``change`` is about."""
    found = _REV.search(frame)
    return int(found[1]) if found else 0


async def connected(server: Served, device: str) -> Tab:
    """Return a tab of a device that has not said hello yet."""
    headers = {"Cookie": f"{COOKIE}={device}", "Origin": server.url}
    socket = await connect(
        server.socket(LIVE_ROOM),
        additional_headers=headers,
        compression=None,
        proxy=None,
        max_size=MOST_BYTES,
        open_timeout=_PATIENCE,
        ping_interval=None,
    )
    return Tab(socket)


@asynccontextmanager
async def entered(
    server: Served, room: str, devices: Sequence[str]
) -> AsyncIterator[list[Tab]]:
    """Let a tab of each device in, listening until the end."""
    tabs = [await connected(server, device) for device in devices]
    for tab in tabs:
        await tab.enter(room)
    listening = [asyncio.create_task(tab.listen()) for tab in tabs]
    try:
        yield tabs
    finally:
        for tab in tabs:
            await tab.close()
        await asyncio.gather(*listening)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the load client's own garbage collector out of what is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something has come true."""
    for _ in range(round(_PATIENCE / _LOOK_SECONDS)):
        if condition():
            return
        await asyncio.sleep(_LOOK_SECONDS)
    msg = "what was waited for did not come"
    raise RefusedError(msg)


async def every(seconds: float, times: int, first: float) -> AsyncIterator[int]:
    """Count at a steady pace from a moment on, without drifting."""
    for number in range(times):
        pause = first + number * seconds - time.perf_counter()
        await asyncio.sleep(max(0.0, pause))
        yield number
