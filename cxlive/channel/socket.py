"""The live channel: one socket per browser tab, `/live/room` (docs/live.md)."""

import asyncio
import contextlib
import logging

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from cxcore.errors import CxError
from cxlive.channel.conversation import Conversation
from cxlive.channel.from_browser import Hello, read
from cxlive.channel.hub import Hub
from cxlive.channel.messages import Bye, Reason
from cxlive.channel.seat_keys import SeatKeys
from cxlive.channel.tabs import CLOSE_CODE, Tab
from cxlive.errors import NotUnderstoodError, RoomPutAwayError
from cxlive.limits import (
    CONNECTED,
    FRAMES_BURST,
    FRAMES_PER_SECOND,
    HELLO_SECONDS,
    TABS_PER_DEVICE,
)
from cxlive.rate import Bucket
from cxlive.room.room import Room
from cxlive.seating.device import Device, device_in
from cxlive.seating.seats import Seat
from cxlive.services import Services, services

log = logging.getLogger(__name__)

LIVE_ROOM = "/live/room"

FAREWELL_SECONDS = 1.0


class _TurnedAwayError(Exception):
    """The connection ends before it has begun."""

    def __init__(self, text: str, reason: Reason = "not_allowed") -> None:
        self.bye = Bye(reason=reason, text=text)
        super().__init__(reason)


async def live_room(websocket: WebSocket) -> None:
    """Serve one tab until it leaves; what goes wrong here ends only this one."""
    await websocket.accept()
    try:
        hello, tab, hub = await _welcome(websocket, services())
        await _serve(websocket, hub, tab, hello)
    except _TurnedAwayError as turned_away:
        await _farewell(websocket, turned_away.bye)
    except (WebSocketDisconnect, TimeoutError):
        await _farewell(websocket, None)
    except Exception:
        log.exception("a live connection failed")
        await _farewell(websocket, None)


async def _welcome(websocket: WebSocket, running: Services) -> tuple[Hello, Tab, Hub]:
    device = device_in(websocket.headers.get("cookie", ""))
    async with asyncio.timeout(HELLO_SECONDS):
        text = await websocket.receive_text()
    try:
        hello = read(text)
    except NotUnderstoodError as error:
        raise _TurnedAwayError(str(error)) from None
    if device is None or not isinstance(hello, Hello):
        text = "This window has no seat here. Open the app's page first."
        raise _TurnedAwayError(text)
    hub, seat = await _hub_and_seat(running, hello.room, device)
    _find_place(hub, device)
    tab = Tab(websocket, device, seat)
    tab.journey, tab.is_screen = hello.view.journey, hello.view.screen
    tab.sit(seat)
    # At once: a hub without tabs ends.
    hub.tabs.append(tab)
    return hello, tab, hub


async def _hub_and_seat(
    running: Services, room_id: str, device: Device
) -> tuple[Hub, Seat]:
    while True:
        # Opening a room reads the disk: never on the event loop.
        room, seat = await asyncio.to_thread(_find, running, room_id, device)
        keys = SeatKeys(running.lobby, lambda: running.reach, room)
        with contextlib.suppress(RoomPutAwayError):  # just now: it is opened again
            return running.hubs.of(room, keys), seat


def _find(running: Services, room_id: str, device: Device) -> tuple[Room, Seat]:
    try:
        seat = running.lobby.seat(room_id, device)
        if seat is None:
            text = "You have no seat in this workshop. Ask for its link."
            raise _TurnedAwayError(text)
        room = running.lobby.room(room_id)
        room.recall()
    except CxError as error:  # not there, damaged, or of a newer version
        raise _TurnedAwayError(str(error), "gone") from None
    return room, seat


def _find_place(hub: Hub, device: Device) -> None:
    if len(hub.tabs) >= CONNECTED:
        text = f"There are {CONNECTED} windows in this workshop, as many as can be."
        raise _TurnedAwayError(text, "too_many")
    if sum(1 for tab in hub.tabs if tab.device == device) >= TABS_PER_DEVICE:
        text = f"You have {TABS_PER_DEVICE} windows open here. Close one first."
        raise _TurnedAwayError(text, "too_many")


async def _serve(websocket: WebSocket, hub: Hub, tab: Tab, hello: Hello) -> None:
    running = services()
    talk = Conversation(running, hub, tab)
    tasks = {
        asyncio.create_task(tab.send_all()),
        asyncio.create_task(tab.given_up.wait()),
        asyncio.create_task(_listen(websocket, talk, hello)),
    }
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        hub.leave(tab)
        running.hubs.left(hub)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in tasks:
        if not task.cancelled():
            task.result()


async def _listen(websocket: WebSocket, talk: Conversation, hello: Hello) -> None:
    """Read frames one by one; answers are given by tasks of their own."""
    frames = Bucket(FRAMES_PER_SECOND, FRAMES_BURST)
    await talk.take(hello)
    while True:
        frame = await websocket.receive()
        if frame["type"] == "websocket.disconnect":
            return
        if not frames.take():
            talk.flood()
            await asyncio.sleep(FAREWELL_SECONDS)  # until that is sent
            return
        await talk.hear(frame.get("text"))


async def _farewell(websocket: WebSocket, bye: Bye | None) -> None:
    with contextlib.suppress(RuntimeError, WebSocketDisconnect):
        if websocket.application_state is WebSocketState.CONNECTED:
            if bye is not None:
                await websocket.send_text(bye.model_dump_json())
            await websocket.close(CLOSE_CODE)
