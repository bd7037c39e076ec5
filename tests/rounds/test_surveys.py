"""The customers' curve of a survey on the board, and an open round beside it."""

import pytest

from cxcore.commands import Add, SetValue
from cxcore.model import Evidence, EvidenceType, Viewpoint
from tests.rounds.build import CROWD, say


@pytest.fixture
def asked(here):
    """The room, after a survey of two customers was brought in."""
    survey = Evidence(
        id="survey",
        evidence_type=EvidenceType.SURVEY,
        title="Spring",
        survey={"pay": (-4.0, -2.0)},
        touchpoint_ids=("pay",),
    )
    here.do("ana", Add(of="evidence", thing=survey, after=""))
    return here


def customers(here):
    return here.table("ben")["customers"]


def test_a_survey_is_the_customers_curve_and_says_so(asked):
    assert customers(asked) == {
        "points": {"pay": -3},
        "label": "2 customers in a survey",
        "note": None,
    }


def test_customers_in_the_room_are_named_beside_those_in_a_survey(asked):
    for who, value in {"ben": -5.0, "cleo": -1.0}.items():
        asked.stands(who, Viewpoint.CUSTOMER)
        asked.do(who, say(value))

    found = customers(asked)

    assert found["label"] == "2 customers and 2 in a survey"
    assert found["points"] == {"pay": -3}


def test_a_lone_customer_is_asked_and_not_shown_beside_a_survey(asked):
    asked.stands("ben", Viewpoint.CUSTOMER)
    asked.do("ben", say(5.0))

    found = customers(asked)
    agreed = {"of": "participant", "id": "ben", "field": "shown_alone"}
    asked.do("ben", SetValue(**agreed, value=True))

    assert found["points"] == {"pay": -3}
    assert found["label"] == "2 customers in a survey"
    assert "One customer alone" in found["note"]
    assert customers(asked)["points"]["pay"] == pytest.approx(-1 / 3, abs=0.1)
    assert customers(asked)["note"] is None


def test_only_the_lone_customer_is_told_that_it_is_them(asked):
    for who in ("ben", "cleo"):
        asked.stands(who, Viewpoint.CUSTOMER)
    asked.do("ben", say(5.0))

    told = [who for who in CROWD if asked.table(who)["me"]["to_ask"]]
    agreed = {"of": "participant", "id": "ben", "field": "shown_alone"}
    asked.do("ben", SetValue(**agreed, value=True))

    assert told == ["ben"]
    assert not asked.table("ben")["me"]["to_ask"]


def test_while_people_say_how_it_feels_no_survey_tells_them(asked):
    asked.open()

    assert customers(asked) is None
    asked.everybody_says(ana=1.0, ben=1.0, cleo=1.0)
    asked.reveal()
    assert customers(asked)["points"] == {"pay": -3}
    assert "Customers find pay worse" in asked.table("ben")["revealed"]["headline"]
