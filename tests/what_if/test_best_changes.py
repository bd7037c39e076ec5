"""Which few changes lift a journey most: compared with trying everything."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from cxcore.analysis import journey_score
from cxcore.model import OpportunityStatus, Settings
from cxcore.model.settings import JourneyScoreRule
from cxcore.what_if import best_changes, work_said
from cxcore.what_if.search import Room, best_sets
from tests.analysis.builders import Moment, analysed, said, with_things, workshop_of
from tests.analysis.reference import repair_service
from tests.analysis.rooms import laws, workshops
from tests.what_if.rooms import felt, idea, read, rule

NEAR = 1e-9


def every_set(count, most):
    for size in range(1, most + 1):
        yield from combinations(range(count), size)


def asked(workshop, *, work=None, budget=10.0, targets=None, of=None):
    return best_changes(
        read(workshop),
        of or workshop.settings,
        work=work or {},
        budget=budget,
        targets=targets,
    )


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9]), st.integers(0, 6)),
        max_size=7,
    ),
    st.integers(1, 4),
    st.integers(0, 12),
    st.integers(1, 5),
)
def test_the_best_sets_are_those_that_trying_everything_finds(
    options, places, tenths, count
):
    gains = np.array([gain for gain, _ in options])
    work = np.array([each for _, each in options], dtype=np.intp)

    found = best_sets(gains, work, Room(places, tenths), count)

    def key(chosen):
        parts = list(chosen)
        return -round(gains[parts].sum(), 9), work[parts].sum(), chosen

    fitting = [
        chosen
        for chosen in every_set(len(options), places)
        if work[list(chosen)].sum() <= tenths and (gains[list(chosen)] > 0).all()
    ]
    best = sorted(fitting, key=key)[:count]
    assert [key(chosen)[:2] for chosen in found] == [key(chosen)[:2] for chosen in best]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("seed", range(6))
def test_an_integer_program_finds_nothing_better(seed):
    stream = np.random.default_rng(seed)
    gains, work = stream.random(300), stream.integers(1, 101, 300)
    room = Room(3, 90)

    chosen = list(best_sets(gains, work, room, 4)[0])

    limits = LinearConstraint(np.array([np.ones(300), work]), ub=[3, room.tenths])
    solved = milp(
        -gains,
        constraints=limits,
        integrality=np.ones(300),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    assert gains[chosen].sum() == pytest.approx(-solved.fun, abs=1e-7)
    assert work[chosen].sum() <= room.tenths


def test_thousands_of_moments_that_all_could_be_chosen_are_no_trouble():
    stream = np.random.default_rng(5)
    work = stream.integers(0, 101, 5_000)
    gains = work + stream.random(5_000)

    found = best_sets(gains, work, Room(3, 150), 4)

    totals = [gains[list(chosen)].sum() for chosen in found]
    assert len(set(found)) == 4
    assert totals == sorted(totals, reverse=True)
    assert all(work[list(chosen)].sum() <= 150 for chosen in found)


def test_of_equal_gains_the_one_with_less_work_comes_first_then_the_map_s():
    gains, work = np.array([0.5, 0.5, 0.5]), np.array([20, 10, 10])

    assert best_sets(gains, work, Room(1, 50), 3) == [(1,), (2,), (0,)]
    assert best_sets(gains, work, Room(2, 30), 3) == [(1, 2), (0, 1), (0, 2)]


@laws
@given(workshops(), st.integers(0, 20), st.data())
def test_no_other_changes_within_the_work_lift_the_journey_more(workshop, budget, data):
    journey = analysed(workshop)
    rated = [t for t in journey.touchpoints if t.rated]
    work = {t.id: float(data.draw(st.integers(0, 10))) for t in rated}

    answer = asked(workshop, work=work, budget=float(budget))

    levels = np.array([t.level for t in rated])
    weights = np.array([t.importance for t in rated])
    lifts = [0.0]
    for chosen in every_set(len(rated), 3):
        if sum(work[rated[at].id] for at in chosen) <= budget:
            lifted = levels.copy()
            lifted[list(chosen)] = np.maximum(levels[list(chosen)], 0.7)
            lifts.append(journey_score(lifted, weights, 2.0) - journey.score)
    choices = [answer.best, *answer.alternatives] if answer.best else []
    found = [choice.lift for choice in choices]
    assert max(found, default=0.0) == pytest.approx(max(lifts), abs=NEAR)
    assert found == pytest.approx(sorted(found, reverse=True), abs=NEAR)
    assert all(choice.work <= budget and choice.lift > 0 for choice in choices)


def test_the_one_change_that_lifts_most_is_the_moment_of_the_largest_lift():
    workshop = repair_service()
    lifts = {t.id: t.lift for t in analysed(workshop).touchpoints}

    answer = asked(workshop, budget=5.0)

    assert answer.best.ids == ("waiting",)
    assert answer.best.lift == pytest.approx(lifts["waiting"], abs=NEAR)
    assert [c.ids for c in answer.alternatives] == [
        ("booking",),
        ("invoice",),
        ("number",),
    ]
    assert [c.lift for c in answer.alternatives] == pytest.approx(
        [lifts["booking"], lifts["invoice"], lifts["number"]], abs=NEAR
    )


def test_cheap_changes_together_can_beat_one_that_takes_all_the_work():
    workshop = felt(a=[-4.0], b=[-3.0], c=[-3.0], d=[5.0])
    work = {"a": 10.0, "b": 5.0, "c": 5.0}

    answer = asked(workshop, work=work, budget=10.0)

    assert answer.best.ids == ("b", "c")
    assert answer.best.work == 10.0
    assert ("a",) in [choice.ids for choice in answer.alternatives]


def test_at_most_as_many_changes_as_the_settings_say():
    workshop = felt(**{f"t{at}": [-3.0] for at in range(6)})

    two = asked(workshop, budget=100.0, of=rule(changes=2, alternatives=1))
    five = asked(workshop, budget=100.0, of=rule(changes=5, alternatives=0))

    assert two.best.ids == ("t0", "t1")
    assert [c.ids for c in two.alternatives] == [("t0", "t2")]
    assert len(five.best.ids) == 5
    assert five.alternatives == ()


def test_without_any_work_only_what_takes_none_is_changed():
    workshop = felt(a=[-4.0], b=[-2.0])

    assert asked(workshop, budget=0.0).best is None
    free = asked(workshop, work={"b": 0.0}, budget=0.0)

    assert free.best.ids == ("b",)
    assert free.alternatives == ()


@pytest.mark.parametrize(
    "workshop",
    [
        felt(a=[3.0], b=[5.0]),
        workshop_of(Moment("a")),
        workshop_of(),
        workshop_of(
            Moment("a", said(valence=[-5, -4], importance=[3, 3]), wanted=-4.5)
        ),
    ],
    ids=["all good", "not rated", "empty", "wanted no better"],
)
def test_where_nothing_would_get_better_nothing_is_proposed(workshop):
    answer = asked(workshop, budget=30.0)

    assert answer.best is None
    assert answer.alternatives == ()


def test_targets_below_today_lift_nothing():
    workshop = felt(a=[-1.0], b=[1.0])

    assert asked(workshop, targets={"a": -3.0, "b": 0.0}).best is None


def test_the_target_is_what_was_asked_else_what_is_wanted_else_the_usual():
    workshop = workshop_of(
        Moment("a", said(valence=[-3]), wanted=1.0),
        Moment("b", said(valence=[-3]), wanted=1.0),
        Moment("c", said(valence=[-3])),
    )

    answer = asked(workshop, budget=30.0, targets={"a": 4.0})

    assert {c.id: c.target for c in answer.best.changes} == {"a": 4.0, "b": 1.0, "c": 2}


def test_work_that_nobody_has_said_is_assumed_and_said_to_be():
    answer = asked(felt(a=[-3.0], b=[-4.0]), work={"a": 2.0}, budget=10.0)

    said_of = {c.id: (c.work, c.work_assumed) for c in answer.best.changes}
    assert said_of == {"a": (2.0, False), "b": (5.0, True)}


def test_a_tenth_and_two_tenths_fit_into_three():
    answer = asked(felt(a=[-3.0], b=[-4.0]), work={"a": 0.1, "b": 0.2}, budget=0.3)

    assert answer.best.ids == ("a", "b")
    assert answer.best.work == 0.3


def test_the_work_of_a_moment_is_the_least_of_what_is_planned_for_it():
    workshop = with_things(
        felt(a=[1.0], b=[1.0], c=[1.0]),
        idea("dear", 8.0, "a", "b"),
        idea("cheap", 3.0, "a"),
        idea("done", 1.0, "b", status=OpportunityStatus.DONE),
        idea("open", None, "c"),
    )

    assert work_said(workshop) == {"a": 3.0, "b": 8.0}


def test_a_choice_says_what_the_journey_would_say_then():
    workshop = felt(a=[-5.0], b=[4.0], c=[3.0])

    choice = asked(workshop).best

    assert choice.supposed.targets == {"a": 2.0}
    assert choice.supposed.after.touchpoint("a").valence == pytest.approx(2.0)
    assert choice.supposed.after.critical == ()


def test_the_same_question_has_the_same_answer():
    workshop = repair_service()

    answers = [asked(workshop, budget=15.0) for _ in range(2)]

    assert answers[0].best.ids == answers[1].best.ids
    assert [c.ids for c in answers[0].alternatives] == [
        c.ids for c in answers[1].alternatives
    ]


def test_the_norm_of_the_room_decides_between_one_awful_moment_and_two_bad_ones():
    workshop = felt(a=[-5.0], b=[-3.0], c=[-3.0], d=[4.0])
    work = {"a": 10.0, "b": 5.0, "c": 5.0}

    def best(norm):
        score = workshop.settings.journey_score.model_copy(update={"norm": norm})
        of = workshop.settings.model_copy(update={"journey_score": score})
        return asked(workshop, work=work, budget=10.0, of=of).best.ids

    assert best(1.0) == ("b", "c")
    assert best(8.0) == ("a",)


def test_a_budget_between_two_tenths_is_not_rounded_up():
    workshop = felt(a=[-3.0])
    assert asked(workshop, work={"a": 0.2}, budget=0.17).best is None
    assert asked(workshop, work={"a": 0.2}, budget=0.2).best.ids == ("a",)


def test_two_gains_that_sum_up_to_one_are_no_more_than_that_one():
    gains, work = np.array([0.25, 0.25, 0.5, 0.5]), np.array([0, 1, 0, 0])
    assert best_sets(gains, work, Room(3, 1), 3) == [(0, 2, 3), (1, 2, 3), (2, 3)]


def test_where_nobody_has_said_what_is_wanted_the_target_of_the_room_is_taken():
    score = JourneyScoreRule(target=3.5)
    answer = asked(felt(a=[3.0], b=[5.0]), of=Settings(journey_score=score))

    assert [(c.id, c.target) for c in answer.best.changes] == [("a", 3.5)]
