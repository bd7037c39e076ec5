"""What a facilitator hands out so that people come in: code, links, QR, address."""

from pydantic import JsonValue

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
    drawing = None if scanned is None else qr_of(scanned)
    return {
        "code": shown.get(Way.CODE),
        "join": scanned,
        "address": reach.address,
        "help": reach.help,
        "arrived": lobby.arrived(room_id),
        "qr": None if drawing is None else {"size": drawing.size, "path": drawing.path},
        "urls": {way.value: urls.get(way) for way in _LINKS},
    }
