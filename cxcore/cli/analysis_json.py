"""The analysis as one JSON document; docs/cx-analyse.md publishes its shape."""

import json
from typing import Any

from cxcore.agreement import Agreement
from cxcore.analysis import JourneyAnalysis, Reason, TouchpointAnalysis
from cxcore.cli.computed import Computed
from cxcore.cli.further_json import apart_json, further_json
from cxcore.cli.names import headline, persona_name
from cxcore.model import Workshop
from cxcore.robustness import Hold, Robustness, TouchpointRobustness

FORMAT = "cx-analysis-1"

VERDICTS = {
    Hold.HOLDS: "holds",
    Hold.COULD_CHANGE: "could change",
    Hold.NOT_IN_FRONT: "not in front",
}

Document = dict[str, Any]


def analysis_json(computed: Computed) -> str:
    """Return exactly one document; numbers unrounded, null where there is none."""
    document = document_of(computed)
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def document_of(computed: Computed) -> Document:
    """Return all that was computed, as what JSON can say."""
    workshop, further = computed.workshop, computed.further
    journeys = [_journey(workshop, *each) for each in computed.journeys()]
    document = {
        "format": FORMAT,
        "as_of": computed.as_of.isoformat(),
        "workshop": {"id": workshop.id, "name": workshop.brief.name},
        "journeys": journeys,
    }
    if further is None:
        return document
    for journey in journeys:
        journey.update(further_json(further.journeys[journey["id"]]))
    return document | {"apart": [apart_json(each) for each in further.apart]}


def _journey(
    workshop: Workshop,
    journey: JourneyAnalysis,
    agreement: Agreement,
    robust: Robustness | None,
) -> Document:
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
        "kendall_w": agreement.ranking and agreement.ranking.w,
        "alpha_valence": agreement.alpha_valence,
        "alpha_importance": agreement.alpha_importance,
        "draws": robust and robust.draws,
        "front": robust and robust.front,
        "ask_next": robust and robust.ask_next,
        "touchpoints": [
            {
                **_touchpoint(workshop, one),
                **_firmness(robust.touchpoint(one.id) if robust else None),
                "rwg": one.r_wg,
                "discuss": agreement.worth.get(one.id),
            }
            for one in journey.touchpoints
        ],
    }


def _touchpoint(workshop: Workshop, one: TouchpointAnalysis) -> Document:
    return {
        "id": one.id,
        "name": workshop.touchpoints[one.id].name,
        "stage_id": one.stage_id,
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


def _firmness(one: TouchpointRobustness | None) -> Document:
    """Return how firmly a touchpoint stands; null where that is not known."""
    return {
        "top": one and list(one.top),
        "interval": one and list(one.interval),
        "bracket": one and list(one.bracket),
        "verdict": one and VERDICTS[one.verdict],
        "ask_next": one and one.knowing,
    }
