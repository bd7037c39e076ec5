"""Wanted, today and without us, moment by moment (section 6 of docs/method.md).

The four states are CJML's (cjml.no): planned and lived as planned, planned and lived
worse, planned and not there, there and not planned. What nobody rated is none of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxcore.analysis.results import Analysis, JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE
from cxcore.compare.personas import plain_name, same_moments
from cxcore.edit import place_of
from cxcore.model import Journey, JourneyKind, Workshop
from cxcore.model.settings import CompareRule


class Kept(StrEnum):
    """How a moment stands to what was wanted of it."""

    KEPT = "kept"
    FAILING = "failing"
    MISSING = "missing"
    """Planned, and not there."""
    AD_HOC = "ad_hoc"
    """There, and not planned."""
    CANNOT_TELL = "cannot_tell"
    """Not rated, or nobody said how it should feel."""


class Beside(StrEnum):
    """How a moment with us stands to the same one without us."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class WantedMoment:
    """One moment as it is wanted, as it is, and as it is without us."""

    touchpoint_id: str
    """Of today's journey; where it is missing there, of the planned one."""
    stage_id: str
    """The stage of today's journey that it is listed under; where today has no such
    stage, that of the planned one.
    """
    state: Kept
    wanted: float | None
    """How it should feel, -5 to 5; None: nobody said."""
    today: float | None
    """How it feels, -5 to 5; None: not rated, or not there."""
    elsewhere_id: str | None = None
    """The same moment without us; None: there is none."""
    elsewhere: float | None = None
    """How that one feels, -5 to 5; None: not rated."""

    def beside(self, rule: CompareRule) -> Beside | None:
        """Tell whether it is better with us than without; None: cannot tell.

        They are alike while they are at most ``kept_within`` apart.
        """
        if self.today is None or self.elsewhere is None:
            return None
        ahead = self.today - self.elsewhere
        if abs(ahead) <= rule.kept_within + CLOSE:
            return Beside.ALIKE
        return Beside.BETTER if ahead > 0 else Beside.WORSE


@dataclass(frozen=True, slots=True)
class WantedComparison:
    """A journey of today beside the planned one, and beside one without us."""

    today_id: str
    planned_id: str | None
    """The planned journey of the same persona; None: the wanted curve speaks alone."""
    elsewhere_id: str | None
    """What the same persona does without us; None: not drawn."""
    moments: tuple[WantedMoment, ...]
    """Stage by stage in map order; a missing one behind the one planned before it."""
    only_elsewhere: tuple[str, ...]
    """Moments without us that there are none of with us, in their order."""

    @property
    def is_wanted(self) -> bool:
        """Tell whether anything was ever planned or wanted."""
        return self.planned_id is not None or any(
            moment.wanted is not None for moment in self.moments
        )


def companion(workshop: Workshop, journey_id: str, kind: JourneyKind) -> str | None:
    """Return the journey of a kind that belongs beside another one.

    It has the same persona. One with the same scenario goes first; one whose scenario
    is that of another journey is left to that one. Else the first in order.

    Args:
        workshop: as people see it, without removed things.
        journey_id: the journey that it is to stand beside.
        kind: planned, actual or elsewhere.
    """
    journey = workshop.journeys[journey_id]
    if journey.journey_kind is kind:
        return journey_id
    hers = [each for each in _hers(workshop, journey) if each.journey_kind is kind]
    taken = {
        plain_name(each.scenario)
        for each in _hers(workshop, journey)
        if each.journey_kind is journey.journey_kind and each.scenario
    } - {plain_name(journey.scenario)}
    free = [each for each in hers if plain_name(each.scenario) not in taken]
    ours = plain_name(journey.scenario)
    free.sort(key=lambda each: plain_name(each.scenario) != ours)
    return free[0].id if free else None


