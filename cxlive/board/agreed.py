"""How far a room agrees, as a key of the table of state."""

from typing import Any

from cxcore.agreement import (
    Agreement,
    agreement_of,
    named_apart,
    to_discuss,
)
from cxcore.analysis import (
    JourneyAnalysis,
    matters,
)
from cxcore.model import Workshop
from cxcore.words import (
    ACCORD_WORDS,
    agreement_numbers,
    customers_first_sentence,
    discuss_sentence,
    stands_apart_sentence,
)
from cxlive.board.revealed import is_asked_how_it_feels
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

IN_A_ROUND = "Whether we agree is shown once the private round is over."
NO_JOURNEY = "There is no journey yet."
DISCUSSED = 5
"""So many moments are offered; a room talks about no more."""


def agreement_keys(view: JourneyView) -> Table:
    """Return ``agreement``: of a journey as everybody may see it.

    It has a ``sentence``; ``numbers`` behind it as ``[label, text]``; what to
    ``discuss``, most worth it first, each with its sentence and how many find it bad
    (``below``) and good (``above``); who stands ``apart``, empty unless the room shows
    names; and ``customers``: what comes first to us
    and to them, where that differs.

    While a private round asks how the journey feels nothing of all this is told, not
    even of moments that it does not ask about.
    """
    if view.analysis is None or view.grid is None:
        return {"agreement": _untold(NO_JOURNEY)}
    if is_asked_how_it_feels(view.source, view.analysis.journey_id):
        return {"agreement": _untold(IN_A_ROUND)}
    agreement = agreement_of(view.grid, view.workshop.settings)
    told = _told(view.workshop, view.analysis, agreement)
    if not shows_names(view):
        told["apart"] = []
    return {"agreement": told}


def shows_names(view: JourneyView) -> bool:
    """Tell whether the room shows who said what: switched on here, or in its file."""
    in_file = view.workshop.settings.show_names
    return in_file or view.source.led.facilitation.names


def _untold(sentence: str) -> dict[str, Any]:
    return {
        "sentence": sentence,
        "numbers": [],
        "discuss": [],
        "apart": [],
        "customers": None,
    }


def _told(
    workshop: Workshop, journey: JourneyAnalysis, agreement: Agreement
) -> dict[str, Any]:
    names = {key: one.name for key, one in workshop.touchpoints.items()}
    return {
        "sentence": ACCORD_WORDS[agreement.accord],
        "numbers": [list(row) for row in agreement_numbers(agreement)],
        "discuss": _discuss(workshop, journey, agreement),
        "apart": _apart(workshop, agreement),
        "customers": _customers(agreement, names),
    }


def _discuss(
    workshop: Workshop, journey: JourneyAnalysis, agreement: Agreement
) -> list[dict[str, Any]]:
    settings = workshop.settings
    return [
        {
            "touchpoint": one.id,
            "sentence": discuss_sentence(
                one,
                workshop.touchpoints[one.id].name,
                is_important=matters(one, settings),
            ),
            "below": one.below_zero,
            "above": one.above_zero,
        }
        for one in to_discuss(agreement, journey, settings.reveal)[:DISCUSSED]
    ]


def _apart(workshop: Workshop, agreement: Agreement) -> list[dict[str, str]]:
    named = [
        (workshop.participants[each.participant_id].name, each)
        for each in named_apart(workshop, agreement.apart)
    ]
    return [
        {"name": name, "sentence": stands_apart_sentence(each, name)}
        for name, each in named
    ]


def _customers(agreement: Agreement, names: dict[str, str]) -> dict[str, Any] | None:
    first = agreement.customers
    if first is None or not first.differs:
        return None
    return {
        "sentence": customers_first_sentence(first, names),
        "ours": list(first.ours),
        "theirs": list(first.theirs),
    }
