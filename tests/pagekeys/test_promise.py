"""What the page "Promise" adds to the table of state."""

import pytest

from cxcore.commands import COMMAND
from cxcore.edit import apply
from cxcore.words import OFFER_ITSELF
from tests.core.builders import small_workshop
from tests.live.build import rate, rename
from tests.pagekeys.build import keys_of


def workshop_after(*commands):
    workshop = small_workshop()
    for command in commands:
        workshop = apply(workshop, COMMAND.validate_python(command))
    return workshop


def make_or_break(touchpoint):
    return set_value(touchpoint, "moment_of_truth", value=True)


def set_value(touchpoint, field, value):
    return {
        "kind": "set_value",
        "of": "touchpoint",
        "id": touchpoint,
        "field": field,
        "value": value,
    }


def promise(text):
    return {
        "kind": "write_text",
        "of": "brief",
        "id": "brief",
        "field": "promise",
        "text": text,
        "seen": "",
    }


def value(name, position):
    thing = {"id": name.lower(), "name": name, "position": position}
    return {"kind": "add", "of": "brand_value", "thing": thing}


ELSEWHERE = [
    {
        "kind": "add",
        "of": "journey",
        "thing": {"id": "alone", "name": "Alone", "journey_kind": "elsewhere"},
    },
    {
        "kind": "add",
        "of": "stage",
        "thing": {"id": "home", "journey_id": "alone", "name": "Home", "position": "U"},
    },
    {
        "kind": "add",
        "of": "touchpoint",
        "thing": {"id": "ask", "stage_id": "home", "name": "Ask mum", "position": "U"},
    },
]


def test_the_brief_comes_with_every_field_and_an_id():
    brief = keys_of(workshop_after(promise("Calm")), "promise")["brief"]

    assert brief["id"] == "brief"
    assert brief["promise"] == "Calm"
    assert "recommended_for" in brief


def test_values_come_in_their_order():
    workshop = workshop_after(value("Clear", "k"), value("Calm", "b"))

    table = keys_of(workshop, "promise")

    assert table["list/brand_value"] == ["calm", "clear"]
    assert table["brand_value/calm"]["name"] == "Calm"


def test_an_empty_workshop_is_not_told_to_step_back():
    assert keys_of(small_workshop(), "promise")["promise"]["step_back"] == []


def test_a_rated_journey_without_a_promise_is_told_to_step_back():
    workshop = workshop_after(rate("queue", 3, "ana").model_dump())

    said = keys_of(workshop, "promise")["promise"]["step_back"]

    assert said[0] == OFFER_ITSELF
    assert "Nothing is promised" in said[1]


def test_where_half_of_the_make_or_break_moments_need_work_it_says_which():
    workshop = workshop_after(
        promise("Calm"),
        make_or_break("queue"),
        make_or_break("pay"),
        rate("queue", -4, "ana").model_dump(),
        rate("pay", 4, "ana").model_dump(),
    )

    said = keys_of(workshop, "promise")["promise"]["step_back"]

    assert said == [OFFER_ITSELF, "1 of 2 make-or-break moments need work: queue."]


def test_a_moment_is_with_people_by_its_channel_else_by_its_dimension():
    workshop = workshop_after(
        set_value("queue", "channel", "store"),
        set_value("pay", "channel", "web"),
        set_value("pay", "dimension", "social"),
        set_value("leave", "dimension", "social"),
    )

    assert keys_of(workshop, "promise")["promise"]["human"] == ["queue", "leave"]


def test_what_she_does_without_us_is_not_drawn_at_first():
    assert keys_of(small_workshop(), "promise")["elsewhere"] is None


@pytest.mark.parametrize(("valence", "word"), [(None, None), (-4.0, "awful")])
def test_what_she_does_without_us_comes_with_how_it_feels(valence, word):
    workshop = workshop_after(
        *ELSEWHERE, rate("ask", valence, "ana").model_dump(), rename("queue", "Line")
    )

    there = keys_of(workshop, "promise", journey="visit")["elsewhere"]

    assert there["id"] == "alone"
    assert there["moments"] == [{"name": "Ask mum", "valence": valence, "word": word}]


def test_what_another_persona_does_without_us_is_not_hers():
    persona = {"id": "max", "name": "Max", "position": "U"}
    moved = {
        "kind": "set_value",
        "of": "journey",
        "id": "alone",
        "field": "persona_id",
        "value": "max",
    }
    workshop = workshop_after(
        {"kind": "add", "of": "persona", "thing": persona}, *ELSEWHERE, moved
    )

    assert keys_of(workshop, "promise", journey="visit")["elsewhere"] is None
