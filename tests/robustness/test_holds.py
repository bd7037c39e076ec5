"""What a room is told: does it hold, between which places, what to ask next."""

import pytest

from cxcore.model import EvidenceType, Settings, Weighting
from cxcore.robustness import Hold
from tests.analysis.builders import Moment, said, workshop_of
from tests.robustness.reruns import shaken

WALKED = [EvidenceType.WALK_THROUGH, EvidenceType.SURVEY]


def moment(name, valence, importance=4, evidence=(), **more):
    room = said(valence=[valence] * 4, importance=[importance] * 4)
    return Moment(name, room, name, confidence=evidence, **more)


def verdicts(robust):
    return {each.id: each.verdict for each in robust.touchpoints}


def test_a_moment_that_is_far_worse_than_the_others_holds():
    robust = shaken(
        workshop_of(
            moment("queue", -5, 5, WALKED, moment_of_truth=True),
            moment("pay", 3),
            moment("leave", 3),
        )
    )

    assert verdicts(robust)["queue"] is Hold.HOLDS
    assert robust.touchpoint("queue").bracket == (1, 1)


def test_two_moments_that_hurt_alike_share_a_bracket():
    robust = shaken(
        workshop_of(moment("queue", -3), moment("pay", -3), moment("leave", 5))
    )

    brackets = {each.id: each.bracket for each in robust.touchpoints}

    assert brackets["queue"] == brackets["pay"] == (1, 2)
    assert verdicts(robust)["queue"] is Hold.COULD_CHANGE
    first, second, last = robust.touchpoints
    assert first.before_next == robust.wins[0, 1] < 0.67
    assert second.before_next == robust.wins[1, 2] >= 0.67
    assert last.before_next is None


def test_what_hurts_nobody_is_not_in_front():
    robust = shaken(workshop_of(moment("queue", -4), moment("leave", 5)))

    assert verdicts(robust)["leave"] is Hold.NOT_IN_FRONT


def test_who_is_asked_about_next_is_unknown_and_near_the_first_ones():
    robust = shaken(
        workshop_of(
            moment("queue", -3, evidence=WALKED),
            moment("pay", -2.5),
            moment("leave", 4, evidence=WALKED),
        )
    )

    assert robust.ask_next == "pay"
    assert robust.touchpoint("pay").knowing > 0
    assert 0 < robust.touchpoint("pay").could_turn < 1
    assert robust.touchpoint("leave").knowing == 0


def test_nothing_is_worth_asking_where_all_are_in_front():
    assert shaken(workshop_of(moment("queue", -3))).ask_next is None


def test_what_is_known_less_is_to_be_asked_first():
    robust = shaken(
        workshop_of(moment("queue", -3, evidence=WALKED), moment("pay", -3))
    )

    known, unknown = robust.touchpoint("queue"), robust.touchpoint("pay")

    assert known.research_first < unknown.research_first
    assert (
        known.interval[2] - known.interval[0]
        < unknown.interval[2] - unknown.interval[0]
    )


def test_the_interval_runs_from_low_to_high_within_the_scale():
    robust = shaken(workshop_of(moment("queue", -5, 5), moment("pay", 0)))

    for each in robust.touchpoints:
        low, middle, high = each.interval
        assert 0 <= low <= middle <= high <= 100


def test_a_journey_that_nobody_rated_has_no_re_runs():
    assert shaken(workshop_of(Moment("queue"))) is None


def test_what_nobody_rated_stands_in_no_ranking():
    robust = shaken(workshop_of(moment("queue", -3), Moment("pay")))

    assert robust.touchpoint("pay") is None
    assert [each.id for each in robust.touchpoints] == ["queue"]


def test_one_voice_still_has_what_is_not_known():
    alone = Moment("queue", said(valence=[-3], importance=[4]))
    robust = shaken(workshop_of(alone))

    low, _, high = robust.touchpoint("queue").interval

    assert high > low


def test_reach_is_known_and_bounds_the_importance():
    robust = shaken(workshop_of(moment("queue", -5, 5, reach=0.1)))

    assert robust.touchpoint("queue").interval[2] <= 10


def test_a_room_that_knows_its_weights_is_shaken_less():
    moments = [
        Moment(
            "queue",
            said(
                valence=[-4, -4],
                importance=[4, 4],
                expectation=[5, 5],
                performance=[5, 5],
            ),
        )
    ]
    widths = {}
    for sureness in (0.0, 10.0, 50.0):
        robust = shaken(workshop_of(*moments), confidence=1.0, sureness=sureness)
        low, _, high = robust.touchpoint("queue").interval
        widths[sureness] = high - low

    assert widths[0.0] > widths[10.0] > widths[50.0]


def test_a_weight_of_nothing_stays_nothing():
    settings = Settings.model_validate(
        {"severity": {"pain": 1.0, "gap": 0.0, "effort": 0.0}}
    )
    moments = [
        Moment("queue", said(valence=[1, 1], importance=[5, 5], effort=[7, 7])),
        Moment("pay", said(valence=[1, 1], importance=[5, 5], effort=[1, 1])),
    ]
    workshop = workshop_of(*moments, settings=settings)
    robust = shaken(workshop, confidence=1.0, sureness=0.0)

    assert robust.scores.max() == 0


def test_viewpoints_that_weigh_the_same_are_shaken_within_themselves():
    """One customer weighs as much as three managers, in every re-run."""
    settings = Settings(weighting=Weighting.VIEWPOINTS)
    room = Moment("queue", said(valence=[-5, 5, 5, 5], importance=[5] * 4))
    workshop = workshop_of(
        room,
        viewpoints=["customer", "management", "management", "management"],
        settings=settings,
    )
    robust = shaken(workshop, confidence=1.0, sureness=1000.0)

    low, _, high = robust.touchpoint("queue").interval

    assert high - low < 2


@pytest.mark.parametrize("people", [1, 3])
def test_very_big_journeys_are_re_run_less_often_and_say_so(people, monkeypatch):
    monkeypatch.setattr("cxcore.robustness.robustness.CELLS_MOST", 1500)
    moments = [Moment(f"t{at}", said(valence=[-3] * people)) for at in range(5)]

    assert shaken(workshop_of(*moments), draws=2000).draws == 1500 // (5 * people)


def test_journeys_of_very_many_moments_are_re_run_less_often_however_few_rate(
    monkeypatch,
):
    monkeypatch.setattr("cxcore.robustness.robustness.SCORES_MOST", 1500)
    moments = [Moment(f"t{at}", said(valence=[-3])) for at in range(5)]

    assert shaken(workshop_of(*moments), draws=2000).draws == 300
    assert shaken(workshop_of(*moments), draws=200).draws == 200
