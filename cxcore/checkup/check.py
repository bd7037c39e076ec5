"""What a check is, and what it can say of the facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cxcore.analysis import CLOSE
from cxcore.checkup.facts import Facts, JourneyFacts
from cxcore.checkup.results import Essay, Severity, Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check says of the facts; made by the three functions below."""

    status: Status
    where: tuple[str, ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)
    severity: Severity | None = None
    """None: that of the check."""
    missing: str = ""


def found(
    where: Iterable[str] = (), severity: Severity | None = None, /, **numbers: float
) -> Outcome:
    """Say that it is so.

    Args:
        where: ids of the things that it is about, in map order; none: the workshop.
        severity: where this finding weighs more than the check usually does.
        numbers: what made it fire.
    """
    places = tuple(dict.fromkeys(where))
    return Outcome(Status.FOUND, places, _floats(numbers), severity)


def passed(**numbers: float) -> Outcome:
    """Say that it is not so, on data that are there."""
    return Outcome(Status.PASSED, numbers=_floats(numbers))


def not_assessed(missing: str) -> Outcome:
    """Say that the data are missing.

    Args:
        missing: what is missing, fit to be read after "not assessed: ".
    """
    return Outcome(Status.NOT_ASSESSED, missing=missing)


def found_if(
    fires: bool,  # noqa: FBT001 - reads as a sentence: found if it fires
    where: Iterable[str] = (),
    severity: Severity | None = None,
    /,
    **numbers: float,
) -> Outcome:
    """Say that it is so, or that it is not, with the same numbers."""
    return found(where, severity, **numbers) if fires else passed(**numbers)


def exceeds(value: float, limit: float) -> bool:
    """Tell whether a value is over a limit; rounding is forgiven."""
    return value > limit + CLOSE


def reaches(value: float, limit: float) -> bool:
    """Tell whether a value is at a limit or over it; rounding is forgiven."""
    return value >= limit - CLOSE


def over_journeys(facts: Facts, look: Callable[[JourneyFacts], Outcome]) -> Outcome:
    """Look at each journey of today that has moments, and say one thing of all.

    Found in any is found, at all its places. Severity and numbers are those of the
    first journey where it weighs most; what counts things is summed over all in
    which it was found. It passes only where it passes in each of them.
    """
    drawn = [journey for journey in facts.journeys if journey.touchpoints]
    outcomes = [look(journey) for journey in drawn or facts.journeys]
    if not outcomes:
        return not_assessed(NO_JOURNEY)
    hits = [one for one in outcomes if one.status is Status.FOUND]
    if hits:
        return _together(hits)
    unknown = (one for one in outcomes if one.status is Status.NOT_ASSESSED)
    return next(unknown, outcomes[0])


def _together(hits: list[Outcome]) -> Outcome:
    """Return what was found in several journeys as one finding."""
    worst = min(hits, key=lambda one: _ORDER.index(one.severity))
    alike = [one.numbers for one in hits if one.numbers.keys() == worst.numbers.keys()]
    numbers = {
        name: sum(each[name] for each in alike) if name in COUNTS else value
        for name, value in worst.numbers.items()
    }
    places = (place for one in hits for place in one.where)
    return found(places, worst.severity, **numbers)


COUNTS = frozenset(
    {
        *("touchpoints", "of", "guessed", "critical", "low", "disputed"),
        *("evidence", "customers", "walked", "handovers", "steps", "felt"),
        *("physical", "social", "technological"),
    }
)
"""Names of numbers that count things, and can be summed over journeys."""

NO_JOURNEY = "there is no journey as it is today yet"
NO_OPPORTUNITY = "ideas for change are not asked yet"
MADE_BY = "whether things, people or tools make them"
NOTHING_RATED = "nothing is rated yet"
FEW_RATED = "too few moments are rated to tell"
NOT_SURE = "how sure the ranking is, is not asked yet"
NO_PROCESS = "no process is written down yet"
NO_IMPORTANCE = "no moment is known to matter yet"
NO_TOUCHPOINT = "there is no moment on the map yet"

_ORDER = (Severity.HIGH, None, Severity.MEDIUM, Severity.LOW)
"""Heaviest first; a check only ever names another severity to raise it."""


def _floats(numbers: Mapping[str, float]) -> dict[str, float]:
    return {name: float(value) for name, value in numbers.items()}


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the catalogue: section 5 of the method, with its words."""

    id: str
    name: str
    severity: Severity
    """Where it depends on the case, the lighter one; see ``Outcome.severity``."""
    essays: tuple[Essay, ...]
    question: str
    """One question to ask the room."""
    says: tuple[str, ...]
    """Sentences for a finding; the first whose numbers are all there is said.

    Fields are names of numbers: ``{n}`` a number, ``{n:none}`` the same with a word
    for zero, ``{n:has|have}`` a word for one and for any other number, ``{share:%}``
    a percentage, ``{feels:+}`` with its sign; ``{places}`` names where it is.
    """
    look: Callable[[Facts], Outcome]
    thresholds: Mapping[str, float] = field(default_factory=dict)
    """Defaults by name; ``workshop.settings.checkup`` holds what differs."""
