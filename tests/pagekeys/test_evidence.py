"""What the pages "What we know" and "Walk it" add to the table of state."""

import json

from cxcore.edit import apply
from cxcore.model import Evidence, EvidenceType, Participant, Viewpoint
from cxcore.rounds import RoundForm
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.core.builders import small_workshop
from tests.live.build import rate, remove
from tests.pagekeys.build import keys_of, view_of

RATINGS = [rate("queue", -4.0, "cleo"), rate("queue", -2.0, "carl"), rate("queue", 3.0)]


def shop(*items, ratings=()):
    """The small shop with two customers more, and this evidence."""
    workshop = small_workshop()
    customers = {
        who: Participant(id=who, name=who.title(), viewpoint=Viewpoint.CUSTOMER)
        for who in ("cleo", "carl")
    }
    workshop = workshop.model_copy(
        update={
            "participants": {**workshop.participants, **customers},
            "evidence": {each.id: each for each in items},
        }
    )
    for rating in ratings:
        workshop = apply(workshop, rating)
    return workshop


def item(at, kind=EvidenceType.INTERVIEW, **fields):
    return Evidence(id=at, evidence_type=kind, title=at.title(), **fields)


def moments(table):
    return {each["touchpoint"]: each for each in table["known"]["moments"]}


def test_an_empty_workshop_has_the_picture_of_a_journey_that_is_all_guess():
    table = keys_of(shop(), "evidence")

    assert table["list/evidence"] == []
    assert table["known"]["line"] == "3 of 3 moments rest on our guess."
    assert {each["level"] for each in table["known"]["moments"]} == {"guess"}
    assert table["lens"] == []


def test_without_a_journey_there_is_a_picture_too():
    workshop = small_workshop().model_copy(
        update={"journeys": {}, "stages": {}, "touchpoints": {}, "processes": {}}
    )

    table = keys_of(workshop, "evidence")

    assert table["known"]["line"] == "There is no moment yet."
    assert table["known"]["moments"] == []


def test_a_moment_says_what_it_rests_on_and_how_far_it_can_be_trusted():
    talk = item("talk", touchpoint_ids=("queue",))

    known = moments(keys_of(shop(talk), "evidence"))["queue"]

    assert known["level"] == "observed"
    assert known["evidence"] == ["talk"]
    assert known["confidence"] == 0.65
    assert known["trust"].startswith("Fairly sure")


def test_evidence_that_was_taken_away_is_neither_listed_nor_counted():
    talk = item("talk", touchpoint_ids=("queue",))
    workshop = apply(shop(talk), remove("talk", of="evidence"))

    table = keys_of(workshop, "evidence")

    assert table["list/evidence"] == []
    assert "evidence/talk" not in table
    assert moments(table)["queue"]["level"] == "guess"


def test_what_a_survey_s_respondents_answered_stays_on_the_server():
    survey = item("survey", EvidenceType.SURVEY, survey={"queue": (-4.5,)})
    workshop = shop(survey)

    for page in ("evidence", "walk"):
        assert "-4.5" not in json.dumps(keys_of(workshop, page)["evidence/survey"])


def test_customers_stand_beside_insiders():
    table = keys_of(shop(ratings=RATINGS), "evidence")

    assert table["lens"] == [
        {
            "touchpoint": "queue",
            "customers": -3.0,
            "insiders": 3.0,
            "text": "Customers find queue worse than we do: bad, we say good.",
        }
    ]


def test_while_a_round_asks_how_it_feels_nobody_is_compared():
    asked = Round(
        id="r",
        journey_id="visit",
        number=1,
        form=RoundForm.LIGHT,
        parts=("valence",),
        touchpoint_ids=("queue", "pay", "leave"),
    )
    led = Led(Facilitation(round=asked), Answers())

    table = view_of(shop(ratings=RATINGS), "evidence", led=led).shared.table

    assert table["lens"] == []
    assert not any(each["critical"] for each in table["known"]["moments"])


def test_the_tables_are_plain_json():
    talk = item("talk", touchpoint_ids=("queue",), date="2026-11-01", feeling=-3.0)

    for page in ("evidence", "walk"):
        table = keys_of(shop(talk, ratings=RATINGS), page)
        assert json.loads(json.dumps(table, allow_nan=False)) == table


def test_the_words_of_this_page_name_every_kind_of_evidence():
    known = keys_of(shop(), "evidence")["known"]

    assert {kind for kind, _, _ in known["kinds"]} == set(EvidenceType)
    levels = {code for code, _, _, _ in known["levels"]}
    assert {level for _, _, level in known["kinds"]} == levels
