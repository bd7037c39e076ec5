"""What a room refuses although it fits: what could not be saved or read again."""

import pytest

from cxcore.commands import Batch, Place, Restore
from cxcore.document import DEFAULT, Envelope, read, write
from cxcore.edit import visible
from cxcore.model import Participant, Touchpoint
from cxcore.model.base import POSITION_MAX
from cxlive.errors import NotAllowedError, RoomFullError, TooManyMovesError
from cxlive.limits import PARTICIPANTS, TOUCHPOINTS
from cxlive.room import rules
from cxlive.seating.seats import Right
from tests.core.builders import small_workshop
from tests.live.build import (
    PATIENCE,
    add,
    add_participant,
    house,
    mint,
    rate,
    remove,
    rename,
)


def put_first(touchpoint_id):
    return Place(of="touchpoint", id=touchpoint_id, parent_id="buy", after="")


def workshop_with(**collections):
    return small_workshop().model_copy(update=collections)


def with_touchpoints(count):
    there = small_workshop().touchpoints
    more = {
        f"t{n}": Touchpoint(id=f"t{n}", name="T", stage_id="buy", position="U")
        for n in range(count - len(there))
    }
    return workshop_with(touchpoints={**there, **more})


@pytest.fixture
def crowded():
    """A room in which the first place of a stage has no place before it."""
    first = "0" * (POSITION_MAX - 1) + "1"
    there = small_workshop().touchpoints
    pay = there["pay"].model_copy(update={"position": first})
    made = house(workshop=workshop_with(touchpoints={**there, "pay": pay}))
    yield made
    made.lobby.close()


@pytest.fixture
def full():
    """A room with all touchpoints but one that a file can hold."""
    made = house(workshop=with_touchpoints(TOUCHPOINTS - 1))
    yield made
    made.lobby.close()


@pytest.mark.parametrize(
    "too_many",
    [
        put_first("leave"),
        add("New", after=""),
        Batch(commands=(rename("pay", "Till"), put_first("queue"))),
    ],
    ids=["place", "add", "batch"],
)
def test_a_place_whose_key_no_file_could_hold_is_refused(crowded, too_many):
    with pytest.raises(TooManyMovesError, match="too many moves at this one place"):
        crowded.do(crowded.ana, too_many)

    assert crowded.room.snapshot.revision == 0
    assert crowded.do(crowded.ana, add("Behind", after="leave")).rev == 1


def test_however_often_something_is_put_first_the_room_opens_again(crowded):
    for turn in range(10):
        moved = ("leave", "queue")[turn % 2]
        with pytest.raises(TooManyMovesError):
            crowded.do(crowded.ana, put_first(moved))
    crowded.do(crowded.ana, rename("pay", "Till"))

    assert "Till" in crowded.reopened().names()


def test_a_room_takes_as_many_touchpoints_as_a_file_and_no_more(full):
    last = add("Last")
    full.do(full.ana, last)

    with pytest.raises(RoomFullError, match="5,000 touchpoints"):
        full.do(full.ana, add("One more"))
    full.do(full.ana, remove(last.thing.id))
    with pytest.raises(RoomFullError):
        full.do(full.ana, add("In its place"))

    full.do(full.ana, Restore(of="touchpoint", id=last.thing.id))
    read(write(Envelope(full.room.snapshot.workshop), DEFAULT).data)


def test_a_batch_is_counted_as_a_whole(full):
    with pytest.raises(RoomFullError):
        full.do(full.ana, Batch(commands=(add("One"), add("Two"))))

    assert full.room.snapshot.revision == 0


def test_what_is_not_saved_yet_is_counted_too(shaky, monkeypatch):
    monkeypatch.setitem(rules._MOST, "touchpoint", 4)  # noqa: SLF001
    shaky.store.go.clear()
    first = shaky.room.submit(shaky.ana, add("Fourth"), mint())

    with pytest.raises(RoomFullError):
        shaky.room.submit(shaky.ana, add("Fifth"), mint())

    shaky.store.go.set()
    assert first.result(PATIENCE).rev == 1


def test_participants_are_counted_however_they_are_added():
    people = {
        f"p{n}": Participant(id=f"p{n}", name=f"P{n}", removed=n > 0)
        for n in range(PARTICIPANTS)
    }
    full = house(workshop=workshop_with(participants=people))

    with pytest.raises(RoomFullError, match="200 participants"):
        full.do(full.ana, add_participant("One more"))
    full.lobby.close()


def test_who_was_taken_out_rates_no_more_and_is_told(home):
    ben = home.seat_for("ben")
    home.do(home.ana, remove("ben", "participant"))

    with pytest.raises(NotAllowedError, match="You were taken out of this workshop"):
        home.do(ben, rate("pay", -4.0))

    home.do(home.ana, Restore(of="participant", id="ben"))
    home.do(ben, rate("pay", -4.0))
    assert "ben" in visible(home.room.snapshot.workshop).ratings["pay"]


def test_a_command_sent_again_is_answered_although_its_author_was_taken_out(home):
    ben, command, entry_id = home.seat_for("ben"), rate("pay", -4.0), mint()
    first = home.room.submit(ben, command, entry_id).result(PATIENCE)
    home.do(home.ana, remove("ben", "participant"))

    assert home.room.submit(ben, command, entry_id).result(PATIENCE).rev == first.rev


def test_nobody_but_a_facilitator_takes_somebody_out(home):
    ben = home.seat_for("ben")

    for who in ("ana", "ben"):
        with pytest.raises(NotAllowedError, match="Only the facilitator"):
            home.do(ben, remove(who, "participant"))


def test_who_took_themselves_out_is_brought_back_by_another_facilitator(home):
    home.do(home.ana, remove("ana", "participant"))

    with pytest.raises(NotAllowedError, match="You were taken out"):
        home.room.undo(home.ana, mint())

    ben = home.seat_for("ben", Right.FACILITATOR)
    home.do(ben, Restore(of="participant", id="ana"))
    assert not home.room.snapshot.workshop.participants["ana"].removed
