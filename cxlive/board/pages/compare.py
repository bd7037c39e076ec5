"""Two states of the journey side by side: wanted, looks, reviews, and personas."""

from typing import Any

from cxcore.analysis import Analysis, analyse
from cxcore.compare import (
    WantedComparison,
    WantedMoment,
    compare_personas,
    compare_wanted,
    second_look,
)
from cxcore.model import RoundOutcome, Workshop
from cxcore.words import (
    KEPT_WORDS,
    apart_sentence,
    beside_text,
    look_text,
    moves_sentence,
    short_names,
    wanted_sentence,
    wanted_text,
)
from cxlive.board.compared import compared_personas
from cxlive.board.pages.since import since
from cxlive.board.values import number
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

IN_A_ROUND = (
    "A private round is open. What it asks is compared again once it has been shown."
)
_NOTHING: Table = {"wanted": None, "looks": None, "apart": None}


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey.

    While a round asks for ratings nothing is compared: half of it would be missing,
    and what was said earlier would be seen by whoever is about to say it anew.
    """
    asked = view.source.led.open_round(view.source.snapshot.workshop)
    if asked is not None and asked.form.rates:
        return {"compare": _NOTHING | {"round": IN_A_ROUND}}
    if view.journey_id is None:
        return {"compare": _NOTHING | {"round": None}}
    analysis = analyse(view.workshop, view.source.day)
    compared = {
        "round": None,
        "wanted": _wanted(view.workshop, analysis, view.journey_id),
        "looks": _looks(view.workshop, view.journey_id),
        "apart": _apart(view.workshop, analysis),
    }
    return {"compare": compared, **since(view)}


def _wanted(workshop: Workshop, analysis: Analysis, journey_id: str) -> Table | None:
    """Compare wanted, today and without us; None: there is no journey of today."""
    compared = compare_wanted(workshop, analysis, journey_id)
    if compared is None:
        return None
    return {
        "today": _of_journey(workshop, compared.today_id),
        "planned": _of_journey(workshop, compared.planned_id),
        "elsewhere": _of_journey(workshop, compared.elsewhere_id),
        "is_wanted": compared.is_wanted,
        "line": wanted_sentence(compared),
        "stages": _in_stages(workshop, compared),
        "only_elsewhere": [
            workshop.touchpoints[each].name for each in compared.only_elsewhere
        ],
    }


def _of_journey(workshop: Workshop, journey_id: str | None) -> dict[str, str] | None:
    if journey_id is None:
        return None
    return {"id": journey_id, "name": workshop.journeys[journey_id].name}


def _in_stages(workshop: Workshop, compared: WantedComparison) -> list[dict[str, Any]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for moment in compared.moments:
        rows.setdefault(moment.stage_id, []).append(_moment(workshop, moment))
    return [
        {"id": stage_id, "name": workshop.stages[stage_id].name, "moments": row}
        for stage_id, row in rows.items()
    ]


def _moment(workshop: Workshop, moment: WantedMoment) -> dict[str, Any]:
    symbol, word = KEPT_WORDS[moment.state]
    touchpoint = workshop.touchpoints[moment.touchpoint_id]
    beside = moment.beside(workshop.settings.compare)
    return {
        "id": moment.touchpoint_id,
        "journey": workshop.stages[touchpoint.stage_id].journey_id,
        "name": touchpoint.name,
        "state": moment.state.value,
        "symbol": symbol,
        "word": word,
        "text": wanted_text(moment),
        "wanted": number(moment.wanted),
        "today": number(moment.today),
        "elsewhere": number(moment.elsewhere),
        "beside": None if beside is None else beside.value,
        "beside_text": beside_text(moment, beside),
    }


def _looks(workshop: Workshop, journey_id: str) -> Table | None:
    """Compare the last two rounds that asked how it feels; None: there was one."""
    look = second_look(workshop, journey_id)
    if look is None:
        return None
    moves = look.moves
    return {
        "line": moves_sentence(moves) if moves else None,
        "first": _look(look.first),
        "second": _look(look.second),
        "moments": [
            {
                "id": move.touchpoint_id,
                "name": workshop.touchpoints[move.touchpoint_id].name,
                "text": look_text(move),
                "moved": move.moved.value,
                "closeness": move.closeness.value,
                "before": number(move.before),
                "after": number(move.after),
                "voices": [move.voices_before, move.voices_after],
                "spread": [number(move.spread_before), number(move.spread_after)],
            }
            for move in moves
        ],
    }


def _look(outcome: RoundOutcome) -> dict[str, Any]:
    at = outcome.revealed_at
    return {
        "number": outcome.number,
        "on": None if at is None else at.date().isoformat(),
    }


def _apart(workshop: Workshop, analysis: Analysis) -> Table | None:
    """Say what sets personas furthest apart; None: there is only one."""
    compared = compared_personas(workshop)
    if compared is None:
        return None
    among = workshop.model_copy(update={"personas": compared})
    apart = compare_personas(among, analysis).apart
    moments = {each.id: each.name for each in workshop.touchpoints.values()}
    needs = {each.id: each.text for each in workshop.needs.values()}
    return {
        "personas": len(compared),
        "text": apart_sentence(apart[0], short_names(compared), moments, needs)
        if apart
        else None,
    }
