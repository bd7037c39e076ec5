"""What changes no score: who said it, where, and what else there is (4.9)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import Signal, analyse
from cxcore.analysis.scales import EFFORT, IMPORTANCE, TEN_POINTS, VALENCE, Scale
from cxcore.analysis.signals import OPTIONAL
from cxcore.model import Workshop
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    workshop_of,
)
from tests.analysis.rooms import (
    both,
    laws,
    moment_lists,
    settings_of_rooms,
    viewpoint_lists,
    workshops,
)

NEAR = 1e-9


def scores(journey):
    numbers = [journey.score, journey.mean, journey.remembered]
    for t in journey.touchpoints:
        numbers += [t.fix, t.protect, t.share, t.lift, *t.reasons.values()]
    return [-1.0 if number is None else number for number in numbers]


def replaced(moments, order):
    return [
        Moment(m.name, [m.ratings[at] for at in order], m.stage, m.evidence, **m.fields)
        for m in moments
    ]


@laws
@given(moment_lists(), st.data(), viewpoint_lists, settings_of_rooms)
def test_it_does_not_matter_who_sits_where(moments, data, viewpoints, settings):
    people = len(moments[0].ratings)
    order = data.draw(st.permutations(range(people)))
    seats = [viewpoints[at] for at in order]

    before = workshop_of(*moments, viewpoints=viewpoints, settings=settings)
    after = workshop_of(
        *replaced(moments, order),
        viewpoints=[*seats, *viewpoints[people:]],
        settings=settings,
    )

    assert scores(analysed(after)) == pytest.approx(scores(analysed(before)), abs=NEAR)


@laws
@given(moment_lists(), viewpoint_lists, settings_of_rooms)
def test_a_panel_that_comes_twice_changes_no_score(moments, viewpoints, settings):
    people = len(moments[0].ratings)
    twice = [*range(people), *range(people)]
    seats = viewpoints[:people]

    before = workshop_of(*moments, viewpoints=seats, settings=settings)
    after = workshop_of(
        *replaced(moments, twice), viewpoints=[*seats, *seats], settings=settings
    )

    assert scores(analysed(after)) == pytest.approx(scores(analysed(before)), abs=NEAR)


@laws
@given(workshops(), workshops())
def test_another_journey_and_persona_change_nothing(workshop, other):
    alone = analysed(workshop)

    together = analyse(both(workshop, other), TODAY)

    assert len(together.journeys) == 2
    assert scores(together.journey(JOURNEY)) == pytest.approx(scores(alone), abs=NEAR)
    directions = [t.direction for t in together.journey(JOURNEY).touchpoints]
    assert directions == [t.direction for t in alone.touchpoints]


SCALES = {
    "valence": VALENCE,
    "importance": IMPORTANCE,
    "expectation": TEN_POINTS,
    "performance": TEN_POINTS,
    "effort": EFFORT,
}


@laws
@given(moment_lists(), st.sampled_from([Scale(-2, 2), Scale(1, 5), Scale(0, 100)]))
def test_ratings_of_another_declared_scale_give_the_same_scores(moments, scale):
    def there_and_back(part, value):
        if value is None:
            return None
        stored = SCALES[part].convert(np.array(value), scale)
        return float(
            scale.convert(stored, SCALES[part]).clip(
                SCALES[part].low, SCALES[part].high
            )
        )

    moved = [
        Moment(
            m.name,
            [{p: there_and_back(p, v) for p, v in r.items()} for r in m.ratings],
            m.stage,
            m.evidence,
            **m.fields,
        )
        for m in moments
    ]

    before, after = analysed(workshop_of(*moments)), analysed(workshop_of(*moved))

    assert scores(after) == pytest.approx(scores(before), abs=1e-6)


def test_faces_from_one_to_five_map_linearly():
    faces = Scale(1, 5)

    assert faces.convert(np.array([1.0, 3.0, 4.0]), VALENCE).tolist() == [-5, 0, 2.5]


# Same in, same out


def turned(nested):
    """Return the same mappings, stored the other way round at every level."""
    if not isinstance(nested, dict):
        return nested
    return {key: turned(nested[key]) for key in reversed(nested)}


@laws
@given(workshops())
def test_the_order_of_storage_does_not_matter(workshop):
    stored = turned(workshop.model_dump(mode="json"))

    again = Workshop.model_validate(stored)

    assert list(again.touchpoints) == list(reversed(workshop.touchpoints))
    assert repr(analyse(again, TODAY)) == repr(analyse(workshop, TODAY))


@laws
@given(workshops())
def test_equal_files_give_equal_results_to_the_byte(workshop):
    again = Workshop.model_validate_json(workshop.model_dump_json())

    assert repr(analyse(again, TODAY)) == repr(analyse(workshop, TODAY))


@laws
@given(workshops())
def test_evidence_changes_badges_and_never_a_score(workshop):
    without = workshop.model_copy(update={"evidence": {}})

    before, after = analysed(workshop), analysed(without)

    assert scores(after) == scores(before)
    assert after.ranking == before.ranking
    assert all(t.assumption for t in after.touchpoints)


@laws
@given(moment_lists(), settings_of_rooms, viewpoint_lists)
def test_signals_that_are_not_counted_change_nothing(moments, settings, viewpoints):
    told = workshop_of(*moments, settings=settings, viewpoints=viewpoints)
    before = analysed(told)
    parts = [PART_OF[signal] for signal in OPTIONAL if signal not in before.counted]

    silent = workshop_of(
        *(without(moment, parts) for moment in moments),
        settings=settings,
        viewpoints=viewpoints,
    )

    after = analysed(silent)
    assert scores(after) == scores(before)
    assert [judged(t) for t in after.touchpoints] == [
        judged(t) for t in before.touchpoints
    ]


PART_OF = {
    Signal.GAP: "expectation",
    Signal.PERFORMANCE: "performance",
    Signal.EFFORT: "effort",
}


def judged(t):
    return (t.direction, t.is_critical, t.surplus_question, t.rank)


def without(moment, parts):
    ratings = [rating | dict.fromkeys(parts) for rating in moment.ratings]
    return Moment(moment.name, ratings, moment.stage, moment.evidence, **moment.fields)
