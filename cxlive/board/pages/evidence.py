"""What the team knows, and from whom."""

from datetime import date

from cxcore.analysis import (
    KNOWN_BY,
    JourneyAnalysis,
    KnownBy,
    KnownMoment,
    known_moments,
    lens_gaps,
)
from cxcore.model import Workshop
from cxcore.words import (
    EVIDENCE_WORDS,
    KNOWN_BY_WORDS,
    known_sentence,
    lens_sentence,
    trust_sentence,
)
from cxlive.board import values
from cxlive.board.things import things
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

_KINDS = [
    [kind.value, word, KNOWN_BY[kind].value] for kind, word in EVIDENCE_WORDS.items()
]
_LEVELS = [[level.value, *words] for level, words in KNOWN_BY_WORDS.items()]


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    table = things(view.workshop, "evidence", "persona", "statement", "process")
    table["known"] = _known(view.workshop, view.analysis, view.source.day)
    table["lens"] = _lens(view.workshop, view.analysis)
    return table


def _known(
    workshop: Workshop, journey: JourneyAnalysis | None, today: date
) -> values.Value:
    """Return the picture of a journey by evidence."""
    known = () if journey is None else known_moments(workshop, journey, today)
    guesses = [each for each in known if each.level is KnownBy.GUESS]
    critical = sum(each.is_critical for each in guesses)
    return {
        "line": known_sentence(len(guesses), critical, len(known)),
        "levels": _LEVELS,
        "kinds": _KINDS,
        "moments": [_moment(each, workshop) for each in known],
    }


def _moment(known: KnownMoment, workshop: Workshop) -> values.Value:
    below = workshop.settings.direction.assumption_below
    return {
        "touchpoint": known.touchpoint_id,
        "level": known.level.value,
        "also": [by.value for by in known.also],
        "trust": trust_sentence(known.confidence, below),
        "confidence": values.number(known.confidence),
        "critical": known.is_critical,
        "evidence": list(known.evidence_ids),
    }


def _lens(workshop: Workshop, journey: JourneyAnalysis | None) -> list[values.Value]:
    """Return customers' ratings beside insiders', rosiest view of insiders first."""
    return [
        {
            "touchpoint": each.touchpoint_id,
            "customers": values.number(each.customers),
            "insiders": values.number(each.insiders),
            "text": lens_sentence(each, workshop.touchpoints[each.touchpoint_id].name),
        }
        for each in (() if journey is None else lens_gaps(workshop, journey))
    ]
