"""What can be computed from a workshop: who needs work, who is to be protected.

``analyse`` does all journeys of a workshop; ``grid_of``, ``with_cell`` and
``analyse_grid`` do one journey again and again while somebody drags. The method
is docs/method.md; results are codes and numbers, see ``cxcore.words``.
"""

from cxcore.analysis.agreement import (
    Concordance,
    Distance,
    concordance_of,
    krippendorffs_alpha,
    r_wg,
)
from cxcore.analysis.backing import Unbacked, unbacked
from cxcore.analysis.confidence import (
    confidence_of,
    item_confidence,
)
from cxcore.analysis.customers import Customers, customers_of
from cxcore.analysis.grid import JourneyGrid, is_same_grid, with_cell
from cxcore.analysis.handovers import (
    NOBODY,
    DepartmentView,
    Handover,
    Handovers,
    SeenMoment,
    Steps,
    department_views,
    handovers_of,
)
from cxcore.analysis.hidden import HiddenPart, hidden_parts
from cxcore.analysis.journey import analyse, analyse_grid
from cxcore.analysis.known import (
    KNOWN_BY,
    KnownBy,
    KnownMoment,
    LinkedEvidence,
    known_moments,
)
from cxcore.analysis.lens import LensGap, lens_gaps
from cxcore.analysis.matters import matters
from cxcore.analysis.quadrants import (
    Crosshair,
    ImportancePerformance,
    Lines,
    Measure,
    Placed,
    Quadrant,
    importance_performance,
    lines_of,
    quadrants_of,
)
from cxcore.analysis.ranks import rank_correlation
from cxcore.analysis.readiness import (
    VOICES_MIN,
    Readiness,
    Spread,
    readiness_of,
    voices_needed,
)
from cxcore.analysis.reading import WorkshopReader, grid_of
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
from cxcore.analysis.scales import CLOSE, Scale
from cxcore.analysis.score import journey_score, signed_peak, weights_of
from cxcore.analysis.step_back import StepBack, step_back
from cxcore.analysis.turns import TurnCode, turns_of

__all__ = [
    "CLOSE",
    "KNOWN_BY",
    "NOBODY",
    "VOICES_MIN",
    "Analysis",
    "Camps",
    "Concordance",
    "Crosshair",
    "Customers",
    "DepartmentView",
    "Direction",
    "Distance",
    "GroupScore",
    "Handover",
    "Handovers",
    "Headline",
    "HeadlineCode",
    "HiddenPart",
    "ImportancePerformance",
    "JourneyAnalysis",
    "JourneyGrid",
    "KnownBy",
    "KnownFrom",
    "KnownMoment",
    "LensGap",
    "Lines",
    "LinkedEvidence",
    "Measure",
    "Overall",
    "Placed",
    "Quadrant",
    "Readiness",
    "Reason",
    "Reveal",
    "RevealCode",
    "Scale",
    "SeenMoment",
    "Signal",
    "SignalCount",
    "Split",
    "Spread",
    "StepBack",
    "Steps",
    "TouchpointAnalysis",
    "TurnCode",
    "Unbacked",
    "Verdict",
    "WorkshopReader",
    "analyse",
    "analyse_grid",
    "concordance_of",
    "confidence_of",
    "customers_of",
    "department_views",
    "grid_of",
    "handovers_of",
    "hidden_parts",
    "importance_performance",
    "is_same_grid",
    "item_confidence",
    "journey_score",
    "known_moments",
    "krippendorffs_alpha",
    "lens_gaps",
    "lines_of",
    "matters",
    "quadrants_of",
    "r_wg",
    "rank_correlation",
    "readiness_of",
    "reveal_of",
    "signed_peak",
    "step_back",
    "turns_of",
    "unbacked",
    "voices_needed",
    "weights_of",
    "with_cell",
]
