"""Agreement between touchpoints: printed tables, and where it is undefined."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import Distance, concordance_of, krippendorffs_alpha
from cxcore.analysis.ranks import rank_correlation, ranks_of
from tests.analysis.rooms import laws

NAN = np.nan

THREE_JUDGES = np.array(
    [
        [5, 6, 7, 1, 2, 4, 3, 8],
        [1, 7, 6, 2, 3, 5, 4, 8],
        [4, 5, 1, 3, 2, 7, 6, 8],
    ],
    dtype=float,
).T
"""Siegel and Castellan."""

FOUR_CODERS = np.array(
    [
        [1, 1, NAN, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [NAN, 5, 5, 5],
        [NAN, NAN, 1, 1],
        [NAN, NAN, 3, NAN],
    ]
)
"""Krippendorff 2011."""

REFERENCE_EMOTION = np.array(
    [[0, 1, -1], [4, 3, 4], [-1, 0, -2], [-4, -3, -5], [3, 2, 3], [-2, -1, 0]],
    dtype=float,
)


def kendalls_w(values):
    found = concordance_of(values)
    return None if found is None else found.w


def test_three_judges_of_eight_agree_as_printed():
    assert kendalls_w(THREE_JUDGES) == pytest.approx(0.6560847, abs=5e-8)


@pytest.mark.parametrize(
    ("distance", "printed"),
    [
        (Distance.NOMINAL, 0.743),
        (Distance.ORDINAL, 0.815),
        (Distance.INTERVAL, 0.849),
        (Distance.RATIO, 0.797),
    ],
)
def test_four_coders_of_twelve_agree_as_printed(distance, printed):
    assert krippendorffs_alpha(FOUR_CODERS, distance) == pytest.approx(
        printed, abs=0.0005
    )


def test_the_reference_journey_agrees_as_the_reference_implementation_says():
    assert kendalls_w(REFERENCE_EMOTION) == pytest.approx(0.9238, abs=5e-5)
    assert krippendorffs_alpha(REFERENCE_EMOTION) == pytest.approx(0.8942, abs=5e-5)
    assert krippendorffs_alpha(REFERENCE_EMOTION, Distance.ORDINAL) == pytest.approx(
        0.8462, abs=5e-5
    )


def test_whoever_left_one_out_is_not_ranked_with_the_others():
    with_a_gap = np.column_stack([THREE_JUDGES, [NAN, *range(7)]])

    assert kendalls_w(with_a_gap) == kendalls_w(THREE_JUDGES)


def test_a_touchpoint_that_nobody_rated_is_no_gap():
    unrated = np.full((1, THREE_JUDGES.shape[1]), NAN)

    assert kendalls_w(np.vstack([unrated, THREE_JUDGES])) == kendalls_w(THREE_JUDGES)


@pytest.mark.parametrize(
    "values",
    [
        np.zeros((0, 0)),
        np.full((4, 3), NAN),
        THREE_JUDGES[:2],
        THREE_JUDGES[:, :1],
        np.ones((5, 3)),
    ],
    ids=["nothing", "unrated", "two moments", "one rater", "all alike"],
)
def test_where_a_common_ranking_means_nothing_there_is_none(values):
    assert kendalls_w(values) is None


@pytest.mark.parametrize(
    "values",
    [
        np.zeros((0, 0)),
        np.full((4, 3), NAN),
        np.array([[1.0, 2.0], [3.0, NAN]]),
        np.array([[1.0, NAN], [NAN, 2.0]]),
        np.ones((5, 3)),
    ],
    ids=["nothing", "unrated", "one pair", "no pair", "all alike"],
)
@pytest.mark.parametrize("distance", list(Distance))
def test_where_nothing_can_be_reliable_there_is_none(values, distance):
    assert krippendorffs_alpha(values, distance) is None


def test_nothing_against_nothing_is_no_distance():
    values = np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0]])

    assert krippendorffs_alpha(values, Distance.RATIO) == pytest.approx(
        krippendorffs_alpha(values, Distance.NOMINAL)
    )


grids = st.integers(3, 6).flatmap(
    lambda voices: st.lists(
        st.lists(
            st.sampled_from([-3.0, 0.0, 2.0, 5.0]), min_size=voices, max_size=voices
        ),
        min_size=3,
        max_size=6,
    ).map(np.array)
)


@laws
@given(grids, st.randoms(use_true_random=False))
def test_the_order_of_people_and_of_touchpoints_changes_no_agreement(values, chance):
    rows, columns = (list(range(size)) for size in values.shape)
    chance.shuffle(rows)
    chance.shuffle(columns)
    turned = values[rows][:, columns]

    assert kendalls_w(turned) == pytest.approx(kendalls_w(values))
    assert krippendorffs_alpha(turned) == pytest.approx(krippendorffs_alpha(values))


@laws
@given(grids)
def test_agreement_on_a_ranking_is_between_none_and_all(values):
    agreement = kendalls_w(values)

    assert agreement is None or -1e-9 <= agreement <= 1 + 1e-9


@laws
@given(grids)
def test_people_who_all_say_the_same_agree_fully(values):
    same = np.repeat(values[:, :1], 3, axis=1)

    assert kendalls_w(same) in (None, pytest.approx(1))
    assert krippendorffs_alpha(same) in (None, pytest.approx(1))


def test_ties_share_their_rank_within_their_column():
    ranks = ranks_of(np.array([[3.0, 1.0, 3.0, 7.0], [2.0, 2.0, 2.0, 1.0]]).T)

    assert ranks.values.T.tolist() == [[2.5, 1, 2.5, 4], [3, 3, 3, 1]]
    assert sorted(ranks.shared_by.tolist()) == [1, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 400], 1),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1),
        ([1, 2, 3], [1, 3, 2], 0.5),
        ([1, 1, 1], [1, 2, 3], None),
        ([], [], None),
        ([1], [2], None),
    ],
)
def test_two_rankings_go_together_or_not(one, other, expected):
    found = rank_correlation(np.array(one, dtype=float), np.array(other, dtype=float))

    assert found == (None if expected is None else pytest.approx(expected))
