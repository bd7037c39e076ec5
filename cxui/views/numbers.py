"""Every number of a journey as a table, for whoever wants to check the sum."""

import pandas as pd

from cxcore import words
from cxcore.analysis import JourneyAnalysis, Reason, TouchpointAnalysis
from cxcore.model import Workshop

_REASON_COLUMNS = {
    Reason.PAIN: "Bad feeling",
    Reason.GAP: "Less than expected",
    Reason.EFFORT: "Hard work",
    Reason.MOMENT_OF_TRUTH: "Make-or-break",
    Reason.LOW_POINT: "Lowest of its stage",
    Reason.END: "Last impression",
    Reason.HANDOVER: "Changes hands",
}


def numbers_table(workshop: Workshop, analysis: JourneyAnalysis) -> pd.DataFrame:
    """Return one row a touchpoint, in map order; empty cells where not rated.

    The seven reasons of a row add up to its score (method 4.3).
    """
    return pd.DataFrame([_row(workshop, one) for one in analysis.touchpoints])


def _row(workshop: Workshop, one: TouchpointAnalysis) -> dict[str, object]:
    touchpoint = workshop.touchpoints[one.id]
    reasons = {
        column: one.reasons.get(reason) if one.rated else None
        for reason, column in _REASON_COLUMNS.items()
    }
    return {
        "Stage": workshop.stages[touchpoint.stage_id].name,
        "Moment": touchpoint.name,
        "Place": one.rank,
        "Score": one.fix,
        **reasons,
        "Worth protecting": one.protect,
        "What to do": words.direction_label(one.direction) if one.direction else None,
        "Feeling": one.valence,
        "Matters (0 to 1)": one.importance,
        "Rated by": one.raters,
        "Part of what hurts": one.share,
        "Gain if it were good": one.lift,
        "How well known (0 to 1)": one.confidence,
    }
