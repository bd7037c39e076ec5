"""How firmly the rankings of a room hold: worked out beside, never in the way.

One thread of the whole server works these out, and a room gets a tenth of it at most:
while people drag they are worked out again and again, the newest state each time.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic

from cxcore.analysis import JourneyGrid, grid_of, is_same_grid
from cxcore.model import Workshop
from cxcore.robustness import Robustness, robustness_of
from cxlive.board.view import JourneyView
from cxlive.limits import CERTAINTY_REST, CERTAINTY_SECONDS

log = logging.getLogger(__name__)

WORKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="certainty")
"""Works out one journey after another."""


@dataclass(frozen=True)
class Job:
    """One journey whose ranking is to be shaken, as everybody may see it."""

    workshop: Workshop
    journey_id: str
    day: date
    grid: JourneyGrid | None = None
    """Where it is at hand."""


@dataclass(frozen=True)
class _Known:
    """What was worked out, and of what."""

    job: Job
    robust: Robustness | None
    seconds: float
    """How long it took, without waiting for other rooms."""

    def is_of(self, job: Job) -> bool:
        """Tell whether the same would come out for this job."""
        mine, theirs = self.job.workshop, job.workshop
        if mine is theirs and self.job.day == job.day:
            return True
        one, other = self.job.grid, job.grid
        if one is None or other is None or mine.settings != theirs.settings:
            return False
        return is_same_grid(one, other)


class Certainty:
    """Lives on the event loop, with the hub of a room."""

    def __init__(self, done: Callable[[], None]) -> None:
        """Take what to call, on the loop, when something has been worked out."""
        self._done = done
        self._known: dict[str, _Known] = {}
        self._wanted: list[Job] = []
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._rest_until = 0.0

    def of(self, view: JourneyView) -> Robustness | None:
        """Return what is known of exactly this view; None while it is worked out."""
        job = job_of(view)
        known = self._fresh(job) if job is not None else None
        return None if known is None else known.robust

    def top(self, journeys: Iterable[str]) -> Mapping[str, float] | None:
        """Return P(top k) by touchpoint, as last worked out; None: nothing is."""
        robust = [self._known[each].robust for each in journeys if each in self._known]
        found = [each for one in robust if one is not None for each in one.touchpoints]
        return {each.id: each.in_front for each in found} or None

    def want(self, jobs: Iterable[Job]) -> None:
        """Say what is looked at now; what is not known of it is worked out soon."""
        self._wanted = [each for each in jobs if self._fresh(each) is None]
        if self._wanted and self._timer is None and self._task is None:
            loop = asyncio.get_running_loop()
            rest = max(CERTAINTY_SECONDS, self._rest_until - loop.time())
            self._timer = loop.call_later(rest, self._start)

    def close(self) -> None:
        """End; what is being worked out is not waited for."""
        if self._timer is not None:
            self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _fresh(self, job: Job) -> _Known | None:
        known = self._known.get(job.journey_id)
        if known is None or not known.is_of(job):
            return None
        return known

    def _start(self) -> None:
        self._timer = None
        self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        spent = 0.0
        for job in self._wanted:
            before = self._known.get(job.journey_id)
            known = await loop.run_in_executor(WORKER, _worked_out, job, before)
            self._known[job.journey_id] = known
            spent += known.seconds
        self._rest_until = loop.time() + CERTAINTY_REST * spent
        self._task = None
        self._done()


def job_of(view: JourneyView) -> Job | None:
    """Return what is to be worked out for a view; None where it shows no journey."""
    if view.journey_id is None:
        return None
    return Job(view.workshop, view.journey_id, view.source.day, view.grid)


def _worked_out(job: Job, before: _Known | None) -> _Known:
    """Work it out; what cannot be is not tried again before something changes.

    Args:
        job: what is wanted.
        before: what is known of this journey; it stays where it is still true.
    """
    begun = monotonic()
    robust = None
    try:
        if job.grid is None:
            job = replace(job, grid=grid_of(job.workshop, job.journey_id, job.day))
        robust = _shaken(job, before)
    except Exception:
        log.exception("could not work out how firmly a ranking holds")
    return _Known(job, robust, monotonic() - begun)


def _shaken(job: Job, before: _Known | None) -> Robustness | None:
    if before is not None and before.is_of(job):
        return before.robust
    return None if job.grid is None else robustness_of(job.grid, job.workshop.settings)
