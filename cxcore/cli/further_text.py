"""What is said beyond the rankings, in lines that a person reads in a terminal."""

from collections.abc import Iterable, Iterator

from cxcore.cli.further import FurtherOfJourney
from cxcore.cli.names import moment_names
from cxcore.compare import Apart, StandingChange
from cxcore.drivers import Drivers, NoDrivers, Refusal
from cxcore.model import Review, Workshop
from cxcore.what_if import BestChanges
from cxcore.words import (
    alternatives_sentence,
    apart_sentence,
    changes_sentence,
    choice_sentence,
    drivers_title,
    forecasts_sentence,
    front_sentences,
    moves_sentence,
    no_drivers_sentence,
    respondents_sentence,
    short_names,
    wanted_sentence,
    whole_sentence,
)

APART_MOST = 5
"""So many differences between personas are said."""


def further_lines(workshop: Workshop, further: FurtherOfJourney) -> list[str]:
    """Return what else is known of a journey; empty where there is nothing."""
    parts = [
        _mend(workshop, further.mend),
        _survey(workshop, further.survey),
        list(_compared(further)),
        *(_since(workshop, *each) for each in further.since),
    ]
    return [line for part in parts if part for line in ("", *part)]


def apart_lines(workshop: Workshop, apart: Iterable[Apart]) -> list[str]:
    """Return what sets personas apart; empty where nothing does."""
    personas, moments = short_names(workshop.personas), moment_names(workshop)
    needs = {key: each.text for key, each in workshop.needs.items()}
    said = [apart_sentence(each, personas, moments, needs) for each in apart]
    if not said:
        return []
    return [
        "",
        "What sets the personas apart",
        *(f"  {each}" for each in said[:APART_MOST]),
    ]


def _mend(workshop: Workshop, found: BestChanges) -> list[str]:
    if found.best is None:
        return []
    names = moment_names(workshop)
    said = [choice_sentence(found.best, names), alternatives_sentence(found, names)]
    return ["What would lift it most", *(f"  {each}" for each in said if each)]


def _survey(workshop: Workshop, found: Drivers | NoDrivers) -> list[str]:
    """Return what a survey says moves the whole; nothing where there is no survey."""
    if isinstance(found, Drivers):
        names = moment_names(workshop)
        return [drivers_title(found, names), respondents_sentence(found.rows)]
    if found.refusal is Refusal.NO_SURVEY:
        return []
    return [no_drivers_sentence(found)]


def _compared(further: FurtherOfJourney) -> Iterator[str]:
    if further.wanted is not None and further.wanted.is_wanted:
        yield f"Wanted and today: {wanted_sentence(further.wanted)}"
    if further.second_look is not None and further.second_look.moves:
        yield moves_sentence(further.second_look.moves)


def _since(workshop: Workshop, review: Review, change: StandingChange) -> list[str]:
    note = f" ({review.note})" if review.note else ""
    said = [
        changes_sentence(change.moments),
        whole_sentence(change.whole),
        *front_sentences(change, moment_names(workshop)),
        forecasts_sentence(change.moments),
    ]
    title = f"Since {review.on.isoformat()}{note}"
    return [title, *(f"  {each}" for each in said if each)]
