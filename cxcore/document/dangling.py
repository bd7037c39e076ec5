"""Cutting what leads nowhere: ids of things that are not in the workshop.

Removed things are still there (decision 6), so an id that leads nowhere never
comes from ordinary work: a file was edited by hand or put together wrongly.
"""

from collections.abc import Collection, Container
from typing import Any

from cxcore.document.envelope import JsonObject, Path, Repair
from cxcore.document.places import as_object, describe, kind_word, shown
from cxcore.edit import reference_fields
from cxcore.model import THINGS, Thing

_BY_TOUCHPOINT = frozenset({"ratings", "forecast", "survey"})
"""Fields of things that are mappings by the id of a touchpoint."""
_ANSWERED = ("journeys", "processes", "touchpoints")


def without_dangling(workshop: JsonObject, top: str) -> tuple[JsonObject, list[Repair]]:
    """Return one workshop with only ids that lead somewhere, and the repairs.

    Voices of a round, and those who took part in a review, are kept: they need
    not be participants any more.
    """
    cutter = _Cutter(workshop, top)
    for thing_type in THINGS.values():  # parents come before their children
        cutter.cut_orphans(thing_type)
    for thing_type in THINGS.values():
        cutter.cut_references(thing_type)
    cutter.cut_said()
    return cutter.workshop, cutter.repairs


class _Cutter:
    """Cuts one workshop; the data handed in stays as it is."""

    def __init__(self, workshop: JsonObject, top: str) -> None:
        self._before = {top: workshop}
        self._top = top
        self.workshop = workshop
        self.repairs: list[Repair] = []

    def cut_orphans(self, thing_type: type[Thing]) -> None:
        """Leave out things that belong to something that is not there."""
        for field, kind in reference_fields(thing_type):
            if thing_type.model_fields[field].is_required():
                self._cut_things(thing_type.collection, field, kind)

    def cut_references(self, thing_type: type[Thing]) -> None:
        """Take ids that lead nowhere out of lists and fields."""
        fields = dict(reference_fields(thing_type))
        by_touchpoint = _BY_TOUCHPOINT & thing_type.model_fields.keys()
        fields |= dict.fromkeys(by_touchpoint, "touchpoint")
        if not fields:
            return
        name = thing_type.collection
        changed = {}
        for key, thing in self._collection(name).items():
            if isinstance(thing, dict):
                cut = self._cut_fields(thing, fields, (name, key))
                if cut:
                    changed[key] = thing | cut
        if changed:
            self.workshop = self.workshop | {name: self._collection(name) | changed}

    def cut_said(self) -> None:
        """Leave out ratings and answers of nobody, or of nothing."""
        answered = set().union(*(self._collection(name) for name in _ANSWERED))
        self._cut_said("ratings", self._collection("touchpoints"))
        self._cut_said("answers", answered)

    def _cut_things(self, name: str, field: str, kind: str) -> None:
        there = self._collection(THINGS[kind].collection)
        things = self._collection(name)
        orphans = [
            key
            for key, thing in things.items()
            if _leads_nowhere(as_object(thing).get(field), there)
        ]
        for key in orphans:
            sentence = f"It belongs to a {kind_word(kind)} that is not there."
            self._report("MissingParent", (name, key), f"{sentence} It was left out.")
        if orphans:
            self.workshop = self.workshop | {name: _without(things, orphans)}

    def _cut_fields(
        self, thing: JsonObject, fields: dict[str, str], path: Path
    ) -> JsonObject:
        cut: JsonObject = {}
        for field, kind in fields.items():
            there = self._collection(THINGS[kind].collection)
            stray = _stray(thing.get(field), there)
            if stray:
                cut[field] = _without(thing[field], stray)
                for target in stray:
                    sentence = f"{shown(target)} is not there and was left out."
                    self._report("DanglingReference", (*path, field), sentence)
        return cut

    def _cut_said(self, name: str, subjects: Container[str]) -> None:
        people = self._collection("participants")
        said = self._collection(name)
        gone = [subject for subject in said if subject not in subjects]
        for subject in gone:
            self._report_said(name, subject, as_object(said[subject]))
        kept = _without(said, gone) if gone else said
        changed = {}
        for subject, by_person in kept.items():
            strangers = as_object(by_person).keys() - people.keys()
            if strangers:
                changed[subject] = _without(by_person, strangers)
                self._report_said(name, subject, strangers)
        if gone or changed:
            self.workshop = self.workshop | {name: kept | changed}

    def _report_said(self, name: str, subject: str, people: Collection[str]) -> None:
        rating = name == "ratings"
        for person in sorted(people) or [""]:
            path = (name, subject, person, "") if rating else (name, subject, person)
            sentence = "This is said by nobody, or of nothing, and was left out."
            self._report("StrayRating" if rating else "StrayAnswer", path, sentence)

    def _report(self, name: str, path: Path, sentence: str) -> None:
        place, field = describe(self._before, (self._top, *path))
        said = f"{field}: {sentence}" if field else sentence
        self.repairs.append(Repair(name, place, said))

    def _collection(self, name: str) -> JsonObject:
        return as_object(self.workshop.get(name))


def _leads_nowhere(target: object, there: Container[str]) -> bool:
    return isinstance(target, str) and target not in there


def _stray(value: Any, there: Container[str]) -> list[str]:  # noqa: ANN401 - plain data
    """Return the ids in a field that lead nowhere; wrong types are not judged here."""
    targets = value if isinstance(value, (list, dict)) else [value]
    return [target for target in targets if _leads_nowhere(target, there)]


def _without(value: Any, stray: Collection[str]) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if key not in stray}
    if isinstance(value, list):
        return [target for target in value if target not in stray]
    return None