def compare_wanted(
    workshop: Workshop, analysis: Analysis, journey_id: str
) -> WantedComparison | None:
    """Compare what is wanted with what is, and with what is there without us.

    What is wanted of a moment is its point of the wanted curve; where it has none,
    that of the same moment in the planned journey; where that has none either, how
    the planned one was rated.

    Args:
        workshop: as people see it, without removed things.
        analysis: of the same workshop.
        journey_id: a journey of any kind; that of today beside it is compared.

    Returns:
        None where no journey of today belongs to it.
    """
    today_id = companion(workshop, journey_id, JourneyKind.ACTUAL)
    if today_id is None:
        return None
    planned_id = companion(workshop, today_id, JourneyKind.PLANNED)
    elsewhere_id = companion(workshop, today_id, JourneyKind.ELSEWHERE)
    same = same_moments(workshop, analysis)
    sides = _Sides(
        workshop,
        _moments(analysis, today_id),
        _by_moment(same, _moments(analysis, planned_id)),
        _by_moment(same, _moments(analysis, elsewhere_id)),
        same,
        is_planned=bool(_moments(analysis, planned_id)),
    )
    there = {same[each.id] for each in sides.today}
    return WantedComparison(
        today_id,
        planned_id if sides.is_planned else None,
        elsewhere_id,
        _in_stages(workshop, sides, _stages(analysis, today_id)),
        tuple(
            each.id
            for each in _moments(analysis, elsewhere_id)
            if same[each.id] not in there
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three journeys; the other two by the moment that they share with today's."""

    workshop: Workshop
    today: Sequence[TouchpointAnalysis]
    planned: Mapping[str, TouchpointAnalysis]
    elsewhere: Mapping[str, TouchpointAnalysis]
    same: Mapping[str, str]
    is_planned: bool

    def compared(self, today: TouchpointAnalysis) -> WantedMoment:
        """Return a moment of today's journey as it is compared."""
        moment = self.same[today.id]
        planned = self.planned.get(moment)
        wanted = today.wanted if today.wanted is not None else _wanted(planned)
        is_ad_hoc = self.is_planned and planned is None and wanted is None
        rule = self.workshop.settings.compare
        without = self.elsewhere.get(moment)
        return WantedMoment(
            today.id,
            today.stage_id,
            Kept.AD_HOC if is_ad_hoc else _state(wanted, today.valence, rule),
            wanted,
            today.valence,
            without.id if without else None,
            without.valence if without else None,
        )

    def missing(self) -> Iterator[tuple[TouchpointAnalysis, str | None]]:
        """Yield what was planned and is not there, each with what it stands behind."""
        there = {self.same[each.id]: each.id for each in self.today}
        before: str | None = None
        for moment, planned in self.planned.items():
            if moment in there:
                before = there[moment]
            else:
                yield planned, before
                before = planned.id


def _state(wanted: float | None, today: float | None, rule: CompareRule) -> Kept:
    if wanted is None or today is None:
        return Kept.CANNOT_TELL
    return Kept.KEPT if today >= wanted - rule.kept_within - CLOSE else Kept.FAILING


def _wanted(planned: TouchpointAnalysis | None) -> float | None:
    if planned is None:
        return None
    return planned.valence if planned.wanted is None else planned.wanted


def _in_stages(
    workshop: Workshop, sides: _Sides, stage_ids: Sequence[str]
) -> tuple[WantedMoment, ...]:
    """Return all moments stage by stage, those that are missing among them."""
    rows: dict[str, list[WantedMoment]] = {stage_id: [] for stage_id in stage_ids}
    order = list(stage_ids)
    for each in sides.today:
        rows[each.stage_id].append(sides.compared(each))
    names = {
        plain_name(workshop.stages[stage_id].name): stage_id
        for stage_id in reversed(order)
    }
    listed = {each.id: each.stage_id for each in sides.today}
    for planned, before in sides.missing():
        stage_id = names.setdefault(_stage_name(workshop, planned), planned.stage_id)
        if stage_id not in rows:
            rows[stage_id] = []
            order.insert(order.index(listed[before]) + 1 if before else 0, stage_id)
        listed[planned.id] = stage_id
        _put(rows[stage_id], _missing(planned, stage_id), before)
    return tuple(moment for stage_id in order for moment in rows[stage_id])


def _stage_name(workshop: Workshop, touchpoint: TouchpointAnalysis) -> str:
    return plain_name(workshop.stages[touchpoint.stage_id].name)


def _missing(planned: TouchpointAnalysis, stage_id: str) -> WantedMoment:
    return WantedMoment(planned.id, stage_id, Kept.MISSING, _wanted(planned), None)


def _put(row: list[WantedMoment], moment: WantedMoment, before: str | None) -> None:
    """Put a moment behind another one; in front where that is in another stage."""
    ids = [each.touchpoint_id for each in row]
    row.insert(ids.index(before) + 1 if before in ids else 0, moment)


def _hers(workshop: Workshop, journey: Journey) -> list[Journey]:
    """Return all journeys of the same persona, in order."""
    hers = (
        each
        for each in workshop.journeys.values()
        if each.persona_id == journey.persona_id
    )
    return sorted(hers, key=place_of)


def _journey(analysis: Analysis, journey_id: str | None) -> JourneyAnalysis | None:
    return None if journey_id is None else analysis.journey(journey_id)


def _moments(
    analysis: Analysis, journey_id: str | None
) -> tuple[TouchpointAnalysis, ...]:
    journey = _journey(analysis, journey_id)
    return () if journey is None else journey.touchpoints


def _stages(analysis: Analysis, journey_id: str) -> list[str]:
    return [stage.id for stage in analysis.journey(journey_id).stages]


def _by_moment(
    same: Mapping[str, str], touchpoints: Sequence[TouchpointAnalysis]
) -> dict[str, TouchpointAnalysis]:
    """Return touchpoints by moment: of several the first rated one, else the first."""
    found: dict[str, TouchpointAnalysis] = {}
    for each in touchpoints:
        known = found.get(same[each.id])
        if known is None or (each.rated and not known.rated):
            found[same[each.id]] = each
    return found
