"""The check that counts who has spoken."""

from collections import Counter

import numpy as np

from cxcore.checkup.check import (
    NOTHING_RATED,
    Check,
    Outcome,
    found,
    not_assessed,
    passed,
)
from cxcore.checkup.counting import exceeds_for_certain
from cxcore.checkup.facts import Facts
from cxcore.checkup.results import Essay, Severity
from cxcore.model import Viewpoint


def too_few_voices(facts: Facts) -> Outcome:
    """CX35: fewer than three have spoken, or nearly all from one side.

    Voices of a round without names belong to people who are counted already, so
    there are never more voices than people.
    """
    given = _given(facts)
    total = sum(given.values())
    if not total:
        return not_assessed(NOTHING_RATED)
    voices = _voices(facts)
    numbers: dict[str, float] = {"voices": voices}
    if voices < facts.limits["voices_from"]:
        return found(**numbers)
    sides = {side: count for side, count in given.items() if side is not None}
    if not sides:
        return not_assessed("nobody has said yet where they stand")
    most, unknown = max(sides.values()), given[None]
    one_sided = exceeds_for_certain(most, unknown, total, facts.limits["one_side"])
    if one_sided is None:
        return not_assessed("not everybody who rated has said where they stand")
    numbers["share"] = most / total
    return found(**numbers) if one_sided else passed(**numbers)


def _given(facts: Facts) -> Counter[Viewpoint | None]:
    """Count the valences given in all journeys, by where people stand."""
    given: Counter[Viewpoint | None] = Counter()
    for journey in facts.journeys:
        counts = (~np.isnan(journey.grid.valence)).sum(axis=0).tolist()
        for viewpoint, count in zip(journey.grid.viewpoints, counts, strict=True):
            given[viewpoint] += count
    return given


def _voices(facts: Facts) -> int:
    """Count who gave a valence in any journey, as people where these are known."""
    spoke = {
        voice
        for journey in facts.journeys
        for voice, felt in zip(
            journey.grid.voices,
            np.any(~np.isnan(journey.grid.valence), axis=0),
            strict=True,
        )
        if felt
    }
    people = max((journey.grid.people for journey in facts.journeys), default=0)
    return min(len(spoke), people) if people else len(spoke)


CHECKS = (
    Check(
        id="CX35",
        name="Too few voices",
        severity=Severity.LOW,
        essays=(Essay.BRANDS_FAILING,),
        question="Who else should have a say before we decide?",
        says=(
            "People with one and the same role gave {share:%} of all ratings.",
            "Only {voices} of us {voices:has|have} rated so far.",
        ),
        look=too_few_voices,
        thresholds={"voices_from": 3, "one_side": 0.8},
    ),
)
