"""Two standings of a journey: what rose, fell, came and went, and what was forecast.

Section 6 of docs/method.md. A change is said to be sure when it exceeds what other
people from the same room could have made of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from cxcore.analysis.results import TouchpointAnalysis
from cxcore.analysis.scales import CLOSE, FloatArray
from cxcore.analysis.score import weights_of
from cxcore.compare.chance import Redraws, Sureness, sureness_of
from cxcore.compare.standing import Standing
from cxcore.model import Review, Settings


class Changed(StrEnum):
    """What became of a moment, or of a journey."""

    ROSE = "rose"
    FELL = "fell"
    STAYED = "stayed"
    CAME = "came"
    """It was not on the map then."""
    WENT = "went"
    """It is not on the map any more."""
    CANNOT_TELL = "cannot_tell"
    """Not rated then, or not rated now."""


class Forecast(StrEnum):
    """What became of what had been expected of a moment."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_TOLD = "not_told"
    """It is not rated now, or not there; or it was made today."""


@dataclass(frozen=True, slots=True)
class MomentChange:
    """One moment then and now."""

    touchpoint_id: str
    code: Changed
    then: float | None
    """Mean valence then, -5 to 5; None: not rated, or not there."""
    now: float | None
    voices_then: int
    voices_now: int
    sureness: Sureness | None
    """None where there is nothing to compare."""
    is_sure: bool
    """It rose or fell, and more than chance."""
    expected: float | None
    """What it had been expected to feel like, -5 to 5; None: nobody said."""
    forecast: Forecast | None
    """None where nothing had been forecast."""

    @property
    def change(self) -> float | None:
        """Points of valence won since; None where there is nothing to compare."""
        if self.then is None or self.now is None:
            return None
        return self.now - self.then


@dataclass(frozen=True, slots=True)
class WholeChange:
    """The journey as a whole, over the moments that were rated both times."""

    moments: int
    """How many these are."""
    code: Changed
    then: float | None
    """Their mean valence then, weighted by what matters now, -5 to 5."""
    now: float | None
    sureness: Sureness | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class StandingChange:
    """Everything that differs between two standings of a journey."""

    moments: tuple[MomentChange, ...]
    """In map order as it is now, then those that went, by id."""
    whole: WholeChange
    critical_then: tuple[str, ...]
    """Critical touchpoints then, worst first, by today's weights."""
    critical_now: tuple[str, ...]

    @property
    def came_in(self) -> tuple[str, ...]:
        """Touchpoints that are critical now and were not."""
        return tuple(
            each for each in self.critical_now if each not in self.critical_then
        )

    @property
    def dropped_out(self) -> tuple[str, ...]:
        """Touchpoints that were critical and are not any more."""
        return tuple(
            each for each in self.critical_then if each not in self.critical_now
        )


def compare_standings(
    then: Standing,
    now: Standing,
    settings: Settings,
    *,
    forecast: Mapping[str, float] | None = None,
    redraws: Redraws | None = None,
) -> StandingChange:
    """Compare a journey as it stood with how it stands.

    Args:
        then: the earlier standing.
        now: the later one of the same journey.
        settings: of the workshop as it is now.
        forecast: what had been expected then, -5 to 5 by touchpoint.
        redraws: made for both grids, where there are more to compare with.
    """
    redraws = redraws or Redraws((then.grid, now.grid), settings)
    pair = _Pair(then, now, settings, redraws)
    expected = forecast or {}
    order = (*now.grid.ids, *sorted(then.there - now.there))
    return StandingChange(
        tuple(pair.moment(each, expected.get(each)) for each in order),
        pair.whole(),
        then.analysis.critical,
        now.analysis.critical,
    )


def changes_until(
    now: Standing, kept: Sequence[tuple[Review, Standing]], settings: Settings
) -> tuple[StandingChange, ...]:
    """Compare each of several reviews with now, all of them in the same re-runs.

    Args:
        now: the journey as it stands.
        kept: its reviews, each with the journey as it stood then.
        settings: of the workshop as it is now.
    """
    redraws = Redraws([now.grid, *(then.grid for _, then in kept)], settings)
    return tuple(
        compare_standings(
            then, now, settings, forecast=review.forecast, redraws=redraws
        )
        for review, then in kept
    )


