"""How firmly a ranking holds, as codes and unrounded numbers (4.7).

It says how firmly this room's view holds, not how customers feel; what nobody put on
the map is not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from cxcore.analysis.scales import FloatArray
from cxcore.robustness.ranks import pairwise_wins, rank_acceptability


class Hold(StrEnum):
    """Whether a touchpoint stays among the first k when everything is shaken."""

    HOLDS = "holds"
    COULD_CHANGE = "could_change"
    NOT_IN_FRONT = "not_in_front"


@dataclass(frozen=True, slots=True)
class TouchpointRobustness:
    """How firmly one rated touchpoint stands where it stands."""

    id: str
    rank: int
    """Place in the ranking as it is, from 1."""
    top: tuple[float, float, float]
    """P(among the first 1, 2, 3), 0 to 1."""
    in_front: float
    """P(among the first k), 0 to 1; k is that of the journey."""
    verdict: Hold
    before_next: float | None
    """P(higher than the next one in the ranking), ties half; None for the last."""
    bracket: tuple[int, int]
    """First and last place of the neighbours whose order is not safe; from 1."""
    interval: tuple[float, float, float]
    """5, 50 and 95 % of the fix score, 0 to 100."""
    research_first: float
    """95 % of the fix score times what is not known: what to go and ask, simply."""
    knowing: float
    """What knowing how it really is would be worth, in points of fix score summed
    over the first k: the expected value of this information (4.7)."""
    could_turn: float
    """P(knowing it would make another k come first), 0 to 1."""


@dataclass(frozen=True, eq=False)
class Robustness:
    """How firmly the ranking of one journey holds."""

    journey_id: str
    draws: int
    """How many re-runs it rests on."""
    front: int
    """k: how many touchpoints can be critical at most."""
    touchpoints: tuple[TouchpointRobustness, ...]
    """The rated ones, worst first, in the order of the ranking."""
    scores: FloatArray
    """(touchpoints, draws): the fix scores behind it all, ties made equal."""
    ask_next: str | None
    """Whose evidence could change the first k most; None: nothing could."""

    @cached_property
    def acceptability(self) -> FloatArray:
        """P(this touchpoint has this place), ties shared: (touchpoints, places)."""
        return rank_acceptability(self.scores)

    @cached_property
    def wins(self) -> FloatArray:
        """P(row has the higher fix score), ties count half: square."""
        return pairwise_wins(self.scores)

    def touchpoint(self, touchpoint_id: str) -> TouchpointRobustness | None:
        """Return one touchpoint; None where it is not rated."""
        return self._by_id.get(touchpoint_id)

    @cached_property
    def _by_id(self) -> Mapping[str, TouchpointRobustness]:
        return {each.id: each for each in self.touchpoints}
