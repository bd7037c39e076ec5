"""Sentences for what the check-up says: findings with their numbers."""

from collections.abc import Mapping
from string import Formatter

from cxcore.checkup import BY_ID, Badge, CheckResult, Severity, Status
from cxcore.model import THINGS, Thing, Workshop, one_line

NAMED = 3
"""So many places are named; the others are counted."""

BADGE_WORDS: Mapping[Badge, str] = {
    Badge.ASSUMPTION: "our guess",
    Badge.DISPUTED: "we see this differently",
    Badge.NO_PROCESS: "no process",
    Badge.NOBODY_OWNS: "nobody owns it",
}

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.HIGH: "weighs a lot",
    Severity.MEDIUM: "worth a look",
    Severity.LOW: "a hint",
}


def finding_sentence(result: CheckResult, names: Mapping[str, str]) -> str:
    """Say what was found, or why it was not assessed; empty where it has passed.

    Args:
        result: one check of the check-up.
        names: names of the things it may name, by id.
    """
    if result.status is Status.NOT_ASSESSED:
        return f"Not assessed: {result.missing}."
    if result.status is Status.PASSED:
        return ""
    said = {name: _Said(value) for name, value in result.numbers.items()}
    fields = {**said, "places": places_sentence(result, names)}
    templates = BY_ID[result.id].says
    fitting = (one for one in templates if _fields(one) <= fields.keys())
    return next(fitting).format_map(fields)


def names_of(workshop: Workshop) -> dict[str, str]:
    """Return a name for everything that a finding may name, by id.

    What has no name goes by its text; what says nothing yet has none.
    """
    said: dict[str, str] = {}
    for thing in reversed(THINGS.values()):  # where ids meet, journeys come last
        for one in getattr(workshop, thing.collection).values():
            name = _name(one)
            if name:
                said[one.id] = name
    return said


def _name(thing: Thing) -> str:
    return one_line(getattr(thing, "name", "") or getattr(thing, "text", ""))


def places_sentence(result: CheckResult, names: Mapping[str, str]) -> str:
    """Name where it was found: a few by name, the others by their count.

    A name that several places have is said once.
    """
    known = list(dict.fromkeys(names[key] for key in result.where if key in names))
    more = len(known) - NAMED
    listed = ", ".join(known[:NAMED])
    return f"{listed} and {more} more" if more > 0 else listed


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


class _Said(float):
    """A number as it is said in a sentence."""

    def __format__(self, how: str) -> str:
        """Return it in one of the ways that ``Check.says`` names."""
        if "|" in how:
            one, several = how.split("|")
            return one if float(self) == 1 else several
        if how == "none" and not self:
            return how
        if how == "%":
            return f"{float(self):.0%}"
        if how == "+":
            return f"{float(self):+.1f}".replace("-", "−")
        return f"{round(float(self), 1):g}".replace("-", "−")
