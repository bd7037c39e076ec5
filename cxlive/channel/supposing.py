"""What one tab supposes: computed for it alone, told to nobody else, never stored."""

import asyncio
import logging

from cxlive.board.supposed import what_if
from cxlive.board.view import JourneyView
from cxlive.channel.from_browser import Suppose
from cxlive.channel.messages import Supposed
from cxlive.channel.tabs import Tab
from cxlive.limits import TICK_SECONDS

log = logging.getLogger(__name__)


class Supposing:
    """Answers a tab's "what if?".

    While one is computed, or the tab asks faster than a screen can show, the newest
    waits and all between are dropped: the last of a drag is always answered.
    """

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._newest: Suppose | None = None
        self._task: asyncio.Task[None] | None = None

    def take(self, message: Suppose) -> None:
        """Take what is supposed now; a small journey is answered at once."""
        self._newest = message
        if self._task is not None:
            return
        view = self._view()
        if (view is None or not view.is_big) and self._tab.previews.take():
            self._newest = None
            self._tab.tell_supposed(_answer(view, message))
        else:
            self._task = asyncio.create_task(self._work())

    async def _work(self) -> None:
        """Answer the newest, in a thread, until nothing newer has come."""
        while self._newest is not None:
            if not self._tab.previews.take():
                await asyncio.sleep(TICK_SECONDS)
                continue
            message, self._newest = self._newest, None
            answer = await asyncio.to_thread(_answer, self._view(), message)
            self._tab.tell_supposed(answer)
        self._task = None

    def _view(self) -> JourneyView | None:
        """Return the journey that the tab shows; None where it may see none."""
        tab = self._tab
        sees = tab.state is not None and not tab.seat.is_at_the_door
        return tab.view if sees and tab.shows == "journey" else None


def _answer(view: JourneyView | None, message: Suppose) -> Supposed:
    nothing = Supposed(n=message.n, set=None)
    if view is None:
        return nothing
    try:
        found = what_if(view, message.values)
    except Exception:
        log.exception("what was supposed could not be computed; it is dropped")
        return nothing
    if found is None:
        return nothing
    return Supposed(n=message.n, set=found.keys, text=found.text)
