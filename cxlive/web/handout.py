"""What a facilitator hands out so that people come in: code, links, QR, address."""

from pydantic import JsonValue

from cxlive.customers.links import HandedOut
from cxlive.seating.links import Way
from cxlive.seating.lobby import Lobby
from cxlive.seating.qr import qr_of
from cxlive.web.address import Reach

_LINKS = (Way.PARTICIPANT, Way.OBSERVER, Way.FACILITATOR)


def handout(lobby: Lobby, room_id: str, reach: Reach) -> dict[str, JsonValue]:
    """Return it as the browser draws it (docs/live.md); for facilitators only.

    What was made before this server started is not known in plain text any more:
    it still works, but only something new can be shown.
    """
    shown = lobby.links.shown(room_id)
    urls = {way: reach.join(secret) for way, secret in shown.items()}
    scanned = urls.get(Way.CODE)
    return {
        "code": shown.get(Way.CODE),
        "join": scanned,
        "address": reach.address,
        "help": reach.help,
        "arrived": lobby.arrived(room_id),
        "qr": _drawing(scanned),
        "urls": {way.value: urls.get(way) for way in _LINKS},
    }


def customer_handout(handed_out: HandedOut, reach: Reach) -> dict[str, JsonValue]:
    """Return a customer link as the browser draws it; for facilitators only."""
    link, secret = handed_out.link, handed_out.secret
    url = None if secret is None else reach.customer(secret)
    return {
        "link": link.id,
        "journey": link.journey_id,
        "scenario": link.scenario,
        "until": link.until.isoformat(),
        "url": url,
        "qr": _drawing(url),
    }


def _drawing(url: str | None) -> JsonValue:
    if url is None:
        return None
    drawing = qr_of(url)
    return {"size": drawing.size, "path": drawing.path}
