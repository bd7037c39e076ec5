"""The personas, what is said of them, how they live it, and what sets them apart."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from cxcore.analysis import (
    Analysis,
    JourneyAnalysis,
    analyse,
    turns_of,
)
from cxcore.compare import (
    Apart,
    compare_personas,
    plain_name,
)
from cxcore.model import JourneyKind, Persona, Workshop
from cxcore.words import (
    TOPIC_HINTS,
    TOPIC_TITLES,
    TURN_WORDS,
    apart_sentence,
    short_names,
)
from cxlive.board.compared import compared_personas
from cxlive.board.things import things
from cxlive.board.view import JourneyView
from cxlive.board.wording import KIND_WORDS
from cxlive.channel.messages import Table

_TOPICS = {
    topic.value: {"title": title, "hint": TOPIC_HINTS[topic]}
    for topic, title in TOPIC_TITLES.items()
}
"""The same object each time, so that comparing it costs nothing."""


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    workshop = view.workshop
    analysis = analyse(workshop, view.source.day)
    return {
        **things(workshop, "persona", "statement", "need", "evidence"),
        **_moments(workshop, analysis),
        **_lived(workshop, analysis),
        "apart": _apart(workshop, analysis),
        "topics": _TOPICS,
    }


def _moments(workshop: Workshop, analysis: Analysis) -> Table:
    """Return the name of every moment of journeys that are some persona's."""
    return {
        f"moment/{each.id}": {
            "id": each.id,
            "name": workshop.touchpoints[each.id].name,
            "journey": journey.journey_id,
        }
        for journey in analysis.journeys
        if workshop.journeys[journey.journey_id].persona_id is not None
        for each in journey.touchpoints
    }


def _lived(workshop: Workshop, analysis: Analysis) -> Table:
    """Return each persona's journeys, with their moments, low and high points."""
    hers: dict[str, list[JourneyAnalysis]] = {each: [] for each in workshop.personas}
    for journey in analysis.journeys:
        owner = workshop.journeys[journey.journey_id].persona_id
        if owner in hers:
            hers[owner].append(journey)
    return {
        f"lived/{persona_id}": {
            "id": persona_id,
            "journeys": [_journey(workshop, each) for each in journeys],
            "moments": [m.id for each in journeys for m in each.touchpoints],
            "turns": _turns(workshop, journeys),
        }
        for persona_id, journeys in hers.items()
    }


def _journey(workshop: Workshop, analysed: JourneyAnalysis) -> dict[str, str]:
    journey = workshop.journeys[analysed.journey_id]
    word = KIND_WORDS[journey.journey_kind]
    return {"id": journey.id, "name": journey.name, "kind_word": word}


def _turns(
    workshop: Workshop, journeys: Iterable[JourneyAnalysis]
) -> list[dict[str, str]]:
    return [
        {
            "touchpoint": turn.touchpoint_id,
            "code": turn.code.value,
            "text": TURN_WORDS[turn.code],
        }
        for journey in journeys
        if workshop.journeys[journey.journey_id].journey_kind is JourneyKind.ACTUAL
        for turn in turns_of(journey)
    ]


def _apart(workshop: Workshop, analysis: Analysis) -> Table | None:
    """Compare the first few personas, two at a time; None: there is only one.

    One mean over personas is never made.
    """
    compared = compared_personas(workshop)
    if compared is None:
        return None
    among = workshop.model_copy(update={"personas": compared})
    shared = compare_personas(among, analysis).shared
    return {
        "personas": list(compared),
        "moments": [
            {"id": each.id, "name": workshop.touchpoints[each.id].name}
            for each in shared.moments
        ],
        "curves": {each.persona_id: list(each.points) for each in shared.curves},
        "pairs": [
            _pair(workshop, analysis, {each.id: each for each in pair})
            for pair in combinations(compared.values(), 2)
        ],
    }


def _pair(
    workshop: Workshop, analysis: Analysis, pair: Mapping[str, Persona]
) -> dict[str, object]:
    among = workshop.model_copy(update={"personas": pair})
    names = short_names(pair)
    moments = {each.id: each.name for each in workshop.touchpoints.values()}
    needs = {each.id: each.text for each in workshop.needs.values()}
    return {
        "of": list(pair),
        "rows": [
            {
                "code": each.code.value,
                "who": each.more_id,
                "about": _about(each, needs),
                "distance": _distance(each),
                "text": apart_sentence(each, names, moments, needs),
            }
            for each in compare_personas(among, analysis).apart
        ],
    }


def _about(apart: Apart, needs: Mapping[str, str]) -> str:
    """Return what it is about: the same for whoever has the same."""
    if apart.need_id is not None:
        return plain_name(needs[apart.need_id])
    return str(apart.touchpoint_id or apart.channel or apart.topic)


def _distance(apart: Apart) -> float | None:
    """Return how far two are apart on the scale of the code; None: only one has it."""
    if apart.more is None or apart.less is None:
        return None
    return apart.more - apart.less
