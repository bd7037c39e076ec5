"""What can be computed from a workshop: who needs work, who is to be protected.

``analyse`` does all journeys of a workshop; ``grid_of``, ``with_cell`` and
``analyse_grid`` do one journey again and again while somebody drags. The method
is docs/method.md; results are codes and numbers, see ``cxcore.words``.
"""

from cxcore.analysis.agreement import r_wg
from cxcore.analysis.confidence import confidence_of, item_confidence
from cxcore.analysis.grid import JourneyGrid, with_cell
from cxcore.analysis.journey import analyse, analyse_grid
from cxcore.analysis.reading import grid_of
from cxcore.analysis.results import (
    Analysis,
    Camps,
    Direction,
    GroupScore,
    Headline,
    HeadlineCode,
    JourneyAnalysis,
    KnownFrom,
    Overall,
    Reason,
    Signal,
    SignalCount,
    TouchpointAnalysis,
    Verdict,
)
from cxcore.analysis.scales import Scale
from cxcore.analysis.score import journey_score, signed_peak, weights_of

__all__ = [
    "Analysis",
    "Camps",
    "Direction",
    "GroupScore",
    "Headline",
    "HeadlineCode",
    "JourneyAnalysis",
    "JourneyGrid",
    "KnownFrom",
    "Overall",
    "Reason",
    "Scale",
    "Signal",
    "SignalCount",
    "TouchpointAnalysis",
    "Verdict",
    "analyse",
    "analyse_grid",
    "confidence_of",
    "grid_of",
    "item_confidence",
    "journey_score",
    "r_wg",
    "signed_peak",
    "weights_of",
    "with_cell",
]
