"""What the place on the map adds, and what is critical (4.3 of the method)."""

import pytest

from cxcore.analysis import Reason
from cxcore.analysis.fix import most_critical
from cxcore.model import Settings
from cxcore.model.settings import CriticalRule
from tests.analysis.builders import Moment, analysed, of, said, workshop_of


def journey(*valences, stages=None, owners=None):
    """Touchpoints a, b, c … of full importance, felt as given."""
    names = "abcdefghij"[: len(valences)]
    stages = stages or ["one"] * len(valences)
    owners = owners or [""] * len(valences)
    return workshop_of(
        *(
            Moment(name, said(valence=[v], importance=[5]), stage, owner=owner)
            for name, v, stage, owner in zip(
                names, valences, stages, owners, strict=True
            )
        )
    )


def share_of(workshop, reason):
    """Return the part of the exposure behind a reason: 0, a half, or 1."""
    weights = {"low_point": 0.2, "end": 0.2, "handover": 0.2}
    parts = {}
    for t in analysed(workshop).touchpoints:
        if t.rated:
            base = 50 * t.importance * t.severity * weights[reason]
            parts[t.id] = round(t.reasons[reason] / base, 9) if base else 0.0
    return parts


def test_the_lowest_of_a_stage_weighs_more():
    assert share_of(journey(-1, -3, 2), "low_point") == {"a": 0, "b": 1, "c": 0}


def test_all_that_are_lowest_alike_weigh_more():
    assert share_of(journey(-3, -3, -2), "low_point") == {"a": 1, "b": 1, "c": 0}


def test_the_only_rated_one_of_a_stage_is_no_low_point():
    workshop = journey(-3, None, stages=["one", "one"])

    assert share_of(workshop, "low_point") == {"a": 0}


def test_a_lowest_that_still_feels_good_is_no_low_point():
    assert share_of(journey(1, 3), "low_point") == {"a": 0, "b": 0}


def test_what_the_end_of_a_stage_adds_is_the_workshop_s_own():
    def end_of(end_of_stage):
        workshop = workshop_of(
            Moment("a", said(valence=[-4], importance=[5]), "One"),
            Moment("b", said(valence=[-4], importance=[5]), "Two"),
            settings=Settings(end_of_stage=end_of_stage),
        )
        return [of(workshop, name).reasons[Reason.END] for name in "ab"]

    first, last = end_of(0.25)
    assert first == pytest.approx(last / 4)
    assert end_of(0.0)[0] == 0


def test_the_journey_ends_at_the_last_rated_moment():
    workshop = journey(-1, -1, -1, None, stages=["one", "one", "two", "two"])

    assert share_of(workshop, "end") == {"a": 0, "b": 0.5, "c": 1}


def test_what_nobody_rated_stands_between_no_departments():
    workshop = journey(-1, None, -1, owners=["Desk", "Web", "Desk"])

    assert share_of(workshop, "handover") == {"a": 0, "c": 0}


def test_a_handover_is_the_share_of_neighbours_with_another_owner():
    workshop = journey(-1, -1, -1, owners=["Desk", "Web", "Web"])

    assert share_of(workshop, "handover") == {"a": 1, "b": 0.5, "c": 0}


def test_nobody_against_somebody_is_a_handover_and_nobody_twice_is_none():
    workshop = journey(-1, -1, -1, owners=["", "", "Web"])

    assert share_of(workshop, "handover") == {"a": 0, "b": 0.5, "c": 1}


@pytest.mark.parametrize(
    ("rated", "most"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3), (14, 3), (40, 3)]
)
def test_one_in_four_can_be_critical_and_no_more_than_three(rated, most):
    assert most_critical(rated, CriticalRule()) == most


def test_ties_keep_the_order_of_the_map():
    ranking = analysed(journey(-3, -3, -3, stages=["x", "y", "z"])).ranking

    assert ranking == ("c", "a", "b")


def test_a_score_under_the_noticeable_is_not_critical():
    assert analysed(journey(-0.7)).critical == ("a",)
    assert analysed(journey(-0.6)).critical == ()


def test_effort_alone_is_not_critical_but_a_gap_is():
    effort = Moment("a", said(valence=[1], importance=[5], effort=[7]))
    gap = Moment(
        "a", said(valence=[1], importance=[5], expectation=[9], performance=[3])
    )

    assert of(workshop_of(effort), "a").fix > 8
    assert not of(workshop_of(effort), "a").is_critical
    assert of(workshop_of(gap), "a").is_critical


def test_a_gap_that_does_not_count_makes_nothing_critical():
    gap = Moment(
        "a",
        said(valence=[1], importance=[5], expectation=[9], performance=[0], effort=[7]),
    )
    rest = [Moment(f"t{at}", said(valence=[4], effort=[7])) for at in range(4)]

    assert of(workshop_of(gap), "a").is_critical
    assert not of(workshop_of(gap, *rest), "a").is_critical


def test_a_quarter_below_zero_is_enough_to_be_critical():
    def critical(bad, good):
        ratings = said(valence=[-5] * bad + [5] * good, importance=[5] * (bad + good))
        return of(workshop_of(Moment("a", ratings)), "a").is_critical

    assert critical(1, 3)
    assert not critical(1, 4)


def test_weights_of_exposure_that_sum_to_more_than_one_are_scaled_down():
    heavy = {"moment_of_truth": 1.0, "low_point": 1.0, "end": 1.0, "handover": 1.0}
    moments = [
        Moment("a", said(valence=[0], importance=[5]), owner="x"),
        Moment("b", said(valence=[-5], importance=[5]), moment_of_truth=True),
    ]
    settings = Settings.model_validate({"exposure": heavy})

    worst = of(workshop_of(*moments, settings=settings), "b")

    assert worst.fix == pytest.approx(100)


def test_signals_without_any_weight_give_no_severity():
    nothing = {"severity": {"pain": 0.0, "gap": 0.5, "effort": 0.5}}
    workshop = workshop_of(
        Moment("a", said(valence=[-5])), settings=Settings.model_validate(nothing)
    )

    assert of(workshop, "a").fix == 0
