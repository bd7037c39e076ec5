"""Laws of the scores, on journeys at random (4.9 of the method)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.builders import (
    analysed,
    of,
    workshop_of,
)
from tests.analysis.rooms import (
    changed,
    laws,
    moment_lists,
    rated,
    valences,
    workshops,
)

NEAR = 1e-9
LOW_POINT_BONUS = 10.0


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
