"""What needs work first, how firmly that holds, and what to ask next."""

from typing import Any

from cxcore.analysis import JourneyAnalysis
from cxcore.model import Settings, Workshop
from cxcore.robustness import Robustness
from cxcore.words import (
    REASON_WORDS,
    SURENESS_WORDS,
    ask_numbers,
    ask_sentence,
    hold_numbers,
    nothing_to_ask,
    simple_ask_sentence,
)
from cxlive.board.agreed import agreement_keys
from cxlive.board.values import Value
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

_WEIGHED = ("severity", "exposure")
"""Settings whose weights a room can change on this page."""
_SETTINGS = {*_WEIGHED, "robustness"}


def _weights() -> Value:
    words = {code.value: word for code, word in REASON_WORDS.items()}
    usual = Settings().model_dump(mode="json", include=_SETTINGS)
    return {
        "sureness": [list(step) for step in SURENESS_WORDS],
        **{of: [[field, words[field]] for field in usual[of]] for of in _WEIGHED},
        "usual": usual,
    }


_WEIGHTS = _weights()
"""The same object each time, so that comparing it costs nothing."""


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    settings = view.workshop.settings.model_dump(mode="json", include=_SETTINGS)
    return {
        "weights": _WEIGHTS,
        "settings/settings": {"id": "settings", **settings},
        **_firm(view.robust, view.analysis, view.workshop),
        **agreement_keys(view),
    }


def _firm(
    robust: Robustness | None, analysis: JourneyAnalysis | None, workshop: Workshop
) -> Table:
    """Return the numbers behind what holds, and what to ask; nothing while unknown."""
    if robust is None or analysis is None:
        return {"ask": None}
    return {
        "ask": _ask(robust, analysis, workshop),
        **{
            f"firm/{one.id}": {"numbers": _rows(hold_numbers(one))}
            for one in robust.touchpoints
        },
    }


def _ask(robust: Robustness, analysis: JourneyAnalysis, workshop: Workshop) -> Value:
    """Return what to ask next, and what the rule of thumb says where it differs."""
    asked = robust.ask_next
    one = None if asked is None else robust.touchpoint(asked)
    if one is None:
        sentence = nothing_to_ask(robust.front)
        return {"touchpoint": None, "sentence": sentence, "simple": None, "numbers": []}
    names = {each.id: workshop.touchpoints[each.id].name for each in robust.touchpoints}
    moment = analysis.touchpoint(one.id)
    thumb = max(robust.touchpoints, key=lambda each: each.research_first).id
    return {
        "touchpoint": one.id,
        "sentence": ask_sentence(one, moment, names[one.id], robust.front),
        "simple": None if thumb == one.id else simple_ask_sentence(names[thumb]),
        "numbers": _rows(ask_numbers(one, moment, robust.front)),
    }


def _rows(pairs: tuple[tuple[str, str], ...]) -> list[list[Any]]:
    return [list(pair) for pair in pairs]
