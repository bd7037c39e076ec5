"""Laws of the scores, on journeys at random (4.9 of the method)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import analyse
from cxcore.analysis.scales import EFFORT, IMPORTANCE, TEN_POINTS, VALENCE, Scale
from cxcore.model import Workshop
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    of,
    workshop_of,
)
from tests.analysis.rooms import (
    both,
    changed,
    laws,
    moment_lists,
    rated,
    settings_of_rooms,
    valences,
    viewpoint_lists,
    workshops,
)

NEAR = 1e-9
LOW_POINT_BONUS = 10.0


def scores(journey):
    numbers = [journey.score, journey.mean, journey.remembered]
    for t in journey.touchpoints:
        numbers += [t.fix, t.protect, t.share, t.lift, *t.reasons.values()]
    return [-1.0 if number is None else number for number in numbers]


# Bounds and sums


@laws
@given(workshops())
def test_scores_stay_within_their_scales(workshop):
    journey = analysed(workshop)

    for touchpoint in journey.touchpoints:
        if touchpoint.rated:
            assert -NEAR <= touchpoint.fix <= 100 + NEAR
            assert -NEAR <= touchpoint.protect <= 100 + NEAR
            assert -NEAR <= touchpoint.lift <= 1
    if journey.rated:
        assert -NEAR <= journey.score <= journey.mean + NEAR <= 1 + 2 * NEAR
        assert -NEAR <= journey.remembered <= 1 + NEAR


@laws
@given(workshops())
def test_reasons_are_never_negative_and_sum_to_the_score(workshop):
    for touchpoint in analysed(workshop).touchpoints:
        if touchpoint.rated:
            assert min(touchpoint.reasons.values()) >= 0
            assert sum(touchpoint.reasons.values()) == pytest.approx(
                touchpoint.fix, abs=NEAR
            )


@laws
@given(workshops())
def test_what_nobody_rated_has_no_score_and_no_rank(workshop):
    journey = analysed(workshop)

    for touchpoint in journey.touchpoints:
        assert touchpoint.rated == (touchpoint.raters > 0)
        unknown = touchpoint.fix is None and touchpoint.rank is None
        assert unknown == (not touchpoint.rated)
    assert len(journey.ranking) == journey.rated


# Own monotonicity. Complete ratings keep the set of counted signals fixed.


def worse(rating, part, value):
    """Return the rating with one part moved so that it needs more work."""
    keep = min if part in ("valence", "performance") else max
    return {part: keep(rating[part], value)}


values_of_parts = st.one_of(
    st.tuples(st.just("valence"), valences),
    st.tuples(st.just("performance"), st.integers(0, 10).map(float)),
    st.tuples(st.just("importance"), st.integers(1, 5).map(float)),
    st.tuples(st.just("expectation"), st.integers(0, 10).map(float)),
    st.tuples(st.just("effort"), st.integers(1, 7).map(float)),
)


@laws
@given(moment_lists(complete=True), st.data(), values_of_parts)
def test_a_worse_rating_never_lowers_the_own_fix_score(moments, data, change):
    moment = data.draw(st.sampled_from(moments))
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    part, value = change
    after = rated(
        moments, moment.name, place, **worse(moment.ratings[place], part, value)
    )

    before_score = of(workshop_of(*moments), moment.name).fix
    after_score = of(workshop_of(*after), moment.name).fix

    assert after_score >= before_score - NEAR


@laws
@given(
    moment_lists(complete=True),
    st.data(),
    st.sampled_from(
        [
            ("moment_of_truth", [False, True]),
            ("reach", [0.0, 0.4, 1.0]),
            ("kano", ["attractive", "performance", "must_be"]),
        ]
    ),
)
def test_more_exposure_never_lowers_the_own_fix_score(moments, data, ladder):
    name = data.draw(st.sampled_from(moments)).name
    field, steps = ladder

    found = [
        of(workshop_of(*changed(moments, name, **{field: step})), name).fix
        for step in steps
    ]

    assert found[0] <= found[1] + NEAR
    assert found[-2] <= found[-1] + NEAR


@laws
@given(moment_lists(complete=True, least=2), st.data(), valences)
def test_a_worse_feeling_elsewhere_takes_no_more_than_the_low_point(
    moments, data, value
):
    moment, other = data.draw(st.permutations(moments))[:2]
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    lower = min(moment.ratings[place]["valence"], value)
    after = rated(moments, moment.name, place, valence=lower)

    before_score = of(workshop_of(*moments), other.name).fix
    after_score = of(workshop_of(*after), other.name).fix

    assert before_score - LOW_POINT_BONUS - NEAR <= after_score <= before_score + NEAR


@laws
@given(
    moment_lists(complete=True),
    st.data(),
    st.sampled_from(
        [
            *(("valence", 5.0), ("performance", 10.0), ("effort", 1.0)),
            *(("valence", 1.0), ("performance", 5.0), ("effort", 4.0)),
        ]
    ),
)
def test_a_better_rating_never_lowers_the_own_protect_score(moments, data, change):
    part, value = change
    moment = data.draw(st.sampled_from(moments))
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    old = moment.ratings[place][part]
    new = min(old, value) if part == "effort" else max(old, value)
    after = rated(moments, moment.name, place, **{part: new})

    before_score = of(workshop_of(*moments), moment.name).protect
    after_score = of(workshop_of(*after), moment.name).protect

    assert after_score >= before_score - NEAR


# Who said it, and what else there is, does not matter


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


def data_centred_quadrants(importance, performance):
    """Importance-performance analysis with its cross-hair at the grand means."""
    high = importance >= importance.mean()
    good = performance >= performance.mean()
    return np.where(high, np.where(good, "B", "A"), np.where(good, "D", "C")).tolist()


def test_a_data_centred_cross_hair_lets_another_journey_change_this_one():
    importance, performance = np.array([0.6, 0.4]), np.array([0.4, 0.6])

    alone = data_centred_quadrants(importance, performance)
    together = data_centred_quadrants(
        np.append(importance, [1.0, 1.0]), np.append(performance, [0.0, 0.0])
    )

    assert alone[0] == "A"
    assert together[0] != alone[0]


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
