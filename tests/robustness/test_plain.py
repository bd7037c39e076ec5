"""What the arrays compute is what the words of the method say, number by number."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cxcore.analysis import grid_of
from cxcore.model import Settings, Weighting
from cxcore.model.settings import ExposureWeights, SeverityWeights
from cxcore.robustness import Hold, robustness_of
from tests.analysis.builders import JOURNEY, TODAY, workshop_of
from tests.analysis.rooms import moment_lists, viewpoint_lists
from tests.robustness.plain import PlainReruns, clip
from tests.robustness.reruns import settings_with

RUNS = 100

laws = hypothesis_settings(max_examples=40, deadline=None)

severities = st.sampled_from(
    [SeverityWeights(), SeverityWeights(pain=0.9, gap=0.6, effort=0.0)]
)
exposures = st.sampled_from(
    [
        ExposureWeights(),
        ExposureWeights(moment_of_truth=1.0, low_point=0.7, end=0.3, handover=0.0),
    ]
)


@st.composite
def rooms(draw):
    """Draw a workshop in which all that is asked may be missing."""
    moments = draw(moment_lists())
    mode = draw(st.sampled_from(["scale", "dots", "survey"]))
    for moment in moments:
        moment.fields["derived_importance"] = draw(st.sampled_from([None, 0.1, 0.9]))
        dots = st.sampled_from([None, True])
        moment.ratings = [each | {"dot": draw(dots)} for each in moment.ratings]
    settings = Settings(
        weighting=draw(st.sampled_from(list(Weighting))),
        signal_counts_from=draw(st.sampled_from([0.0, 0.5, 0.8])),
        severity=draw(severities),
        exposure=draw(exposures),
    )
    sureness = draw(st.sampled_from([0.0, 10.0, 50.0]))
    return workshop_of(
        *moments,
        viewpoints=draw(viewpoint_lists),
        settings=settings_with(settings, draws=RUNS, sureness=sureness),
        mode=mode,
    )


def both(workshop, known):
    """Return the re-runs, and the plain ones; of touchpoints known so far, or not."""
    grid = grid_of(workshop, JOURNEY, TODAY)
    if known is not None:
        grid = replace(grid, confidence=np.full(len(grid.ids), known))
    confidence = dict(zip(grid.ids, grid.confidence.tolist(), strict=True))
    plain = PlainReruns(workshop, JOURNEY, confidence, RUNS).scores()
    return robustness_of(grid, workshop.settings), plain, confidence


@laws
@given(rooms(), st.sampled_from([None, 0.0, 0.5, 1.0]))
def test_every_score_of_every_re_run_is_as_the_method_says(workshop, known):
    robust, plain, _ = both(workshop, known)

    told = () if robust is None else robust.touchpoints
    assert {one.id for one in told} == plain.keys()
    for row, one in enumerate(told):
        assert robust.scores[row] == pytest.approx(np.array(plain[one.id]), abs=1e-8)


@laws
@given(rooms())
def test_what_is_told_of_the_re_runs_is_as_the_method_says(workshop):
    robust, plain, confidence = both(workshop, None)
    if robust is None:
        return
    told = robust.touchpoints
    scores = {one.id: robust.scores[row].tolist() for row, one in enumerate(told)}

    assert robust.front == max(1, min(3, -(-len(plain) // 4)))
    for one in told:
        shares = [in_front(scores, one.id, first) for first in (1, 2, 3, robust.front)]
        assert [*one.top, one.in_front] == pytest.approx(shares)
        assert one.verdict is verdict(one.in_front)
        assert one.interval == pytest.approx(
            np.percentile(scores[one.id], (5, 50, 95)).tolist()
        )
        unknown = 1 - confidence[one.id]
        assert one.research_first == pytest.approx(one.interval[2] * unknown)
    assert [one.bracket for one in told] == brackets_of(list(scores.values()))


def in_front(scores, one, first):
    """Return P(among the first so many): whoever is tied shares the places."""
    shares = []
    for run in zip(*scores.values(), strict=True):
        mine = run[list(scores).index(one)]
        above, level = sum(each > mine for each in run), run.count(mine)
        shares.append(clip(first - above, 0, level) / level)
    return sum(shares) / len(shares)


def verdict(share):
    if share >= 0.67:
        return Hold.HOLDS
    return Hold.COULD_CHANGE if share >= 0.33 else Hold.NOT_IN_FRONT


def brackets_of(rows):
    """Cut the ranking where the upper one of two neighbours wins often enough."""
    runs = [[0]]
    for at, (upper, lower) in enumerate(pairwise(rows), start=1):
        pairs = zip(upper, lower, strict=True)
        wins = sum((one > other) + (one == other) / 2 for one, other in pairs)
        if wins >= 0.67 * len(upper):
            runs.append([])
        runs[-1].append(at)
    return [(run[0] + 1, run[-1] + 1) for run in runs for _ in run]
