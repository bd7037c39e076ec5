"""What the team must be clear about first: promise, values, tight and loose."""

from cxlive.board.things import things
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    return things(view.workshop, "brand_value") | {
        "brief": {"id": "brief", **view.workshop.brief.model_dump(mode="json")}
    }
