"""What the command line says beyond the rankings, as the core has it and in words."""

import json
from datetime import date

import pytest

from cxcore.cli.analyse import How
from cxcore.cli.analysis_json import document_of
from cxcore.cli.computed import compute
from cxcore.document import DEFAULT
from cxcore.what_if import work_said
from tests.analysis.builders import Moment, said, with_things, workshop_of
from tests.cli.demo import DOCS, demo_workshop
from tests.compare.looks import outcome
from tests.compare.reviewed import felt, kept, later
from tests.drivers.answers import found, matrix, some_answers
from tests.samples import opened

DAY = "2026-11-22"
AS_OF = date(2026, 11, 22)
IDS = ("book", "wait", "pay")


def document(workshop):
    return document_of(compute(workshop, AS_OF, robust=False, further=True))


def journey(workshop):
    return document(workshop)["journeys"][0]


def surveyed():
    felt_, overall = some_answers()
    return matrix(IDS, felt_, overall)


def test_what_lifts_a_journey_most_fits_into_the_usual_work():
    workshop = demo_workshop()
    mend = journey(workshop)["mend"]

    assert mend["budget"] == 15
    assert mend["best"]["work"] <= mend["budget"]
    assert "check" in [each["id"] for each in mend["best"]["changes"]]
    assert work_said(workshop) == {}
    assert all(each["work_assumed"] for each in mend["best"]["changes"])
    lifts = [each["lift"] for each in (mend["best"], *mend["alternatives"])]
    assert lifts == sorted(lifts, reverse=True)


def test_where_nothing_is_rated_nothing_lifts_and_nothing_is_said(analyse):
    workshop = workshop_of(Moment("pay"), people=3)

    assert journey(workshop)["mend"] == {
        "budget": 15,
        "best": None,
        "alternatives": [],
    }
    assert "lift" not in analyse(workshop)


def test_a_survey_says_what_the_core_says_of_it(analyse):
    workshop = surveyed()
    told, drivers = journey(workshop)["survey"], found(workshop)

    assert told["refusal"] is told["needed"] is None
    assert told["explained"] == drivers.explained
    assert [each["id"] for each in told["drivers"]] == [
        each.touchpoint_id for each in drivers.drivers
    ]
    assert sum(each["share"] for each in told["drivers"]) == pytest.approx(
        told["explained"]
    )
    assert "The overall answer moves most with book.\n" in analyse(workshop)


def test_a_survey_with_too_few_answers_is_refused_with_the_number_needed(analyse):
    felt_, overall = some_answers(rows=12)
    workshop = matrix(IDS, felt_, overall)
    told = journey(workshop)["survey"]

    assert (told["refusal"], told["drivers"]) == ("too_few", [])
    assert told["needed"] > told["respondents"] == 12
    assert "12" in analyse(workshop)


def test_without_a_survey_it_is_null():
    assert journey(demo_workshop())["survey"] is None


def test_wanted_and_today_stand_side_by_side(analyse):
    workshop = opened.workshop("first-flight")
    ours, elsewhere = document(workshop)["journeys"]

    states = {each["id"]: each["state"] for each in ours["wanted"]["moments"]}
    assert states["pay"] == "failing"
    assert ours["wanted"]["elsewhere"] == elsewhere["id"]
    assert elsewhere["wanted"] is None
    assert "Wanted and today: 1" in analyse(workshop)


def test_a_second_look_is_compared_with_the_first(analyse):
    first, second = outcome(gate=[-3, -3]), outcome(gate=[1, 1])
    rounds = [
        each.model_copy(update={"id": name, "number": number})
        for number, (name, each) in enumerate({"a": first, "b": second}.items(), 1)
    ]
    workshop = with_things(workshop_of(Moment("gate"), people=2), *rounds)

    assert journey(workshop)["second_look"] == [
        {"id": "gate", "before": -3, "after": 1, "moved": "up", "closeness": "same"}
    ]
    assert "Second look: 1 of 1 moments moved.\n" in analyse(workshop)
    assert journey(demo_workshop())["second_look"] is None


def test_what_became_of_it_since_a_review(analyse):
    before = kept(
        workshop_of(felt("gate", -4, -4, -4), felt("pay", 2, 2, 2), people=3),
        note="Before the new desk",
        forecast={"gate": 1.0},
    )
    workshop = later(before, felt("gate", 2, 3, 2))
    (since,) = journey(workshop)["since"]
    gate, pay = since["moments"]

    assert (gate["code"], gate["sure"], gate["forecast"]) == ("rose", True, "met")
    assert (pay["code"], pay["forecast"]) == ("stayed", None)
    assert since["dropped_out"] == ["gate"]
    lines = analyse(workshop)
    assert (
        f"Since {since['on']} (Before the new desk)\n  One rose, one stayed." in lines
    )
    assert "Not in it any more: gate." in lines


def test_what_sets_personas_apart_is_said_of_the_workshop(analyse):
    workshop = opened.workshop("going-home")

    assert document(workshop)["apart"][0]["touchpoint_id"] == "discharge"
    assert (
        "What sets the personas apart\n"
        "  Discharge feels good to Karim and awful to Edith.\n"
    ) in analyse(workshop)


def test_for_a_table_of_thousands_of_files_none_of_this_is_computed():
    how = How(DEFAULT, AS_OF, robust=False)
    keys = {"mend", "survey", "wanted", "second_look", "since"}
    told = document_of(compute(demo_workshop(), how.as_of, robust=how.robust))

    assert keys.isdisjoint(told["journeys"][0])
    assert keys < journey(demo_workshop()).keys()


def test_all_of_it_is_one_document_of_json():
    for workshop in (surveyed(), opened.workshop("saturday-shop")):
        json.dumps(document(workshop), allow_nan=False)


def test_every_key_of_it_is_documented():
    shop, flight = map(opened.workshop, ("saturday-shop", "first-flight"))
    documents = [*map(document, (surveyed(), shop, flight))]
    keys = set(keys_in(documents))

    assert {"work_assumed", "asymmetry", "only_elsewhere", "forecast"} <= keys
    assert [key for key in sorted(keys) if f"`{key}`" not in DOCS] == []


def keys_in(value):
    """Yield every key at any depth; ids of things are none."""
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, (dict, list)):
            yield from keys_in(each)


def test_what_a_room_says_twice_is_no_change():
    workshop = kept(workshop_of(Moment("pay", said(valence=[-4, 2, 1])), people=3))
    (since,) = journey(workshop)["since"]

    assert {each["code"] for each in since["moments"]} == {"stayed"}
    assert (since["came_in"], since["dropped_out"]) == ([], [])
