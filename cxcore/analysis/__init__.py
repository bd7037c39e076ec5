"""What can be computed from a workshop: who needs work, who is to be protected.

``analyse`` does all journeys of a workshop; ``grid_of``, ``with_cell`` and
``analyse_grid`` do one journey again and again while somebody drags. The method
is docs/method.md; results are codes and numbers, see ``cxcore.words``.
"""

from cxcore.analysis.agreement import r_wg
from cxcore.analysis.confidence import confidence_of, item_confidence
from cxcore.analysis.customers import Customers, customers_of
from cxcore.analysis.grid import JourneyGrid, with_cell
from cxcore.analysis.journey import analyse, analyse_grid
from cxcore.analysis.movement import Closeness, Moved, Movement, movement_of
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
from cxcore.analysis.reveal import Reveal, RevealCode, Split, reveal_of
from cxcore.analysis.scales import Scale
from cxcore.analysis.score import journey_score, signed_peak, weights_of
from cxcore.analysis.step_back import StepBack, step_back

__all__ = [
    "Analysis",
    "Camps",
    "Closeness",
    "Customers",
    "Direction",
    "GroupScore",
    "Headline",
    "HeadlineCode",
    "JourneyAnalysis",
    "JourneyGrid",
    "KnownFrom",
    "Moved",
    "Movement",
    "Overall",
    "Reason",
    "Reveal",
    "RevealCode",
    "Scale",
    "Signal",
    "SignalCount",
    "Split",
    "StepBack",
    "TouchpointAnalysis",
    "Verdict",
    "analyse",
    "analyse_grid",
    "confidence_of",
    "customers_of",
    "grid_of",
    "item_confidence",
    "journey_score",
    "movement_of",
    "r_wg",
    "reveal_of",
    "signed_peak",
    "step_back",
    "weights_of",
    "with_cell",
]
