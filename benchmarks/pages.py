"""Streamlit sessions as the load client plays them.

This is Streamlit's own protocol between its server and its page, which may change
with any version: it is spoken here and nowhere in the product.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from benchmarks.serve import Served
from benchmarks.tabs import MOST_BYTES, RefusedError
from cxlive.seating.device import COOKIE

STREAM = "/_stcore/stream"
_PATIENCE = 60
_TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{component}__events"


class Page:
    """One session: what it was sent, and how it asks to be drawn again."""

    def __init__(self, socket: ClientConnection, query: str, name: str) -> None:
        self.scripts: list[str] = []
        """The code of the components on it."""
        self._socket = socket
        self._state = ClientState(query_string=query, page_name=name)
        self._known: set[str] = set()
        """Long messages are sent once, then by their hash, as to a browser."""
        self._component = ""
        self._button = ""
        self._fragment = ""
        self._finished: asyncio.Queue[float] = asyncio.Queue()
        self._listening = asyncio.create_task(self._listen())

    @property
    def has_board(self) -> bool:
        """Tell whether a component was drawn on it."""
        return bool(self._component)

    async def run(self, page: str | None = None) -> float:
        """Run the whole script, on another page if need be; return when it ended."""
        if page is not None:
            self._state.page_name = page
            self._state.page_script_hash = ""
        return await self._ask(self._state)

    async def look_again(self, revision: int) -> float:
        """Run the board's fragment, as the board asks for it."""
        value = json.dumps([{"event": "changed", "value": revision}])
        name = _TRIGGER.format(component=self._component)
        return await self._again(WidgetState(id=name, json_trigger_value=value))

    async def press(self) -> float:
        """Run the fragment of the empty app by its button."""
        return await self._again(WidgetState(id=self._button, trigger_value=True))

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()
        await self._listening

    async def _again(self, widget: WidgetState) -> float:
        state = ClientState()
        state.CopyFrom(self._state)
        state.fragment_id = self._fragment
        state.widget_states.widgets.append(widget)
        return await self._ask(state)

    async def _ask(self, state: ClientState) -> float:
        del state.cached_message_hashes[:]
        state.cached_message_hashes.extend(self._known)
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        finished = asyncio.create_task(self._finished.get())
        await asyncio.wait(
            {finished, self._listening},
            timeout=_PATIENCE,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if not finished.done():
            finished.cancel()
            raise self._fault()
        return finished.result()

    def _fault(self) -> Exception:
        """Say why there is no answer."""
        if self._listening.done() and self._listening.exception() is not None:
            return RefusedError(f"the page has a fault: {self._listening.exception()}")
        return RefusedError("the session was not answered")

    async def _listen(self) -> None:
        try:
            while True:
                self._take(await self._socket.recv(decode=False))
        except ConnectionClosed:
            return

    def _take(self, frame: bytes) -> None:
        message = ForwardMsg.FromString(frame)
        if message.metadata.cacheable:
            self._known.add(message.hash)
        match message.WhichOneof("type"):
            case "new_session":
                self._state.page_script_hash = message.new_session.page_script_hash
            case "delta":
                self._draw(message.delta)
            case "script_finished":
                self._finish(message.script_finished)

    def _finish(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            msg = "the page has a fault"
            raise RefusedError(msg)
        if status != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self._finished.put_nowait(time.perf_counter())

    def _draw(self, delta: Delta) -> None:
        element = delta.new_element
        if element.HasField("exception"):
            raise RefusedError(element.exception.message)
        if element.HasField("bidi_component"):
            self._component = element.bidi_component.id
            self._fragment = delta.fragment_id
            self.scripts.append(element.bidi_component.js_content)
        if element.HasField("button"):
            self._button = element.button.id
            self._fragment = delta.fragment_id or self._fragment


async def open_page(
    server: Served, *, device: str = "", query: str = "", name: str = ""
) -> Page:
    """Return a page that has run once."""
    headers = {"Origin": server.url}
    if device:
        headers["Cookie"] = f"{COOKIE}={device}"
    socket = await connect(
        server.socket(STREAM),
        additional_headers=headers,
        subprotocols=[Subprotocol("streamlit")],
        compression=None,
        proxy=None,
        max_size=MOST_BYTES,
        open_timeout=_PATIENCE,
        ping_interval=None,
    )
    page = Page(socket, query, name)
    await page.run()
    return page


async def journey_page(server: Served, room: str, device: str) -> Page:
    """Return the journey page of a room, with its board."""
    page = await open_page(server, device=device, query=f"w={room}", name="journey")
    if not page.has_board:
        msg = "the journey page shows no board"
        raise RefusedError(msg)
    return page


@asynccontextmanager
async def opened(
    server: Served, room: str, devices: Sequence[str]
) -> AsyncIterator[list[Page]]:
    """Open the journey page on each device, one after the other."""
    pages = [await journey_page(server, room, device) for device in devices]
    try:
        yield pages
    finally:
        for page in pages:
            await page.close()


@asynccontextmanager
async def opened_empty(server: Served, number: int) -> AsyncIterator[list[Page]]:
    """Open so many sessions of the empty app."""
    pages = [await open_page(server) for _ in range(number)]
    try:
        yield pages
    finally:
        for page in pages:
            await page.close()
