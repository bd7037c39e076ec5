"""One browser tab in a room: what it shows, what it has been sent, what it drags."""

import asyncio
import time
from collections import ChainMap, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from starlette.websockets import WebSocket

from cxlive.board.table import Mine, OwnTable, RoomFacts, change
from cxlive.board.view import JourneyView
from cxlive.channel.encoded import Encoded, frame
from cxlive.channel.messages import (
    Bye,
    Live,
    Page,
    Reason,
    Supposed,
    Table,
    Timer,
    View,
)
from cxlive.limits import (
    OUTGOING_MESSAGES,
    PREVIEWS_BURST,
    PREVIEWS_PER_SECOND,
)
from cxlive.rate import Bucket
from cxlive.rounds.leading import timer_left_ms
from cxlive.seating.device import Device
from cxlive.seating.seats import Seat

CLOSE_CODE = 1008

Difference = Callable[[Table, Table], Encoded]
"""From an older table to a newer one."""


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
        self.is_screen = False
        """The window for the projector: it is nobody's, and shows nobody's values."""
        self.journey: str | None = None
        """The journey it asked for; None: the first."""
        self.shows: Page = "journey"
        """The page it asked for."""
        self.view: JourneyView | None = None
        """The journey as it was shown last."""
        self.page, self.focus, self.busy = "", "", ""
        self._shared: Table | None = None
        self.own: OwnTable | None = None
        """What the browser has, once all that is queued has arrived."""
        self.preview: Preview | None = None
        self.previews = Bucket(PREVIEWS_PER_SECOND, PREVIEWS_BURST)
        self.overlaid: set[str] = set()
        """Keys that lie over the state in the browser."""
        self.seen_moves = 0
        """How many moves of all hands in the room it has been shown."""
        self.is_closing = False
        self.given_up = asyncio.Event()
        """It does not read what is sent: there is no use in saying good-bye."""
        self._seen: tuple[JourneyView, RoomFacts, Mine] | None = None
        self._timer: datetime | None = None
        self._websocket = websocket
        self._queue: deque[BaseModel | str] = deque()
        self._newest: dict[str, str] = {}
        """By kind, newest-wins: what was not sent yet is worth nothing any more."""
        self._woken = asyncio.Event()

    def sit(self, seat: Seat) -> None:
        """Take the seat that the device has now; the screen takes its right only."""
        self.seat = replace(seat, participant_id="") if self.is_screen else seat

    def put(self, message: BaseModel | str) -> None:
        """Send this soon; a tab that does not read is dropped."""
        if self.is_closing:
            return
        if len(self._queue) >= OUTGOING_MESSAGES:
            self.is_closing = True
            self.given_up.set()
            return
        self._queue.append(message)
        self._woken.set()

    def tell_supposed(self, message: Supposed) -> None:
        """Say what would be said; an answer that was not sent yet is forgotten."""
        self._newest["supposed"] = message.model_dump_json()
        self._woken.set()

    def close(self, reason: Reason, text: str) -> None:
        """Say good-bye and close once that is sent."""
        self.put(Bye(reason=reason, text=text))
        self.is_closing = True

    def has_seen(self, view: JourneyView, facts: RoomFacts, mine: Mine) -> bool:
        """Remember what the next state is made from; tell whether it is the same."""
        seen, self._seen = self._seen, (view, facts, mine)
        self.view = view
        if seen is None or self._shared is None:
            return False
        same_view = seen[0] is view or seen[0].shared.table is view.shared.table
        return same_view and seen[1] == facts and seen[2].is_like(mine)

    def tell_timer(self, ends_at: datetime | None) -> None:
        """Say how long the countdown runs, if that is news here."""
        if ends_at != self._timer:
            self._timer = ends_at
            self.put(Timer(ms_left=timer_left_ms(ends_at)))

    @property
    def state(self) -> Mapping[str, Any] | None:
        """What the browser has, once all that is queued has arrived."""
        if self._shared is None or self.own is None:
            return None
        return ChainMap(self.own.table, self._shared)

    def forget_state(self) -> None:
        """Show everything again next time."""
        self._shared = None

    def show(
        self, revision: int, shared: Table, own: OwnTable, difference: Difference
    ) -> None:
        """Bring the browser to this state: all of it at first, then what changed.

        Args:
            revision: of the workshop.
            shared: what others are sent too.
            own: what only this seat is sent.
            difference: from one shared table to another; made once for all tabs.
        """
        self._newest.pop("live", None)
        self.overlaid.clear()
        if self._shared is None or self.own is None:
            self.put(View(rev=revision, state={**shared, **own.table}))
        else:
            common = difference(self._shared, shared)
            mine = Encoded(change(self.own.table, own.table))
            self.put(frame("change", {"rev": revision}, common, mine))
        self._shared, self.own = shared, own

    def overlay(self, n: int | None, common: Encoded, more: Table) -> None:
        """Lay these keys over the state; those laid before stay up to date.

        Args:
            n: the try of this tab that they answer.
            common: what others are sent too.
            more: what is for this tab alone.
        """
        state = self.state or {}
        again = {
            key: state.get(key)
            for key in self.overlaid
            if key not in common.table and key not in more
        }
        self._newest["live"] = frame("live", {"n": n}, common, Encoded(again | more))
        self.overlaid.update(common.table, more)
        self._woken.set()

    def lay_bare(self) -> None:
        """Take away whatever lies over the state."""
        if self.overlaid:
            self._newest["live"] = Live(n=None, set=None).model_dump_json()
        self.overlaid.clear()
        self._woken.set()

    async def send_all(self) -> None:
        """Send what is put, in order, until the tab is closed."""
        while True:
            while (text := self._next()) is not None:
                await self._websocket.send_text(text)
            if self.is_closing:
                await self._websocket.close(CLOSE_CODE)
                return
            self._woken.clear()
            await self._woken.wait()

    def _next(self) -> str | None:
        """Take what is to be sent next; None where there is nothing."""
        if self._queue:
            message = self._queue.popleft()
            return message if isinstance(message, str) else message.model_dump_json()
        return self._newest.popitem()[1] if self._newest else None
