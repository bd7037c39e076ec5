"""From the workshop to arrays, in one pass through its mappings (4.1)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from cxcore.analysis.alone import Alone, Said
from cxcore.analysis.confidence import EvidenceBook
from cxcore.analysis.grid import PARTS, Cell, JourneyGrid, PartValues
from cxcore.analysis.scales import BoolArray, FloatArray, IntArray
from cxcore.analysis.surveys import SurveyBook
from cxcore.model import (
    EvidenceType,
    Journey,
    KanoKind,
    Need,
    Opportunity,
    Participant,
    Rating,
    Stage,
    Standpoint,
    Touchpoint,
    Viewpoint,
    Workshop,
)

KANO_EXPONENT: Mapping[KanoKind | None, float] = {
    None: 1.0,
    KanoKind.MUST_BE: 0.5,
    KanoKind.PERFORMANCE: 1.0,
    KanoKind.ATTRACTIVE: 2.0,
}
"""Two to the power of kappa, which is -1, 0 or +1 (4.3)."""

VOICE_ORDER = (
    Standpoint.AS_PERSONA,
    Standpoint.OWN_EXPERIENCE,
    Standpoint.CUSTOMERS_TOLD,
)
"""Which standpoint speaks for a participant: the first that says something."""

UNRATED = Rating()

Array = TypeVar("Array", bound=npt.NDArray[Any])

_parts: Callable[[Rating], PartValues] = attrgetter(*PARTS)
_map_place = attrgetter("position", "id")


class _Cells:
    """The cells of a journey while they are filled in."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.parts = np.full((len(PARTS), *shape), np.nan)
        self.own = np.full(shape, np.nan)
        self.told = np.zeros(shape, dtype=np.bool_)
        self.otherwise: dict[Cell, PartValues] = {}

    def put_parts(self, places: list[int], values: list[float | None]) -> None:
        """Put all parts of one voice into each cell, counted row by row."""
        said = np.array(values, dtype=np.float64).reshape(-1, len(PARTS))
        flat = self.parts.reshape(len(PARTS), -1)
        flat[:, np.array(places, dtype=np.intp)] = said.T

    def put_otherwise(self, cells: Iterable[tuple[int, Said]], width: int) -> None:
        """Keep what would stand there had nothing been said for the persona."""
        for place, said in cells:
            self.otherwise[divmod(place, width)] = _one_voice(said, VOICE_ORDER[1:])

    def put_customers(self, cells: Iterable[tuple[int, Said]]) -> None:
        """Keep customers' own valence, and mark where others' words stand for it."""
        own, told = self.own.reshape(-1), self.told.reshape(-1)
        for place, said in cells:
            told[place] = _source_of_valence(said) is Standpoint.CUSTOMERS_TOLD
            value = _valence(said, Standpoint.OWN_EXPERIENCE)
            own[place] = np.nan if value is None else value


def grid_of(workshop: Workshop, journey_id: str, as_of: date) -> JourneyGrid:
    """Return one journey of a workshop as arrays.

    Args:
        workshop: as people see it, without removed things.
        journey_id: the journey to read.
        as_of: the day on which the age of evidence is counted.

    Raises:
        KeyError: the workshop has no such journey.
    """
    return WorkshopReader(workshop, as_of).grid(workshop.journeys[journey_id])


@dataclass(frozen=True)
class Voices:
    """Who is counted, one column each."""

    ids: tuple[str, ...]
    columns: Mapping[str, int]
    viewpoints: tuple[Viewpoint | None, ...]

    @classmethod
    def of(cls, people: Mapping[str, Participant], ids: Iterable[str]) -> "Voices":
        """Return these participants in the order of their ids."""
        voices = tuple(sorted(ids))
        columns = {voice: place for place, voice in enumerate(voices)}
        return cls(voices, columns, tuple(people[v].viewpoint for v in voices))


