"""One browser tab in a room: what it shows, what it has been sent, what it drags."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field

from pydantic import BaseModel
from starlette.websockets import WebSocket

from cxlive.board.table import change
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Bye, Change, Live, Reason, Table, View
from cxlive.channel.rate import Bucket
from cxlive.limits import (
    OUTGOING_MESSAGES,
    PREVIEWS_BURST,
    PREVIEWS_PER_SECOND,
)
from cxlive.seating.device import Device
from cxlive.seating.seats import Seat

CLOSE_CODE = 1008


@dataclass(frozen=True)
class Preview:
    """What a tab is dragging right now; the newest wins."""

    n: int
    part: str
    values: tuple[tuple[str, float | bool | None], ...]
    at: float = field(default_factory=time.monotonic)


class Tab:
    """A connection; used on the event loop only."""

    def __init__(self, websocket: WebSocket, device: Device, seat: Seat) -> None:
        self.device = device
        self.seat = seat
        self.journey: str | None = None
        """The journey it asked for; None: the first."""
        self.view: JourneyView | None = None
        """The journey as it was shown last."""
        self.page, self.focus = "", ""
        self.state: Table | None = None
        """What the browser has once all that is queued has arrived."""
        self.preview: Preview | None = None
        self.previews = Bucket(PREVIEWS_PER_SECOND, PREVIEWS_BURST)
        self.overlaid: set[str] = set()
        """Keys that lie over the state in the browser."""
        self.seen_moves = 0
        """How many moves of all hands in the room it has been shown."""
        self.is_closing = False
        self.given_up = asyncio.Event()
        """It does not read what is sent: there is no use in saying good-bye."""
        self._websocket = websocket
        self._queue: deque[BaseModel] = deque()
        self._live: Live | None = None
        """Newest-wins: what was not sent yet is worth nothing any more."""
        self._woken = asyncio.Event()

    def put(self, message: BaseModel) -> None:
        """Send this soon; a tab that does not read is dropped."""
        if self.is_closing:
            return
        if len(self._queue) >= OUTGOING_MESSAGES:
            self.is_closing = True
            self.given_up.set()
            return
        self._queue.append(message)
        self._woken.set()

    def close(self, reason: Reason, text: str) -> None:
        """Say good-bye and close once that is sent."""
        self.put(Bye(reason=reason, text=text))
        self.is_closing = True

    def show(self, revision: int, state: Table) -> None:
        """Bring the browser to this state: all of it at first, then what changed."""
        self._live = None
        self.overlaid.clear()
        if self.state is None:
            self.put(View(rev=revision, state=state))
        else:
            self.put(Change(rev=revision, set=change(self.state, state)))
        self.state = state

    def overlay(self, n: int | None, keys: Table | None) -> None:
        """Lay these keys over the state; those laid before stay up to date."""
        if keys is None:
            if self.overlaid:
                self._live = Live(n=None, set=None)
            self.overlaid.clear()
        else:
            state = self.state or {}
            again = {key: state.get(key) for key in self.overlaid if key not in keys}
            self._live = Live(n=n, set=again | keys)
            self.overlaid.update(keys)
        self._woken.set()

    async def send_all(self) -> None:
        """Send what is put, in order, until the tab is closed."""
        while True:
            while self._queue or self._live is not None:
                await self._websocket.send_text(self._next().model_dump_json())
            if self.is_closing:
                await self._websocket.close(CLOSE_CODE)
                return
            self._woken.clear()
            await self._woken.wait()

    def _next(self) -> BaseModel:
        if self._queue:
            return self._queue.popleft()
        live, self._live = self._live, None
        assert live is not None  # noqa: S101 - the loop above looked
        return live
