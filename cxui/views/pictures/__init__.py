"""Pictures of a journey as values: charts, their words, and their tables."""

from cxui.views.pictures.contributions import contribution_bars
from cxui.views.pictures.hidden import hidden_waterfall
from cxui.views.pictures.moments import Moments
from cxui.views.pictures.personas import persona_heat_map
from cxui.views.pictures.picture import PICKED, TOUCHPOINT, Picture
from cxui.views.pictures.quadrants import CROSSHAIR_WORDS, quadrant_map
from cxui.views.pictures.remembered import lived_and_remembered
from cxui.views.pictures.reruns import rerun_places
from cxui.views.pictures.spread import voice_spread
from cxui.views.pictures.themed import themed

__all__ = [
    "CROSSHAIR_WORDS",
    "PICKED",
    "TOUCHPOINT",
    "Moments",
    "Picture",
    "contribution_bars",
    "hidden_waterfall",
    "lived_and_remembered",
    "persona_heat_map",
    "quadrant_map",
    "rerun_places",
    "themed",
    "voice_spread",
]
