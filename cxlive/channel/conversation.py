"""What a tab says, and what is done about it."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from concurrent.futures import Future
from typing import assert_never

from cxcore.edit import StaleTextError
from cxcore.errors import CxError
from cxlive.channel.from_browser import (
    At,
    Claim,
    Do,
    Draw,
    FromBrowser,
    Hello,
    InRoom,
    Lead,
    Outline,
    Paste,
    Redo,
    Rest,
    Say,
    Sit,
    Suppose,
    Try,
    Undo,
    id_in,
    read,
)
from cxlive.channel.hub import Hub
from cxlive.channel.leading import lead, take_seats
from cxlive.channel.messages import No, Ok
from cxlive.channel.orders import may_end_at, read_command
from cxlive.channel.pasting import drawn, outlined, pasted
from cxlive.channel.supposing import Supposing
from cxlive.channel.tabs import Preview, Tab
from cxlive.errors import NotUnderstoodError, TooFastError
from cxlive.limits import COMMANDS_PER_SECOND
from cxlive.room.ledger import Accepted
from cxlive.services import Services

log = logging.getLogger(__name__)

FAULT = "Something went wrong here, and this was not done. Please try again."


class Conversation:
    """One tab's side of the protocol, once it has a seat and a hub."""

    def __init__(self, running: Services, hub: Hub, tab: Tab) -> None:
        self._running = running
        self._hub = hub
        self._tab = tab
        self._supposing = Supposing(tab)
        self._answering: set[asyncio.Task[None]] = set()

    async def hear(self, text: str | None) -> None:
        """Take a frame; whatever is wrong with it is answered, by id if it has one."""
        frame = text or ""
        with self._answered(id_in(frame)):
            message = read(frame)
            with self._answered(getattr(message, "id", "")):
                await self.take(message)

    async def take(self, message: FromBrowser) -> None:
        """Do what a message asks for."""
        match message:
            case Hello():
                await self._hello(message)
            case Sit():
                await self._sit(message)
            case Claim():
                await self._claim(message)
            case Lead():
                self._must_be_calm(message.id)
                await lead(self._running, self._hub, self._tab, message)
            case _:
                await self._work(message)

    async def _work(self, message: InRoom) -> None:  # noqa: C901 - a case each
        match message:
            case Do():
                self._do(message)
            case Say():
                self._say(message)
            case Try():
                self._try(message)
            case Suppose():
                self._supposing.take(message)
            case Rest():
                self._hub.rest(self._tab)
            case Undo() | Redo():
                await self._take_back(message)
            case Outline():
                self._tab.put(await asyncio.to_thread(outlined, message))
            case Paste() | Draw():
                await self._add_many(message)
            case At():
                self._tab.page, self._tab.focus = message.page, message.focus
                self._tab.busy = message.busy
                self._hub.move_who()
            case _:
                assert_never(message)

    def flood(self) -> None:
        """Send the tab away: no browser of ours talks so much."""
        self._tab.close("flood", "That were too many messages. Please wait a moment.")

    async def _hello(self, hello: Hello) -> None:
        if hello.room != self._hub.room.id:
            msg = "This connection belongs to another workshop."
            raise NotUnderstoodError(msg)
        self._tab.journey = hello.view.journey
        self._tab.shows = hello.view.page
        self._tab.preview = None
        await self._hub.enter(self._tab)

    def _do(self, message: Do) -> None:
        seat, room = self._tab.seat, self._hub.room
        try:
            seat.must_sit()
            self._must_be_calm(message.id)
            command = read_command(message.command, seat.participant_id)
            future = room.submit(seat, command, message.id, said_for=message.round)
        except Exception:
            self._hub.rest(self._tab)  # the gesture ended in nothing
            raise
        self._answer_later(message.id, future)

    def _say(self, message: Say) -> None:
        self._must_be_calm(message.id)
        leading = self._hub.room.leading
        future = leading.say(
            self._tab.seat,
            message.part,
            message.value,
            message.touchpoint,
            said_for=message.round,
        )
        self._answer_later(message.id, future)

    async def _take_back(self, message: Undo | Redo) -> None:
        room, seat = self._hub.room, self._tab.seat
        act = room.undo if isinstance(message, Undo) else room.redo
        self._must_be_calm(message.id)
        # After a restart this folds the history: never on the event loop.
        self._answer_later(message.id, await asyncio.to_thread(act, seat, message.id))

    async def _add_many(self, message: Paste | Draw) -> None:
        room, seat = self._hub.room, self._tab.seat

        def submit() -> "Future[Accepted]":
            workshop = room.snapshot.workshop
            if isinstance(message, Paste):
                batch = pasted(message, workshop, seat.participant_id)
            else:
                batch = drawn(message, workshop)
            return room.submit(seat, batch, message.id)

        self._must_be_calm(message.id)
        # A long list is a thousand changes: never on the event loop.
        self._answer_later(message.id, await asyncio.to_thread(submit))

    def _try(self, message: Try) -> None:
        tab = self._tab
        may = tab.seat.can_edit and not tab.seat.is_standing
        if not (may and tab.previews.take()) or self._is_private(message):
            return
        values = message.all or ((message.touchpoint, message.value),)
        possible = tuple(each for each in values if may_end_at(message.part, each[1]))
        if possible:
            self._hub.preview(tab, Preview(message.n, message.part, possible))

    async def _sit(self, message: Sit) -> None:
        device = self._tab.device
        # By device: whoever sits down anew has given no commands yet.
        if not self._hub.may_act(device):
            raise TooFastError(COMMANDS_PER_SECOND)
        await asyncio.to_thread(
            self._running.lobby.sit,
            self._hub.room.id,
            device,
            message.participant,
            message.name,
            message.viewpoint,
        )
        await take_seats(self._running, self._hub)

    async def _claim(self, message: Claim) -> None:
        device = self._tab.device
        if not self._hub.may_act(device):
            raise TooFastError(COMMANDS_PER_SECOND)
        await asyncio.to_thread(
            self._running.lobby.claim, self._hub.room.id, device, message.participant
        )
        await self._hub.show()
        self._tab.put(Ok(id=message.id, rev=self._hub.room.snapshot.revision))

    def _is_private(self, message: Try) -> bool:
        """Tell whether a drag belongs to the open round: nobody else may see it."""
        snapshot, led = self._hub.room.snapshot, self._hub.room.led
        asked = led.open_round(snapshot.workshop)
        return asked is not None and message.part in asked.parts

    def _answer_later(self, message_id: str, future: "Future[Accepted]") -> None:
        dragged = self._tab.preview
        task = asyncio.create_task(self._answer(message_id, future, dragged))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(
        self, message_id: str, future: "Future[Accepted]", dragged: Preview | None
    ) -> None:
        with self._answered(message_id):
            done = await asyncio.wrap_future(future)
            # The author sees the change before hearing that it was accepted.
            await self._hub.until_shown(done.change)
            self._tab.put(Ok(id=message_id, rev=done.rev, note=done.note))
        if dragged is not None:  # the gesture ended with this command
            self._hub.rest(self._tab, dragged)

    def _must_be_calm(self, message_id: str) -> None:
        """Count a command against its author; one that was accepted before is free."""
        author = self._tab.seat.participant_id
        if not (self._hub.room.earlier(message_id) or self._hub.may_act(author)):
            raise TooFastError(COMMANDS_PER_SECOND)

    @contextlib.contextmanager
    def _answered(self, message_id: str) -> Iterator[None]:
        """Answer for what goes wrong inside; it goes no further."""
        try:
            yield
        except CxError as error:
            self._refuse(message_id, error)
        except Exception:
            log.exception("a message could not be worked on")
            self._tab.put(No(id=message_id, error="Fault", text=FAULT))

    def _refuse(self, message_id: str, error: CxError) -> None:
        now = error.now if isinstance(error, StaleTextError) else None
        self._tab.put(No(id=message_id, error=error.code, text=str(error), now=now))
