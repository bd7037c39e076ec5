"""The table of state of a page, as a value."""

from datetime import date

from cxlive.board.led import Source
from cxlive.board.pages import page_view
from cxlive.board.view import journey_view, shown_journey
from cxlive.room.ledger import Snapshot
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation
from cxlive.rounds.rounds import Led

TODAY = date(2026, 11, 22)


def view_of(workshop, page, old=None, journey=None, led=None):
    """The view of a page; ``old`` is what was shown of it before."""
    shown = shown_journey(workshop, journey)
    led = led or Led(Facilitation(), Answers())
    source = Source(Snapshot(0, workshop, ()), led, frozenset(), TODAY)
    return page_view(journey_view(source, shown, old), page, old)


def keys_of(workshop, page, journey=None):
    """What everybody is sent of a page."""
    return view_of(workshop, page, journey=journey).shared.table
