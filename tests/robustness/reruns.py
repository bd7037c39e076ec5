"""Journeys to be shaken, few enough re-runs to be quick."""

from dataclasses import replace

import numpy as np

from cxcore.analysis import grid_of
from cxcore.model import Settings
from cxcore.model.settings import RobustnessRule
from cxcore.robustness import robustness_of
from tests.analysis.builders import JOURNEY, TODAY

FEW = 200


def settings_with(settings=None, **rule):
    """Return settings with other rules of robustness."""
    settings = settings or Settings()
    fields = settings.robustness.model_dump() | rule
    return settings.model_copy(update={"robustness": RobustnessRule(**fields)})


def shaken(workshop, confidence=None, **rule):
    """Shake the journey of a workshop; confidence by touchpoint, in map order."""
    grid = grid_of(workshop, JOURNEY, TODAY)
    if confidence is not None:
        known = np.broadcast_to(np.array(confidence, dtype=float), len(grid.ids))
        grid = replace(grid, confidence=known)
    return robustness_of(grid, settings_with(workshop.settings, **rule))


def numbers(robust):
    """Return all that is said, as plain numbers that can be compared."""
    return (robust.touchpoints, robust.ask_next, robust.scores.tolist())
