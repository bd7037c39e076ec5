"""Laws of all 37 checks over workshops at random."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxcore.checkup import CATALOGUE, THRESHOLDS, Status, check
from cxcore.edit import apply
from cxcore.model import Answer, JourneyKind, Rating, Workshop
from tests.checkup.build import TODAY, adding, with_limits
from tests.checkup.rooms import CHECK_IDS, filled, tops
from tests.core.builders import commands, small_workshop
from tests.document.rich import rich_envelope

laws = settings(max_examples=20, deadline=None)
"""A workshop with all that checks look at is large; few of them do."""

ANY_LIMIT = st.sampled_from([-1000.0, -1.0, 0.0, 0.5, 1.0, 1000.0])


def statuses(workshop, top=None):
    return {one.id: one.status for one in check(workshop, TODAY, top).checks}


def test_there_are_37_in_the_order_of_their_numbers():
    assert [one.id for one in CATALOGUE] == CHECK_IDS


@laws
@given(filled(), tops)
def test_every_workshop_is_answered_in_full(workshop, top):
    found = check(workshop, TODAY, top)

    assert [one.id for one in found.checks] == CHECK_IDS
    for one in found.checks:
        assert bool(one.missing) == (one.status is Status.NOT_ASSESSED)
        assert bool(one.where) <= (one.status in (Status.FOUND, Status.ACCEPTED))
        assert 0 <= one.share <= 1 + 1e-9


@laws
@given(st.lists(commands, max_size=12))
def test_whatever_is_done_to_a_workshop_it_can_be_checked(orders):
    workshop = small_workshop()
    for order in orders:
        workshop = apply(workshop, order)

    assert len(check(workshop, TODAY).checks) == len(CHECK_IDS)


@laws
@given(filled(), st.fixed_dictionaries(dict.fromkeys(THRESHOLDS, ANY_LIMIT)), tops)
def test_no_threshold_breaks_a_check(workshop, limits, top):
    assert len(check(with_limits(workshop, **limits), TODAY, top).checks) == 37


def test_a_workshop_with_something_in_every_field_can_be_checked():
    assert len(check(rich_envelope().workshop, TODAY).checks) == 37


def test_nothing_passes_in_an_empty_workshop():
    assert Status.PASSED not in statuses(Workshop(id="w")).values()


def all_things(collection, **fields):
    """Return a change that gives all things of a collection other values."""

    def cleared(workshop):
        things = getattr(workshop, collection).values()
        return adding(workshop, *(one.model_copy(update=fields) for one in things))

    return cleared


def without(*collections):
    def cleared(workshop):
        return workshop.model_copy(update={name: {} for name in collections})

    return cleared


def only_guests(workshop):
    return all_things("journeys", journey_kind=JourneyKind.ELSEWHERE)(workshop)


ABOUT_NO_JOURNEY = ("CX02", "CX03", "CX12", "CX15", "CX32")

NEEDS = {
    "ratings": (
        without("ratings"),
        (
            "CX04 CX06 CX08 CX14 CX16 CX17 CX18 CX19 CX20 CX24 CX25 CX26 CX30 CX33 "
            "CX34 CX35 CX37"
        ),
    ),
    "processes": (without("processes"), "CX06 CX07 CX08 CX09"),
    "viewpoints": (all_things("participants", viewpoint=None), "CX01 CX35"),
    "owners": (all_things("touchpoints", owner=""), "CX01 CX05 CX20 CX21 CX22"),
    "purchase": (all_things("stages", purchase=None), "CX23"),
    "investment": (all_things("touchpoints", investment=None), "CX24"),
    "ideas": (without("opportunities"), "CX02 CX25 CX26 CX32"),
    "needs": (without("needs"), "CX03"),
    "dimension": (all_things("touchpoints", dimension=None), "CX27 CX28"),
    "scripts and promise": (
        lambda room: without("brand_values")(
            all_things("touchpoints", scripted=Answer.UNKNOWN)(room)
        ),
        "CX29 CX30",
    ),
    "dates": (
        lambda room: without("reviews")(all_things("evidence", date=None)(room)),
        "CX31",
    ),
    "the journey of today": (
        only_guests,
        " ".join(one for one in CHECK_IDS if one not in ABOUT_NO_JOURNEY),
    ),
}
"""What checks cannot do without: how it is taken away, and from whom."""


@laws
@given(filled(), tops)
def test_nothing_passes_without_the_data_it_needs(workshop, top):
    passed = {
        (data, check_id)
        for data, (take_away, check_ids) in NEEDS.items()
        for check_id, status in statuses(take_away(workshop), top).items()
        if check_id in check_ids.split() and status is Status.PASSED
    }

    assert passed == set()


@laws
@given(filled())
def test_nothing_is_certain_of_a_ranking_that_nobody_shook(workshop):
    found = statuses(workshop)

    assert found["CX24"] is not Status.PASSED
    assert found["CX34"] is Status.NOT_ASSESSED


@laws
@given(filled(), tops, st.randoms(use_true_random=False))
def test_the_order_of_storage_changes_nothing(workshop, top, chance):
    mappings = {
        name: _shuffled(value, chance)
        for name, value in workshop
        if isinstance(value, dict)
    }

    turned = workshop.model_copy(update=mappings)

    assert check(turned, TODAY, top) == check(workshop, TODAY, top)


def _shuffled(mapping, chance):
    items = list(mapping.items())
    chance.shuffle(items)
    return dict(items)


@laws
@given(filled(), tops)
def test_who_is_called_what_changes_nothing(workshop, top):
    renamed = {key: f"z{ord('9') - ord(key[-1])}{key}" for key in workshop.participants}
    turned = workshop.model_copy(
        update={
            "participants": {
                renamed[key]: who.model_copy(update={"id": renamed[key]})
                for key, who in workshop.participants.items()
            },
            "ratings": {
                key: {renamed[who]: value for who, value in said.items()}
                for key, said in workshop.ratings.items()
            },
            "answers": {
                key: {renamed[who]: value for who, value in said.items()}
                for key, said in workshop.answers.items()
            },
        }
    )

    before, after = check(workshop, TODAY, top), check(turned, TODAY, top)

    for one, other in zip(before.checks, after.checks, strict=True):
        assert other.numbers == pytest.approx(one.numbers)
        assert replace(other, numbers={}, share=0) == replace(one, numbers={}, share=0)


@laws
@given(filled(), tops)
def test_a_rating_that_says_nothing_is_none(workshop, top):
    blank = {"as_persona": Rating()}
    ratings = {
        key: dict.fromkeys(said, blank) for key, said in workshop.ratings.items()
    }
    emptied = workshop.model_copy(update={"ratings": ratings})

    assert statuses(emptied, top) == statuses(without("ratings")(workshop), top)
