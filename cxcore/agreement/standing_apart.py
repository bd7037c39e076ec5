"""Who sees a journey differently from all the others (4.8)."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis.scales import FloatArray, at_least, below
from cxcore.analysis.voices import mean_over_voices
from cxcore.model import Viewpoint, Workshop
from cxcore.model.base import ParticipantId
from cxcore.model.settings import AgreementRule

FEWEST_OTHERS = 2
"""One other is no group to stand apart from."""

EVERYBODY = (slice(None),)
"""Every voice weighs the same here, whatever the weighting: these are heads."""


@dataclass(frozen=True, slots=True)
class StandsApart:
    """A voice that is far from the others, who are nearer to each other."""

    participant_id: ParticipantId
    """May be a voice without a name: see ``named_apart`` before anybody is told."""
    distance: float
    """Mean distance of its valences from the others' means, 0 to 10."""
    better: float
    """Mean of how much better it finds them than the others do, -10 to 10."""
    touchpoints: int
    """How many it was compared on."""


def who_stands_apart(
    valence: FloatArray, voices: tuple[ParticipantId, ...], rule: AgreementRule
) -> tuple[StandsApart, ...]:
    """Return who stands apart, the furthest first; ties by id.

    A voice is compared on the touchpoints that it and two others at least have
    rated, of which there must be ``apart_moments``. It stands apart when its mean
    distance from the others' mean reaches ``apart_from`` while theirs from the middle
    answer (the median) does not: in a room of two camps everybody is far from the
    mean of the rest, and nobody stands apart.

    Args:
        valence: (touchpoints, voices), -5 to 5, NaN for not rated.
        voices: ids, one a column, sorted.
        rule: from how far, on how many touchpoints.
    """
    heads = (~np.isnan(valence)).sum(axis=1)
    said = valence[heads > FEWEST_OTHERS]
    if not len(said):
        return ()
    better = said - _mean_of_others(said)
    distance = mean_over_voices(np.abs(better).T, EVERYBODY)
    from_middle = np.abs(said - np.nanmedian(said, axis=1, keepdims=True))
    others = mean_over_voices(_mean_of_others(from_middle).T, EVERYBODY)
    count = (~np.isnan(said)).sum(axis=0)
    far = at_least(distance, rule.apart_from) & below(others, rule.apart_from)
    found = [
        StandsApart(
            participant_id=voices[at],
            distance=float(distance[at]),
            better=float(mean_over_voices(better[:, at], EVERYBODY)),
            touchpoints=int(count[at]),
        )
        for at in np.flatnonzero(far & (count >= rule.apart_moments)).tolist()
    ]
    return tuple(sorted(found, key=lambda each: -round(each.distance, 9)))


def _mean_of_others(values: FloatArray) -> FloatArray:
    """Return for each known value the mean of the others in its row; else NaN.

    Args:
        values: (touchpoints, voices), NaN for not given; two at least in each row.
    """
    known = ~np.isnan(values)
    total = np.where(known, values, 0.0).sum(axis=1, keepdims=True)
    means: FloatArray = (total - values) / (known.sum(axis=1, keepdims=True) - 1)
    return means


def named_apart(
    workshop: Workshop, apart: tuple[StandsApart, ...]
) -> tuple[StandsApart, ...]:
    """Return those of them who may be named to a room that shows names.

    A voice without a name never is, nor a customer who has not agreed to be shown
    alone.

    Args:
        workshop: as people see it, without removed things.
        apart: of one of its journeys.
    """
    people = workshop.participants
    named = {
        key
        for key, who in people.items()
        if not who.anonymous
        and (who.viewpoint is not Viewpoint.CUSTOMER or who.shown_alone)
    }
    return tuple(each for each in apart if each.participant_id in named)
