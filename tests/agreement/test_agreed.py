"""How far a room agrees on a journey, and what is worth talking about (4.8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from cxcore.agreement import (
    Accord,
    agreement_of,
    to_discuss,
)
from cxcore.analysis import (
    analyse_grid,
    concordance_of,
    grid_of,
)
from cxcore.model import Settings
from cxcore.model.settings import RevealRule
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of
from tests.analysis.reference import repair_service
from tests.analysis.rooms import laws, moment_lists, workshops
from tests.analysis.test_agreement import THREE_JUDGES

NAMES = ("number", "call", "booking", "waiting", "visit", "invoice")


def agreement(workshop):
    grid = grid_of(workshop, JOURNEY, TODAY)
    return agreement_of(grid, workshop.settings)


def discussed(workshop):
    grid = grid_of(workshop, JOURNEY, TODAY)
    journey = analyse_grid(grid, workshop.settings)
    found = agreement_of(grid, workshop.settings)
    return [one.id for one in to_discuss(found, journey, workshop.settings.reveal)]


def felt(*rows, **importance):
    """One moment a row, t0, t1, …, each with the valences of so many people."""
    return workshop_of(
        *(
            Moment(
                f"t{at}",
                [
                    {"valence": None if v is None else float(v)} | importance
                    for v in row
                ],
            )
            for at, row in enumerate(rows)
        )
    )


# Printed tables


def test_three_judges_of_eight_hardly_agree_by_chance_as_printed():
    found = concordance_of(THREE_JUDGES)

    assert (found.raters, found.touchpoints) == (3, 8)
    assert found.chi_square == pytest.approx(13.778, abs=0.0005)
    assert found.p == pytest.approx(0.05528, abs=0.000005)


def test_the_reference_journey_agrees_as_the_reference_implementation_says():
    found = agreement(repair_service())

    assert (found.raters, found.ranking.raters, found.ranking.touchpoints) == (3, 3, 6)
    assert found.ranking.w == pytest.approx(0.9238, abs=0.00005)
    assert found.ranking.chi_square == pytest.approx(13.857, abs=0.0005)
    assert found.ranking.p == pytest.approx(0.0165, abs=0.00005)
    assert found.alpha_valence == pytest.approx(0.8942, abs=0.00005)
    assert found.accord is Accord.AGREED


def test_what_is_worth_discussing_is_importance_times_disagreement():
    journey = analyse_grid(grid_of(repair_service(), JOURNEY, TODAY), Settings())

    found = agreement(repair_service())

    assert found.worth == pytest.approx(
        {one.id: one.importance * (1 - one.r_wg) for one in journey.touchpoints}
    )
    # Of the reference: importance by r_wg of .900 and, at call and visit, .967.
    assert found.discuss[0] == "waiting"
    assert found.worth["waiting"] == pytest.approx(0.1, abs=0.0005)
    assert sorted(found.discuss) == sorted(NAMES)


@laws
@given(
    st.lists(
        st.lists(st.sampled_from([-3.0, 0.0, 2.0]), min_size=4, max_size=4),
        min_size=3,
        max_size=5,
    ).filter(
        lambda rows: any(len(set(column)) > 1 for column in zip(*rows, strict=True))
    )
)
def test_the_test_of_chance_is_that_of_friedman(rows):
    found = agreement(felt(*rows)).ranking

    printed = friedmanchisquare(*rows)

    assert found.chi_square == pytest.approx(printed.statistic)
    assert found.p == pytest.approx(printed.pvalue)


# What it rests on


def test_a_ranking_rests_on_those_who_rated_every_moment_that_is_rated():
    found = agreement(felt((-4, -3, -4), (0, 1, None), (4, 4, 5), (None,) * 3))

    assert (found.raters, found.ranking.raters, found.ranking.touchpoints) == (3, 2, 3)
    assert found.ranking.w == pytest.approx(1)


@pytest.mark.parametrize(
    "rows",
    [
        ((-4, -3, -4), (4, 4, 5)),
        ((-4, -3, None), (0, None, 2), (None, 4, 5)),
        ((-4,), (0,), (4,)),
        ((2, 2, 2), (2, 2, 2), (2, 2, 2)),
    ],
    ids=["two moments", "nobody has rated all", "one person", "all the same"],
)
def test_where_a_common_ranking_means_nothing_there_is_none(rows):
    assert agreement(felt(*rows)).ranking is None


def test_missing_ratings_are_no_obstacle_to_agreeing_on_feelings():
    found = agreement(felt((-4, -3, None), (0, None, 0), (None, 4, 5)))

    assert found.ranking is None
    assert found.alpha_valence > 0.9


def test_agreement_on_what_matters_is_asked_on_a_scale():
    moments = [
        Moment(f"t{at}", said(importance=row, valence=[0, 0, 0]))
        for at, row in enumerate(((5, 5, 4), (1, 2, 1), (3, 3, 3)))
    ]

    found = agreement(workshop_of(*moments))

    assert found.alpha_importance == pytest.approx(1 - (4 / 9) / 4.5)
    assert found.alpha_valence is None


def test_agreement_on_what_matters_is_asked_by_dots():
    def dotted(*rows):
        moments = [Moment(f"t{at}", said(dot=row)) for at, row in enumerate(rows)]
        return agreement(workshop_of(*moments, mode="dots")).alpha_importance

    same = dotted((True, True, True), (None, None, None), (True, True, True))
    other = dotted((True, None, None), (None, True, None), (None, None, True))

    assert same == pytest.approx(1)
    assert other < 0
    assert dotted((None, None), (None, None)) is None


def test_nobody_in_the_room_is_asked_what_matters_where_a_survey_says_so():
    moments = [
        Moment(f"t{at}", said(importance=row, valence=[0, 0]))
        for at, row in enumerate(((5, 5), (1, 2)))
    ]

    assert agreement(workshop_of(*moments, mode="survey")).alpha_importance is None


# In one word


@pytest.mark.parametrize(
    ("rows", "accord"),
    [
        ((), Accord.NOTHING),
        (((None, None, None),), Accord.NOTHING),
        (((-4,), (4,)), Accord.ONE_VOICE),
        (((-4, -4), (0, 0), (4, 4)), Accord.FEW),
        (((-4, 0, 4),), Accord.FEW),
        (((2, 2, 2), (2, 2, 2)), Accord.ALIKE),
        (((-4, -4, -3), (0, 1, 0), (4, 4, 5)), Accord.AGREED),
        (((-4, -4, -3), (4, 4, 5)), Accord.AGREED),
        (((-4, -1, -3), (-1, 1, -4), (3, 4, 1)), Accord.PARTLY),
        (((-4, 0, 4), (0, 4, -4), (4, -4, 0)), Accord.DIFFERENT),
        (((-4, -3, 0), (-1, 0, 3), (2, 3, 5)), Accord.PARTLY),  # the same ranking
        (((-5, 0, 3), (-4, 1, 4), (-3, 2, 5)), Accord.DIFFERENT),  # likewise
    ],
    ids=lambda case: None if isinstance(case, tuple) else case.value,
)
def test_how_far_a_room_agrees_is_said_in_one_word(rows, accord):
    assert agreement(felt(*rows)).accord is accord


def test_how_many_it_takes_to_agree_is_a_setting():
    rows = ((-4, -4), (0, 0), (4, 4))
    two = Settings(reveal=RevealRule(raters_from=2))

    workshop = felt(*rows).model_copy(update={"settings": two})

    assert agreement(workshop).accord is Accord.AGREED


# What to discuss


def test_most_worth_discussing_is_what_matters_and_is_seen_differently():
    moments = [
        Moment("small", said(valence=[-4, 4, -4], importance=[2, 2, 2])),
        Moment("agreed", said(valence=[-4, -4, -4], importance=[5, 5, 5])),
        Moment("large", said(valence=[-4, 4, -4], importance=[5, 5, 5])),
        Moment("nearly", said(valence=[-4, -4, -3], importance=[5, 5, 5])),
        Moment("alone", said(valence=[-4, None, None], importance=[5, 5, 5])),
    ]
    workshop = workshop_of(*moments)

    found = agreement(workshop)

    assert found.discuss == ("large", "small", "nearly")
    assert found.worth["agreed"] == 0
    assert "alone" not in found.worth
    assert discussed(workshop) == ["large", "small"]


def test_alike_worth_discussing_are_listed_as_on_the_map():
    rows = [said(valence=[-4, 4]) for _ in range(3)]
    moments = [Moment(n, r) for n, r in zip("cab", rows, strict=True)]

    assert agreement(workshop_of(*moments)).discuss == ("c", "a", "b")


def test_which_agreement_is_acceptable_is_a_setting():
    strict = Settings(reveal=RevealRule(agree_from=0.99))
    workshop = felt((-4, -4, -3), (4, 4, 4))

    assert discussed(workshop) == []
    assert discussed(workshop.model_copy(update={"settings": strict})) == ["t0"]


def test_agreement_that_is_just_acceptable_is_not_discussed():
    workshop = felt((0, 3, 3), (0, 3, 3.1), (4, 4, 4))  # r_wg .7, and less

    assert discussed(workshop) == ["t1"]


# Laws


@laws
@given(moment_lists(), st.data())
def test_it_does_not_matter_who_sits_where(moments, data):
    order = data.draw(st.permutations(range(len(moments[0].ratings))))
    turned = [
        Moment(m.name, [m.ratings[at] for at in order], m.stage, m.evidence, **m.fields)
        for m in moments
    ]

    after, before = agreement(workshop_of(*turned)), agreement(workshop_of(*moments))

    assert after.accord is before.accord
    assert after.worth == pytest.approx(before.worth)
    assert [each.distance for each in after.apart] == pytest.approx(
        [each.distance for each in before.apart]
    )
    assert (after.ranking and after.ranking.w) == pytest.approx(
        before.ranking and before.ranking.w
    )


@laws
@given(workshops())
def test_what_is_said_of_a_room_is_within_its_scales(workshop):
    found = agreement(workshop)

    assert all(0 <= worth <= 1 for worth in found.worth.values())
    assert set(found.discuss) <= set(found.worth)
    assert found.ranking is None or 0 <= found.ranking.p <= 1
    assert found.alpha_valence is None or found.alpha_valence <= 1
    assert all(0 <= each.distance <= 10 for each in found.apart)
