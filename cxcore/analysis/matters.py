"""Which touchpoints matter: what the room says, and what the analysis finds."""

from cxcore.analysis.results import TouchpointAnalysis
from cxcore.analysis.scales import CLOSE
from cxcore.model import Settings


def matters(each: TouchpointAnalysis, settings: Settings) -> bool:
    """Tell whether a touchpoint is important as docs/checkup.md says, or critical.

    Importance counts where somebody has said it, from ``direction.important_from``.
    """
    needed = settings.direction.important_from
    said = not each.importance_assumed and each.importance >= needed - CLOSE
    return each.is_critical or said
