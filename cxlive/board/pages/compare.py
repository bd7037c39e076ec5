"""Two states of the journey side by side."""

from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table


def keys(view: JourneyView) -> Table:  # noqa: ARG001 - filled in with its page
    """Return what this page adds to the table of its journey."""
    return {}
