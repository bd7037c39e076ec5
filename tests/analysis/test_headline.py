"""What a journey says in one sentence."""

from cxcore.analysis import HeadlineCode
from tests.analysis.builders import Moment, analysed, said, workshop_of

SPLIT = [-4, -4, -4, 4, 4, 4]


def headline(*felt, importance=5):
    """Return the headline of touchpoints a, b, c … felt as given."""
    return analysed(workshop_of(*moments(*felt, importance=importance))).headline


def moments(*felt, importance=5):
    return [
        Moment(
            name,
            said(valence=values, importance=[importance] * len(values)),
            f"stage-{name}",
        )
        for name, values in zip("abcdefghijklm", map(listed, felt), strict=False)
    ]


def listed(value):
    return value if isinstance(value, list) else [value] * 6


def test_nothing_is_rated_yet():
    assert headline([None], [None]).code is HeadlineCode.NOTHING_RATED
    assert headline().code is HeadlineCode.NOTHING_RATED


def test_too_little_is_rated():
    found = headline(-3, [None], [None])

    assert (found.code, found.rated, found.total) == (HeadlineCode.TOO_LITTLE, 1, 3)


def test_half_is_enough():
    assert headline(-3, [None]).code is not HeadlineCode.TOO_LITTLE


def test_nothing_hurts_much():
    assert headline(3, 1, 2).code is HeadlineCode.ALL_GOOD


def test_what_hurts_but_does_not_matter_is_not_called_good():
    assert headline(-5, -4, importance=1).code is HeadlineCode.LOW_STAKES


def test_good_moments_hide_a_bad_one():
    found = headline(3, 3, -4, 3)

    assert (found.code, found.touchpoint_ids) == (HeadlineCode.HIDDEN, ("c",))


def test_two_good_moments_hide_bad_ones_even_under_a_low_mean():
    found = headline(3, -5, -5, -5, 3)

    assert found.code is HeadlineCode.HIDDEN
    assert found.touchpoint_ids == ("b", "c")


def test_a_fine_mean_hides_a_bad_one_without_very_good_moments():
    assert headline(1, 1, -2, 1, 1).code is HeadlineCode.HIDDEN


def test_it_is_bad_throughout():
    found = headline(-3, -4, -1, 1)

    assert (found.code, found.touchpoint_ids) == (HeadlineCode.BAD_THROUGHOUT, ("b",))


def test_some_need_work_where_little_is_good_and_not_all_is_bad():
    assert headline(-4, 3, -1).code is HeadlineCode.NEEDS_WORK


def test_a_gap_without_a_bad_feeling_is_not_called_bad():
    liked = said(valence=[3], importance=[5], expectation=[9], performance=[2])

    found = analysed(workshop_of(Moment("a", liked), Moment("b", liked))).headline

    assert found.code is HeadlineCode.NEEDS_WORK


def test_a_split_room_comes_first_where_it_hurts_most():
    found = headline(SPLIT, -1, 3, 3, 3)

    assert (found.code, found.touchpoint_ids) == (HeadlineCode.SPLIT, ("a",))
    assert (found.below_zero, found.above_zero) == (3, 3)
    assert found.agreed_id == "b"


def test_a_split_that_is_all_there_is_comes_first_too():
    split = Moment("s", said(valence=SPLIT, importance=[1] * 6), "s")

    found = analysed(workshop_of(split, *moments(3, 3))).headline

    assert (found.code, found.agreed_id) == (HeadlineCode.SPLIT, None)


def test_a_split_behind_something_worse_does_not_take_the_headline():
    found = headline(3, 3, 3, -5, SPLIT)

    assert (found.code, found.touchpoint_ids) == (HeadlineCode.HIDDEN, ("d",))
