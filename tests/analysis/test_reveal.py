"""What a room is told after a reveal."""

import pytest
from hypothesis import given

from cxcore.analysis import RevealCode, customers_of, reveal_of
from cxcore.model import RevealRule, Viewpoint
from cxcore.words import reveal_sentence
from tests.analysis.builders import Moment, analysed, said, workshop_of
from tests.analysis.rooms import laws, workshops

NAMES = {"security": "Security", "gate": "Find the gate", "pay": "Pay"}
CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT

AGREED_BAD = [-4] * 12
SPLIT = [-4] * 6 + [4] * 5 + [0]


def room(viewpoints=(), **valences):
    return workshop_of(
        *(
            Moment(name, said(valence=said_there))
            for name, said_there in valences.items()
        ),
        viewpoints=viewpoints,
    )


def reveal(workshop, rule=None):
    journey = analysed(workshop)
    rule = rule or workshop.settings.reveal
    return reveal_of(journey, rule, customers_of(workshop, journey))


def sentence(viewpoints=(), **valences):
    return reveal_sentence(reveal(room(viewpoints, **valences)), NAMES)


def test_a_room_is_told_where_it_agrees_and_where_it_is_split():
    assert sentence(security=AGREED_BAD, gate=SPLIT) == (
        "We agree on Security. We are split on Find the gate: six bad, five good."
    )


def test_where_nobody_answered_nothing_is_made_up():
    assert sentence(security=[None, None]) == "Nobody has said how it feels."


def test_one_voice_is_no_room():
    assert sentence(security=[-4, None]) == "One of us has answered so far."


@pytest.mark.parametrize("few", [[-4, -4], [0, 0], [-2, 4.4]])
def test_two_alike_are_too_few_to_agree(few):
    assert sentence(security=few) in {
        "Too few of us have answered to say that we agree.",
        "We are split on Security: one bad, one good.",
    }


def test_two_of_many_moments_agree_means_nothing_with_two_voices_each():
    found = reveal(room(security=[-4, -4, None], gate=[None, 1, 1]))

    assert (found.code, found.agreed_id) == (RevealCode.FEW, None)


def test_a_room_that_agrees_on_everything_is_told_so():
    assert sentence(security=AGREED_BAD, gate=[1] * 12) == (
        "We agree on every moment, above all on Security."
    )


def test_a_room_that_is_split_on_everything_is_told_so():
    assert sentence(security=[-4, -3, 4], gate=SPLIT) == (
        "We are split on every moment, above all on Find the gate: six bad, five good."
    )


def test_agreement_on_the_only_moment_is_not_on_every_one():
    assert sentence(security=AGREED_BAD) == "We agree on Security."
    assert sentence(gate=SPLIT).startswith("We are split on Find the gate: six bad")


def test_one_split_is_named_and_the_others_are_counted():
    assert sentence(security=[-4, -3, 4], gate=SPLIT, pay=[1, 2, 1]) == (
        "We agree on Pay. "
        "We are split on Find the gate: six bad, five good, and on one more."
    )


def test_a_room_can_agree_that_it_is_so_so():
    assert sentence(security=[0, 0, 0]) == "We agree on Security."


def test_of_two_as_strong_the_bad_one_is_named():
    assert reveal(room(pay=[3, 3, 3], gate=[-3, -3, -3])).agreed_id == "gate"


def test_opinions_that_differ_on_one_side_of_neutral_are_no_split():
    found = reveal(room(security=[0, -5, -5, 0]))

    assert (found.code, found.splits) == (RevealCode.MIXED, ())


def test_between_agreed_and_disputed_there_is_nothing_to_claim():
    found = reveal(room(security=[-4, -1, 0]))

    assert (found.code, found.agreed_id) == (RevealCode.MIXED, None)


def test_how_many_make_an_agreement_is_the_workshop_s_own():
    workshop = room(security=[-4, -4])

    assert reveal(workshop, RevealRule(raters_from=2)).agreed_id == "security"
    assert reveal(workshop).code is RevealCode.FEW


CUSTOMERS = [CUSTOMER, CUSTOMER, LEADER, LEADER, LEADER]


@pytest.mark.parametrize(
    ("theirs", "said_of_it"),
    [
        ([-2, -2, 0.5, 0.5, 0.5], "Customers find Security worse than we do."),
        ([3, 3, 0, 0, 0], "Customers find Security better than we do."),
    ],
)
def test_customers_who_see_it_differently_are_heard(theirs, said_of_it):
    assert sentence(CUSTOMERS, security=theirs, pay=[1] * 5).endswith(said_of_it)


def test_customers_who_see_it_alike_are_not_made_a_point_of():
    found = reveal(room(CUSTOMERS, security=[1, 1, 2, 2, 2]))

    assert (found.customers_id, found.customers_worse) == (None, False)


def test_a_lone_customer_who_was_not_asked_is_not_spoken_of():
    found = reveal(room([CUSTOMER, LEADER, LEADER], security=[-4, 2, 2]))

    assert found.customers_id is None


def test_customers_among_themselves_differ_from_nobody():
    assert reveal(room([CUSTOMER] * 3, pay=[-4, -4, -4])).customers_id is None


@laws
@given(workshops())
def test_a_reveal_is_at_most_two_sentences_about_moments_that_were_rated(workshop):
    found = reveal(workshop)
    names = {key: key for key in workshop.touchpoints}

    text = reveal_sentence(found, names)

    assert 1 <= text.count(".") <= 2
    assert text.endswith(".")
    journey = analysed(workshop)
    named = {
        found.agreed_id,
        found.customers_id,
        *(s.touchpoint_id for s in found.splits),
    }
    assert all(journey.touchpoint(key).rated for key in named - {None})
    assert found.agreed_id not in {split.touchpoint_id for split in found.splits}
