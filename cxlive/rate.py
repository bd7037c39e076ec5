"""How often something may happen: a bucket that fills at a steady rate."""

import time
from collections.abc import Callable


class Bucket:
    """Lets ``burst`` through at once, then ``per_second``."""

    def __init__(
        self,
        per_second: float,
        burst: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_second = per_second
        self._burst = burst
        self._clock = clock
        self._left = burst
        self._filled_at = clock()

    def has_one(self) -> bool:
        """Tell whether there is one to take."""
        self._fill()
        return self._left >= 1

    def is_full(self) -> bool:
        """Tell whether nothing was taken of late: a new bucket would be the same."""
        self._fill()
        return self._left >= self._burst

    def take(self) -> bool:
        """Take one; tell whether there was one."""
        if not self.has_one():
            return False
        self._left -= 1
        return True

    def _fill(self) -> None:
        now = self._clock()
        gained = (now - self._filled_at) * self._per_second
        self._left = min(self._burst, self._left + gained)
        self._filled_at = now
