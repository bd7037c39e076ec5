"""What a room sees of a round that was shown, and of the customers' own curve."""

from typing import Any

from cxcore.analysis import (
    Customers,
    JourneyAnalysis,
    customers_of,
    reveal_of,
)
from cxcore.compare import (
    Movement,
    look_before,
    movement_of,
)
from cxcore.model import RoundOutcome, Standpoint, Workshop
from cxcore.rounds import RoundForm
from cxcore.words import (
    moved_sentence,
    moves_sentence,
    reveal_sentence,
    split_sentence,
)
from cxlive.board import values
from cxlive.board.led import Source
from cxlive.board.said import said_of
from cxlive.channel.messages import Table
from cxlive.rounds.facilitation import Round

ALONE = "One customer alone has rated here. That is shown once they agree to it."
ALONE_BY_LINK = (
    "One customer alone has answered by link. That is shown once another one answers."
)
"""Whether they agree was asked there, and nobody in the room can say it for them."""
SPLITS = 3
"""So many splits are shown as dots; a room talks about no more."""


def customers_shown(
    source: Source, workshop: Workshop, analysis: JourneyAnalysis | None
) -> Customers | None:
    """Return the customers' own curve, but while a round asks how the journey feels.

    Args:
        source: what the view is made from.
        workshop: as everybody may see it.
        analysis: what is computed of the journey.
    """
    if analysis is None or is_asked_how_it_feels(source, analysis.journey_id):
        return None
    return customers_of(workshop, analysis)


def revealed_keys(
    source: Source,
    workshop: Workshop,
    analysis: JourneyAnalysis | None,
    customers: Customers | None,
) -> Table:
    """Return the keys of what was revealed in a journey; the same for all seats.

    Args:
        source: what the view is made from.
        workshop: as everybody may see it.
        analysis: what is computed of the journey.
        customers: their own curve, see ``customers_shown``.
    """
    shown = source.led.facilitation.round
    if analysis is not None and shown is not None and shown.form.rates:
        revealed = _revealed(source, workshop, analysis, customers)
    else:
        journey_id = None if analysis is None else analysis.journey_id
        revealed = said_of(source, workshop, shown, journey_id)
    return {
        "revealed": revealed,
        "customers": None if customers is None else _customers(customers),
    }


def is_asked_how_it_feels(source: Source, journey_id: str) -> bool:
    """Tell whether people are just saying in private what a survey would tell them."""
    asked = source.led.open_round(source.snapshot.workshop)
    if asked is None or asked.journey_id != journey_id:
        return False
    return "valence" in asked.parts


def _customers(customers: Customers) -> dict[str, Any]:
    return {
        "points": {key: values.number(mean) for key, mean in customers.points.items()},
        "label": _who(customers),
        "note": _note(customers),
    }


def _note(customers: Customers) -> str | None:
    """Say why nothing of theirs is shown."""
    if not customers.withheld:
        return None
    return ALONE if customers.to_ask else ALONE_BY_LINK


def _who(customers: Customers) -> str:
    """Say whose curve it is: of those in the room, of a survey, or of both."""
    asked = customers.respondents
    if not asked:
        return _so_many(customers.raters)
    if customers.withheld or not customers.raters:
        return f"{_so_many(asked)} in a survey"
    return f"{_so_many(customers.raters)} and {asked:,} in a survey"


def _so_many(count: int) -> str:
    return "1 customer" if count == 1 else f"{count:,} customers"


def _revealed(
    source: Source,
    workshop: Workshop,
    analysis: JourneyAnalysis,
    customers: Customers | None,
) -> dict[str, Any] | None:
    shown = source.led.facilitation.round
    outcome = None if shown is None else workshop.rounds.get(shown.id)
    if shown is None or outcome is None or outcome.journey_id != analysis.journey_id:
        return None
    names = {
        each.id: workshop.touchpoints[each.id].name for each in analysis.touchpoints
    }
    reveal = reveal_of(analysis, workshop.settings.reveal, customers)
    is_second_look = shown.form is RoundForm.SECOND_LOOK
    compared = _moves(workshop, outcome) if is_second_look else ()
    moves = [move for move in compared if move.touchpoint_id in names]
    with_names = source.led.facilitation.names and not outcome.anonymous
    return {
        "round": outcome.id,
        "form": shown.form.value,
        "number": outcome.number,
        "headline": reveal_sentence(reveal, names),
        "asked": outcome.asked,
        "answered": len(_who_answered(outcome)),
        "at_rev": source.snapshot.revision,
        "second_look": is_second_look,
        "splits": [
            {
                "touchpoint": split.touchpoint_id,
                "text": split_sentence(split.below_zero, split.above_zero),
                "values": _dots(workshop, split.touchpoint_id, with_names=with_names),
            }
            for split in reveal.splits[:SPLITS]
        ],
        "bets": _bets(shown, analysis),
        "movement": [
            {
                "touchpoint": move.touchpoint_id,
                "before": values.number(move.before),
                "after": values.number(move.after),
                "text": moved_sentence(move, names[move.touchpoint_id]),
            }
            for move in moves
        ],
        "moved": moves_sentence(moves) if moves else None,
        "persona": None,
        "cards": [],
        "staff": [],
    }


def _moves(workshop: Workshop, outcome: RoundOutcome) -> tuple[Movement, ...]:
    """Compare a round with the one before it that asked how it feels."""
    earlier = look_before(workshop, outcome)
    if earlier is None or "valence" not in outcome.parts:
        return ()
    return movement_of(workshop, earlier, outcome)


def _who_answered(outcome: RoundOutcome) -> set[str]:
    return {who for said in outcome.ratings.values() for who in said}


def _dots(
    workshop: Workshop, touchpoint_id: str, *, with_names: bool
) -> list[list[Any]]:
    """Return the ratings of a moment, lowest first, so that no order tells who."""
    dots = []
    for who, said in workshop.ratings.get(touchpoint_id, {}).items():
        rating = said.get(Standpoint.AS_PERSONA)
        person = workshop.participants.get(who)
        if rating is None or rating.valence is None or person is None:
            continue
        named = with_names and not person.anonymous
        dots.append([rating.valence, person.name if named else None])
    return sorted(dots, key=lambda dot: (dot[0], dot[1] or ""))


def _bets(shown: Round, analysis: JourneyAnalysis) -> str | None:
    """Say how many have guessed the moment that all of us find worst."""
    felt = [each for each in analysis.touchpoints if each.valence is not None]
    if not (shown.guesses and felt):
        return None
    worst = min(each.valence or 0.0 for each in felt)
    named = {each.id for each in felt if each.valence == worst}
    right = sum(1 for guess in shown.guesses if guess in named)
    return f"{right} of {len(shown.guesses)} guessed the worst moment."
