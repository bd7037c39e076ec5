"""The arrays of a journey, the path of a drag, and whole workshops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import analyse, analyse_grid, grid_of, with_cell
from cxcore.analysis.grid import PARTS
from cxcore.model import Journey, Participant, Rating, Standpoint, Viewpoint
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    position,
    said,
    who,
    workshop_of,
)
from tests.analysis.reference import repair_service
from tests.analysis.rooms import laws, viewpoint_lists


def read(workshop):
    return grid_of(workshop, JOURNEY, TODAY)


def two_moments():
    return workshop_of(
        Moment("a", said(valence=[-2, 1], importance=[5, 4])),
        Moment("b", said(valence=[3, None], dot=[True, None])),
        people=3,
    )


def test_rows_follow_the_map_and_ties_go_by_id():
    workshop = repair_service()
    last = workshop.stages["After"].model_copy(update={"position": position(0)})
    first = workshop.stages["Report"].model_copy(update={"position": position(9)})
    stages = dict(workshop.stages) | {"After": last, "Report": first}

    grid = read(workshop.model_copy(update={"stages": stages}))

    assert grid.stages == ("After", "Repair", "Report")
    assert grid.ids == ("invoice", "booking", "waiting", "visit", "number", "call")
    assert grid.stage_codes.tolist() == [0, 1, 1, 1, 2, 2]


def test_at_one_place_ids_decide_however_they_are_stored():
    workshop = workshop_of(Moment("b"), Moment("a"))
    together = {
        name: touchpoint.model_copy(update={"position": position(0)})
        for name, touchpoint in workshop.touchpoints.items()
    }

    grid = read(workshop.model_copy(update={"touchpoints": together}))

    assert list(together) == ["b", "a"]
    assert grid.ids == ("a", "b")


def test_everybody_is_a_voice_rated_or_not():
    assert read(two_moments()).voices == (who(0), who(1), who(2))


def test_what_nobody_said_is_not_a_number():
    grid = read(two_moments())

    assert grid.valence[0].tolist()[:2] == [-2, 1]
    assert np.isnan(grid.valence[0, 2])
    assert np.isnan(grid.valence[1, 1:]).all()
    assert grid.dot[1, 0] == 1
    assert np.isnan(grid.effort).all()


def test_no_array_of_a_grid_can_be_written_to():
    grid = read(two_moments())
    changed = with_cell(grid, "a", who(0), "valence", 1.0)

    for part in PARTS:
        with pytest.raises(ValueError, match="read-only"):
            getattr(changed, part)[0, 0] = 1.0


def rerated(workshop, name, participant, **parts):
    ratings = {key: dict(value) for key, value in workshop.ratings.items()}
    old = ratings[name].get(participant, {}).get(Standpoint.AS_PERSONA, Rating())
    new = old.model_copy(update=parts)
    said_before = ratings[name].get(participant, {})
    ratings[name][participant] = {**said_before, Standpoint.AS_PERSONA: new}
    return workshop.model_copy(update={"ratings": ratings})


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("valence", -5.0),
        ("valence", None),
        ("importance", 1.0),
        ("expectation", 10.0),
        ("performance", 0.0),
        ("effort", 7.0),
    ],
)
@pytest.mark.parametrize("participant", [who(0), who(2)])
def test_a_previewed_cell_is_the_same_as_a_stored_one(part, value, participant):
    workshop = repair_service()
    grid = read(workshop)

    preview = with_cell(grid, "booking", participant, part, value)

    stored = rerated(workshop, "booking", participant, **{part: value})
    assert analyse_grid(preview, workshop.settings) == analysed(stored)


def test_a_preview_copies_one_array_and_leaves_the_grid_alone():
    grid = read(two_moments())

    changed = with_cell(grid, "b", who(2), "valence", -1.0)

    assert changed.valence[1, 2] == -1
    assert np.isnan(grid.valence[1, 2])
    assert all(
        getattr(changed, part) is getattr(grid, part)
        for part in (*PARTS, "told", "own_valence")
        if part != "valence"
    )


def test_a_new_dot_is_a_one():
    changed = with_cell(read(two_moments()), "a", who(2), "dot", value=True)

    assert changed.dot[0, 2] == 1


@pytest.mark.parametrize(("row", "column"), [("gone", who(0)), ("a", "stranger")])
def test_a_cell_that_the_grid_lacks_is_refused(row, column):
    with pytest.raises(ValueError, match="not in"):
        with_cell(read(two_moments()), row, column, "valence", 0.0)


def test_a_customer_s_preview_replaces_what_others_told():
    workshop = workshop_of(Moment("a"), viewpoints=[Viewpoint.CUSTOMER])
    told = {"a": {who(0): {Standpoint.CUSTOMERS_TOLD: Rating(valence=-4.0)}}}
    grid = read(workshop.model_copy(update={"ratings": told}))
    assert analyse_grid(grid, workshop.settings).touchpoints[0].customers == 0

    changed = with_cell(grid, "a", who(0), "valence", 2.0)

    touchpoint = analyse_grid(changed, workshop.settings).touchpoints[0]
    assert (touchpoint.customers, touchpoint.customers_valence) == (1, 2)


STANDPOINTS = list(Standpoint)
few_ratings = st.builds(
    Rating,
    valence=st.sampled_from([None, -3.0, 0.0, 4.0]),
    importance=st.sampled_from([None, 2.0, 5.0]),
    dot=st.sampled_from([None, True, False]),
    expectation=st.sampled_from([None, 9.0]),
    performance=st.sampled_from([None, 1.0]),
    effort=st.sampled_from([None, 7.0]),
)
people = st.lists(
    st.dictionaries(st.sampled_from(STANDPOINTS), few_ratings), min_size=3, max_size=3
)


@laws
@given(people, viewpoint_lists, st.sampled_from(PARTS), st.sampled_from(["new", None]))
def test_a_preview_is_what_is_stored_whoever_said_what_before(
    rated, viewpoints, part, value
):
    workshop = workshop_of(Moment("a"), people=3, viewpoints=viewpoints)
    ratings = {"a": {who(at): said for at, said in enumerate(rated)}}
    workshop = workshop.model_copy(update={"ratings": ratings})
    value = value and (True if part == "dot" else 1.0)

    preview = with_cell(read(workshop), "a", who(0), part, value)

    stored = rerated(workshop, "a", who(0), **{part: value})
    assert analyse_grid(preview, workshop.settings) == analysed(stored)


def test_clearing_what_was_said_as_persona_lets_own_experience_speak():
    workshop = workshop_of(Moment("a"), people=1)
    both = {
        Standpoint.OWN_EXPERIENCE: Rating(valence=-3.0),
        Standpoint.AS_PERSONA: Rating(valence=4.0),
    }
    workshop = workshop.model_copy(update={"ratings": {"a": {who(0): both}}})

    preview = with_cell(read(workshop), "a", who(0), "valence", None)

    assert analyse_grid(preview, workshop.settings).touchpoints[0].valence == -3


def test_an_unknown_journey_is_refused():
    with pytest.raises(KeyError):
        grid_of(two_moments(), "gone", TODAY)
    with pytest.raises(KeyError):
        analyse(two_moments(), TODAY).journey("gone")
    with pytest.raises(KeyError):
        analysed(two_moments()).touchpoint("gone")


def test_removed_things_are_hidden_from_the_analysis():
    workshop = repair_service()
    gone = workshop.touchpoints["waiting"].model_copy(update={"removed": True})
    away = Participant(id=who(0), name="Away", removed=True)
    workshop = workshop.model_copy(
        update={
            "touchpoints": dict(workshop.touchpoints) | {"waiting": gone},
            "participants": dict(workshop.participants) | {who(0): away},
        }
    )

    journey = analysed(workshop)

    assert [t.id for t in journey.touchpoints] == [
        "number",
        "call",
        "booking",
        "visit",
        "invoice",
    ]
    assert (journey.voices, journey.raters) == (2, 2)


def test_journeys_come_in_their_order():
    workshop = workshop_of(Moment("a", said(valence=[1])))
    more = {
        "z": Journey(id="z", name="First", position="1"),
        "y": Journey(id="y", name="Last", position="z"),
        "x": Journey(id="x", name="Gone", position="2", removed=True),
    }
    workshop = workshop.model_copy(update={"journeys": dict(workshop.journeys) | more})

    found = [journey.journey_id for journey in analyse(workshop, TODAY).journeys]

    assert found == ["z", JOURNEY, "y"]


def test_departments_are_named_as_they_come_and_spaces_do_not_count():
    workshop = workshop_of(
        Moment("a", said(valence=[1]), owner="Desk"),
        Moment("b", said(valence=[1])),
        Moment("c", said(valence=[1]), owner=" Desk "),
    )

    departments = analysed(workshop).departments

    assert [(d.id, d.touchpoint_ids) for d in departments] == [
        ("Desk", ("a", "c")),
        ("", ("b",)),
    ]


def test_a_stage_without_touchpoints_stays_in_the_roll_up():
    workshop = two_moments()
    empty = workshop.stages["Stage"].model_copy(
        update={"id": "Empty", "position": position(5)}
    )
    workshop = workshop.model_copy(
        update={"stages": dict(workshop.stages) | {"Empty": empty}}
    )

    stage = analysed(workshop).stages[1]

    assert (stage.id, stage.rated, stage.score, stage.weight) == ("Empty", 0, None, 0)


def test_the_wanted_curve_stands_beside_the_lived_one():
    workshop = workshop_of(Moment("a", wanted=3.0), Moment("b"))

    assert [t.wanted for t in analysed(workshop).touchpoints] == [3, None]
