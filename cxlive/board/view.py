"""One journey as the tabs of a room see it: grid, analysis and shared board."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from cxcore.analysis import (
    JourneyAnalysis,
    JourneyGrid,
    analyse_grid,
    grid_of,
    with_cell,
)
from cxcore.edit import place_of
from cxcore.model import RatingPart, Workshop
from cxcore.robustness import Robustness
from cxlive.board.badges import badge_keys
from cxlive.board.led import Source, led_keys, with_led, with_line
from cxlive.board.revealed import customers_shown, revealed_keys
from cxlive.board.robust import robust_keys
from cxlive.board.table import (
    Shared,
    computed_keys,
    difference,
    shared_board,
)
from cxlive.channel.messages import Table
from cxlive.limits import ON_LOOP_CELLS


@dataclass(frozen=True)
class Cell:
    """One value on its way: whose, of what, and how much."""

    touchpoint_id: str
    participant_id: str
    part: RatingPart
    value: float | bool | None


@dataclass(frozen=True)
class JourneyView:
    """A journey at a revision, with all that its previews are computed from."""

    source: Source
    journey_id: str | None
    workshop: Workshop
    """As everybody may see it."""
    grid: JourneyGrid | None
    analysis: JourneyAnalysis | None
    shared: Shared
    added: Table = field(default_factory=dict)
    """Keys of the table that only the page shown needs."""
    robust: Robustness | None = None
    """How firmly the ranking holds; None while that is worked out."""
    top: Mapping[str, float] | None = None
    """P(top k) by touchpoint of all journeys, as last worked out; None: nothing is."""

    @property
    def is_big(self) -> bool:
        """Too big to be computed on the event loop."""
        return is_big(self.workshop)

    def with_cells(self, cells: Iterable[Cell]) -> Table:
        """Return the keys of the table that differ with these cells replaced."""
        grid = self.grid
        if grid is None:
            return {}
        for cell in cells:
            if cell.touchpoint_id in grid.ids and cell.participant_id in grid.voices:
                grid = with_cell(
                    grid,
                    cell.touchpoint_id,
                    cell.participant_id,
                    cell.part,
                    cell.value,
                )
        analysis = analyse_grid(grid, self.workshop.settings, in_full=False)
        keys = computed_keys(self.workshop, analysis, self.at_rest)
        keys["computed"] = with_line(keys["computed"], self.shared.table["round"])
        return difference(self.shared.table, keys)

    @cached_property
    def at_rest(self) -> JourneyAnalysis | None:
        """What previews are compared with, to say only what they change."""
        if self.grid is None:
            return None
        return analyse_grid(self.grid, self.workshop.settings, in_full=False)


def with_robust(
    view: JourneyView,
    robust: Robustness | None,
    top: Mapping[str, float] | None,
    known: Table,
) -> JourneyView:
    """Return a view that says how firmly its ranking holds.

    Args:
        view: the journey.
        robust: of exactly this view; None while it is worked out.
        top: P(top k) by touchpoint of all journeys.
        known: the table shown before, whose words stay until there are better ones.
    """
    table = view.shared.table
    if table is known and robust is view.robust and top == view.top:
        return view  # shown before, and nothing has been worked out since
    keys = robust_keys(robust, view.analysis, known)
    if difference(table, keys):
        table = table | keys
    shared = replace(view.shared, table=table)
    return replace(view, shared=shared, robust=robust, top=top)


def is_big(workshop: Workshop) -> bool:
    """Tell whether a workshop is too big to be computed on the event loop."""
    return len(workshop.touchpoints) * len(workshop.participants) > ON_LOOP_CELLS


def journey_view(
    source: Source, journey_id: str | None, old: "JourneyView | None"
) -> JourneyView:
    """Compute a journey for all tabs that show it; None: there is none."""
    if old is not None and _only_answers(source, old.source):
        table = with_led(old.shared.table, led_keys(source, journey_id))
        return replace(old, source=source, shared=replace(old.shared, table=table))
    workshop = source.led.shown(source.snapshot.workshop)
    grid, analysis = None, None
    if journey_id is not None:
        grid = grid_of(workshop, journey_id, source.day)
        analysis = analyse_grid(grid, workshop.settings)
    customers = customers_shown(source, workshop, analysis)
    more = revealed_keys(source, workshop, analysis, customers)
    more |= badge_keys(workshop, analysis)
    shared = shared_board(
        workshop, journey_id, analysis, old.shared if old else None, more
    )
    table = with_led(shared.table, led_keys(source, journey_id))
    to_ask = frozenset[str]() if customers is None else customers.to_ask
    shared = replace(shared, table=table, to_ask=to_ask)
    return JourneyView(source, journey_id, workshop, grid, analysis, shared)


def _only_answers(new: Source, old: Source) -> bool:
    """Tell whether nothing but the answers of an open round has changed."""
    return (
        new.snapshot is old.snapshot
        and new.led.facilitation is old.led.facilitation
        and new.day == old.day
    )


def shown_journey(workshop: Workshop, wanted: str | None) -> str | None:
    """Return the journey to show to whoever asks for this one; else the first."""
    present = [each for each in workshop.journeys.values() if not each.removed]
    if any(each.id == wanted for each in present):
        return wanted
    first = min(present, key=place_of, default=None)
    return None if first is None else first.id
