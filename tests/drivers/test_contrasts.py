"""Penalty and reward, and the kind that they suggest (1.3)."""

import numpy as np
import pytest

from cxcore.drivers.contrasts import contrasts_of
from cxcore.model import KanoKind
from cxcore.model.settings import DriversRule

SEED = 20_261_122
RULE = DriversRule()
LOW, BETWEEN, HIGH = -4.0, 0.0, 4.0


def answers(rows=240, columns=2, seed=1):
    """Return answers that are low, high or in between, each often enough."""
    chance = np.random.default_rng(seed)
    return chance.choice([LOW, BETWEEN, HIGH], size=(rows, columns))


def whole(felt, *effects, noise=0.0):
    """Return answers about the whole: 5, and what low and high ones add to it."""
    overall = np.full(len(felt), 5.0)
    for column, (low, high) in zip(felt.T, effects, strict=True):
        overall += np.where(column == LOW, low, 0) + np.where(column == HIGH, high, 0)
    return overall + noise * np.random.default_rng(2).normal(size=len(felt))


def contrasts(felt, overall, **rule):
    return contrasts_of(felt, overall, DriversRule(**rule), SEED)


def test_penalty_reward_and_impact_asymmetry_are_found_exactly():
    felt = answers()

    basic, delight = contrasts(felt, whole(felt, (-2.0, 0.5), (-0.25, 1.0)))

    assert (basic.penalty, basic.reward) == pytest.approx((2.0, 0.5))
    assert basic.asymmetry == pytest.approx((0.5 - 2.0) / (0.5 + 2.0))
    assert (delight.penalty, delight.reward) == pytest.approx((0.25, 1.0))
    assert delight.asymmetry == pytest.approx((1.0 - 0.25) / (1.0 + 0.25))


@pytest.mark.parametrize(
    ("effects", "kind"),
    [
        ((-2.0, 0.0), KanoKind.MUST_BE),
        ((-1.0, 1.0), KanoKind.PERFORMANCE),
        ((-1.0, 1.2), KanoKind.PERFORMANCE),
        ((-1.0, 1.25), KanoKind.ATTRACTIVE),
        ((0.0, 2.0), KanoKind.ATTRACTIVE),
    ],
)
def test_the_kind_is_that_of_the_asymmetry(effects, kind):
    felt = answers(columns=1)

    (one,) = contrasts(felt, whole(felt, effects))

    assert (one.kind, one.holds) == (kind, 1.0)


def test_from_where_on_it_is_no_longer_even_is_a_setting():
    felt = answers(columns=1)
    overall = whole(felt, (-1.0, 1.25))

    assert contrasts(felt, overall, asymmetry_from=0.2)[0].kind is KanoKind.PERFORMANCE


def test_a_penalty_that_pays_is_none():
    felt = answers(columns=1)

    (one,) = contrasts(felt, whole(felt, (0.5, 1.0)))

    assert one.asymmetry == 1
    assert one.penalty == pytest.approx(-0.5)


def test_without_penalty_and_reward_nothing_is_suggested():
    felt = answers()

    told, other = contrasts(felt, whole(felt, (-1.0, 1.0), (1.0, -1.0)))

    assert told is not None
    assert other is None


@pytest.mark.parametrize("side", [LOW, BETWEEN, HIGH])
@pytest.mark.parametrize(("cases", "told"), [(9, False), (10, True)])
def test_low_high_and_what_is_in_between_need_ten_answers_each(side, cases, told):
    others = [value for value in (LOW, BETWEEN, HIGH) if value != side]
    felt = np.array([side] * cases + others * 40)[:, np.newaxis]

    (one,) = contrasts(felt, whole(felt, (-1.0, 2.0)))

    assert (one is not None) is told


def test_what_has_too_few_low_answers_still_takes_its_part_off_the_others():
    felt = answers()
    felt[felt[:, 1] == LOW, 1] = BETWEEN
    felt[felt[:, 1] == HIGH, 0] = HIGH  # good answers go together

    told, other = contrasts(felt, whole(felt, (-1.0, 1.0), (0.0, 3.0)))

    assert other is None
    assert (told.penalty, told.reward) == pytest.approx((1.0, 1.0))


def test_two_moments_that_always_felt_alike_cannot_be_told_apart():
    felt = answers(columns=3)
    felt[:, 1] = felt[:, 0]

    one, two, three = contrasts(felt, whole(felt, (-1, 1), (-1, 1), (-2, 0)))

    assert one is two is None
    assert three.kind is KanoKind.MUST_BE


def test_a_kind_that_hangs_on_who_happened_to_answer_does_not_hold():
    felt = answers(90)

    told, weak = contrasts(felt, whole(felt, (-3, 0), (-0.2, 0.2), noise=1.0))

    assert told.holds > 0.95
    assert weak.holds < 0.8


def test_low_and_high_are_settings():
    felt = answers(columns=1)

    assert contrasts(felt, whole(felt, (-1, 1)), low_to=-5.0) == [None]
