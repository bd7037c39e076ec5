"""Who drags what in a room, and what everybody sees of it meanwhile (decision 22)."""

import asyncio
import logging
import time
from collections.abc import Collection, Sequence
from typing import cast

from cxcore.model import RatingPart
from cxlive.board.table import mine_key, mine_value, touchpoint_key
from cxlive.board.view import Cell, JourneyView
from cxlive.channel.encoded import Encoded
from cxlive.channel.messages import Table
from cxlive.channel.orders import WANTED
from cxlive.channel.tabs import Preview, Tab
from cxlive.limits import BUSY_FROM, PREVIEW_SECONDS

log = logging.getLogger(__name__)


class Hands:
    """Previews of all tabs of a room; each computed once, however many look on."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        self._tabs = tabs
        self._moves = 0
        self._computed: dict[str | None, tuple[int, JourneyView, Encoded]] = {}

    @property
    def are_moving(self) -> bool:
        """Tell whether anybody drags."""
        return any(tab.preview for tab in self._tabs)

    def move(self, tab: Tab, preview: Preview) -> None:
        """Take a preview; an idle room answers its author at once."""
        tab.preview = preview
        self._moves += 1
        view = tab.view
        dragging = sum(1 for each in self._tabs if each.preview)
        if view is not None and not view.is_big and dragging < BUSY_FROM:
            try:
                self._keep(view, view.with_cells(self._cells(view)))
                self._lay_over(tab, view)
            except Exception:
                log.exception("a preview could not be computed; it is dropped")
                self.rest(tab)

    def rest(self, tab: Tab, only: Preview | None = None) -> None:
        """Drop the preview of a tab; ``only`` if it is still this one."""
        if tab.preview is not None and only in (None, tab.preview):
            tab.preview = None
            self._moves += 1

    def rest_all(self, parts: Collection[str]) -> None:
        """Drop the previews of these parts: from now on they are private."""
        for tab in self._tabs:
            if tab.preview is not None and tab.preview.part in parts:
                self.rest(tab)

    def stir(self) -> None:
        """Show everything again, as after a change."""
        self._moves += 1

    async def show(self) -> None:
        """Bring every board up to date; big journeys are computed in a thread."""
        self._drop_old()
        boards = [tab for tab in self._tabs if tab.shows == "journey"]
        for tab in boards:
            view = tab.view
            if view is None or tab.state is None or tab.seat.is_at_the_door:
                continue
            try:
                await self._show(tab, view)
            except Exception:  # what one drags must not blind all others
                log.exception("previews could not be shown; they are dropped")
                for dragging, _ in self._dragging(view):
                    self.rest(dragging)
                tab.lay_bare()

    async def _show(self, tab: Tab, view: JourneyView) -> None:
        if not self._is_fresh(view):
            await self._compute(view)
        if tab.view is view:  # still, after a thread took its time
            self._lay_over(tab, view)

    async def _compute(self, view: JourneyView) -> None:
        moves, cells = self._moves, self._cells(view)
        if not cells:
            keys: Table = {}
        elif view.is_big:
            keys = await asyncio.to_thread(view.with_cells, cells)
        else:
            keys = view.with_cells(cells)
        self._computed[view.journey_id] = (moves, view, Encoded(keys))

    def _keep(self, view: JourneyView, keys: Table) -> None:
        self._computed[view.journey_id] = (self._moves, view, Encoded(keys))

    def _is_fresh(self, view: JourneyView) -> bool:
        moves, computed, _ = self._computed.get(view.journey_id, (-1, None, None))
        return computed is view and moves == self._moves

    def _dragging(self, view: JourneyView) -> list[tuple[Tab, Preview]]:
        return [
            (tab, tab.preview)
            for tab in self._tabs
            if tab.preview is not None and tab.view is view
        ]

    def _cells(self, view: JourneyView) -> list[Cell]:
        return [
            Cell(touchpoint, tab.seat.participant_id, cast("RatingPart", part), value)
            for tab, preview in self._dragging(view)
            if (part := preview.part) != WANTED
            for touchpoint, value in preview.values
        ]

    def _lay_over(self, tab: Tab, view: JourneyView) -> None:
        moves, _, computed = self._computed[view.journey_id]
        if tab.seen_moves == moves:
            return
        tab.seen_moves = moves
        dragging = self._dragging(view)
        if not dragging:
            tab.lay_bare()
            return
        more: Table = {}
        for other, preview in dragging:
            more |= _points(view, preview)
            if other is not tab and other.seat == tab.seat:
                more |= _mine(tab, preview)
        tab.overlay(tab.preview.n if tab.preview else None, computed, more)

    def _drop_old(self) -> None:
        oldest = time.monotonic() - PREVIEW_SECONDS
        for tab in self._tabs:
            if tab.preview is not None and tab.preview.at < oldest:
                self.rest(tab)


def _points(view: JourneyView, preview: Preview) -> Table:
    """Return the wanted points that a preview moves."""
    if preview.part != WANTED:
        return {}
    table = view.shared.table
    return {
        key: {**table[key], WANTED: value}
        for touchpoint, value in preview.values
        if (key := touchpoint_key(touchpoint)) in table
    }


def _mine(tab: Tab, preview: Preview) -> Table:
    """Return my own points, for another window of the same seat."""
    if preview.part == WANTED or tab.own is None:
        return {}
    own = tab.own.table
    return {
        key: {**mine_value(own, key), preview.part: value}
        for touchpoint, value in preview.values
        if (key := mine_key(touchpoint)) in own
    }
