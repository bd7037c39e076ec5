"""People at work in a live room, over real sockets, as their browsers would be.

What is not answered is sent again over the next connection under the same id.
"""

import asyncio
import json
import random  # noqa: TID251 - seeded: a failure can be repeated
import time
from dataclasses import dataclass, field

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from tests.live.build import add, mint, rate

RETRY_SECONDS = 0.02
PACE_SECONDS = 0.06
"""Below what one person may send for long (``COMMANDS_PER_SECOND``)."""
IN_FLIGHT = 6
"""Commands that wait for their answer at most, so that a kill meets some."""
SEND_AGAIN = {"NotSaved", "TooFast"}


@dataclass
class Author:
    """One participant on one device."""

    participant_id: str
    device: str
    rng: random.Random
    waiting: dict[str, dict] = field(default_factory=dict)
    """Commands that have no answer yet, in the order they were given."""
    acknowledged: dict[str, int] = field(default_factory=dict)
    connected_at: float = 0.0
    first_answers: list[tuple[float, float]] = field(default_factory=list)
    """When a connection was made, and when the first command was answered on it."""
    refused: list[dict] = field(default_factory=list)
    state: dict = field(default_factory=dict)
    """The table of state as this tab knows it."""
    writes: bool = True

    @property
    def read_only(self):
        return self.state.get("room", {}).get("read_only")

    async def work(self, url, room_id):
        """Stay connected and write, until cancelled."""
        while True:
            try:
                await self._visit(url, room_id)
            except (OSError, WebSocketException, TimeoutError):
                await asyncio.sleep(RETRY_SECONDS)

    async def _visit(self, url, room_id):
        async with connect(
            f"{url.replace('http', 'ws', 1)}/live/room",
            origin=url,
            additional_headers={"cookie": f"cx_device={self.device}"},
            proxy=None,
            max_size=None,
        ) as socket:
            self.connected_at = time.monotonic()
            hello = {"kind": "hello", "room": room_id, "tab": mint()}
            await _send(socket, hello | {"view": {"journey": None}})
            for id_, command in self.waiting.items():
                await _send(socket, {"kind": "do", "id": id_, "command": command})
            writing = asyncio.create_task(self._write(socket))
            try:
                async for text in socket:
                    await self._hear(socket, json.loads(text))
            finally:
                writing.cancel()

    async def _write(self, socket):
        while True:
            await asyncio.sleep(self.rng.uniform(0, 2 * PACE_SECONDS))
            if self.writes and len(self.waiting) < IN_FLIGHT:
                id_ = mint()
                self.waiting[id_] = self._command(id_)
                await _send(
                    socket, {"kind": "do", "id": id_, "command": self.waiting[id_]}
                )

    def _command(self, id_):
        if self.rng.random() < 0.04:
            return add(id_).model_dump(mode="json")
        value = self.rng.randint(-50, 50) / 10
        moment = self.rng.choice(["queue", "pay", "leave"])
        return rate(moment, value).model_dump(mode="json")

    async def _hear(self, socket, message):
        match message["kind"]:
            case "view":
                self.state = message["state"]
            case "change":
                self.state |= message["set"]
            case "ok":
                self.waiting.pop(message["id"], None)
                self.acknowledged[message["id"]] = message["rev"]
                self._note_first_answer()
            case "no":
                await self._refused(socket, message)

    def _note_first_answer(self):
        if not self.first_answers or self.first_answers[-1][0] != self.connected_at:
            self.first_answers.append((self.connected_at, time.monotonic()))

    async def _refused(self, socket, message):
        if message["error"] not in SEND_AGAIN:
            self.waiting.pop(message["id"], None)
        self.refused.append(message)
        if message["id"] in self.waiting:
            again = asyncio.create_task(self._again(socket, message["id"]))
            again.add_done_callback(_forget)

    async def _again(self, socket, id_):
        await asyncio.sleep(self.rng.uniform(0.2, 0.4))
        if id_ in self.waiting:
            await _send(socket, {"kind": "do", "id": id_, "command": self.waiting[id_]})


def _forget(task):
    """A connection that is gone meanwhile is noticed where it is read."""
    if not task.cancelled():
        task.exception()


async def _send(socket, message):
    await socket.send(json.dumps(message))


async def until(condition, seconds=60):
    """Wait for something that will be so; a server may have to start for it."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.005)
