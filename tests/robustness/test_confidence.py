"""What is known of a touchpoint moves its interval, never its place (P15 of 4.9)."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from cxcore.analysis import analyse_grid, grid_of
from tests.analysis.builders import JOURNEY, TODAY
from tests.analysis.reference import repair_service
from tests.analysis.rooms import workshops
from tests.robustness.reruns import FEW, shaken

laws = hypothesis_settings(max_examples=25, deadline=None)


def width(one):
    low, _, high = one.interval
    return high - low


@laws
@given(workshops())
def test_what_is_known_moves_no_score_and_no_place(workshop):
    grid = grid_of(workshop, JOURNEY, TODAY)
    sure = replace(grid, confidence=np.full(len(grid.ids), 0.95))
    robust = shaken(workshop, confidence=0.95, draws=FEW)

    before = analyse_grid(grid, workshop.settings)
    after = analyse_grid(sure, workshop.settings)

    assert [one.fix for one in after.touchpoints] == [
        one.fix for one in before.touchpoints
    ]
    ranked = () if robust is None else robust.touchpoints
    assert tuple(one.id for one in ranked) == before.ranking


def test_the_more_is_known_the_narrower_is_the_interval():
    widths = [
        [width(one) for one in shaken(repair_service(), confidence=known).touchpoints]
        for known in (0.05, 0.5, 0.95)
    ]

    guessed, heard, observed = map(np.array, widths)
    assert (guessed > heard).all()
    assert (heard > observed).all()
