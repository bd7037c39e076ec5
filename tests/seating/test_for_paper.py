"""Typing in for somebody without a device: only for whoever leads."""

import pytest

from cxlive.errors import NoSeatError, NotAllowedError
from cxlive.seating.device import new_device
from cxlive.seating.links import Way
from cxlive.seating.seats import Right, Seat
from tests.live.build import rate, remove

ADDRESS = "192.0.2.1"


def test_who_leads_types_in_for_anybody_and_keeps_their_own_seat(home):
    seat = home.lobby.for_paper(home.room_id, home.device, "ben")
    home.do(seat, rate("pay", -2.0, "ana"))

    assert seat == Seat(home.room_id, "ben", Right.FACILITATOR)
    assert set(home.room.snapshot.workshop.ratings["pay"]) == {"ben"}
    assert home.ana.participant_id == "ana"


@pytest.mark.parametrize("way", [Way.PARTICIPANT, Way.OBSERVER])
def test_nobody_else_does(home, way):
    device = new_device()
    home.lobby.links.exchange(home.lobby.links.make(home.room_id, way), device, ADDRESS)

    with pytest.raises(NotAllowedError):
        home.lobby.for_paper(home.room_id, device, "ben")
    with pytest.raises(NotAllowedError):
        home.lobby.add_person(home.room_id, device, "Mallory")
    with pytest.raises(NoSeatError):
        home.lobby.for_paper(home.room_id, new_device(), "ben")


def test_who_is_not_there_has_no_sheet(home):
    home.do(home.ana, remove("ben", of="participant"))

    for who in ("ben", "nobody", ""):
        with pytest.raises(NotAllowedError):
            home.lobby.for_paper(home.room_id, home.device, who)


def test_somebody_without_a_device_is_added_by_name(home):
    who = home.lobby.add_person(home.room_id, home.device, " <b>Rosa</b>\x00 ")

    assert home.room.snapshot.workshop.participants[who].name == "<b>Rosa</b>"
