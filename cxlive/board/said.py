"""What a room sees of a round of cards, or of staff, that was shown."""

from collections import defaultdict
from typing import Any

from cxcore.analysis import Spread, readiness_of, voices_needed
from cxcore.model import StatementTopic, Workshop
from cxcore.rounds import ABLE, CARDS, WILLING, RoundForm
from cxcore.words import CARD_WORDS, cards_sentence, spread_sentence, staff_sentence
from cxlive.board.led import Source
from cxlive.channel.messages import Table
from cxlive.rounds.asking import asked_touchpoints
from cxlive.rounds.facilitation import Round

_TOPICS = (*(StatementTopic(card) for card in CARDS), StatementTopic.FREE)
_NOT_RATED: Table = {
    "second_look": False,
    "splits": [],
    "bets": None,
    "movement": [],
    "moved": None,
}
"""What only a round of ratings has."""


def said_of(
    source: Source, workshop: Workshop, shown: Round | None, journey_id: str | None
) -> Table | None:
    """Return what a round in words, or of staff, has shown; else None.

    Args:
        source: what the view is made from.
        workshop: as everybody may see it.
        shown: the round that was open last.
        journey_id: the journey that is looked at; a persona's cards show anywhere.
    """
    if shown is None or not shown.is_seen_from(journey_id):
        return None
    if shown.form is RoundForm.CARDS and shown.is_shown:
        return _shown(source, shown, _cards(workshop, shown))
    if shown.form is RoundForm.STAFF and shown.id in workshop.rounds:
        return _shown(source, shown, _staff(workshop, shown))
    return None


def _shown(source: Source, shown: Round, more: Table | None) -> Table | None:
    if more is None:
        return None
    return {
        "round": shown.id,
        "form": shown.form.value,
        "number": shown.number,
        "asked": shown.asked,
        "answered": shown.answered,
        "at_rev": source.snapshot.revision,
        **_NOT_RATED,
        **more,
    }


def _cards(workshop: Workshop, shown: Round) -> Table | None:
    """Return the texts as they stand now: what was merged or removed by hand is so."""
    persona = workshop.personas.get(shown.persona_id)
    if persona is None:
        return None
    texts: dict[StatementTopic, list[dict[str, Any]]] = defaultdict(list)
    for statement_id, times in shown.texts:
        there = workshop.statements.get(statement_id)
        if there is not None:
            one = {"id": there.id, "text": there.text, "times": times}
            texts[there.topic].append(one)
    return {
        "headline": cards_sentence(persona.name, shown.answered),
        "persona": {"id": persona.id, "name": persona.name},
        "cards": [
            {"topic": each.value, "title": CARD_WORDS[each], "texts": texts[each]}
            for each in _TOPICS
            if texts[each]
        ],
        "staff": [],
    }


def _staff(workshop: Workshop, shown: Round) -> Table:
    readiness = readiness_of(workshop, asked_touchpoints(workshop, shown))
    names = {
        each.subject_id: workshop.touchpoints[each.subject_id].name
        for each in readiness
    }
    needed = voices_needed(workshop.settings.reveal)
    return {
        "headline": staff_sentence(readiness, names),
        "persona": None,
        "cards": [],
        "staff": [
            {
                "touchpoint": each.subject_id,
                ABLE: _spread(each.able, ABLE, needed),
                WILLING: _spread(each.willing, WILLING, needed),
            }
            for each in readiness
        ],
    }


def _spread(spread: Spread, part: str, needed: int) -> dict[str, Any]:
    """Return counts only; of fewer answers than needed not even how many there are."""
    return {
        "counts": None if spread.counts is None else list(spread.counts),
        "text": spread_sentence(spread, part, needed),
    }
