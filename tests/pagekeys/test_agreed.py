"""How far a room agrees, as the page "What matters" is told."""

import json

import pytest

from cxcore.model import (
    Evidence,
    EvidenceType,
    Participant,
    Settings,
    Viewpoint,
    Workshop,
)
from cxcore.rounds import RoundForm
from cxlive.board.agreed import DISCUSSED, IN_A_ROUND, NO_JOURNEY, agreement_keys
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.analysis.builders import JOURNEY, Moment, said, who, with_things, workshop_of
from tests.pagekeys.build import view_of

CUSTOMER = Viewpoint.CUSTOMER
UNTOLD = {"numbers": [], "discuss": [], "apart": [], "customers": None}


def told(workshop, led=None):
    return agreement_keys(view_of(workshop, "journey", led=led))["agreement"]


def room(*rows, **more):
    """Moments t0, t1, … that all matter, with the valences of so many people."""
    return workshop_of(
        *(
            Moment(f"t{at}", said(valence=row, importance=[5] * len(row)))
            for at, row in enumerate(rows)
        ),
        **more,
    )


def asking(*parts, moments=("t0",)):
    """A round is open that asks for these parts."""
    asked = Round(
        id="r",
        journey_id=JOURNEY,
        number=1,
        form=RoundForm.LIGHT,
        parts=parts,
        touchpoint_ids=moments,
    )
    return Led(Facilitation(round=asked), Answers())


SPLIT = ((-4, -4, -4, 4), (1, 1, 1, 1), (3, 3, 3, 2), (-1, -1, -2, -1))


def test_without_a_journey_and_without_ratings_there_is_a_sentence():
    assert told(Workshop(id="w")) == {"sentence": NO_JOURNEY, **UNTOLD}
    assert told(workshop_of(Moment("t0"))) == {
        "sentence": "Nothing is rated yet.",
        **UNTOLD,
    }


def test_what_is_worth_talking_about_comes_with_both_sides():
    found = told(room(*SPLIT))

    assert found["discuss"] == [
        {
            "touchpoint": "t0",
            "sentence": (
                "We see t0 differently: it matters, and our answers are far apart."
            ),
            "below": 3,
            "above": 1,
        }
    ]


def test_a_room_is_offered_no_more_than_it_can_talk_about():
    rows = [(-4, 4, -4, 4)] * (DISCUSSED + 2)

    assert len(told(room(*rows))["discuss"]) == DISCUSSED


def test_numbers_stand_by_themselves_with_their_names():
    numbers = dict(told(room(*SPLIT))["numbers"])

    assert "Our rankings of the moments: Kendall's W" in numbers
    assert "Kendall" not in told(room(*SPLIT))["sentence"]


def test_who_stands_apart_is_told_only_where_names_are_shown():
    rows = [(3, 3, 3, -4)] * 3
    named = room(*rows, settings=Settings(show_names=True))

    assert told(room(*rows))["apart"] == []
    assert told(named)["apart"] == [
        {
            "name": who(3),
            "sentence": f"{who(3)} sees this journey worse than the rest of us do.",
        }
    ]


def test_who_leads_can_have_names_shown_for_this_room_alone():
    shown = Led(Facilitation(names=True), Answers())

    keys = view_of(room(*[(3, 3, 3, -4)] * 3), "matters", led=shown).shared.table

    assert [each["name"] for each in keys["agreement"]["apart"]] == [who(3)]


def test_a_voice_without_a_name_is_never_told():
    named = room(*[(3, 3, 3, -4)] * 3, settings=Settings(show_names=True))
    voice = Participant(id=who(3), name="Voice 7", anonymous=True)
    people = {**named.participants, who(3): voice}

    found = told(named.model_copy(update={"participants": people}))

    assert found["apart"] == []
    assert "Voice 7" not in json.dumps(found)


CUSTOMERS = room(
    (-4, -4, -4, 2, 2),
    (-1, -1, -1, -4, -4),
    (2, 2, 2, 3, 3),
    viewpoints=[CUSTOMER] * 3,
)


def test_customers_stand_beside_us_where_they_would_start_elsewhere():
    assert told(CUSTOMERS)["customers"] == {
        "sentence": "Customers would start elsewhere: t0, t1. We: t1.",
        "ours": ["t1"],
        "theirs": ["t0", "t1"],
    }


def test_customers_who_would_start_where_we_would_are_not_mentioned():
    alike = room(*[(-4, -4, -4, -4, -4)] * 3, viewpoints=[CUSTOMER] * 3)

    assert told(alike)["customers"] is None


@pytest.mark.parametrize(
    "moments", [("t0", "t1", "t2"), ("t2",)], ids=["every moment", "one of them"]
)
def test_while_a_round_asks_how_it_feels_nothing_is_told(moments):
    survey = Evidence(
        id="survey",
        evidence_type=EvidenceType.SURVEY,
        title="Survey",
        survey={f"t{at}": (-4.0, -5.0, 1.0) for at in range(3)},
    )
    names = CUSTOMERS.model_copy(update={"settings": Settings(show_names=True)})

    found = told(with_things(names, survey), asking("valence", moments=moments))

    assert found == {"sentence": IN_A_ROUND, **UNTOLD}


def test_a_round_that_asks_for_something_else_hides_that_alone():
    importance = asking("importance", moments=("t0", "t1", "t2", "t3"))

    open_, asked = told(room(*SPLIT)), told(room(*SPLIT), importance)

    assert asked["sentence"] == open_["sentence"]
    assert asked["discuss"][0]["sentence"] == (
        "We see t0 differently: it matters, and our answers are far apart."
    )
    assert all("What matters" not in label for label, _ in asked["numbers"])


def test_what_is_told_is_plain_json():
    found = told(CUSTOMERS)

    assert json.loads(json.dumps(found, allow_nan=False)) == found
