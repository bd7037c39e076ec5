"""Who may do what: every right with every message, over the socket (4.4)."""

import contextlib

import pytest
from starlette.websockets import WebSocketDisconnect

from cxlive.seating.device import new_device
from tests.live.line import Line, client, connected, hello, raw_socket
from tests.live.rights import COMMANDS, ORDERS, SEATS, a_room, seat_in

REFUSALS = {"NotAllowed", "NoSeat", "NothingToUndo"}


@pytest.fixture(scope="module")
def http():
    with client() as made:
        yield made


def stored(home):
    """All that is kept of a room: the workshop, how it is led, who sits where."""
    seats = [
        (each.device, each.participant_id, each.right)
        for each in home.store.seats(home.room_id)
    ]
    links = dict(home.lobby.links.shown(home.room_id))
    claims = home.lobby.claims(home.ana)
    return home.room.snapshot, home.room.led, seats, links, claims


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
@pytest.mark.parametrize("seat", SEATS)
def test_what_a_right_does_not_allow_is_refused_and_nothing_is_stored(
    http, seat, order
):
    with a_room() as home:
        device, me = seat_in(home, seat)
        message = order.as_sent(me, order.prepare(home))
        with connected(http, home, device) as line:
            before = stored(home)
            line.send(**message)
            answer = line.answer(message["id"])

        if seat in order.by:
            assert answer["kind"] == "ok", answer
        else:
            assert answer["kind"] == "no"
            assert answer["error"] in REFUSALS, answer
            assert stored(home) == before


def test_without_a_seat_in_this_room_there_is_nobody_to_talk_to(http):
    with a_room() as home:
        removed = home.device_for("ben")
        home.lobby.remove_person(home.room_id, home.device, "ben")
        leads_elsewhere = new_device()
        home.lobby.make(leads_elsewhere, home.room.snapshot.workshop)
        before = stored(home)

        for device in (new_device(), leads_elsewhere, removed):
            with raw_socket(http, device) as socket:
                line = Line(socket)
                hello(line, home.room_id)
                assert line.hear()["reason"] == "not_allowed"
                with pytest.raises(WebSocketDisconnect):
                    line.hear()

        assert stored(home) == before


def test_who_is_taken_out_loses_the_line_at_once(http):
    with a_room() as home:
        with (
            connected(http, home) as ana,
            connected(http, home, home.device_for("ben")) as ben,
        ):
            ana.send(
                kind="lead",
                id="out",
                act={"do": "remove_person", "participant": "ben"},
            )
            assert ana.answer("out")["kind"] == "ok"
            assert ben.until("bye")["reason"] == "not_allowed"
            before = stored(home)
            _, command, _ = COMMANDS[0]
            with contextlib.suppress(WebSocketDisconnect):
                ben.send(kind="do", id="late", command=command)
                ben.hear()

        assert stored(home) == before
