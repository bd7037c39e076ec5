"""Undo and redo in a room, across people and restarts."""

import pytest

from cxcore.commands import Add
from cxlive.errors import NothingToUndoError
from tests.live.build import PATIENCE, add, mint, outcome, rate, rename


def undo(home, seat=None):
    return home.room.undo(seat or home.ana, mint()).result(PATIENCE)


def redo(home, seat=None):
    return home.room.redo(seat or home.ana, mint()).result(PATIENCE)


def test_undo_takes_back_my_newest_change_and_redo_does_it_again(home):
    home.do(home.ana, rename("pay", "Pay by card"))

    undo(home)
    assert "pay" in home.names()

    redo(home)
    assert "Pay by card" in home.names()


def test_undo_passes_over_a_name_that_somebody_else_has_changed_and_says_so(home):
    ben = home.seat_for("ben")
    home.do(home.ana, rename("pay", "Pay by card"))
    home.do(home.ana, rename("queue", "Line"))
    home.do(ben, rename("queue", "Waiting", seen="Line"))

    done = undo(home)

    assert home.names() == ["Waiting", "pay", "leave"]
    assert done.note == (
        "Passed over a change of yours (“Waiting”): Ben changed it since."
    )


def test_with_nothing_left_undo_says_why(home):
    with pytest.raises(NothingToUndoError, match="nothing of yours to take back"):
        undo(home)
    home.do(home.ana, rename("pay", "Pay by card"))
    home.do(home.seat_for("ben"), rename("pay", "Till", seen="Pay by card"))

    with pytest.raises(NothingToUndoError, match="Others have gone on"):
        undo(home)


def test_undo_works_after_a_restart_on_what_was_done_before(home):
    home.do(home.ana, rename("pay", "Pay by card"))
    home.do(home.ana, rename("queue", "Line"))
    home.lobby.close()

    after = home.reopened()
    undo(after)
    undo(after)

    assert after.names() == ["queue", "pay", "leave"]


def test_undo_sent_twice_takes_back_once(home):
    home.do(home.ana, rename("pay", "Pay by card"))
    home.do(home.ana, rename("queue", "Line"))
    entry_id = mint()

    home.room.undo(home.ana, entry_id).result(PATIENCE)
    home.room.undo(home.ana, entry_id).result(PATIENCE)

    assert home.names() == ["queue", "Pay by card", "leave"]


def test_undo_passes_by_what_the_room_itself_has_done(home):
    home.do(home.ana, rename("pay", "Pay by card"))
    home.room.write(Add(of="round", thing=outcome("first")), mint()).result(PATIENCE)

    undo(home)

    assert "pay" in home.names()
    assert "first" in home.room.snapshot.workshop.rounds


def test_a_room_knows_at_any_time_whether_there_is_something_to_undo(home):
    ben = home.seat_for("ben")
    assert home.room.can_take_back("ana") == (False, False)

    home.do(home.ana, rename("pay", "Pay by card"))
    assert home.room.can_take_back("ana") == (True, False)
    assert home.room.can_take_back("ben") == (False, False)

    home.do(ben, rate("pay", 3.0))
    assert home.room.can_take_back("ana") == (True, False)

    home.do(ben, rename("pay", "Till", seen="Pay by card"))
    assert home.room.can_take_back("ana") == (False, False)

    undo(home, ben)
    undo(home, ben)
    assert home.room.can_take_back("ben") == (False, True)


def test_nobody_takes_back_that_somebody_sat_down(home):
    seat = home.lobby.sit(home.room_id, home.device, None, "Cleo")

    assert home.room.can_take_back(seat.participant_id) == (False, False)


def test_many_changes_can_be_taken_back_one_by_one(home):
    for n in range(30):
        home.do(home.ana, add(f"T{n}"))

    for _ in range(30):
        undo(home)

    shown = [
        t for t in home.room.snapshot.workshop.touchpoints.values() if not t.removed
    ]
    assert [each.name for each in shown] == ["queue", "pay", "leave"]


def test_ninety_changes_can_be_taken_back_one_by_one(home):
    for number in range(90):
        home.do(home.ana, rate("pay", (number % 50) / 10 + 0.1))

    for _ in range(90):
        undo(home)

    assert home.room.can_take_back(home.ana.participant_id)[0] is False


def test_a_change_that_changed_nothing_is_no_step_of_undo(home):
    for value in (1.0, 3.0, 3.0):
        home.do(home.ana, rate("pay", value))

    undo(home)

    rating = home.room.snapshot.workshop.ratings["pay"]["ana"]["as_persona"]
    assert rating.valence == 1.0