class WorkshopReader:
    """Reads the journeys of a workshop; what they share is looked up once.

    The voices are all participants, whether they have rated or not, but of the
    anonymous ones only those who have said something of the journey. A rating
    under any other id belongs to nobody and is passed over.
    """

    def __init__(self, workshop: Workshop, as_of: date) -> None:
        self._workshop = workshop
        self._evidence = EvidenceBook(workshop, as_of)
        self._surveys = SurveyBook(workshop)
        people = workshop.participants
        self._unnamed = {v for v in people if people[v].anonymous}
        self._alone = Alone(people)
        self._named = Voices.of(people, people.keys() - self._unnamed)
        self._stages: dict[str, list[Stage]] = defaultdict(list)
        self._touchpoints: dict[str, list[Touchpoint]] = defaultdict(list)
        for stage in sorted(workshop.stages.values(), key=_map_place):
            self._stages[stage.journey_id].append(stage)
        for touchpoint in sorted(workshop.touchpoints.values(), key=_map_place):
            self._touchpoints[touchpoint.stage_id].append(touchpoint)
        self._latent = _linked(n for n in workshop.needs.values() if n.latent)
        self._opportunities = _linked(workshop.opportunities.values())

    def journeys(self) -> list[Journey]:
        """Return all journeys in their order: position, ties by id."""
        return sorted(self._workshop.journeys.values(), key=_map_place)

    def grid(self, journey: Journey) -> JourneyGrid:
        """Return one journey as arrays."""
        stages = self._stages.get(journey.id, [])
        rows = [tp for stage in stages for tp in self._touchpoints.get(stage.id, [])]
        counts = [len(self._touchpoints.get(stage.id, [])) for stage in stages]
        owners = tuple(touchpoint.owner.strip() for touchpoint in rows)
        best = [self._evidence.best(touchpoint.id, journey.id) for touchpoint in rows]
        voices = self._voices(journey.id, rows)
        cells = self._cells(rows, voices)
        surveys = self._surveys.of([touchpoint.id for touchpoint in rows])
        valence, importance, dot, expectation, performance, effort = _kept(cells.parts)
        return JourneyGrid(
            journey_id=journey.id,
            mode=journey.importance_mode,
            ids=tuple(touchpoint.id for touchpoint in rows),
            stages=tuple(stage.id for stage in stages),
            stage_codes=_kept(np.repeat(np.arange(len(stages)), counts)),
            voices=voices.ids,
            viewpoints=voices.viewpoints,
            people=len(self._named.ids) + self._more_people(voices),
            valence=valence,
            importance=importance,
            dot=dot,
            expectation=expectation,
            performance=performance,
            effort=effort,
            own_valence=_kept(cells.own),
            told=_kept(cells.told),
            overall=self._overall(journey.id, voices.ids),
            otherwise=cells.otherwise,
            reach=_floats([touchpoint.reach for touchpoint in rows]),
            derived_importance=_floats([tp.derived_importance for tp in rows]),
            moment_of_truth=_flags(touchpoint.moment_of_truth for touchpoint in rows),
            kano_exponent=_floats([KANO_EXPONENT[t.kano] for t in rows]),
            owners=owners,
            owner_codes=_codes(owners),
            control=_floats([touchpoint.control for touchpoint in rows]),
            ownership=tuple(touchpoint.ownership for touchpoint in rows),
            wanted=_floats([touchpoint.wanted for touchpoint in rows]),
            latent_need=_flags(t.id in self._latent for t in rows),
            has_opportunity=_flags(t.id in self._opportunities for t in rows),
            confidence=_floats([self._evidence.confidence(b) for b in best]),
            heard=_flags(self._evidence.is_heard(b) for b in best),
            surveyed=_flags(EvidenceType.SURVEY in b for b in best),
            survey_total=_kept(surveys.total),
            survey_pain=_kept(surveys.pain),
            respondents=_kept(surveys.count),
        )

    def _more_people(self, voices: Voices) -> int:
        """Count the customers by link: without a name, but counted as nobody else."""
        return sum(
            viewpoint is Viewpoint.CUSTOMER
            for voice, viewpoint in zip(voices.ids, voices.viewpoints, strict=True)
            if voice in self._unnamed
        )

    def _voices(self, journey_id: str, rows: Sequence[Touchpoint]) -> Voices:
        """Return who is counted in a journey with these touchpoints."""
        if not self._unnamed:
            return self._named
        answers = self._workshop.answers.get(journey_id, {})
        speaking = {
            voice
            for voice in self._unnamed & answers.keys()
            if answers[voice].overall is not None
        }
        for touchpoint in rows:
            said = self._workshop.ratings.get(touchpoint.id, {})
            speaking |= {
                voice
                for voice in (self._unnamed & said.keys()) - speaking
                if any(rating != UNRATED for rating in said[voice].values())
            }
        return Voices.of(self._workshop.participants, {*self._named.ids, *speaking})

    def _cells(self, rows: Sequence[Touchpoint], voices: Voices) -> _Cells:
        """Read all ratings of some touchpoints in one pass."""
        width, columns = len(voices.ids), voices.columns
        places: list[int] = []
        values: list[float | None] = []
        mixed: list[tuple[int, Said]] = []
        for row, touchpoint in enumerate(rows):
            ratings = self._workshop.ratings.get(touchpoint.id, {})
            hidden = self._alone.in_ratings(ratings)
            for voice, said in ratings.items():
                column = columns.get(voice)
                if column is None or voice == hidden:
                    continue
                places.append(row * width + column)
                if len(said) == 1 and Standpoint.AS_PERSONA in said:
                    values += _parts(said[Standpoint.AS_PERSONA])
                else:
                    values += _one_voice(said)
                    mixed.append((row * width + column, said))
        cells = _Cells((len(rows), width))
        cells.put_parts(places, values)
        cells.put_otherwise(mixed, width)
        cells.put_customers(
            (place, said)
            for place, said in mixed
            if voices.viewpoints[place % width] is Viewpoint.CUSTOMER
        )
        return cells

    def _overall(self, journey_id: str, voices: Sequence[str]) -> FloatArray:
        answers = self._workshop.answers.get(journey_id, {})
        said = {v: answers[v].overall for v in voices if v in answers}
        hidden = self._alone.among(v for v in said if said[v] is not None)
        return _floats([said.get(v) if v != hidden else None for v in voices])


