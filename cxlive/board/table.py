"""The table of state that a seat may see of a journey: plain JSON values by key.

What all seats see alike is computed once per change (``shared_board``); what is
a seat's own is laid on top (``board``). docs/live.md names every key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import JsonValue

from cxcore.analysis import JourneyAnalysis, TouchpointAnalysis
from cxcore.edit import place_of
from cxcore.model import (
    Journey,
    Pin,
    Rating,
    Stage,
    Thing,
    Touchpoint,
    Workshop,
)
from cxlive.board import values
from cxlive.board.led import round_me
from cxlive.board.wording import FIXED
from cxlive.channel.messages import Table
from cxlive.rounds.own import Own, own_rating
from cxlive.seating.seats import Seat

_AT_THE_DOOR = ("people", "words", "lead", "page")
"""What is seen before somebody has sat down."""

Child = TypeVar("Child", Stage, Touchpoint, Pin)


@dataclass(frozen=True)
class Shared:
    """What all seats see of a journey, and the records it was made from."""

    workshop: Workshop
    touchpoint_ids: tuple[str, ...]
    table: Table
    sources: dict[str, Thing] = field(default_factory=dict)
    """By key: the record behind a value, so that only changed ones are read anew."""
    to_ask: frozenset[str] = frozenset()
    """Participants who are asked whether they may be shown alone; each sees only that
    they are, see ``Customers.to_ask``.
    """


@dataclass(frozen=True)
class RoomFacts:
    """What a seat sees of the room itself, whatever journey it looks at."""

    id: str
    name: str
    read_only: str | None = None


@dataclass(frozen=True)
class Mine:
    """What only one seat sees."""

    seat: Seat
    own: Own
    can_take_back: tuple[bool, bool] = (False, False)
    table: Table = field(default_factory=dict)
    """Keys that are for this right only: links, claims."""

    def is_like(self, other: "Mine") -> bool:
        """Tell whether the other sees the same; what was said is not read through."""
        return (
            self.seat == other.seat
            and self.own.said is other.own.said
            and self.own.voices == other.own.voices
            and self.can_take_back == other.can_take_back
            and self.table == other.table
        )


def touchpoint_key(touchpoint_id: str) -> str:
    """Return the key of a touchpoint's fields."""
    return f"touchpoint/{touchpoint_id}"


def mine_key(touchpoint_id: str) -> str:
    """Return the key of my own rating."""
    return f"mine/{touchpoint_id}"


def result_key(touchpoint_id: str) -> str:
    """Return the key of what is computed for a touchpoint."""
    return f"result/{touchpoint_id}"


def journeys_in_order(workshop: Workshop) -> list[Journey]:
    """Return all journeys by position."""
    return sorted(workshop.journeys.values(), key=place_of)


def shared_board(
    workshop: Workshop,
    journey_id: str | None,
    analysis: JourneyAnalysis | None,
    old: Shared | None = None,
    more: Table | None = None,
) -> Shared:
    """Return what all seats see of a journey of a visible workshop.

    ``more`` are keys that do not stand in the workshop: how the room is led.
    """
    journey = None if journey_id is None else workshop.journeys[journey_id]
    stages = _under(workshop.stages.values(), journey)
    rows = {stage.id: _under(workshop.touchpoints.values(), stage) for stage in stages}
    touchpoints = [touchpoint for row in rows.values() for touchpoint in row]
    table: Table = {
        "people": values.people(workshop),
        "journeys": [
            values.journey_row(workshop, each) for each in journeys_in_order(workshop)
        ],
        "personas": [
            {"id": each.id, "name": each.name}
            for each in sorted(workshop.personas.values(), key=place_of)
        ],
        "journey": None if journey is None else values.journey_head(workshop, journey),
        "order": [
            {"stage": stage, "touchpoints": [each.id for each in row]}
            for stage, row in rows.items()
        ],
        "pins": values.pins(_under(workshop.pins.values(), journey)),
        "words": FIXED,
    }
    sources: dict[str, Thing] = {f"stage/{stage.id}": stage for stage in stages}
    sources |= {touchpoint_key(each.id): each for each in touchpoints}
    table |= _records(sources, old)
    if analysis is not None:
        table |= computed_keys(workshop, analysis)
    table |= more or {}
    ids = tuple(touchpoint.id for touchpoint in touchpoints)
    return Shared(workshop, ids, table, sources)


def _changed(
    analysis: JourneyAnalysis, known: JourneyAnalysis | None
) -> list[TouchpointAnalysis]:
    if known is None or known.counted != analysis.counted:
        return list(analysis.touchpoints)
    pairs = zip(analysis.touchpoints, known.touchpoints, strict=True)
    return [new for new, old in pairs if new != old]


