"""What would lift a journey, as tables to look at; nothing here is so."""

from collections.abc import Mapping

import pandas as pd

from cxcore import words
from cxcore.analysis import Direction, JourneyAnalysis
from cxcore.what_if import BestChanges, Choice, Shift, Supposed

HUNDRED = 100
MOMENT, MEND = "Moment", "Mend"
NOT_RANKED = "–"


def shifts_table(supposed: Supposed, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row for each moment of which something changes that matters.

    These are the supposed ones, those that need work before or after, and those with
    which something else would be to be done; whoever only moves up a place is left
    out. First comes what would need work first.

    Args:
        supposed: what would be.
        names: names of touchpoints by id.
    """
    rows = [
        {
            MOMENT: names[shift.id],
            "Place today": shift.rank[0],
            "Place then": shift.rank[1],
            "Needs work": _needs_work(shift),
            "What to do today": _direction(shift.direction[0]),
            "What to do then": _direction(shift.direction[1]),
        }
        for shift in supposed.shifts
        if shift.id in supposed.targets or _matters(shift)
    ]
    return pd.DataFrame(rows)


def choices_table(answer: BestChanges, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row for each choice, the best first, with what would be said then."""
    return pd.DataFrame(
        [
            {
                MEND: ", ".join(names[each] for each in choice.ids),
                "Work": f"{choice.work:g}",
                "What would be said then": words.headline_sentence(
                    choice.supposed.after.headline, names
                ),
            }
            for choice in _choices(answer)
        ]
    )


def lifts_table(answer: BestChanges, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the numbers of all choices: the journey score and the plain mean."""
    return pd.DataFrame(
        [
            {MEND: ", ".join(names[each] for each in choice.ids)}
            | _scores(choice.supposed)
            for choice in _choices(answer)
        ]
    )


def scores_table(supposed: Supposed) -> pd.DataFrame:
    """Return the numbers of one supposed journey, before and after."""
    return pd.DataFrame([_scores(supposed)])


def _choices(answer: BestChanges) -> list[Choice]:
    return [] if answer.best is None else [answer.best, *answer.alternatives]


def _scores(supposed: Supposed) -> dict[str, str]:
    before, after = supposed.before, supposed.after
    return {
        "Journey score today": _score(before),
        "Then": _score(after),
        "Lift": f"{HUNDRED * supposed.lift:+.1f}".replace("-", "−"),
        "Plain mean today": _mean(before),
        "Mean then": _mean(after),
    }


def _score(journey: JourneyAnalysis) -> str:
    return _of_hundred(journey.score)


def _mean(journey: JourneyAnalysis) -> str:
    return _of_hundred(journey.mean)


def _of_hundred(part: float | None) -> str:
    return NOT_RANKED if part is None else f"{HUNDRED * part:.1f}"


def _matters(shift: Shift) -> bool:
    before, after = shift.direction
    return any(shift.critical) or before is not after


def _needs_work(shift: Shift) -> str:
    match shift.critical:
        case (True, True):
            return "still"
        case (True, False):
            return "no more"
        case (False, True):
            return "then"
        case _:
            return ""


def _direction(direction: Direction | None) -> str:
    return "" if direction is None else words.direction_label(direction)
