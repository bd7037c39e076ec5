"""What a facilitator asks for on the live channel, done in the room and the lobby."""

import asyncio
from concurrent.futures import Future
from typing import assert_never

from cxcore.rounds import RoundForm
from cxlive.channel.acts import (
    AnswerClaim,
    BringHere,
    HandOver,
    KeepReview,
    Lock,
    MakeCustomerLink,
    MakeLink,
    Names,
    OpenRound,
    RemovePerson,
    Reveal,
    SetPhase,
    StartTimer,
    StopRound,
    TakeOutCustomers,
    Withdraw,
    WithdrawCustomerLink,
)
from cxlive.channel.from_browser import Lead
from cxlive.channel.hub import Hub
from cxlive.channel.messages import Bring, Ok
from cxlive.channel.tabs import Tab
from cxlive.customers.customers import Customers
from cxlive.room.ledger import Accepted
from cxlive.seating.device import Device
from cxlive.services import Services

RoundAct = OpenRound | Reveal | StopRound
RoomAct = RoundAct | Lock | Names | StartTimer | SetPhase | KeepReview
CustomerAct = MakeCustomerLink | WithdrawCustomerLink | TakeOutCustomers
SeatAct = RemovePerson | HandOver | MakeLink | Withdraw | AnswerClaim | CustomerAct

GONE = "The facilitator has taken you out of this workshop."


async def lead(running: Services, hub: Hub, tab: Tab, message: Lead) -> None:
    """Do what a facilitator asks for, and answer once everybody can see it.

    Raises:
        NotAllowedError: the seat does not lead.
        RoundError: the round cannot be opened or shown now.
        ReviewError: the journey cannot be kept as it stands now.
    """
    act = message.act
    if isinstance(act, BringHere):
        tab.seat.must_lead()
        hub.bring(tab, Bring(**act.model_dump(exclude={"do"})))
    elif isinstance(act, SeatAct):
        # The lobby reads and writes the disk: never on the event loop.
        await asyncio.to_thread(_seat_act, running, hub.room.id, tab, act)
        await take_seats(running, hub)
    else:
        future = await asyncio.to_thread(_room_act, hub, tab, act, message.id)
        done = await asyncio.wrap_future(future)
        await hub.until_shown(done.change)
    tab.put(Ok(id=message.id, rev=hub.room.snapshot.revision))


async def take_seats(running: Services, hub: Hub) -> None:
    """Give every tab the seat that its device has now; say good-bye to the others."""
    lobby, room_id, tabs = running.lobby, hub.room.id, list(hub.tabs)
    devices = [tab.device for tab in tabs]
    seats = await asyncio.to_thread(
        lambda: [lobby.seat(room_id, device) for device in devices]
    )
    for tab, seat in zip(tabs, seats, strict=True):
        before = tab.seat
        if seat is None:
            tab.close("not_allowed", GONE)
            continue
        tab.sit(seat)
        if tab.seat != before:
            hub.rest(tab)
    await hub.seat_keys.refresh()
    await hub.show()
    hub.move_who()


def _room_act(hub: Hub, tab: Tab, act: RoomAct, entry_id: str) -> "Future[Accepted]":
    leading, seat = hub.room.leading, tab.seat
    match act:
        case OpenRound() | Reveal() | StopRound():
            return _round_act(hub, tab, act)
        case KeepReview():
            kept = act.journey, act.note, act.forecast
            return leading.keep_review(seat, entry_id, *kept)
        case Lock():
            return leading.change(seat, locked=act.on)
        case Names():
            return leading.change(seat, names=act.on)
        case StartTimer():
            return leading.start_timer(seat, act.seconds)
        case SetPhase():
            return leading.change(seat, phase=act.phase)
        case _:
            assert_never(act)


def _round_act(hub: Hub, tab: Tab, act: RoundAct) -> "Future[Accepted]":
    leading, seat = hub.room.leading, tab.seat
    match act:
        case OpenRound():
            about = act.persona if act.form is RoundForm.CARDS else act.journey
            return leading.open_round(
                seat, about or "", act.form, anonymous=act.anonymous
            )
        case Reveal():
            return leading.reveal(seat, hub.present)
        case StopRound():
            return leading.stop_round(seat)
        case _:
            assert_never(act)


def _seat_act(running: Services, room_id: str, tab: Tab, act: SeatAct) -> None:
    lobby, device = running.lobby, tab.device
    match act:
        case RemovePerson():
            lobby.remove_person(room_id, device, act.participant)
        case HandOver():
            lobby.hand_over(room_id, device, act.participant)
        case MakeLink():
            lobby.make_link(room_id, device, act.right)
        case Withdraw():
            lobby.withdraw(room_id, device, act.right)
        case AnswerClaim():
            lobby.answer_claim(room_id, device, act.claim, yes=act.yes)
        case MakeCustomerLink() | WithdrawCustomerLink() | TakeOutCustomers():
            _customer_act(lobby.customers, room_id, device, act)
        case _:
            assert_never(act)


def _customer_act(
    customers: Customers, room_id: str, device: Device, act: CustomerAct
) -> None:
    match act:
        case MakeCustomerLink():
            customers.make_link(room_id, device, act.journey, act.until, act.scenario)
        case WithdrawCustomerLink():
            customers.withdraw(room_id, device, act.link)
        case TakeOutCustomers():
            customers.take_out(room_id, device, act.link)
        case _:
            assert_never(act)
