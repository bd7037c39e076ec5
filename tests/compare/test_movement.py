"""What a second look has moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.compare import (
    Closeness,
    Moved,
    movement_of,
)
from cxcore.model import (
    RevealRule,
    Settings,
    Standpoint,
    Viewpoint,
    Weighting,
)
from cxcore.words import moved_sentence, moves_sentence
from tests.analysis.builders import Moment, analysed, said, workshop_of
from tests.compare.looks import outcome

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT
EMPTY = workshop_of(Moment("gate"), Moment("pay"), people=6)


def moves(before, after, workshop=EMPTY):
    return movement_of(workshop, outcome(**before), outcome(**after))


def move(before, after, workshop=EMPTY):
    (found,) = moves({"gate": before}, {"gate": after}, workshop)
    return found


def test_a_mean_moves_up_or_down_or_stays():
    assert move([-2, 0], [1, 1]).moved is Moved.UP
    assert move([1, 1], [0.4, 0.6]).moved is Moved.DOWN
    assert move([1, 1], [1.4, 1.4]).moved is Moved.SAME


def test_voices_come_closer_together_or_go_further_apart():
    assert move([-4, 4], [-1, 1]).closeness is Closeness.CLOSER
    assert move([-1, 1], [-4, 4]).closeness is Closeness.FURTHER
    assert move([-1, 1], [1, 3]).closeness is Closeness.SAME


@pytest.mark.parametrize(("before", "after"), [([1], [-4, 4]), ([-4, 4], [1])])
def test_one_voice_is_neither_close_nor_far(before, after):
    assert move(before, after).closeness is Closeness.SAME


def test_each_round_is_taken_over_its_own_voices():
    found = move([-2, None, 0], [3])

    assert (found.before, found.voices_before) == (-1, 2)
    assert (found.after, found.voices_after) == (3, 1)
    assert found.change == 4


def test_only_what_was_rated_in_both_rounds_is_compared():
    assert moves({"gate": [1], "pay": [None]}, {"pay": [2]}) == ()
    assert moves({}, {"gate": [1]}) == ()


def test_the_largest_movement_comes_first_whichever_way_it_went():
    found = moves({"pay": [0], "gate": [0]}, {"pay": [-3], "gate": [2]})

    assert [each.touchpoint_id for each in found] == ["pay", "gate"]


def test_the_standpoint_of_the_round_is_the_one_compared():
    own = Standpoint.OWN_EXPERIENCE
    found = movement_of(EMPTY, outcome(own, gate=[-2]), outcome(gate=[2]))

    assert [(each.before, each.after) for each in found] == [(-2, 2)]


def test_the_thresholds_are_the_workshop_s_own():
    rule = RevealRule(moved_from=3.0, closer_from=0.0)
    workshop = EMPTY.model_copy(update={"settings": Settings(reveal=rule)})

    found = move([-2, 0], [1, 1], workshop)

    assert (found.moved, found.closeness) == (Moved.SAME, Closeness.CLOSER)
    assert move([1, 1], [1, 1], workshop).closeness is Closeness.SAME


values = st.lists(
    st.none() | st.integers(-50, 50).map(lambda tenths: tenths / 10),
    min_size=4,
    max_size=4,
)


@given(values, values, st.sampled_from(Weighting))
def test_the_means_are_those_that_the_score_uses(before, after, weighting):
    seats = [CUSTOMER, LEADER, LEADER, None]
    settings = Settings(weighting=weighting)

    def group(valences):
        workshop = workshop_of(
            Moment("gate", said(valence=valences)), viewpoints=seats, settings=settings
        )
        return workshop, analysed(workshop).touchpoint("gate").valence

    workshop, first = group(before)
    _, second = group(after)
    found = moves({"gate": before}, {"gate": after}, workshop)
    means = [(each.before, each.after) for each in found]
    both = first is not None and second is not None
    assert means == ([(pytest.approx(first), pytest.approx(second))] if both else [])


@given(values, values)
def test_going_back_is_the_opposite_movement(before, after):
    opposite = {
        Moved.UP: Moved.DOWN, Moved.DOWN: Moved.UP, Moved.SAME: Moved.SAME
    }  # fmt: skip
    there = moves({"gate": before}, {"gate": after})
    back = moves({"gate": after}, {"gate": before})

    assert [opposite[each.moved] for each in there] == [each.moved for each in back]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ([-1, -1], [1, 1], "Find the gate moved from rather bad to rather good."),
        (
            [-5, 0],
            [3, 3],
            "Find the gate moved from bad to good, and we are closer together.",
        ),
        ([2, 2], [3, 3], "Find the gate feels a little better."),
        ([-2, -2], [-3, -3], "Find the gate feels a little worse."),
        ([1, 1], [1, 1], "Find the gate stayed rather good."),
        (
            [1, 1],
            [-1, 3],
            "Find the gate stayed rather good, and we are further apart.",
        ),
    ],
)
def test_a_movement_is_one_sentence(before, after, sentence):
    assert moved_sentence(move(before, after), "Find the gate") == sentence


def test_all_movements_are_one_line():
    closer = moves({"gate": [-4, 4], "pay": [1, 1]}, {"gate": [1, 1], "pay": [1, 1]})
    further = moves({"gate": [1, 1]}, {"gate": [-1, 3]})
    same = moves({"gate": [1, 1]}, {"gate": [1, 1]})

    assert moves_sentence(closer) == (
        "Second look: 1 of 2 moments moved; on 1 we are closer together."
    )
    assert moves_sentence(further) == (
        "Second look: 0 of 1 moments moved; on 1 we are further apart."
    )
    assert moves_sentence(same) == "The second look says the same as the first."
