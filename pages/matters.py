"""What needs work first, how firmly that holds, and what to ask next."""

from cxui import tab
from cxui.widgets import live_page, pictures, what_if


def below(here: tab.Here, journey_id: str | None) -> None:
    """Offer what would lift the journey, and the same as pictures."""
    what_if.show(here, journey_id)
    pictures.show(here, journey_id)


live_page.show("matters", below=below)