def computed_keys(
    workshop: Workshop,
    analysis: JourneyAnalysis,
    known: JourneyAnalysis | None = None,
) -> Table:
    """Return the keys that are computed; the only ones a drag moves for all.

    Results that are the same in a ``known`` analysis are left out.
    """
    table: Table = {
        result_key(each.id): values.result(each, analysis)
        for each in _changed(analysis, known)
    }
    names = {
        touchpoint_id: workshop.touchpoints[touchpoint_id].name
        for touchpoint_id in (each.id for each in analysis.touchpoints)
    }
    table["computed"] = values.computed(analysis, names)
    return table


@dataclass(frozen=True)
class OwnTable:
    """The keys that are one seat's own, and the ratings they were made from."""

    table: Table
    ratings: dict[str, Rating] = field(default_factory=dict)


def own_table(
    shared: Shared,
    whole: Workshop,
    room: RoomFacts,
    mine: Mine,
    old: OwnTable | None = None,
) -> OwnTable:
    """Return the keys that are one seat's own.

    Args:
        shared: what all seats see.
        whole: the workshop with what the open round hides; for own values only.
        room: the room itself.
        mine: whose table it is.
        old: the same seat's before; what has not changed is taken over.
    """
    table = _about_me(shared, whole, room, mine)
    if mine.seat.is_at_the_door:
        return OwnTable(table)
    known = {} if old is None else old.ratings
    ratings: dict[str, Rating] = {}
    for touchpoint_id in shared.touchpoint_ids:
        key = mine_key(touchpoint_id)
        rating = own_rating(whole, mine.own, touchpoint_id)
        same = old is not None and known.get(touchpoint_id) is rating
        ratings[touchpoint_id] = rating
        table[key] = old.table[key] if same and old else values.rating(rating)
    return OwnTable(table, ratings)


def _about_me(shared: Shared, whole: Workshop, room: RoomFacts, mine: Mine) -> Table:
    seat, (undo, redo) = mine.seat, mine.can_take_back
    person = whole.participants.get(seat.participant_id)
    present = person is not None and not person.removed
    return {
        "room": {"id": room.id, "name": room.name, "read_only": room.read_only},
        "me": {
            "participant": seat.participant_id or None,
            "name": person.name if person is not None and present else "",
            "viewpoint": None if person is None else person.viewpoint,
            "right": seat.right.value,
            "standing": seat.is_standing,
            "can_edit": seat.can_edit and room.read_only is None and present,
            "to_ask": seat.participant_id in shared.to_ask,
        },
        "undo": {"undo": undo, "redo": redo},
        "round/me": round_me(whole, mine.own),
        **mine.table,
    }


def shared_for(shared: Shared, seat: Seat) -> Table:
    """Return what a seat sees of that which is the same for all."""
    if seat.is_at_the_door:
        return {k: shared.table[k] for k in _AT_THE_DOOR if k in shared.table}
    return shared.table


def board(shared: Shared, whole: Workshop, room: RoomFacts, mine: Mine) -> Table:
    """Return everything that a seat may see of a journey; see ``own_table``."""
    own = own_table(shared, whole, room, mine)
    return {**shared_for(shared, mine.seat), **own.table}


def difference(old: Table, new: Table) -> Table:
    """Return the keys of ``new``, a part of the table, that differ from ``old``."""
    return {
        key: value
        for key, value in new.items()
        if key not in old or (old[key] is not value and old[key] != value)
    }


def change(old: Table, new: Table) -> Table:
    """Return what turns one whole table into another; None for keys that are gone."""
    gone: Table = {key: None for key in old if key not in new}
    return difference(old, new) | gone


def mine_value(state: Mapping[str, Any], key: str) -> dict[str, JsonValue]:
    """Return my rating as it stands in a table."""
    value = state[key]
    return value if isinstance(value, dict) else {}


def _records(sources: dict[str, Thing], old: Shared | None) -> Table:
    """Return the fields of each record; those of unchanged ones as they were."""
    known = {} if old is None else old.sources
    return {
        key: old.table[key]
        if old is not None and known.get(key) is thing
        else values.fields_of(thing)
        for key, thing in sources.items()
    }


def _under(things: Iterable[Child], parent: Thing | None) -> list[Child]:
    """Return the children of a thing, in order."""
    if parent is None:
        return []
    return sorted(
        (thing for thing in things if getattr(thing, thing.parent) == parent.id),
        key=place_of,
    )
