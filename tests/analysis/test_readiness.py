"""What staff say they could deliver, and want to: counts, and never one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import Spread, readiness_of, voices_needed
from cxcore.model import Answers, Participant, RevealRule, Settings
from cxcore.words import spread_sentence, staff_sentence
from tests.core.builders import small_workshop

NAMES = {"queue": "the queue", "pay": "paying", "leave": "leaving"}


def answered(able=(), willing=(), subject="pay", raters_from=3):
    """A shop in which so many staff have answered."""
    most = max(len(able), len(willing))
    crowd = [f"p{i}" for i in range(most)]
    padded = [(*values, *[None] * (most - len(values))) for values in (able, willing)]
    said = {
        who: Answers(able=one, willing=two)
        for who, one, two in zip(crowd, *padded, strict=True)
    }
    rule = RevealRule(raters_from=raters_from)
    update = {
        "participants": {who: Participant(id=who, name=who) for who in crowd},
        "answers": {subject: said},
        "settings": Settings(reveal=rule),
    }
    return small_workshop().model_copy(update=update)


def pay_of(workshop):
    (only,) = readiness_of(workshop, ["pay"])
    return only


def test_three_answers_make_a_spread():
    pay = pay_of(answered(able=(1.0, 2.0, 5.0), willing=(4.0, 4.0)))

    assert pay.able == Spread(3, (1, 1, 0, 0, 1), pytest.approx(8 / 3))
    assert pay.able.yes == 1
    assert pay.willing == Spread(2, None, None)
    assert pay.willing.yes is None


def test_where_nobody_has_answered_nothing_is_known():
    assert pay_of(small_workshop()).able == Spread(0, None, None)


def test_a_process_can_be_asked_about_too():
    workshop = answered(able=(3.0, 3.0, 3.0), subject="till")

    (till,) = readiness_of(workshop, ["till"])

    assert till.able.counts == (0, 0, 3, 0, 0)


@pytest.mark.parametrize(("asked", "needed"), [(0, 3), (1, 3), (3, 3), (5, 5)])
def test_a_setting_can_ask_for_more_voices_but_never_for_fewer(asked, needed):
    assert voices_needed(RevealRule(raters_from=asked)) == needed
    few, enough = (3.0,) * (needed - 1), (3.0,) * needed
    assert pay_of(answered(able=few, raters_from=asked)).able.counts is None
    assert pay_of(answered(able=enough, raters_from=asked)).able.counts is not None


def test_a_value_between_two_points_counts_for_the_nearer_one_and_a_half_upwards():
    pay = pay_of(answered(able=(1.4, 2.5, 4.6)))

    assert pay.able.counts == (1, 0, 1, 0, 1)
    assert pay.able.mean == pytest.approx(8.5 / 3)


@given(st.lists(st.floats(1, 5), min_size=3, max_size=30))
def test_every_answer_is_counted_once(values):
    able = pay_of(answered(able=values)).able

    assert able.counts is not None
    assert sum(able.counts) == able.n == len(values)
    assert 1 <= (able.mean or 0) <= 5


def test_a_spread_is_said_in_counts():
    pay = pay_of(answered(able=(1.0, 4.0, 5.0), willing=(5.0,)))

    assert spread_sentence(pay.able, "able") == "2 of 3 could deliver it tomorrow."
    assert spread_sentence(pay.able, "willing") == "2 of 3 want to."
    assert spread_sentence(pay.willing, "willing") == "Shown from three answers on."


@pytest.mark.parametrize(
    ("able", "said"),
    [
        ((1.0, 1.0, 2.0), "paying: none of 3 could deliver it tomorrow."),
        ((1.0, 1.0, 4.0), "paying: only 1 of 3 could deliver it tomorrow."),
        (
            (5.0, 1.0, 4.0),
            "Most of those who deliver it could do all of this tomorrow.",
        ),
        (
            (1.0, 1.0),
            "Too few have answered the same question to show how it lies.",
        ),
    ],
)
def test_the_headline_names_the_thinnest_ground(able, said):
    readiness = readiness_of(answered(able=able), ["queue", "pay"])

    assert staff_sentence(readiness, NAMES) == said
