"""What is mended while reading: nothing in silence, nothing by guessing."""

import json

import pytest

from cxcore.document import read, write
from cxcore.edit import reference_fields
from cxcore.model import THINGS
from tests.document.files import (
    FROZEN,
    as_bytes,
    opened,
    repairs_of,
    security,
    small_file,
    small_workshop,
    with_touchpoint,
)


def things(**collections):
    return small_file(small_workshop(**collections))


SECURITY = "in the touchpoint “Security”"
LEFT_OUT = "is not there and was left out."

ROWS = {
    "an unknown field of a thing": (
        with_touchpoint(colour="red"),
        [("UnknownField", SECURITY, "“colour” is not known here and was left out.")],
    ),
    "an unknown field with a hidden character": (
        with_touchpoint(**{"\u202e\ud800": 1}),
        [("UnknownField", SECURITY, "“��” is not known here and was left out.")],
    ),
    "an unknown key at the top": (
        small_file(extra={"a": 1}),
        [
            (
                "UnknownField",
                "in the file",
                "“extra” is not known here and was left out.",
            )
        ],
    ),
    "an unknown collection": (
        things(spaceships={}),
        [
            (
                "UnknownField",
                "in the workshop",
                "“spaceships” is not known here and was left out.",
            )
        ],
    ),
    "an unknown weight": (
        things(settings={"severity": {"luck": 1}}),
        [
            (
                "UnknownField",
                "in the settings",
                "severity: “luck” is not known here and was left out.",
            )
        ],
    ),
    "an unknown part of a rating": (
        things(ratings={"security": {"ana": {"as_persona": {"smell": 2}}}}),
        [
            (
                "UnknownField",
                "in the rating by “Ana” of the touchpoint “Security”",
                "“smell” is not known here and was left out.",
            )
        ],
    ),
    "an id in a list that leads nowhere": (
        with_touchpoint(brand_value_ids=["calm"]),
        [("DanglingReference", SECURITY, f"brand value ids: “calm” {LEFT_OUT}")],
    ),
    "an optional id that leads nowhere": (
        things(journeys={"visit": {"id": "visit", "name": "V", "persona_id": "x"}}),
        [("DanglingReference", "in the journey “V”", f"persona id: “x” {LEFT_OUT}")],
    ),
    "a child without its parent": (
        things(
            needs={"n": {"id": "n", "persona_id": "gone", "text": "To sit"}},
        ),
        [
            (
                "MissingParent",
                "in the need “n”",
                "It belongs to a persona that is not there. It was left out.",
            )
        ],
    ),
    "grandchildren without their grandparent": (
        things(journeys={}),
        [
            (
                "MissingParent",
                "in the stage “Arrive”",
                "It belongs to a journey that is not there. It was left out.",
            ),
            (
                "MissingParent",
                SECURITY,
                "It belongs to a stage that is not there. It was left out.",
            ),
            (
                "StrayRating",
                "in the rating by “Ana” of the touchpoint “Security”",
                "This is said by nobody, or of nothing, and was left out.",
            ),
        ],
    ),
    "a rating by nobody": (
        things(ratings={"security": {"eve": {"as_persona": {"valence": 1}}}}),
        [
            (
                "StrayRating",
                "in the rating by “eve” of the touchpoint “Security”",
                "This is said by nobody, or of nothing, and was left out.",
            )
        ],
    ),
    "an answer about nothing": (
        things(answers={"stairs": {"ana": {"overall": 1}}}),
        [
            (
                "StrayAnswer",
                "in the answers by “Ana” of the touchpoint “stairs”",
                "This is said by nobody, or of nothing, and was left out.",
            )
        ],
    ),
    "an answer by nobody": (
        things(answers={"visit": {"eve": {"overall": 1}}}),
        [
            (
                "StrayAnswer",
                "in the answers by “eve” of the journey “Visit”",
                "This is said by nobody, or of nothing, and was left out.",
            )
        ],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_every_repair_is_reported_by_name_place_and_sentence(name):
    data, expected = ROWS[name]

    assert repairs_of(data) == expected


def test_what_dangles_is_cut_and_the_rest_is_kept():
    loaded = opened(
        things(
            touchpoints={
                "security": security(),
                "lost": security(id="lost", stage_id="gone"),
            }
        )
    )

    assert list(loaded.envelope.workshop.touchpoints) == ["security"]
    assert [one.place for one in loaded.repairs] == ["in the touchpoint “Security”"]


def test_a_forecast_of_a_touchpoint_that_is_not_there_is_cut():
    review = {
        "id": "v",
        "journey_id": "visit",
        "on": "2026-11-20",
        "ratings": {"gone": {}, "security": {"voice": {"as_persona": {}}}},
        "forecast": {"gone": 1.0, "security": 2.0},
    }

    kept = opened(things(reviews={"v": review})).envelope.workshop.reviews["v"]

    assert (set(kept.forecast), set(kept.ratings)) == ({"security"}, {"security"})


def test_the_voices_of_an_anonymous_round_need_not_be_participants():
    a_round = {
        "id": "r",
        "journey_id": "visit",
        "number": 1,
        "parts": ["valence"],
        "anonymous": True,
        "asked": 3,
        "ratings": {"security": {"voice": {"as_persona": {"valence": 1.0}}}},
    }

    assert repairs_of(things(rounds={"r": a_round})) == []


def test_removed_things_are_still_there_for_whoever_refers_to_them():
    assert (
        repairs_of(
            things(
                brand_values={"calm": {"id": "calm", "name": "C", "removed": True}},
                touchpoints={"security": security(brand_value_ids=["calm"])},
            )
        )
        == []
    )


def test_reading_does_not_change_what_it_was_given():
    data = with_touchpoint(colour="red", brand_value_ids=["gone"])
    before = json.dumps(data)

    opened(data)

    assert json.dumps(data) == before


def test_parents_come_before_their_children_so_that_one_pass_cuts_all():
    places = {kind: place for place, kind in enumerate(THINGS)}

    backwards = [
        (kind, of)
        for kind, thing in THINGS.items()
        for field, of in reference_fields(thing)
        if thing.model_fields[field].is_required() and places[of] > places[kind]
    ]

    assert backwards == []


def test_every_reference_of_every_kind_is_cut_when_it_leads_nowhere():
    data = json.loads((FROZEN / "version-1.json").read_bytes())
    data |= {"base": None, "history": []}
    for name in ("brand_values", "evidence", "personas", "processes", "statements"):
        data["workshop"][name] = {}

    loaded = read(as_bytes(data))

    again = read(write(loaded.envelope).data)
    assert again.repairs == ()
    assert again.envelope == loaded.envelope
