"""Small formulas against printed tables."""

import numpy as np
import pytest

from cxcore.analysis import journey_score, r_wg, signed_peak
from cxcore.analysis.score import (
    implied_norm,
    lifts_of,
    rolled_up,
    shares_of,
    shortfall_of,
    weights_of,
)

LEVELS = np.array([0.9, 0.6])


@pytest.mark.parametrize(
    ("weights", "printed"),
    [
        ((0.5, 0.5), {1: 0.75, 1.5: 0.7274, 2: 0.7085, 3: 0.6809, 10: 0.6268}),
        ((0.3, 0.7), {1: 0.69, 1.5: 0.6735, 2: 0.6609, 3: 0.6440, 10: 0.6140}),
        ((0.7, 0.3), {1: 0.81, 1.5: 0.7874, 2: 0.7655, 3: 0.7290, 10: 0.6454}),
    ],
)
def test_ninety_and_sixty_are_not_seventy_five(weights, printed):
    scores = {norm: journey_score(LEVELS, np.array(weights), norm) for norm in printed}

    assert scores == pytest.approx(printed, abs=0.00005)


def test_the_worse_of_two_hides_nearly_all_of_the_shortfall():
    shares = shares_of(shortfall_of(LEVELS, np.array([0.3, 0.7]), 2))

    assert shares[1] == pytest.approx(0.9739, abs=0.00005)


@pytest.mark.parametrize(
    ("ratings", "printed"),
    [
        ([4, 4, 5, 4, 5], 0.85),
        ([3, 3, 3, 3, 3], 1.0),
        ([1, 5, 1, 5, 3], 0.0),
        ([4, np.nan, 4, 5, 4, 5], 0.85),
    ],
)
def test_agreement_within_a_group_on_five_points(ratings, printed):
    assert r_wg(np.array([ratings]), points=5)[0] == pytest.approx(printed)


def test_one_voice_neither_agrees_nor_disagrees():
    assert np.isnan(r_wg(np.array([[4.0, np.nan], [np.nan, np.nan]]))).all()


@pytest.mark.parametrize(
    ("lowest", "highest", "peak"), [(-4, 3.9, -4), (-4, 4.1, 4.1), (-4, 4, -4)]
)
def test_the_signed_peak_is_the_stronger_side_and_a_tie_is_bad(lowest, highest, peak):
    assert signed_peak(np.array([highest]), np.array([lowest]))[0] == peak


def test_a_steep_norm_loses_nothing_by_rounding():
    levels = np.array([0.0, 0.9])
    weights = np.array([0.5, 0.5])

    lift = lifts_of(levels, weights, 20.0, 1.0)[0]

    lifted = journey_score(np.array([1.0, 0.9]), weights, 20.0)
    assert lift == pytest.approx(lifted - journey_score(levels, weights, 20.0))
    assert lift > 0.8


def test_tiny_shortfalls_survive_a_steep_norm():
    assert journey_score(np.array([1 - 1e-12]), np.ones(1), 20.0) == pytest.approx(
        1 - 1e-12, abs=1e-15
    )


@pytest.mark.parametrize("norm", [1.0, 1.3, 2.0, 7.5])
def test_the_implied_norm_is_the_one_that_was_used(norm):
    levels, weights = np.array([0.9, 0.6, 0.2]), np.array([0.5, 0.3, 0.2])

    found = implied_norm(levels, weights, journey_score(levels, weights, norm))

    assert found == pytest.approx(norm, rel=1e-6)


@pytest.mark.parametrize(
    ("levels", "answer"),
    [([0.9, 0.6], 0.8), ([0.9, 0.6], 0.5), ([0.7, 0.7], 0.7), ([1.0, 1.0], 1.0)],
)
def test_no_norm_is_implied_beyond_the_parts_or_by_equal_ones(levels, answer):
    assert implied_norm(np.array(levels), np.array([0.5, 0.5]), answer) is None


def test_where_nothing_matters_all_weigh_the_same():
    assert weights_of(np.zeros(4)).tolist() == [0.25] * 4
    assert weights_of(np.zeros(0)).tolist() == []


def test_a_group_that_does_not_matter_still_has_a_score_of_its_own():
    rolled = rolled_up(
        np.array([0.9, 0.2, 0.4]), np.array([1.0, 0, 0]), np.array([0, 1, 1]), 3, 1.0
    )

    assert rolled.weight.tolist() == [1, 0, 0]
    assert rolled.score[:2] == pytest.approx([0.9, 0.3])
    assert np.isnan(rolled.score[2])
