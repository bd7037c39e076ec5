"""Laws of the journey score, on levels and journeys at random (4.9 of the method)."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxcore.analysis import journey_score, signed_peak
from cxcore.analysis.score import rolled_up, weights_of
from tests.analysis.builders import analysed
from tests.analysis.rooms import laws, valences, workshops

NEAR = 1e-9

shares = st.integers(0, 100).map(lambda percent: percent / 100)
levels_and_weights = st.lists(
    st.tuples(shares, st.integers(1, 9).map(float)), min_size=1, max_size=7
).map(lambda pairs: tuple(np.array(column) for column in zip(*pairs, strict=True)))
norms = st.sampled_from([1.0, 1.5, 2.0, 3.0, 10.0])


@given(levels_and_weights, norms, st.integers(2, 9))
def test_the_journey_score_lies_between_worst_and_mean(pairs, norm, factor):
    levels, weights = pairs
    score = journey_score(levels, weights, norm)

    assert levels.min() - NEAR <= score
    assert score <= np.average(levels, weights=weights) + NEAR
    assert journey_score(levels, factor * weights, norm) == pytest.approx(score)
    assert journey_score(levels, weights, norm + 1) <= score + NEAR
    assert journey_score(
        np.repeat(levels, factor), np.repeat(weights, factor), norm
    ) == pytest.approx(score)


@given(levels_and_weights, norms, st.data(), shares)
def test_the_journey_score_never_falls_when_a_moment_gets_better(
    pairs, norm, data, value
):
    levels, weights = pairs
    better = levels.copy()
    at = data.draw(st.integers(0, len(levels) - 1))
    better[at] = max(levels[at], value)

    after = journey_score(better, weights, norm)

    assert after >= journey_score(levels, weights, norm) - NEAR


@given(shares, st.integers(1, 6), norms)
def test_equal_moments_make_a_journey_like_each_of_them(level, count, norm):
    levels = np.full(count, level)

    assert journey_score(levels, np.ones(count), norm) == pytest.approx(level)


@given(levels_and_weights, norms, st.data())
def test_the_score_of_the_groups_scores_is_the_score_of_all(pairs, norm, data):
    levels, weights = pairs
    group = st.integers(0, 2)
    codes = np.array([data.draw(group) for _ in levels])

    rolled = rolled_up(levels, weights_of(weights), codes, 3, norm)

    some = rolled.weight > 0
    again = journey_score(rolled.score[some], rolled.weight[some], norm)
    assert again == pytest.approx(journey_score(levels, weights, norm), abs=NEAR)


@laws
@given(workshops())
def test_stages_and_departments_roll_up_to_the_journey(workshop):
    journey = analysed(workshop)
    assume(journey.rated)
    norm = workshop.settings.journey_score.norm

    for groups in (journey.stages, journey.departments):
        some = [group for group in groups if group.weight > 0]
        again = journey_score(
            np.array([group.score for group in some]),
            np.array([group.weight for group in some]),
            norm,
        )
        assert again == pytest.approx(journey.score, abs=NEAR)
        assert sum(g.weight for g in groups) == pytest.approx(1)
        assert sum(g.rated for g in groups) == journey.rated


@laws
@given(workshops())
def test_the_lift_is_what_the_score_wins_when_one_moment_is_as_good_as_wanted(workshop):
    journey = analysed(workshop)
    rated_ones = [t for t in journey.touchpoints if t.rated]
    assume(rated_ones)
    levels = np.array([t.level for t in rated_ones])
    weights = np.array([t.importance for t in rated_ones])

    for at, touchpoint in enumerate(rated_ones):
        lifted = levels.copy()
        lifted[at] = max(levels[at], 0.7)
        won = journey_score(lifted, weights, 2.0) - journey.score
        assert touchpoint.lift == pytest.approx(won, abs=NEAR)


@given(st.lists(shares, min_size=2, max_size=7), norms, shares)
def test_taking_from_the_best_for_the_worst_never_lowers_the_score(
    values, norm, fraction
):
    levels = np.array(values)
    best, worst = levels.argmax(), levels.argmin()
    moved = levels.copy()
    delta = fraction * (levels[best] - levels[worst]) / 2
    moved[best] -= delta
    moved[worst] += delta
    weights = np.ones(len(levels))

    after = journey_score(moved, weights, norm)

    assert after >= journey_score(levels, weights, norm) - NEAR


@given(st.lists(valences, min_size=1, max_size=5), st.data(), valences)
def test_the_signed_peak_never_falls_when_a_rating_rises(values, data, value):
    def peak(these):
        return float(signed_peak(np.array(max(these)), np.array(min(these))))

    at = data.draw(st.integers(0, len(values) - 1))
    higher = [max(v, value) if place == at else v for place, v in enumerate(values)]

    assert peak(higher) >= peak(values)
