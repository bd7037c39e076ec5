"""Who may give which command: every right, locked or not, with every kind."""

from dataclasses import dataclass

import pytest
from pydantic import TypeAdapter

from cxcore.commands import (
    Add,
    Batch,
    Place,
    Remove,
    Restore,
    SetAnswer,
    SetRating,
    SetValue,
    WriteText,
)
from cxcore.commands.changes import Single
from cxcore.model import THINGS, Participant, Pin, RoundOutcome, Touchpoint
from cxlive.channel.orders import read_command
from cxlive.errors import NotAllowedError
from cxlive.ids import new_id
from cxlive.room.rights import check_right
from cxlive.seating.seats import Right, Seat
from tests.live.build import add, outcome, rename
from tests.rounds.build import overall, say

FACILITATOR, PARTICIPANT, LOCKED = "facilitator", "participant", "locked"
OBSERVER, STANDING, STANDING_LEAD = "observer", "standing", "standing to lead"

EVERYBODY = {FACILITATOR, PARTICIPANT, LOCKED}
OPEN = {FACILITATOR, PARTICIPANT}
LEADS = {FACILITATOR}
NOBODY = set()


@dataclass(frozen=True)
class Case:
    what: str
    command: object
    may: frozenset


def of_person(who, field="name", value="New"):
    if field == "name":
        text = {"of": "participant", "id": who, "field": "name"}
        return WriteText(**text, text=value, seen=who.title())
    return SetValue(of="participant", id=who, field=field, value=value)


def pin():
    remark = Pin(id=new_id(), journey_id="visit", text="!", position="U")
    return Add(of="pin", thing=remark, after="")


def voice():
    return Participant(id=new_id(), name="Voice 9", anonymous=True)


def person():
    return Participant(id=new_id(), name="Eve")


def setting():
    return SetValue(of="settings", id="settings", field="weighting", value="viewpoints")


CASES = [
    Case("rate", say(1.0), EVERYBODY),
    Case("answer", overall(1.0), EVERYBODY),
    Case("add a remark", pin(), EVERYBODY),
    Case("my name", of_person("ben"), EVERYBODY),
    Case("my viewpoint", of_person("ben", "viewpoint", "customer"), EVERYBODY),
    Case("be shown alone", of_person("ben", "shown_alone", value=True), EVERYBODY),
    Case("rename", rename("pay", "Till"), OPEN),
    Case("add", add("New"), OPEN),
    Case("remove", Remove(of="touchpoint", id="pay"), OPEN),
    Case("restore", Restore(of="touchpoint", id="gone"), OPEN),
    Case(
        "move",
        Place(of="touchpoint", id="pay", parent_id="find", position="H"),
        OPEN,
    ),
    Case(
        "wanted", SetValue(of="touchpoint", id="pay", field="wanted", value=1.0), OPEN
    ),
    Case("remove a remark", Remove(of="pin", id="first"), OPEN),
    Case("another's name", of_person("cleo"), LEADS),
    Case("another's viewpoint", of_person("cleo", "viewpoint", "customer"), LEADS),
    Case("add somebody", Add(of="participant", thing=person()), LEADS),
    Case("remove somebody", Remove(of="participant", id="cleo"), LEADS),
    Case("remove myself", Remove(of="participant", id="ben"), LEADS),
    Case("settings", setting(), LEADS),
    Case("agree for another", of_person("cleo", "shown_alone", value=True), NOBODY),
    Case("an outcome", Add(of="round", thing=outcome("r")), NOBODY),
    Case("no outcome", Remove(of="round", id="r"), NOBODY),
    Case("a voice", Add(of="participant", thing=voice()), NOBODY),
]
SEATS = {
    FACILITATOR: ("ben", Right.FACILITATOR, False),
    PARTICIPANT: ("ben", Right.PARTICIPANT, False),
    LOCKED: ("ben", Right.PARTICIPANT, True),
    OBSERVER: ("ben", Right.OBSERVER, False),
    STANDING: ("", Right.PARTICIPANT, False),
    STANDING_LEAD: ("", Right.FACILITATOR, False),
}


