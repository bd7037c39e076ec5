"""Customers who answered a survey: they speak for themselves and take no part."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import (
    KnownFrom,
    analyse_grid,
    customers_of,
    grid_of,
    reveal_of,
    with_cell,
)
from cxcore.analysis.surveys import respondents_of
from cxcore.model import Evidence, EvidenceType, Viewpoint
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    of,
    said,
    who,
    with_things,
    workshop_of,
)
from tests.analysis.rooms import laws, workshops

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT
OF_CUSTOMERS = {
    "customers_valence",
    "customers",
    "respondents",
    "survey_valence",
    "others_valence",
}
"""All that a survey changes, besides how well a touchpoint is known."""
OF_EVIDENCE = {"confidence", "known_from", "assumption", "surplus_question"}


def survey(answers, name="survey", kind=EvidenceType.SURVEY, **more):
    felt = {key: tuple(values) for key, values in answers.items()}
    return Evidence(
        id=name,
        evidence_type=kind,
        title="Survey",
        survey={
            key: tuple(None if v is None else float(v) for v in values)
            for key, values in felt.items()
        },
        touchpoint_ids=tuple(felt),
        **more,
    )


def asked(*moments, viewpoints=(), **answers):
    """Return a workshop with one survey; answers by touchpoint."""
    return with_things(workshop_of(*moments, viewpoints=viewpoints), survey(answers))


def curve(workshop):
    return customers_of(workshop, analysed(workshop))


def test_answers_are_the_customers_own_curve():
    workshop = asked(Moment("pay", said(valence=[2, 4])), pay=[-4, -2, None])

    found = of(workshop, "pay")

    assert (found.customers_valence, found.customers) == (-3, 2)
    assert (found.survey_valence, found.respondents) == (-3, 2)
    assert found.others_valence == 3


def test_customers_in_the_room_and_in_surveys_count_once_each():
    workshop = asked(
        Moment("pay", said(valence=[-5, 5])),
        viewpoints=[CUSTOMER, LEADER],
        pay=[1, 1, 1],
    )

    found = of(workshop, "pay")

    assert (found.customers_valence, found.customers) == (-0.5, 4)
    assert (found.survey_valence, found.respondents) == (1, 3)
    assert found.others_valence == 5


def test_several_surveys_are_taken_together():
    first = asked(Moment("pay", said(valence=[0])), pay=[-4])
    both = with_things(first, survey({"pay": [2, 2]}, "second"))

    assert of(both, "pay").customers_valence == 0
    assert of(both, "pay").customers == 3


@pytest.mark.parametrize(
    "kind", [EvidenceType.INTERNAL_OPINION, EvidenceType.STAFF_KNOWLEDGE]
)
def test_a_survey_of_insiders_is_no_word_of_customers(kind):
    workshop = with_things(
        workshop_of(Moment("pay", said(valence=[2]))), survey({"pay": [-4]}, kind=kind)
    )

    assert of(workshop, "pay").customers == 0
    assert curve(workshop) is None


def test_a_survey_that_was_taken_away_says_nothing():
    workshop = with_things(
        workshop_of(Moment("pay", said(valence=[2]))),
        survey({"pay": [-4]}, removed=True),
    )

    assert of(workshop, "pay").customers_valence is None


def test_where_only_a_survey_knows_a_moment_it_is_still_not_rated():
    found = of(asked(Moment("pay"), pay=[-4]), "pay")

    assert (found.rated, found.valence, found.fix) == (False, None, None)
    assert found.customers_valence == -4
    assert found.known_from is KnownFrom.CUSTOMERS


def test_others_are_compared_only_where_customers_have_a_say():
    workshop = asked(
        Moment("pay", said(valence=[2])), Moment("wait", said(valence=[2])), pay=[-4]
    )

    assert of(workshop, "pay").others_valence == 2
    assert of(workshop, "wait").others_valence is None


def parts(record, *left_out):
    return {key: value for key, value in asdict(record).items() if key not in left_out}


@laws
@given(workshops(), st.lists(st.none() | st.floats(-5, 5), min_size=1, max_size=5))
def test_a_survey_changes_no_score_no_rank_and_no_group_mean(workshop, answers):
    before = analysed(workshop)
    ids = [each.id for each in before.touchpoints]
    # Already surveyed: so what is known about them stays the same as well.
    known = with_things(workshop, survey({key: [] for key in ids}))
    heard = with_things(workshop, survey(dict.fromkeys(ids, answers)))

    with_answers, without = analysed(heard), analysed(known)

    assert parts(with_answers, "touchpoints") == parts(without, "touchpoints")
    for one, other in zip(with_answers.touchpoints, without.touchpoints, strict=True):
        assert parts(one, *OF_CUSTOMERS) == parts(other, *OF_CUSTOMERS)
    left_out = ("touchpoints", "headline")
    assert parts(with_answers, *left_out) == parts(before, *left_out)
    for one, other in zip(with_answers.touchpoints, before.touchpoints, strict=True):
        assert parts(one, *OF_CUSTOMERS, *OF_EVIDENCE, "direction") == parts(
            other, *OF_CUSTOMERS, *OF_EVIDENCE, "direction"
        )


@laws
@given(workshops())
def test_a_survey_without_answers_changes_nothing_that_customers_say(workshop):
    ids = [each.id for each in analysed(workshop).touchpoints]
    silent = with_things(workshop, survey({key: [None] for key in ids}))

    for one, other in zip(
        analysed(silent).touchpoints, analysed(workshop).touchpoints, strict=True
    ):
        assert [getattr(one, key) for key in OF_CUSTOMERS] == [
            getattr(other, key) for key in OF_CUSTOMERS
        ]


def test_a_drag_moves_customers_in_the_room_and_leaves_the_survey():
    workshop = asked(
        Moment("pay", said(valence=[0])), viewpoints=[CUSTOMER], pay=[1, 1, 1]
    )
    grid = grid_of(workshop, JOURNEY, TODAY)

    moved = with_cell(grid, "pay", who(0), "valence", 5.0)

    found = analyse_grid(moved, workshop.settings).touchpoint("pay")
    assert (found.customers_valence, found.survey_valence) == (2, 1)


# What may be shown


def test_a_survey_alone_is_a_curve():
    workshop = asked(
        Moment("pay", said(valence=[2])), Moment("wait"), pay=[-4, 2], wait=[1, None]
    )

    found = curve(workshop)

    assert found.points == {"pay": -1, "wait": 1}
    assert (found.raters, found.respondents, found.withheld) == (0, 2, False)


def test_a_lone_customer_stays_hidden_among_the_answers_of_a_survey():
    workshop = asked(
        Moment("pay", said(valence=[-5])), viewpoints=[CUSTOMER], pay=[1, 3]
    )
    agreeing = workshop.participants[who(0)].model_copy(update={"shown_alone": True})

    silent = curve(workshop)
    open_ = curve(workshop.model_copy(update={"participants": {who(0): agreeing}}))

    assert (silent.points, silent.withheld) == ({"pay": 2}, True)
    assert (open_.points["pay"], open_.withheld) == (pytest.approx(-1 / 3), False)


def test_what_is_said_at_a_reveal_rests_on_what_may_be_shown():
    workshop = asked(
        Moment("pay", said(valence=[-5, 2, 2])),
        viewpoints=[CUSTOMER, LEADER, LEADER],
        pay=[2],
    )
    journey = analysed(workshop)

    found = reveal_of(journey, workshop.settings.reveal, curve(workshop))

    assert journey.touchpoint("pay").customers_valence == -1.5
    assert found.customers_id is None


def test_customers_in_a_survey_can_differ_from_the_room():
    workshop = asked(Moment("pay", said(valence=[3, 3, 3])), pay=[-1, -1])

    found = reveal_of(analysed(workshop), workshop.settings.reveal, curve(workshop))

    assert (found.customers_id, found.customers_worse) == ("pay", True)


def test_respondents_are_counted_where_they_were_asked():
    workshop = with_things(
        workshop_of(Moment("pay")),
        survey({"pay": [1, None], "elsewhere": [1, 1]}, "one"),
        survey({"elsewhere": [1, 1, 1]}, "two"),
    )

    assert respondents_of(workshop, {"pay": None}) == 2
    assert respondents_of(workshop, {"nowhere": None}) == 0
