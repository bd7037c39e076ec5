"""What knowing a touchpoint is worth: closed forms of normal scores."""

import numpy as np
import pytest
from scipy.stats import norm

from cxcore.robustness.knowing import value_of_knowing

DRAWS = 20_000
STANDARD = np.random.default_rng(3).standard_normal((3, 4, DRAWS))


def worth(*lines, front=1, hidden=0.0):
    """Return what knowing is worth of scores that are normal, as (mean, deviation).

    A score is moved by the first part of its own noise; ``hidden`` by what no knowing
    of it would tell.
    """
    other = np.random.default_rng(5).standard_normal((len(lines), DRAWS))
    fix = [
        mean + deviation * STANDARD[row, 0] + hidden * other[row]
        for row, (mean, deviation) in enumerate(lines)
    ]
    return value_of_knowing(np.array(fix), STANDARD[: len(lines)], front)


def normal_loss(distance, deviation):
    """Return E(max(0, X)) of a normal X that is expected so far below 0."""
    apart = distance / deviation
    return deviation * norm.pdf(apart) - distance * norm.cdf(-apart)


def test_of_the_first_it_is_what_giving_way_would_gain():
    first, last = worth((30.0, 8.0), (25.0, 1e-9))

    assert first.value == pytest.approx(normal_loss(5, 8), rel=0.03)
    assert first.could_turn == pytest.approx(norm.cdf(-5 / 8), abs=0.01)
    assert last.value == 0


def test_of_one_behind_it_is_what_coming_in_would_gain():
    first, last = worth((30.0, 1e-9), (25.0, 8.0))

    assert last.value == pytest.approx(normal_loss(5, 8), rel=0.03)
    assert last.could_turn == pytest.approx(norm.cdf(-5 / 8), abs=0.01)
    assert first.value == 0


def test_who_would_give_way_or_come_in_is_the_one_next_to_the_line():
    found = worth((40.0, 8.0), (32.0, 8.0), (30.0, 8.0), front=2)

    distances = [40 - 30, 32 - 30, 32 - 30]
    assert [one.value for one in found] == pytest.approx(
        [normal_loss(distance, 8) for distance in distances], rel=0.05
    )


def test_where_two_are_expected_to_be_equal_half_of_the_answers_turn_it():
    found = worth((30.0, 8.0), (30.0, 8.0))

    assert [one.could_turn for one in found] == pytest.approx([0.5] * 2, abs=0.02)
    assert [one.value for one in found] == pytest.approx(
        [normal_loss(0, 8)] * 2, rel=0.05
    )


def test_what_no_knowing_of_it_would_tell_is_worth_nothing():
    plain, hidden = worth((30.0, 8.0), (25.0, 4.0)), None
    hidden = worth((30.0, 8.0), (25.0, 4.0), hidden=6.0)

    assert hidden[0].value == pytest.approx(plain[0].value, rel=0.08)
    assert worth((30.0, 0.0), (29.9, 0.0), hidden=6.0)[0].could_turn < 0.5


def test_of_bent_scores_it_follows_the_bend():
    """Importance times severity: a score is a product of what is not known."""
    product = (5 + STANDARD[0, 0]) * (5 + STANDARD[0, 2])
    fix = np.array([product, np.full(DRAWS, 24.0)])

    found = value_of_knowing(fix, STANDARD[:2], 1)[0]

    assert found.value == pytest.approx(np.maximum(0, 24 - product).mean(), rel=0.02)
    assert found.could_turn == pytest.approx((product < 24).mean(), abs=0.01)


@pytest.mark.parametrize("front", [2, 3])
def test_where_all_come_first_there_is_nothing_to_know(front):
    assert [one.value for one in worth((30.0, 8.0), (25.0, 8.0), front=front)] == [0, 0]


def test_what_few_re_runs_seem_to_tell_by_chance_is_not_worth_asking():
    """The regression alone would find .72 here: 18 terms explain a tenth of 200."""
    random = np.random.default_rng(9)
    fix = 30 + 6 * random.standard_normal((40, 200))
    noise = random.standard_normal((40, 4, 200))

    found = value_of_knowing(fix - fix.mean(axis=1, keepdims=True), noise, 20)

    assert np.mean([one.value for one in found]) < 0.4
