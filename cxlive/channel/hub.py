"""The tabs of one room: every change computed once, and sent to each tab."""

import asyncio
import contextlib
import logging
from collections.abc import Callable

from cxlive.board.table import RoomFacts, board
from cxlive.board.view import JourneyView, is_big, journey_view, shown_journey
from cxlive.channel.hands import Hands
from cxlive.channel.messages import Here, Who
from cxlive.channel.rate import Bucket
from cxlive.channel.tabs import Preview, Tab
from cxlive.limits import COMMANDS_BURST, COMMANDS_PER_SECOND, TICK_SECONDS
from cxlive.room.ledger import Snapshot
from cxlive.room.opening import now
from cxlive.room.room import Room

log = logging.getLogger(__name__)

SHOWN_SECONDS = 2.0
"""An author is answered after so long even where showing the change fails."""
IDLE_SECONDS = 1.0
"""While somebody drags, forgotten previews are looked for at this pace."""
CROWD = 8
"""More tabs than this get changes at the tick, not one by one."""


class Hub:
    """Lives on the event loop, for as long as a room has tabs."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.tabs: list[Tab] = []
        self.hands = Hands(self.tabs)
        self._views: dict[str | None, JourneyView] = {}
        self._shown = -1
        self._shown_more = asyncio.Condition()
        self._showing = asyncio.Lock()
        self._changed = asyncio.Event()
        self._stirred = asyncio.Event()
        self._who_moved = False
        self._commands: dict[str, Bucket] = {}
        loop = asyncio.get_running_loop()
        # Subscribed before the first snapshot is read: no change can be missed.
        self._unsubscribe = room.subscribe(_waking(loop, self._changed))
        self._look_again = loop.call_later(0, self._stirred.set)
        self._tasks = [
            loop.create_task(self._follow(self._changed, self._show_changes)),
            loop.create_task(self._follow(self._stirred, self._show_stir)),
        ]

    async def enter(self, tab: Tab) -> None:
        """Show a tab everything, as at first or for another journey."""
        tab.state = None
        await self.show()
        self.move_who()

    def leave(self, tab: Tab) -> None:
        """Let a tab go, with what it was dragging."""
        if tab in self.tabs:
            self.hands.rest(tab)
            self.tabs.remove(tab)
            self.move_who()

    def close(self) -> None:
        """End; the room stays open."""
        self._unsubscribe()
        self._look_again.cancel()
        for task in self._tasks:
            task.cancel()

    def may_act(self, who: str) -> bool:
        """Count a command; tell whether its author may give one more now."""
        new = Bucket(COMMANDS_PER_SECOND, COMMANDS_BURST)
        return self._commands.setdefault(who, new).take()

    def preview(self, tab: Tab, preview: Preview) -> None:
        """Take a preview of a drag."""
        self.hands.move(tab, preview)
        self._stirred.set()

    def rest(self, tab: Tab, only: Preview | None = None) -> None:
        """Drop a tab's preview, or only this one of it."""
        self.hands.rest(tab, only)
        self._stirred.set()

    def move_who(self) -> None:
        """Say at the next tick who is here."""
        self._who_moved = True
        self._stirred.set()

    async def until_shown(self, revision: int) -> None:
        """Wait until the tabs have been sent this revision."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SHOWN_SECONDS), self._shown_more:
                await self._shown_more.wait_for(lambda: self._shown >= revision)

    async def show(self) -> None:
        """Send every tab what it may see of the newest snapshot."""
        async with self._showing:
            snapshot, read_only = self.room.snapshot, self.room.read_only
            self._views = {
                journey: await self._view(snapshot, journey)
                for journey in {_shown(snapshot, tab) for tab in self.tabs}
            }
            facts = RoomFacts(self.room.id, self.room.title, read_only)
            for tab in list(self.tabs):
                view = self._views.get(_shown(snapshot, tab))
                if view is not None:  # else it came while others were computed
                    self._show_tab(tab, facts, view)
            self._shown = snapshot.revision
        async with self._shown_more:
            self._shown_more.notify_all()
        if self.hands.are_moving:
            self.hands.stir()
            self._stirred.set()

    def _show_tab(self, tab: Tab, facts: RoomFacts, view: JourneyView) -> None:
        tab.view = view
        can = self.room.can_take_back(tab.seat.participant_id)
        tab.show(view.revision, board(view.shared, tab.seat, facts, can))

    async def _view(self, snapshot: Snapshot, journey: str | None) -> JourneyView:
        old, day = self._views.get(journey), now().date()
        if old is not None and (old.revision, old.day) == (snapshot.revision, day):
            return old
        if is_big(snapshot.workshop):
            return await asyncio.to_thread(journey_view, snapshot, journey, day, old)
        return journey_view(snapshot, journey, day, old)

    async def _follow(self, sign: asyncio.Event, act: Callable[[], object]) -> None:
        """Act whenever the sign is given; a failure is logged, never the end."""
        while True:
            await sign.wait()
            sign.clear()
            try:
                await act()  # type: ignore[misc]
            except Exception:
                log.exception("could not show room %s", self.room.id)

    async def _show_changes(self) -> None:
        await self.show()
        if len(self.tabs) > CROWD:
            await asyncio.sleep(TICK_SECONDS)

    async def _show_stir(self) -> None:
        await asyncio.sleep(TICK_SECONDS)
        self._stirred.clear()
        if self._who_moved:
            self._who_moved = False
            self._tell_who()
        await self.hands.show()
        self._look_again.cancel()
        if self.hands.are_moving:  # a drag may be forgotten: then nobody stirs
            loop = asyncio.get_running_loop()
            self._look_again = loop.call_later(IDLE_SECONDS, self._stirred.set)

    def _tell_who(self) -> None:
        people = self.room.snapshot.workshop.participants
        here = tuple(
            Here(name=people[who].name, page=tab.page, focus=tab.focus)
            for tab in self.tabs
            if (who := tab.seat.participant_id) in people
        )
        for tab in self.tabs:
            tab.put(Who(here=here))


class Hubs:
    """The hubs of a server, by room; used on the event loop only."""

    def __init__(self) -> None:
        self._hubs: dict[str, Hub] = {}

    def __len__(self) -> int:
        """Return how many rooms have tabs."""
        return len(self._hubs)

    def of(self, room: Room) -> Hub:
        """Return the hub of a room, made if need be."""
        if room.id not in self._hubs:
            self._hubs[room.id] = Hub(room)
        return self._hubs[room.id]

    def left(self, hub: Hub) -> None:
        """Be told that a tab has left; an empty hub ends."""
        if not hub.tabs and self._hubs.get(hub.room.id) is hub:
            del self._hubs[hub.room.id]
            hub.close()


def _shown(snapshot: Snapshot, tab: Tab) -> str | None:
    return shown_journey(snapshot.workshop, tab.journey)


def _waking(
    loop: asyncio.AbstractEventLoop, sign: asyncio.Event
) -> Callable[[Snapshot], None]:
    """Return a listener that gives the sign on the loop, from any thread."""

    def listener(_snapshot: Snapshot) -> None:
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(sign.set)

    return listener
