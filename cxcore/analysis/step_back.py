"""Whether to step back: perhaps it is the offer itself that is wrong, not a moment.

A note on the method ("Designing your customer experiences: processes before
automation") asks for this before anybody mends touchpoints one by one.
"""

from dataclasses import dataclass

from cxcore.analysis.results import Direction, JourneyAnalysis, TouchpointAnalysis
from cxcore.model import Workshop

_NEED_WORK = frozenset(
    {Direction.FIX, Direction.BUILD_IMPACT, Direction.TWO_EXPERIENCES}
)
_TRUTHS_FROM = 2
"""One moment of truth alone says nothing of the whole offer."""


@dataclass(frozen=True, slots=True)
class StepBack:
    """What speaks for stepping back from a journey."""

    no_promise: bool
    """Nothing is promised, and yet a journey has been rated."""
    need_work: tuple[str, ...]
    """Rated moments of truth that need work, in map order."""
    of: int
    """How many rated moments of truth there are."""

    @property
    def is_due(self) -> bool:
        """The promise is empty, or half of the moments of truth need work."""
        return self.no_promise or self.half_needs_work

    @property
    def half_needs_work(self) -> bool:
        """Half of at least two rated moments of truth need work."""
        return self.of >= _TRUTHS_FROM and 2 * len(self.need_work) >= self.of


def step_back(workshop: Workshop, analysis: JourneyAnalysis) -> StepBack:
    """Return what speaks for stepping back from a journey of a visible workshop."""
    truths = [
        each
        for each in analysis.touchpoints
        if each.rated and workshop.touchpoints[each.id].moment_of_truth
    ]
    return StepBack(
        no_promise=analysis.rated > 0 and not workshop.brief.promise.strip(),
        need_work=tuple(each.id for each in truths if _needs_work(each)),
        of=len(truths),
    )


def _needs_work(one: TouchpointAnalysis) -> bool:
    return one.is_critical or one.direction in _NEED_WORK
