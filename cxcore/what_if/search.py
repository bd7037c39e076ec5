"""Which few of many options bring most within a budget: solved exactly.

A knapsack that holds a few things only. A table says for every option, number of
free places and budget left, what the options from there on can bring at most; as
this bound is always reached, a best-first search walks straight from one best set to
the next. With n options, k places and b tenths of work the table has n·k·b
numbers, and finding m sets takes m·n steps: thousands of options are no trouble.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

import numpy as np

from cxcore.analysis.scales import FloatArray, IntArray

PRECISION = 2**50
"""Gains are counted in this part of their sum, so a set of ten is 5 off at most."""
WORK_MOST = 100
"""Tenths of work that one option takes at most."""
WORK_UNIT = 16
"""So many parts of gain weigh as much as a tenth of work: more than rounding makes up,
so of equals the one with less work is first. The work of a whole set is less than
10^-10 of all gains."""

Set = tuple[int, ...]
"""Places of options, rising."""


class Room(NamedTuple):
    """What a set may hold."""

    places: int
    """At most so many options, up to 10."""
    tenths: int
    """At most so much work together, in tenths."""


def best_sets(gains: FloatArray, tenths: IntArray, room: Room, count: int) -> list[Set]:
    """Return the best sets, best first: most gain, then least work, then map order.

    Gains of sets that differ by less than 10^-10 of all gains count as equal.
    No empty set, and no option that gains nothing, is among them.

    Args:
        gains: per option, from 0; they are summed.
        tenths: per option, its work: from 0 to ``WORK_MOST``.
        room: what a set may hold.
        count: so many sets at most.
    """
    total = float(gains.sum())
    if total <= 0 or room.tenths < 0:
        return []
    gained = np.rint(gains / total * PRECISION).astype(np.int64)
    values = gained - tenths * WORK_UNIT
    found = _needed(gained, values, tenths, room, room.places + count - 1)
    by_value = _Search(values[found].tolist(), tenths[found].tolist(), room)
    sets = islice(by_value.sets(), count)
    return [tuple(found[at] for at in chosen) for chosen in sets]


def _needed(
    gained: IntArray, values: IntArray, tenths: IntArray, room: Room, most: int
) -> list[int]:
    """Return the options that can be part of any of the sets looked for.

    Of those that take the same work only the ``most`` best are needed: places plus
    sets, minus one. Let c be an option with as many better ones, and C a set with c.
    At most places - 1 of the better ones are in C, so at least as many as sets are
    looked for are not; each of them in the place of c makes another set that
    comes before C. So C is not among the sets looked for.
    """
    seen: Counter[int] = Counter()
    needed = []
    for at in np.argsort(-values, kind="stable").tolist():
        if gained[at] > 0 and tenths[at] <= room.tenths:
            seen[tenths[at]] += 1
            if seen[tenths[at]] <= most:
                needed.append(at)
    return sorted(needed)


class _Begun(NamedTuple):
    """A set so far; of two with the same bound the first in map order goes on."""

    falls_short: int
    """Minus the value that it can reach at best."""
    path: Set
    """Places chosen, and at its end the place to be decided next."""
    value: int
    left: Room


class _Search:
    """The options that are left, and what can be made of them at best."""

    def __init__(
        self, values: Sequence[int], tenths: Sequence[int], room: Room
    ) -> None:
        self._values, self._tenths = values, tenths
        self._room = Room(room.places, min(room.tenths, room.places * WORK_MOST))
        self._best = self._table()

    def sets(self) -> Iterator[Set]:
        """Yield all sets that hold something, best first."""
        waiting = [self._begun((0,), 0, self._room)]
        while waiting:
            begun = heappop(waiting)
            *chosen, at = begun.path
            if at < len(self._values):
                for more in self._decided(begun):
                    heappush(waiting, more)
            elif chosen:
                yield tuple(chosen)

    def _decided(self, begun: _Begun) -> Iterator[_Begun]:
        """Yield the set without the option to be decided, and with it if it fits."""
        *chosen, at = begun.path
        yield self._begun((*chosen, at + 1), begun.value, begun.left)
        left = Room(begun.left.places - 1, begun.left.tenths - self._tenths[at])
        if left.places >= 0 and left.tenths >= 0:
            value = begun.value + self._values[at]
            yield self._begun((*chosen, at, at + 1), value, left)

    def _begun(self, path: Set, value: int, left: Room) -> _Begun:
        bound = int(self._best[path[-1], left.places, left.tenths])
        return _Begun(-(value + bound), path, value, left)

    def _table(self) -> IntArray:
        """Return what the options from each place on can bring at most."""
        end, room = len(self._values), self._room
        best = np.zeros((end + 1, room.places + 1, room.tenths + 1), dtype=np.int64)
        for at in reversed(range(end)):
            work = self._tenths[at]
            best[at] = best[at + 1]
            taken = best[at + 1, :-1, : room.tenths + 1 - work] + self._values[at]
            np.maximum(best[at, 1:, work:], taken, out=best[at, 1:, work:])
        return best
