"""Sitting down, handing over, and taking somebody out."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from cxcore.edit import visible
from cxcore.model import Viewpoint
from cxlive import limits
from cxlive.errors import (
    NoSeatError,
    NotAllowedError,
    TooManyDevicesError,
    WasTakenOutError,
)
from cxlive.seating.device import device_hash, new_device
from cxlive.seating.links import Way
from cxlive.seating.plan import SeatingPlan
from cxlive.seating.seats import Right
from cxlive.store import SeatRecord
from tests.core.builders import small_workshop
from tests.live.build import rate, rename

ADDRESS = "192.0.2.1"


def standing(home, way=Way.CODE):
    device = new_device()
    home.lobby.links.exchange(home.lobby.links.make(home.room_id, way), device, ADDRESS)
    return device


def right_of(home, device):
    return home.lobby.seat(home.room_id, device).right


def test_without_being_let_in_nobody_sits_down(home):
    with pytest.raises(NoSeatError):
        home.lobby.sit(home.room_id, new_device(), None, "Mallory")

    assert len(home.room.snapshot.workshop.participants) == 2


def test_who_was_let_in_sits_down_with_name_and_viewpoint(home):
    device = standing(home)

    seat = home.lobby.sit(home.room_id, device, None, "Cleo", Viewpoint.FRONT_LINE)

    person = home.room.snapshot.workshop.participants[seat.participant_id]
    assert (person.name, person.viewpoint) == ("Cleo", Viewpoint.FRONT_LINE)
    assert home.lobby.seat(home.room_id, device) == seat


@pytest.mark.parametrize("way", [Way.CODE, Way.PARTICIPANT, Way.FACILITATOR])
def test_sitting_down_keeps_the_right_of_the_link(home, way):
    device = standing(home, way)

    assert home.lobby.sit(home.room_id, device, None, "Cleo").right is way.right


def test_an_observer_stays_standing(home):
    device = standing(home, Way.OBSERVER)

    with pytest.raises(NotAllowedError):
        home.lobby.sit(home.room_id, device, None, "Cleo")
    with pytest.raises(NotAllowedError):
        home.lobby.claim(home.room_id, device, "ben")
    assert home.lobby.seat(home.room_id, device).is_standing


def test_nothing_can_be_done_while_standing(home):
    device = standing(home, Way.FACILITATOR)

    with pytest.raises(NotAllowedError):
        home.do(home.lobby.seat(home.room_id, device), rename("pay", "Till"))


def test_who_has_arrived_is_counted_without_the_one_who_made_the_room(home):
    assert home.lobby.arrived(home.room_id) == 0
    standing(home)
    standing(home, Way.OBSERVER)
    assert home.lobby.arrived(home.room_id) == 2


def test_a_room_knows_so_many_devices_and_no_more(home):
    home.store.put_seat(
        *(
            SeatRecord(home.room_id, f"d{n}", "", Right.PARTICIPANT, _seen(home))
            for n in range(limits.DEVICES - 1)
        )
    )

    with pytest.raises(TooManyDevicesError):
        standing(home)


def _seen(home):
    return home.store.seats(home.room_id)[0].seen_at


# Handing over


def test_who_is_handed_over_to_leads_on_all_their_devices_and_i_on_none(home):
    ben, bens_phone = home.device_for("ben"), home.device_for("ben")
    my_phone = home.device_for("ana", Right.FACILITATOR)
    co = home.device_for("cleo", Right.FACILITATOR)

    home.lobby.hand_over(home.room_id, home.device, "ben")

    assert {right_of(home, d) for d in (ben, bens_phone)} == {Right.FACILITATOR}
    assert {right_of(home, d) for d in (home.device, my_phone)} == {Right.PARTICIPANT}
    assert right_of(home, co) is Right.FACILITATOR
    assert home.ana.participant_id == "ana"


def test_only_who_leads_hands_over_and_only_to_somebody_who_sits(home):
    ben = home.device_for("ben")

    with pytest.raises(NotAllowedError):
        home.lobby.hand_over(home.room_id, ben, "ben")
    with pytest.raises(NotAllowedError):
        home.lobby.hand_over(home.room_id, home.device, "nobody")
    with pytest.raises(NotAllowedError):
        home.lobby.hand_over(home.room_id, home.device, "ana")
    assert right_of(home, home.device) is Right.FACILITATOR


def test_nobody_is_handed_over_to_who_has_no_device_here(home):
    with pytest.raises(NotAllowedError, match="Nobody sits"):
        home.lobby.hand_over(home.room_id, home.device, "ben")


def test_who_has_handed_over_can_do_nothing_with_that_any_more(home):
    home.device_for("ben")
    home.lobby.hand_over(home.room_id, home.device, "ben")

    with pytest.raises(NotAllowedError):
        home.lobby.hand_over(home.room_id, home.device, "ana")
    with pytest.raises(NotAllowedError):
        home.lobby.make_link(home.room_id, home.device, "facilitator")


# Taking somebody out


def test_who_is_taken_out_loses_every_seat_and_does_not_count(home):
    ben, phone = home.device_for("ben"), home.device_for("ben")
    seat = home.lobby.seat(home.room_id, ben)

    home.lobby.remove_person(home.room_id, home.device, "ben")

    assert home.lobby.seat(home.room_id, ben) is None
    assert home.lobby.seat(home.room_id, phone) is None
    assert home.lobby.recent(ben) == []
    assert "ben" not in visible(home.room.snapshot.workshop).participants
    with pytest.raises(NotAllowedError):  # though a window still believes it sits
        home.do(seat, rate("pay", 1.0))
    with pytest.raises(NoSeatError):
        home.lobby.sit(home.room_id, ben, "ben")
    with pytest.raises(NoSeatError):
        home.lobby.claim(home.room_id, ben, "ana")


def test_who_was_taken_out_comes_back_by_a_newer_link_only(home):
    code = home.lobby.links.make(home.room_id, Way.CODE)
    device = new_device()
    home.lobby.links.exchange(code, device, ADDRESS)
    person = home.lobby.sit(home.room_id, device, None, "Mallory").participant_id
    home.lobby.remove_person(home.room_id, home.device, person)

    with pytest.raises(WasTakenOutError):
        home.lobby.links.exchange(code, device, ADDRESS)
    with pytest.raises(WasTakenOutError):
        home.reopened().lobby.links.exchange(code, device, ADDRESS)

    after = home.reopened()
    fresh = after.lobby.make_link(home.room_id, home.device, "code")
    assert after.lobby.links.exchange(fresh, device, ADDRESS).seat.is_standing
    after.lobby.close()


def test_taking_one_out_leaves_the_others_and_other_rooms(home):
    ben = home.device_for("ben")
    other = home.lobby.make(ben, small_workshop())
    waiting = standing(home)

    home.lobby.remove_person(home.room_id, home.device, "ben")

    assert home.lobby.seat(other, ben) is not None
    assert home.lobby.seat(home.room_id, waiting) is not None
    assert home.ana is not None


@pytest.mark.parametrize("who", ["ana", "nobody", ""])
def test_nobody_takes_out_themselves_nor_somebody_who_is_not_there(home, who):
    waiting = standing(home)

    with pytest.raises(NotAllowedError):
        home.lobby.remove_person(home.room_id, home.device, who)

    assert home.lobby.seat(home.room_id, waiting) is not None


def test_only_who_leads_takes_anybody_out(home):
    ben = home.device_for("ben")

    with pytest.raises(NotAllowedError):
        home.lobby.remove_person(home.room_id, ben, "ana")
    with pytest.raises(NotAllowedError):
        home.lobby.remove_person(home.room_id, standing(home), "ana")


def test_taking_out_twice_is_as_good_as_once(home):
    home.device_for("ben")

    home.lobby.remove_person(home.room_id, home.device, "ben")
    home.lobby.remove_person(home.room_id, home.device, "ben")

    assert len(home.store.seats(home.room_id)) == 1


def test_who_is_taken_out_while_sitting_down_does_not_keep_a_seat(home):
    """Whichever comes first, in the end the seat is gone."""
    for _ in range(20):
        device = home.device_for("ben")
        plan = SeatingPlan(home.store)
        start = threading.Barrier(2)

        def move(device=device, plan=plan, start=start):
            start.wait()
            try:
                plan.move(home.room_id, device_hash(device), "ben")
            except NoSeatError:
                pass

        def take_out(plan=plan, start=start):
            start.wait()
            plan.take_out(home.room_id, "ben")

        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(move), pool.submit(take_out)]:
                done.result()

        assert home.lobby.seat(home.room_id, device) is None
