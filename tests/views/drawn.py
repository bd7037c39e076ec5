"""Journeys whose pictures are drawn, and what is in the chart of one."""

from functools import cache

from cxcore.analysis import Crosshair, analyse, analyse_grid, grid_of
from cxcore.compare import shared_moments
from cxcore.edit import visible
from cxcore.robustness import robustness_of
from cxui.views.pictures import (
    Moments,
    contribution_bars,
    hidden_waterfall,
    lived_and_remembered,
    persona_heat_map,
    quadrant_map,
    rerun_places,
    voice_spread,
)
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of
from tests.analysis.lives import Step, lives, workshop_with
from tests.robustness.reruns import settings_with

QUEUE = Moment(
    "Queue", said(valence=[-4, -3, -5], importance=[5, 5, 4]), moment_of_truth=True
)
PAY = Moment("Pay", said(valence=[-1, 0, -2], importance=[3, 3, 4]))
GREET = Moment("Greet", said(valence=[4, 4, 3], importance=[4, 5, 4]), "Leave")
WAVE = Moment("Wave", said(valence=[1, 1, 2], importance=[2, 1, 2]), "Leave")
UNRATED = Moment("Receipt", stage="Leave")
AIRPORT = (QUEUE, PAY, GREET, WAVE, UNRATED)


def called(workshop, names):
    """The workshop with other names for some of its touchpoints and stages."""
    changed = {
        kind: {
            key: each.model_copy(update={"name": names.get(key, each.name)})
            for key, each in getattr(workshop, kind).items()
        }
        for kind in ("touchpoints", "stages")
    }
    return workshop.model_copy(update=changed)


class Drawn:
    """All pictures of one journey."""

    def __init__(self, *moments, names=None, **fields):
        self.workshop = called(workshop_of(*moments, **fields), names or {})
        self.grid = grid_of(self.workshop, JOURNEY, TODAY)
        self.journey = analyse_grid(self.grid, self.workshop.settings)
        self.moments = Moments(self.workshop, self.grid.ids)

    def map(self, crosshair=Crosshair.SCALE):
        return quadrant_map(self.moments, self.journey, crosshair)

    def bars(self):
        return contribution_bars(self.moments, self.journey)

    def reruns(self):
        few = settings_with(draws=200)
        return rerun_places(self.moments, robustness_of(self.grid, few))

    def spread(self):
        return voice_spread(self.moments, self.grid, self.journey)

    def hidden(self):
        return hidden_waterfall(self.moments, self.journey)

    def remembered(self):
        return lived_and_remembered(self.moments, self.workshop, self.journey)

    def all(self):
        return [
            self.map(),
            self.bars(),
            self.reruns(),
            self.spread(),
            self.hidden(),
            self.remembered(),
        ]


def personas(*ways):
    shown = visible(workshop_with(*ways))
    return persona_heat_map(shown, shared_moments(shown, analyse(shown, TODAY)))


MARTA = lives("marta", Step("Queue", -4, key="m1"), Step("Pay", 2, key="m2"))
TOM = lives("tom", Step("Queue", 3, key="t1"), Step("Pay", 2.5, key="t2"))


@cache
def every_picture():
    return [*Drawn(*AIRPORT).all(), personas(MARTA, TOM)]


def spec(picture):
    """The chart as the browser gets it; Altair checks it against its schema."""
    return picture.chart.to_dict()


def rows(picture, *fields):
    """All rows of all layers that have these fields."""
    sets = spec(picture)["datasets"].values()
    return [row for each in sets for row in each if set(fields) <= row.keys()]


def column(picture, name):
    return [row[name] for row in picture.table]
