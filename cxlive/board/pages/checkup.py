"""The questions that the check-up asks the room."""

from cxlive.board.things import things
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    return things(view.workshop, "finding")