def _one_voice(said: Said, order: Sequence[Standpoint] = VOICE_ORDER) -> PartValues:
    """Take each part from the first standpoint that gives it."""
    ratings = [_parts(said[point]) for point in order if point in said]
    return tuple(
        next((rating[place] for rating in ratings if rating[place] is not None), None)
        for place in range(len(PARTS))
    )


def _valence(said: Said, point: Standpoint) -> float | None:
    return said[point].valence if point in said else None


def _source_of_valence(said: Said) -> Standpoint | None:
    return next((at for at in VOICE_ORDER if _valence(said, at) is not None), None)


def _linked(things: Iterable[Need | Opportunity]) -> frozenset[str]:
    return frozenset(linked for thing in things for linked in thing.touchpoint_ids)


def _codes(owners: Sequence[str]) -> IntArray:
    numbers = {owner: number for number, owner in enumerate(dict.fromkeys(owners))}
    return _kept(np.array([numbers[owner] for owner in owners], dtype=np.intp))


def _floats(values: Sequence[float | None]) -> FloatArray:
    """Return values as an array, with NaN for what is not said."""
    return _kept(np.array(values, dtype=np.float64))


def _flags(values: Iterable[bool]) -> BoolArray:
    return _kept(np.fromiter(values, dtype=np.bool_))


def _kept(array: Array) -> Array:
    """Bar writing to an array, so that grids can share it."""
    array.setflags(write=False)
    return array