def prepared(here, locked):
    """Something to restore and a remark to remove, before the lock is on."""
    gone = Touchpoint(id="gone", name="Gone", stage_id="buy", position="z")
    remark = Pin(id="first", journey_id="visit", text="Here", position="U")
    for command in (
        Add(of="touchpoint", thing=gone),
        Remove(of="touchpoint", id="gone"),
        Add(of="pin", thing=remark),
    ):
        here.do("ana", command)
    here.room.leading.change(here.seat("ana"), locked=locked).result()


@pytest.mark.parametrize("who", SEATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
@pytest.mark.parametrize("batched", [False, True], ids=["alone", "in a batch"])
def test_who_may_do_what(shaky, case, who, batched):
    participant_id, right, locked = SEATS[who]
    prepared(shaky, locked)
    seat = Seat(shaky.home.room_id, participant_id, right)
    command = case.command
    if batched:
        command = Batch(commands=(say(2.0, "queue"), command))
    before = shaky.room.snapshot

    if who in case.may:
        shaky.home.do(seat, command)
    else:
        with pytest.raises(NotAllowedError) as refused:
            shaky.home.do(seat, command)
        assert str(refused.value).endswith(".")
        assert shaky.room.snapshot is before


def test_the_matrix_knows_every_kind_of_command():
    kinds = TypeAdapter(Single).json_schema()["discriminator"]["mapping"]

    assert {case.command.kind for case in CASES} == set(kinds)


@pytest.mark.parametrize("of", sorted(THINGS))
def test_a_locked_structure_can_lose_nothing_of_any_kind(of):
    seat = Seat("r", "ben", Right.PARTICIPANT)

    with pytest.raises(NotAllowedError):
        check_right(seat, Remove(of=of, id="x"), locked=True)


def test_a_lock_is_no_lock_for_who_leads(here):
    prepared(here, locked=True)

    here.do("ana", rename("pay", "Till"))

    assert here.workshop.touchpoints["pay"].name == "Till"


def test_a_lock_bars_the_undo_of_what_was_done_before_it(here):
    here.do("ben", rename("pay", "Till"))
    here.room.leading.change(here.seat("ana"), locked=True).result()

    with pytest.raises(NotAllowedError, match="locked the structure"):
        here.undo("ben")
    here.room.leading.change(here.seat("ana"), locked=False).result()
    here.undo("ben")

    assert here.workshop.touchpoints["pay"].name == "pay"


def test_a_rating_in_another_s_name_becomes_ones_own(here):
    forged = {
        "kind": "batch",
        "commands": [
            {
                "kind": "set_rating",
                "touchpoint_id": "pay",
                "participant_id": "cleo",
                "part": "valence",
                "value": 5.0,
            },
            {
                "kind": "set_answer",
                "subject_id": "visit",
                "participant_id": "cleo",
                "part": "overall",
                "value": 5.0,
            },
        ],
    }
    here.do("ben", read_command(forged, "ben"))
    forged_past_reading = SetRating(
        touchpoint_id="queue", participant_id="cleo", part="valence", value=5.0
    )
    here.do("ben", forged_past_reading)

    assert here.valences() == {"ben": 5.0}
    assert here.valences("queue") == {"ben": 5.0}
    assert set(here.workshop.answers["visit"]) == {"ben"}


@pytest.mark.parametrize(
    "command",
    [
        SetRating(
            touchpoint_id="pay", participant_id="cleo", part="valence", value=5.0
        ),
        SetAnswer(subject_id="visit", participant_id="cleo", part="overall", value=5.0),
    ],
    ids=lambda command: command.kind,
)
def test_in_a_round_too_nobody_answers_for_another(here, command):
    here.open()
    here.do("ben", command)

    assert here.room.led.answers.of(here.open_round.id, "cleo") == {}


def test_nobody_forges_an_outcome_that_would_end_the_open_round(here):
    here.open()
    asked = here.open_round
    forged = RoundOutcome(
        id=asked.id,
        journey_id="visit",
        number=1,
        parts=("valence",),
        asked=1,
        ratings={},
    )

    with pytest.raises(NotAllowedError):
        here.do("ana", Add(of="round", thing=forged))

    assert here.open_round == asked
