"""The analysis as one JSON document; docs/cx-analyse.md publishes its shape."""

import json
from datetime import date
from typing import Any

from cxcore.analysis import Analysis, JourneyAnalysis, Reason, TouchpointAnalysis
from cxcore.cli.names import headline, persona_name
from cxcore.model import Workshop

FORMAT = "cx-analysis-1"


def analysis_json(workshop: Workshop, analysis: Analysis, as_of: date) -> str:
    """Return exactly one document; numbers unrounded, null where there is none."""
    document = {
        "format": FORMAT,
        "as_of": as_of.isoformat(),
        "workshop": {"id": workshop.id, "name": workshop.brief.name},
        "journeys": [_journey(workshop, journey) for journey in analysis.journeys],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _journey(workshop: Workshop, journey: JourneyAnalysis) -> dict[str, Any]:
    return {
        "id": journey.journey_id,
        "name": workshop.journeys[journey.journey_id].name,
        "persona": persona_name(workshop, journey.journey_id),
        "score": journey.score,
        "mean": journey.mean,
        "hidden": journey.hidden,
        "remembered": journey.remembered,
        "headline": headline(workshop, journey),
        "counted": [signal.value for signal in journey.counted],
        "touchpoints": [_touchpoint(workshop, one) for one in journey.touchpoints],
    }


def _touchpoint(workshop: Workshop, one: TouchpointAnalysis) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": workshop.touchpoints[one.id].name,
        "stage": workshop.stages[one.stage_id].name,
        "valence": one.valence,
        "importance": one.importance,
        "critical": one.is_critical,
        "fix": one.fix,
        "protect": one.protect,
        "direction": None if one.direction is None else one.direction.value,
        "rank": one.rank,
        "share": one.share,
        "lift": one.lift,
        "confidence": one.confidence,
        "reasons": {reason.value: one.reasons.get(reason) for reason in Reason},
        "signals": [signal.value for signal in one.signals],
        "rated": one.rated,
    }
