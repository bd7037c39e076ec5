"""The tabs of one room: every change computed once, and sent to each tab."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TypeVarTuple

from cxlive.board.led import Source
from cxlive.board.pages import SLOW, page_view
from cxlive.board.table import Mine, RoomFacts, change, own_table, shared_for
from cxlive.board.view import (
    JourneyView,
    is_big,
    journey_view,
    shown_journey,
    with_robust,
)
from cxlive.channel.certainty import Certainty, Job, job_of
from cxlive.channel.encoded import Encoded
from cxlive.channel.hands import Hands
from cxlive.channel.messages import Bring, Here, Page, Table, Who
from cxlive.channel.seat_keys import SeatKeys
from cxlive.channel.tabs import Preview, Tab
from cxlive.limits import COMMANDS_BURST, COMMANDS_PER_SECOND, TICK_SECONDS
from cxlive.rate import Bucket
from cxlive.room.ledger import Snapshot
from cxlive.room.opening import now
from cxlive.room.room import Room
from cxlive.seating.seats import Right

log = logging.getLogger(__name__)

Shows = tuple[str | None, Page]
"""A journey, and the page that shows it."""
Given = TypeVarTuple("Given")

SHOWN_SECONDS = 2.0
"""An author is answered after so long even where showing the change fails."""
IDLE_SECONDS = 1.0
"""While somebody drags, forgotten previews are looked for at this pace."""
CROWD = 8
"""More tabs than this get changes at the tick, not one by one."""


class Hub:
    """Lives on the event loop, for as long as a room has tabs."""

    def __init__(self, room: Room, seat_keys: SeatKeys) -> None:
        self.room = room
        self.seat_keys = seat_keys
        self.tabs: list[Tab] = []
        self.hands = Hands(self.tabs)
        self._views: dict[Shows, JourneyView] = {}
        self._shown = -1
        self._differences: dict[tuple[int, int], tuple[Table, Table, Encoded]] = {}
        """Of the present showing; the tables stand with it so that ids stay theirs."""
        self._ticked = 0.0
        self._asked: str | None = None
        self._present: set[str] = set()
        self._shown_more = asyncio.Condition()
        self._showing = asyncio.Lock()
        self._changed = asyncio.Event()
        self._stirred = asyncio.Event()
        self._who_moved = False
        self._commands: dict[str, Bucket] = {}
        self._certainty = Certainty(self._changed.set)
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
        tab.forget_state()
        await self.seat_keys.refresh()
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
        self._certainty.close()
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

    def bring(self, tab: Tab, message: Bring) -> None:
        """Ask everybody else to look where this tab looks."""
        for other in self.tabs:
            if other is not tab:
                other.put(message)

    def move_who(self) -> None:
        """Say at the next tick who is here."""
        self._who_moved = True
        self._stirred.set()

    async def until_shown(self, change: int) -> None:
        """Wait until the tabs have been sent this change."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SHOWN_SECONDS), self._shown_more:
                await self._shown_more.wait_for(lambda: self._shown >= change)

    async def show(self) -> None:
        """Send every tab what it may see of the newest snapshot."""
        async with self._showing:
            changes = self.room.changes  # read first: what comes later is shown later
            source, facts = self._source(), self._facts()
            self._differences.clear()
            self._views = await self._all_views(source)
            for tab in list(self.tabs):
                view = self._views.get(_shown(source.snapshot, tab))
                if view is not None:  # else it came while others were computed
                    self._show_tab(tab, facts, view)
            self._shown = changes
            self._certainty.want(self._unsure())
        async with self._shown_more:
            self._shown_more.notify_all()
        if self.hands.are_moving:
            self.hands.stir()
            self._stirred.set()

    def _source(self) -> Source:
        led, snapshot = self.room.led, self.room.snapshot
        asked = led.open_round(snapshot.workshop)
        if (None if asked is None else asked.id) != self._asked:
            self._asked = None if asked is None else asked.id
            self._present = set()
            if asked is not None:
                self.hands.rest_all(asked.parts)
        if asked is not None:
            self._present |= {each.seat.participant_id for each in self.asked_tabs()}
        return Source(snapshot, led, frozenset(self._present), now().date())

    def asked_tabs(self) -> list[Tab]:
        """Return the tabs of people whom a round asks: who leads need not answer."""
        return [
            tab
            for tab in self.tabs
            if tab.seat.right is Right.PARTICIPANT and not tab.seat.is_standing
        ]

    @property
    def present(self) -> frozenset[str]:
        """Participants who were asked in the open round, here now or not."""
        return frozenset(self._present)

    def _facts(self) -> RoomFacts:
        return RoomFacts(self.room.id, self.room.title, self.room.read_only)

    def _show_tab(self, tab: Tab, facts: RoomFacts, view: JourneyView) -> None:
        seat, whole = tab.seat, view.source.snapshot.workshop
        mine = Mine(
            seat,
            view.source.led.own(whole, seat.participant_id, view.journey_id or ""),
            self.room.can_take_back(seat.participant_id),
            self.seat_keys(seat),
        )
        tab.tell_timer(view.source.led.facilitation.timer_ends_at)
        if not tab.has_seen(view, facts, mine):
            own = own_table(view.shared, whole, facts, mine, tab.own)
            revision = view.source.snapshot.revision
            tab.show(revision, shared_for(view.shared, seat), own, self._difference)

    def _difference(self, old: Table, new: Table) -> Encoded:
        """Return what turns one shared table into another, made once for all tabs."""
        key = (id(old), id(new))
        if key not in self._differences:
            self._differences[key] = (old, new, Encoded(change(old, new)))
        return self._differences[key][2]

    async def _all_views(self, source: Source) -> dict[Shows, JourneyView]:
        """Compute each journey once, and each page of it that somebody looks at."""
        shown = {_shown(source.snapshot, tab) for tab in self.tabs}
        views: dict[Shows, JourneyView] = {}
        for journey in {journey for journey, _ in shown}:
            views[journey, "journey"] = await self._view(source, journey)
        for journey, page in shown:
            view, old = views[journey, "journey"], self._views.get((journey, page))
            if page != "journey":
                views[journey, page] = await _computed(
                    source, page_view, view, page, old, is_slow=page in SLOW
                )
        return views

    async def _view(self, source: Source, journey: str | None) -> JourneyView:
        old = self._views.get((journey, "journey"))
        if old is not None and old.source.is_like(source):
            view = old
        else:
            view = await _computed(source, journey_view, source, journey, old)
        certainty = self._certainty
        known = {} if old is None else old.shared.table
        top = certainty.top(view.workshop.journeys)
        return with_robust(view, certainty.of(view), top, known)

    def _unsure(self) -> list[Job]:
        """Return the journeys whose ranking somebody looks at; the check-up, at all."""
        views = [view for (_, page), view in self._views.items() if page == "journey"]
        jobs = {job.journey_id: job for view in views if (job := job_of(view))}
        if views and "checkup" in {page for _, page in self._views}:
            whole, day = views[0].workshop, views[0].source.day
            for each in whole.journeys:  # behind those that somebody looks at
                jobs.setdefault(each, Job(whole, each, day))
        return list(jobs.values())

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
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._ticked + TICK_SECONDS - loop.time()))
        self._ticked = loop.time()
        self._stirred.clear()
        if self._who_moved:
            self._who_moved = False
            self._tell_who()
        await self.hands.show()
        self._look_again.cancel()
        if self.hands.are_moving:  # a drag may be forgotten: then nobody stirs
            self._look_again = loop.call_later(IDLE_SECONDS, self._stirred.set)

    def _tell_who(self) -> None:
        people = self.room.snapshot.workshop.participants
        here = tuple(
            Here(
                participant=who,
                name=people[who].name,
                page=tab.page,
                focus=tab.focus,
                busy=tab.busy,
            )
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

    def of(self, room: Room, seat_keys: SeatKeys) -> Hub:
        """Return the hub of a room, made if need be."""
        if room.id not in self._hubs:
            self._hubs[room.id] = Hub(room, seat_keys)
        return self._hubs[room.id]

    def left(self, hub: Hub) -> None:
        """Be told that a tab has left; an empty hub ends."""
        if not hub.tabs and self._hubs.get(hub.room.id) is hub:
            del self._hubs[hub.room.id]
            hub.close()


def _shown(snapshot: Snapshot, tab: Tab) -> Shows:
    return shown_journey(snapshot.workshop, tab.journey), tab.shows


async def _computed(
    source: Source,
    compute: Callable[[*Given], JourneyView],
    *given: *Given,
    is_slow: bool = False,
) -> JourneyView:
    """Compute a view; a slow one, or of a big workshop, never on the event loop."""
    if is_slow or is_big(source.snapshot.workshop):
        return await asyncio.to_thread(compute, *given)
    return compute(*given)


def _waking(
    loop: asyncio.AbstractEventLoop, sign: asyncio.Event
) -> Callable[[Snapshot], None]:
    """Return a listener that gives the sign on the loop, from any thread."""

    def listener(_snapshot: Snapshot) -> None:
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(sign.set)

    return listener
