"""What the page behind the scenes is sent."""

import json

import pytest

from cxcore.commands import Add, Remove, SetAnswer, SetValue, WriteText
from cxcore.edit import apply, visible
from cxcore.model import Participant, Process
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.core.builders import small_workshop
from tests.live.build import rate, remove
from tests.pagekeys.build import view_of


def keys_after(*commands, led=None):
    """What the page adds to the table, after these changes to the small shop."""
    workshop = small_workshop()
    for command in commands:
        workshop = apply(workshop, command)
    return added(visible(workshop), led)


def added(workshop, led=None):
    keys = dict(view_of(workshop, "behind", led=led).added)
    assert keys.pop("page") == "behind"
    return keys


def owned(touchpoint_id, owner):
    return WriteText(
        of="touchpoint", id=touchpoint_id, field="owner", text=owner, seen=""
    )


def able(who, value, subject="till"):
    return SetAnswer(subject_id=subject, participant_id=who, part="able", value=value)


RATED = [rate("queue", -4.0), rate("pay", 3.5), rate("leave", 1.0)]


def test_every_key_of_the_page_is_there_and_is_plain_json():
    keys = keys_after(*RATED)

    assert set(keys) == {
        *("list/process", "process/till", "readiness", "unbacked", "departments"),
        *("list/participant", "participant/ana", "participant/ben"),
    }
    assert keys["list/process"] == ["till"]
    assert keys["process/till"]["lane"] == "back_stage"
    assert json.loads(json.dumps(keys, allow_nan=False)) == keys


def test_without_a_journey_there_are_processes_and_nothing_computed():
    names = ("journeys", "stages", "touchpoints", "processes", "participants")
    empty = {name: {} for name in names}

    keys = added(small_workshop().model_copy(update=empty))

    assert keys == {"list/process": [], "readiness": {}, "list/participant": []}


def test_whoever_takes_part_is_there_by_name_and_voices_without_one_are_not():
    voice = Participant(id="voice", name="Voice 1", anonymous=True)

    keys = keys_after(Add(of="participant", thing=voice))

    assert keys["list/participant"] == ["ana", "ben"]
    assert keys["participant/ana"]["department"] == ""
    assert "Voice 1" not in json.dumps(keys)


def test_a_process_that_was_removed_is_not_sent():
    gone = keys_after(Remove(of="process", id="till"))

    assert gone["list/process"] == []
    assert "process/till" not in gone


def test_a_moment_wears_why_it_should_have_a_process():
    decisive = [
        SetValue(of="touchpoint", id=key, field="moment_of_truth", value=True)
        for key in ("queue", "pay")
    ]

    keys = keys_after(*RATED, *decisive)

    assert keys["unbacked"]["queue"] == "no process · make-or-break"
    assert "pay" not in keys["unbacked"]


def test_each_department_sees_its_own_moments_and_what_she_arrives_with():
    keys = keys_after(*RATED, owned("queue", "Door"), owned("pay", "Till"))

    rows = keys["departments"]["rows"]

    assert [(row["name"], row["moments"], row["line"]) for row in rows] == [
        ("Door", ["queue"], "1 moment, bad"),
        ("Till", ["pay"], "1 moment, good"),
        ("", ["leave"], "1 moment, good"),
    ]
    assert [row["arrives"] for row in rows] == [
        None,
        "She comes to pay from something that felt awful.",
        None,
    ]
    assert rows[1]["numbers"].startswith("its own moments 85 of 100 · ")


def test_departments_that_are_not_rated_have_no_numbers():
    (row,) = keys_after()["departments"]["rows"]

    assert row["line"] == "3 moments, not rated"
    assert row["numbers"] is None


@pytest.mark.parametrize(("overall", "is_said"), [(2.0, True), (8.0, False)])
def test_it_is_said_when_all_departments_look_good_and_the_journey_does_not(
    overall, is_said
):
    good = [rate("queue", 3.0), rate("pay", 3.0), rate("leave", 3.0)]
    owners = [owned("queue", "Door"), owned("pay", "Till"), owned("leave", "Till")]
    whole = SetAnswer(
        subject_id="visit", participant_id="ana", part="overall", value=overall
    )

    sentence = keys_after(*good, *owners, whole)["departments"]["sentence"]

    assert (sentence is not None) is is_said


def test_what_staff_say_is_a_spread_from_three_answers_on():
    two = [able("ana", 4.0), able("ben", 2.0)]
    few, enough = keys_after(*two), keys_after(*two, able("cleo", 5.0))

    assert few["readiness"]["till"]["able"] == {
        "counts": None,
        "text": "Shown from three answers on.",
    }
    assert enough["readiness"]["till"]["able"] == {
        "counts": [0, 1, 0, 1, 1],
        "text": "2 of 3 could deliver it tomorrow.",
    }


def test_only_what_somebody_was_asked_about_is_in_what_staff_say():
    keys = keys_after(able("ana", 4.0, subject="pay"))

    assert set(keys["readiness"]) == {"pay"}


def test_a_moment_that_was_removed_is_in_nobody_s_hands():
    keys = keys_after(*RATED, owned("pay", "Till"), remove("pay"))

    assert [row["name"] for row in keys["departments"]["rows"]] == [""]


def test_processes_come_in_their_order():
    early = Process(id="early", name="Early", position="C")

    assert keys_after(Add(of="process", thing=early))["list/process"] == [
        "early",
        "till",
    ]


def test_an_open_round_hides_what_it_asks_here_too():
    asked = Round(
        id="r1", journey_id="visit", number=1, form="light", parts=("valence",)
    )
    keys = keys_after(*RATED, led=Led(Facilitation(round=asked), Answers()))

    (row,) = keys["departments"]["rows"]
    assert row["line"] == "3 moments, not rated"
    assert row["numbers"] is None
