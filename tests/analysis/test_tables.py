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


# Measures of practice (2.9). No page shows them and no code of ours computes them: the
# formulas stand here with their printed numbers, for whoever compares ours with them.


@pytest.mark.parametrize(
    ("importance", "satisfaction", "printed"), [(9, 3, 15), (9, 9, 9), (4.7, 2.1, 7.3)]
)
def test_an_opportunity_is_what_matters_and_what_is_missing(
    importance, satisfaction, printed
):
    """Ulwick 2002, 2005."""
    opportunity = importance + max(importance - satisfaction, 0)

    assert opportunity == pytest.approx(printed)


def test_promoters_less_detractors_have_an_interval_of_their_own():
    promoters, detractors, answers = 0.5, 0.2, 100

    score = promoters - detractors
    variance = promoters + detractors - score**2
    error = (variance / answers) ** 0.5

    assert (score, variance) == pytest.approx((0.30, 0.61))
    assert error == pytest.approx(0.0781025, abs=5e-8)
    assert [score - 1.96 * error, score + 1.96 * error] == pytest.approx(
        [0.1469, 0.4531], abs=0.00005
    )


@pytest.mark.parametrize(
    ("answers", "better", "worse"),
    [
        ((7.0, 32.3, 49.3, 9.5), 0.40, -0.83),
        ((10.4, 30.5, 45.1, 11.5), 0.42, -0.78),
        ((63.8, 21.6, 2.9, 8.5), 0.88, -0.25),
    ],
    ids=["edge grip", "ease of turn", "service"],
)
def test_skiers_say_what_would_please_and_what_would_be_missed(answers, better, worse):
    """Sauerwein et al. 1996, by the coefficients of Berger et al. 1993."""
    attractive, one_dimensional, must_be, _ = answers

    pleased = (attractive + one_dimensional) / sum(answers)
    missed = -(one_dimensional + must_be) / sum(answers)

    assert (pleased, missed) == pytest.approx((better, worse), abs=0.005)
