"""How what is explained is split: LMG and Johnson (1.7, table 2.5 of the method)."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from cxcore.drivers import LMG_MOST, johnson, lmg
from cxcore.drivers.shares import correlations, lmg_of
from tests.drivers.swiss import FERTILITY, PREDICTORS

laws = settings(max_examples=40, deadline=None)
BOTH = pytest.mark.parametrize("split", [lmg, johnson])
CLOSE = 1e-9

R_SQUARED = 0.706735001593
LMG = (
    0.0570912207681,
    0.1711730289002,
    0.2601346786244,
    0.1055701503735,
    0.1127659229265,
)
JOHNSON = (
    0.048416895812,
    0.154708249806,
    0.271964104646,
    0.114680029948,
    0.116965721381,
)


def r_squared(x, y):
    design = np.column_stack([np.ones(len(y)), x])
    rest = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    total = ((y - y.mean()) ** 2).sum()
    return 1 - (rest**2).sum() / total if total else 0.0


def by_definition(x, y):
    """LMG as it is written down: a regression for every subset."""
    columns = x.shape[1]
    shares = []
    for one in range(columns):
        others = [at for at in range(columns) if at != one]
        share = 0.0
        for size in range(columns):
            orders = factorial(size) * factorial(columns - size - 1)
            for before in map(list, combinations(others, size)):
                gain = r_squared(x[:, [*before, one]], y) - r_squared(x[:, before], y)
                share += orders / factorial(columns) * gain
        shares.append(share)
    return np.array(shares)


def test_lmg_is_that_of_the_swiss_districts_to_twelve_digits():
    assert lmg(PREDICTORS, FERTILITY) == pytest.approx(LMG, abs=1e-12)


def test_relative_weights_are_those_of_the_swiss_districts_to_twelve_digits():
    assert johnson(PREDICTORS, FERTILITY) == pytest.approx(JOHNSON, abs=1e-12)


@BOTH
def test_shares_of_the_swiss_districts_sum_to_what_is_explained(split):
    assert split(PREDICTORS, FERTILITY).sum() == pytest.approx(R_SQUARED, abs=1e-12)


def test_both_are_the_same_with_two_columns():
    x = PREDICTORS[:, :2]

    assert lmg(x, FERTILITY) == pytest.approx(johnson(x, FERTILITY), abs=1e-12)


@BOTH
def test_one_column_has_all_of_it(split):
    x = PREDICTORS[:, :1]

    assert split(x, FERTILITY) == pytest.approx([r_squared(x, FERTILITY)])


@st.composite
def data(draw, most=5):
    """Whole numbers, as answers are: columns can be alike, opposite or constant."""
    rows, columns = draw(st.integers(12, 20)), draw(st.integers(1, most))
    whole = arrays(np.int8, (rows, columns + 1), elements=st.integers(-5, 5))
    both = draw(whole).astype(float)
    for _ in range(draw(st.integers(0, 2))):
        at, source = (draw(st.integers(0, columns - 1)) for _ in range(2))
        both[:, at] = draw(st.sampled_from([-1.0, 0.0, 1.0])) * both[:, source]
    return both[:, :-1], both[:, -1]


@laws
@given(data())
def test_lmg_is_its_definition_whatever_columns_say_the_same(columns):
    x, y = columns

    assert lmg(x, y) == pytest.approx(by_definition(x, y), abs=1e-8)


@BOTH
@laws
@given(columns=data())
def test_shares_are_never_negative_and_sum_to_what_is_explained(split, columns):
    x, y = columns

    shares = split(x, y)

    assert (shares >= -CLOSE).all()
    assert shares.sum() == pytest.approx(r_squared(x, y), abs=1e-8)


@BOTH
@laws
@given(columns=data(), turned=st.randoms(use_true_random=False))
def test_the_order_of_columns_and_of_rows_changes_nothing(split, columns, turned):
    x, y = columns
    places, rows = list(range(x.shape[1])), list(range(len(y)))
    turned.shuffle(places)
    turned.shuffle(rows)

    assert split(x[rows][:, places], y[rows]) == pytest.approx(
        split(x, y)[places], abs=1e-8
    )


@BOTH
@laws
@given(
    columns=data(),
    scale=st.sampled_from([-3.0, 1e-3, 250.0]),
    start=st.floats(-100, 100),
)
def test_the_scale_of_a_column_changes_nothing(split, columns, scale, start):
    x, y = columns
    moved = x.copy()
    moved[:, 0] = scale * x[:, 0] + start

    assert split(moved, abs(scale) * y - start) == pytest.approx(split(x, y), abs=1e-8)


@laws
@given(data())
def test_columns_that_say_the_same_share_it_evenly(columns):
    x, y = columns
    twice = np.column_stack([x, x[:, 0]])

    for split in (lmg, johnson):
        shares = split(twice, y)
        assert shares[0] == pytest.approx(shares[-1], abs=1e-8)


@BOTH
def test_a_column_that_never_changes_has_nothing_and_takes_nothing(split):
    still = np.column_stack([PREDICTORS, np.full(47, 0.1)])

    shares = split(still, FERTILITY)

    assert shares[-1] == 0
    assert shares[:-1] == pytest.approx(split(PREDICTORS, FERTILITY), abs=1e-12)


@BOTH
def test_where_the_whole_never_changes_there_is_nothing_to_share(split):
    assert (split(PREDICTORS, np.full(47, 7.0)) == 0).all()


def test_many_samples_at_once_are_each_as_alone():
    one = correlations(PREDICTORS, FERTILITY)
    other = correlations(PREDICTORS[:30], FERTILITY[:30])

    together = lmg_of(np.stack([one, other] * 3000))

    assert together[-2:] == pytest.approx(
        np.stack([lmg(PREDICTORS, FERTILITY), lmg(PREDICTORS[:30], FERTILITY[:30])])
    )


def test_fifteen_columns_are_taken_and_one_more_is_refused():
    x = np.random.default_rng(1).normal(size=(60, LMG_MOST + 1))
    y = x.sum(axis=1)

    assert lmg(x[:, 1:], y).sum() == pytest.approx(r_squared(x[:, 1:], y))
    with pytest.raises(ValueError, match="too many subsets"):
        lmg(x, y)
