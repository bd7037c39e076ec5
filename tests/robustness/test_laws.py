"""Laws of the re-runs: P7, P12 and P14 of section 4.9 of docs/method.md."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from cxcore.analysis import analyse_grid, grid_of
from cxcore.analysis.scales import CLOSE
from cxcore.robustness import robustness_of, top_shares
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of
from tests.analysis.rooms import both, moment_lists, workshops
from tests.robustness.reruns import FEW, numbers, settings_with, shaken

laws = hypothesis_settings(max_examples=25, deadline=None)


@laws
@given(workshops())
def test_every_touchpoint_has_a_place_and_every_place_a_touchpoint(workshop):
    robust = shaken(workshop, draws=FEW)
    if robust is None:
        assert (
            analyse_grid(grid_of(workshop, JOURNEY, TODAY), workshop.settings).rated
            == 0
        )
        return

    ones = np.ones(len(robust.touchpoints))

    assert robust.acceptability.sum(axis=0) == pytest.approx(ones)
    assert robust.acceptability.sum(axis=1) == pytest.approx(ones)
    assert robust.wins + robust.wins.T == pytest.approx(np.ones_like(robust.wins))


@laws
@given(workshops())
def test_the_more_places_are_in_front_the_likelier_one_is_among_them(workshop):
    robust = shaken(workshop, draws=FEW)
    if robust is None:
        return
    places = range(1, len(robust.touchpoints) + 1)

    shares = top_shares(robust.scores, places)

    assert (np.diff(shares, axis=1) >= -1e-12).all()
    assert shares[:, -1] == pytest.approx(np.ones(len(shares)))
    assert shares == pytest.approx(np.cumsum(robust.acceptability, axis=1))


@laws
@given(workshops())
def test_the_same_workshop_has_the_same_numbers_always(workshop):
    backwards = workshop.model_copy(
        update={
            name: dict(reversed(getattr(workshop, name).items()))
            for name in ("touchpoints", "participants", "ratings", "evidence")
        }
    )
    one, other = shaken(workshop, draws=FEW), shaken(backwards, draws=FEW)

    assert (one is None) == (other is None)
    if one is not None:
        assert numbers(one) == numbers(other)


@laws
@given(moment_lists(complete=True), moment_lists(complete=True))
def test_another_journey_changes_nothing(mine, others):
    alone = workshop_of(*mine)
    together = both(alone, workshop_of(*others))

    assert numbers(shaken(alone, draws=FEW)) == numbers(shaken(together, draws=FEW))


@laws
@given(moment_lists(complete=True, least=2))
def test_what_is_no_worse_in_any_rating_is_never_above_when_all_is_known(moments):
    better = Moment("better", [_better(each) for each in moments[0].ratings], "Alone-1")
    worse = Moment("worse", moments[0].ratings, "Alone-2")
    spare = Moment("spare", moments[0].ratings, "Alone-3")  # neither of both ends it
    robust = shaken(workshop_of(better, worse, spare), confidence=1.0, draws=FEW)
    rows = {each.id: row for row, each in enumerate(robust.touchpoints)}

    assert (robust.scores[rows["better"]] <= robust.scores[rows["worse"]] + CLOSE).all()


def _better(rating):
    return rating | {
        "valence": min(5.0, rating["valence"] + 1),
        "performance": min(10.0, rating["performance"] + 1),
        "effort": max(1.0, rating["effort"] - 1),
    }


@laws
@given(moment_lists(complete=True))
def test_one_sure_voice_on_known_moments_ranks_as_the_point_does(moments):
    alone = [replace_ratings(each) for each in moments]
    workshop = workshop_of(*alone)
    grid = grid_of(workshop, JOURNEY, TODAY)
    grid = replace(grid, confidence=np.ones(len(grid.ids)))
    settings = settings_with(workshop.settings, draws=100, sureness=1000.0)
    point = analyse_grid(grid, settings)

    robust = robustness_of(grid, settings)

    fix = [point.touchpoint(each.id).fix for each in robust.touchpoints]
    middle = [each.interval[1] for each in robust.touchpoints]
    assert middle == pytest.approx(fix, rel=0.05, abs=0.05)


def replace_ratings(moment):
    return Moment(
        moment.name, moment.ratings[:1], moment.stage, moment.evidence, **moment.fields
    )


def test_another_seed_gives_other_re_runs_of_the_same_room():
    moments = [
        Moment("queue", said(valence=[-4, -2], importance=[5, 4])),
        Moment("pay", said(valence=[-1, -3], importance=[4, 3])),
    ]
    one = shaken(workshop_of(*moments), seed=1)
    other = shaken(workshop_of(*moments), seed=2)

    assert one.scores.tolist() != other.scores.tolist()
    assert one.touchpoint("queue").top[0] == pytest.approx(
        other.touchpoint("queue").top[0], abs=0.06
    )
