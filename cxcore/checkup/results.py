"""What the check-up returns: codes, ids, numbers, and a question for the room.

Nothing stops a read-out: each finding is a question (decision 30). The sentence
that says a finding with its numbers is made by ``cxcore.words.checks``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How one check ended; what it lacks the data for never passes."""

    FOUND = "found"
    ACCEPTED = "accepted"
    """Found, and the team has accepted all of it with a reason."""
    NOT_ASSESSED = "not_assessed"
    PASSED = "passed"


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Essay(StrEnum):
    """The essays that the checks come from, by title."""

    THREE_DESIGN_MISTAKES = "Three mistakes in customer experience design"
    DESIGNING = "Designing your customer experience"
    BRANDS_FAILING = "Brands are all touting customer experience but most are failing"
    PROCESSES_FIRST = "Designing your customer experiences: processes before automation"
    THREE_CONCEPT_MISTAKES = (
        "3 mistakes you might be committing about the customer experience concept"
    )


class Badge(StrEnum):
    """What a touchpoint wears on the journey page, so that the work is seen."""

    ASSUMPTION = "assumption"
    DISPUTED = "disputed"
    NO_PROCESS = "no_process"
    NOBODY_OWNS = "nobody_owns"


SEVERITY_WEIGHT: Mapping[Severity, int] = {
    Severity.HIGH: 3,
    Severity.MEDIUM: 2,
    Severity.LOW: 1,
}
"""What a severity counts where findings are put in order."""

BEFORE_NEXT = ("CX10", "CX13", "CX15", "CX31", "CX35")
"""Certain in a first workshop; said under "Before the next workshop"."""

FOLDED = ("CX19", "CX27", "CX36")
"""Found often in a first draft (section 5): never one of the three questions."""

AT_ONCE = 3
"""So many questions are put to the room now; the others are folded."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one of the 37 checks says of a workshop."""

    id: str
    """Number of the check, such as "CX01"."""
    name: str
    status: Status
    severity: Severity
    """Of this finding; where nothing is found, that of the check."""
    question: str
    """One question to ask the room."""
    essays: tuple[Essay, ...]
    where: tuple[str, ...] = ()
    """Ids of the things that it is about; empty: the workshop as a whole."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """What made it fire, or pass, unrounded; see docs/checkup.md."""
    share: float = 0.0
    """Part of the journey that a finding concerns, 0 to 1, by weight."""
    missing: str = ""
    """Where it is not assessed: what is missing, to be read after the colon."""
    reason: str = ""
    """Where it is accepted: why, in the team's own words."""

    @property
    def source(self) -> str:
        """Titles of the essays that it comes from."""
        return "; ".join(self.essays)

    @property
    def urgency(self) -> float:
        """Severity times share of the journey, 0 to 3 (decision 30)."""
        return SEVERITY_WEIGHT[self.severity] * self.share


@dataclass(frozen=True, slots=True)
class CheckUp:
    """All checks of a workshop, in the order of their numbers."""

    checks: tuple[CheckResult, ...]
    badged: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    """Badges by touchpoint; without those that have none."""

    def of(self, check_id: str) -> CheckResult:
        """Return one check.

        Raises:
            KeyError: there is no such check.
        """
        for result in self.checks:
            if result.id == check_id:
                return result
        raise KeyError(check_id)

    def badges(self, touchpoint_id: str) -> tuple[Badge, ...]:
        """Return what a touchpoint wears on the journey page."""
        return self.badged.get(touchpoint_id, ())

    def ended(self, status: Status) -> tuple[CheckResult, ...]:
        """Return the checks that ended so; findings with the most urgent first."""
        chosen = [result for result in self.checks if result.status is status]
        if status is Status.FOUND:
            chosen.sort(key=lambda result: -result.urgency)
        return tuple(chosen)

    def now(self) -> tuple[CheckResult, ...]:
        """Return the three questions for now, the most urgent first.

        By severity times share of the journey; no two of them come from the same
        essay. What is certain in a first workshop waits for the next one; what is
        found in most first drafts stays folded.
        """
        chosen: list[CheckResult] = []
        used: set[Essay] = set()
        for result in self.ended(Status.FOUND):
            waits = result.id in (*BEFORE_NEXT, *FOLDED)
            if waits or not used.isdisjoint(result.essays):
                continue
            chosen.append(result)
            used.update(result.essays)
            if len(chosen) == AT_ONCE:
                break
        return tuple(chosen)

    def before_next(self) -> tuple[CheckResult, ...]:
        """Return what was found of all that is certain in a first workshop."""
        found = (result for result in self.checks if result.status is Status.FOUND)
        return tuple(result for result in found if result.id in BEFORE_NEXT)

    def folded(self) -> tuple[CheckResult, ...]:
        """Return all other findings, the most urgent first."""
        shown = {result.id for result in (*self.now(), *self.before_next())}
        return tuple(r for r in self.ended(Status.FOUND) if r.id not in shown)
