"""What it costs to say how firmly a ranking holds."""

from datetime import date

from benchmarks.figures import Figure, alternating, compare
from benchmarks.rerun_floor import told
from benchmarks.workshops import described, workshop_of
from cxcore.analysis import analyse_grid, grid_of
from cxcore.robustness import robustness_of

_TODAY = date(2026, 11, 22)
_TIMES = 30


def figures() -> list[Figure]:
    """Measure 2,000 re-runs of 40 touchpoints and 30 participants."""
    workshop = described(workshop_of(40, 30))
    grid = grid_of(workshop, next(iter(workshop.journeys)), _TODAY)
    settings = workshop.settings
    analysis = analyse_grid(grid, settings)
    draws = settings.robustness.draws
    values, floors = alternating(
        lambda: robustness_of(grid, settings, analysis),
        lambda: told(grid, analysis, settings, draws),
        _TIMES,
    )
    name = f"{draws:,} re-runs of 40 x 30 / the same as whole arrays"
    return [compare(name, values, floors, 1.2)]
