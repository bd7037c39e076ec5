"""A workshop as a file: `/live/file`, only for whoever leads it."""

import asyncio
import re
import unicodedata

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from cxcore.document import DocumentError, Envelope, Written, write
from cxlive.errors import DamagedRoomError, NoSuchRoomError, NotAllowedError
from cxlive.room.opening import now
from cxlive.room.room import Room
from cxlive.seating.device import Device, device_in
from cxlive.services import services

LIVE_FILE = "/live/file"

_SLUG_MAX = 60


async def workshop_file(request: Request) -> Response:
    """Answer with the workshop file, or with a sentence and 404."""
    device = device_in(request.headers.get("cookie", ""))
    room_id = request.query_params.get("room", "")
    with_history = request.query_params.get("history") != "0"
    # Opening a room and writing a large file take a while: never on the event loop.
    return await asyncio.to_thread(_answer, device, room_id, with_history)


def _answer(device: Device | None, room_id: str, with_history: bool) -> Response:  # noqa: FBT001 - to_thread has no keywords for it
    try:
        room = _room_of(device, room_id)
        data = file_of(room, with_history=with_history).data
    except (NoSuchRoomError, DamagedRoomError) as error:
        return PlainTextResponse(str(error), status_code=404)
    except NotAllowedError as error:
        return PlainTextResponse(str(error), status_code=403)
    except DocumentError as error:
        return PlainTextResponse(str(error), status_code=413)
    name = f"{slug(room.title)}-{now():%Y-%m-%d}.json"
    return Response(
        data,
        media_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def _room_of(device: Device | None, room_id: str) -> Room:
    lobby = services().lobby
    seat = None if device is None else lobby.seat(room_id, device)
    if seat is None:
        raise NoSuchRoomError(room_id)
    seat.must_lead()  # a file holds who said what
    return lobby.room(room_id)


def file_of(room: Room, *, with_history: bool) -> Written:
    """Return the open workshop as a file, as it is saved now.

    Raises:
        TooLargeError: it has outgrown what any file may hold.
        TooManyError: likewise.
    """
    snapshot = room.snapshot
    envelope = Envelope(snapshot.workshop)
    if with_history:
        envelope = Envelope(snapshot.workshop, room.start, snapshot.history)
    return write(envelope)


def slug(title: str) -> str:
    """Return a title as a safe part of a file name on any system."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words[:_SLUG_MAX].strip("-") or "workshop"
