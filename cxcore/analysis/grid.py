"""One journey as arrays: the input of every formula."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import numpy as np

from cxcore.analysis.scales import BoolArray, FloatArray, IntArray
from cxcore.model import ImportanceMode, Ownership, RatingPart, Viewpoint

Array = TypeVar("Array", FloatArray, BoolArray)

PARTS: tuple[RatingPart, ...] = (
    "valence",
    "importance",
    "dot",
    "expectation",
    "performance",
    "effort",
)
"""Parts of a rating, in the order in which a grid stores them."""


PartValues = tuple[float | None, ...]
"""One value for each of ``PARTS``; None for not rated."""
Cell = tuple[int, int]
"""Row and column: the places of a touchpoint and of a voice."""


@dataclass(frozen=True, slots=True, eq=False)
class JourneyGrid:
    """The visible touchpoints of one journey, as columns in map order (4.1).

    Map order is the stage's position, then the touchpoint's, ties by id. Arrays
    of ratings have the shape (touchpoints, voices), with NaN for not rated. One
    participant is one voice per touchpoint: each part is taken as said for the
    persona, else from own experience, else as told by customers. No array may be
    written to; ``with_cell`` makes a changed grid.
    """

    journey_id: str
    mode: ImportanceMode
    ids: tuple[str, ...]
    """Touchpoint ids."""
    stages: tuple[str, ...]
    """All visible stages in map order, those without touchpoints included."""
    stage_codes: IntArray
    """Per touchpoint: its place in ``stages``, never falling."""
    voices: tuple[str, ...]
    """Ids of all who are counted, sorted: participants, and voices that spoke."""
    viewpoints: tuple[Viewpoint | None, ...]
    """Per voice: where it stands towards the customer."""
    people: int
    """Participants whose names are known, whether they have rated or not, and
    customers by link who have rated."""

    valence: FloatArray
    """Per touchpoint and voice, -5 to 5."""
    importance: FloatArray
    """Per touchpoint and voice, 1 to 5."""
    dot: FloatArray
    """Per touchpoint and voice, 1 for a dot, 0 for a dot taken away."""
    expectation: FloatArray
    """Per touchpoint and voice, 0 to 10."""
    performance: FloatArray
    """Per touchpoint and voice, 0 to 10."""
    effort: FloatArray
    """Per touchpoint and voice, 1 to 7."""
    own_valence: FloatArray
    """Per touchpoint and voice, -5 to 5: own experience, of customers only."""
    told: BoolArray
    """Per touchpoint and voice: a customer's valence that others told."""
    overall: FloatArray
    """Per voice, 0 to 10: the answer about the whole journey."""
    otherwise: Mapping[Cell, PartValues]
    """What stands in a cell, part by part, where nothing is said for the persona;
    only the cells that were rated from another standpoint too."""

    reach: FloatArray
    """Per touchpoint: part of the persona's people who pass it, 0 to 1."""
    derived_importance: FloatArray
    """Per touchpoint: what a survey says that it matters, 0 to 1; NaN for not said."""
    moment_of_truth: BoolArray
    kano_exponent: FloatArray
    """Per touchpoint: 2 to the power of kappa; 1/2 must-be, 1, 2 attractive."""
    owners: tuple[str, ...]
    """Per touchpoint: the department, empty where nobody answers for it."""
    owner_codes: IntArray
    """Per touchpoint: number of its owner, by first appearance on the map."""
    control: FloatArray
    """Per touchpoint: how far we can change it, 0 to 1; NaN for not said."""
    ownership: tuple[Ownership | None, ...]
    wanted: FloatArray
    """Per touchpoint: how the team wants it to feel, -5 to 5; NaN for not said."""
    latent_need: BoolArray
    """Per touchpoint: a latent need is linked."""
    has_opportunity: BoolArray
    """Per touchpoint: an opportunity is linked."""
    confidence: FloatArray
    """Per touchpoint: how well it is known, 0 to 1 (4.6)."""
    heard: BoolArray
    """Per touchpoint: some evidence comes from contact with customers."""
    surveyed: BoolArray
    """Per touchpoint: some evidence is a survey."""
    survey_total: FloatArray
    """Per touchpoint: sum of what customers answered in surveys, -5 to 5 each."""
    survey_pain: FloatArray
    """Per touchpoint: sum of the bad feeling in these answers, 0 to 1 each (4.2)."""
    respondents: IntArray
    """Per touchpoint: how many answers these are; they are no voices."""

    @property
    def stage_ids(self) -> tuple[str, ...]:
        """Per touchpoint: the id of its stage."""
        return tuple(self.stages[code] for code in self.stage_codes.tolist())


def with_cell(
    grid: JourneyGrid,
    touchpoint_id: str,
    participant_id: str,
    part: RatingPart,
    value: float | None,
) -> JourneyGrid:
    """Return the grid with one part of one rating replaced, as said for the persona.

    It copies the array of that part only, so a drag can be shown for every move
    of the pointer. (Where a customer passes on others' words in that cell, or
    ceases to, the small array that says so is copied too.)

    Args:
        grid: the journey; it stays as it is.
        touchpoint_id: row of the cell.
        participant_id: column of the cell; the voice need not have rated before.
        part: which part of the rating.
        value: the new value on the scale of the part; None clears it, and the next
            standpoint that says something speaks.

    Raises:
        ValueError: the grid has no such touchpoint or voice; read it anew.
    """
    cell = (grid.ids.index(touchpoint_id), grid.voices.index(participant_id))
    cleared = value is None
    if cleared and cell in grid.otherwise:
        value = grid.otherwise[cell][PARTS.index(part)]
    number = np.nan if value is None else value
    changes: dict[str, Any] = {part: _put(getattr(grid, part), cell, number)}
    told = cleared and value is not None and _is_hearsay(grid, cell)
    if part == "valence" and grid.told[cell] != told:
        changes["told"] = _put(grid.told, cell, told)
    return replace(grid, **changes)


def is_same_grid(one: JourneyGrid, other: JourneyGrid) -> bool:
    """Tell whether two grids give the same results with the same settings."""
    return one is other or all(
        _is_same(getattr(one, each.name), getattr(other, each.name))
        for each in fields(JourneyGrid)
    )


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    return one == other


def _is_hearsay(grid: JourneyGrid, cell: Cell) -> bool:
    """Tell whether a customer has no own experience that stands behind the persona."""
    customer = grid.viewpoints[cell[1]] is Viewpoint.CUSTOMER
    return customer and bool(np.isnan(grid.own_valence[cell]))


def _put(array: Array, cell: Cell, value: float) -> Array:
    """Return the array with one cell replaced, barred from writing as all are."""
    changed = array.copy()
    changed[cell] = value
    changed.setflags(write=False)
    return changed