class _Pair:
    """Two standings, and the means of both in every re-run."""

    def __init__(
        self, then: Standing, now: Standing, settings: Settings, redraws: Redraws
    ) -> None:
        self._then, self._now, self._settings = then, now, settings
        before, after = redraws.of(then.grid), redraws.of(now.grid)
        self._changes: dict[str, FloatArray] = {
            each: after[each] - before[each] for each in after if each in before
        }
        self._sureness = sureness_of(self._changes)

    def moment(self, touchpoint_id: str, expected: float | None) -> MomentChange:
        then = self._then.touchpoint(touchpoint_id)
        now = self._now.touchpoint(touchpoint_id)
        was, is_ = _valence(then), _valence(now)
        sureness = self._sureness.get(touchpoint_id)
        voices = _raters(then), _raters(now)
        code = self._code(touchpoint_id, was, is_)
        return MomentChange(
            touchpoint_id,
            code,
            was,
            is_,
            *voices,
            sureness,
            is_sure=self._is_sure(code, sureness, min(voices)),
            expected=expected,
            forecast=self._forecast(expected, is_),
        )

    def whole(self) -> WholeChange:
        both = list(self._changes)
        if not both:
            return WholeChange(0, Changed.CANNOT_TELL, None, None, None, is_sure=False)
        found = [self._now.analysis.touchpoint(each) for each in both]
        weights = weights_of(np.array([each.importance for each in found]))
        then, now = (
            self._mean(self._then, both, weights),
            self._mean(self._now, both, weights),
        )
        draws = weights @ np.array([self._changes[each] for each in both])
        (sureness,) = sureness_of({"whole": draws}).values()
        code = self._moved(now - then)
        voices = min(self._then.analysis.raters, self._now.analysis.raters)
        is_sure = self._is_sure(code, sureness, voices)
        return WholeChange(len(both), code, then, now, sureness, is_sure)

    def _code(
        self, touchpoint_id: str, then: float | None, now: float | None
    ) -> Changed:
        if touchpoint_id not in self._then.there:
            return Changed.CAME
        if touchpoint_id not in self._now.there:
            return Changed.WENT
        if then is None or now is None:
            return Changed.CANNOT_TELL
        return self._moved(now - then)

    def _moved(self, change: float) -> Changed:
        if abs(change) < self._settings.reveal.moved_from - CLOSE or not change:
            return Changed.STAYED
        return Changed.ROSE if change > 0 else Changed.FELL

    def _is_sure(self, code: Changed, sureness: Sureness | None, voices: int) -> bool:
        rule = self._settings.compare
        if sureness is None or voices < rule.raters_from:
            return False
        way = {Changed.ROSE: sureness.up, Changed.FELL: sureness.down}
        return way.get(code, 0.0) >= rule.sure_from - CLOSE

    def _forecast(self, expected: float | None, now: float | None) -> Forecast | None:
        """Tell what became of a forecast; short of it by less than a movement is met.

        On the day on which it was made nothing has become of it yet.
        """
        if expected is None:
            return None
        if now is None or self._now.on <= self._then.on:
            return Forecast.NOT_TOLD
        short = expected - now
        least = self._settings.reveal.moved_from
        is_met = short < least - CLOSE or short <= CLOSE
        return Forecast.MET if is_met else Forecast.NOT_MET

    @staticmethod
    def _mean(standing: Standing, ids: Sequence[str], weights: FloatArray) -> float:
        valences = [_valence(standing.touchpoint(each)) for each in ids]
        return float(weights @ np.array(valences, dtype=np.float64))


def _valence(touchpoint: TouchpointAnalysis | None) -> float | None:
    return None if touchpoint is None else touchpoint.valence


def _raters(touchpoint: TouchpointAnalysis | None) -> int:
    return 0 if touchpoint is None else touchpoint.raters


@dataclass(frozen=True, slots=True)
class Day:
    """What a journey felt like on one day."""

    on: date
    valence: float | None
    """Of the whole, weighted by what mattered then, -5 to 5; None: nothing rated."""
    moments: Mapping[str, float]
    """Mean valence of every rated touchpoint, -5 to 5."""


def day_by_day(standings: Iterable[Standing]) -> tuple[Day, ...]:
    """Return what a journey felt like at each of some standings, in their order."""
    return tuple(
        Day(
            each.on,
            each.analysis.valence,
            {
                moment.id: moment.valence
                for moment in each.analysis.touchpoints
                if moment.valence is not None
            },
        )
        for each in standings
    )
