"""Mending what can be mended without guessing; every repair is reported."""

from collections.abc import Iterable
from typing import Any

from cxcore.document.dangling import without_dangling
from cxcore.document.envelope import FORMAT, JsonObject, Path, Repair
from cxcore.document.migrations import VERSION
from cxcore.document.places import as_object, describe, quoted
from cxcore.document.shapes import (
    EachShape,
    RecordShape,
    Shape,
    exact_shape,
    file_shapes,
)

TOP = frozenset({"format", "version", "workshop", "base", "history"})


def repair(data: JsonObject) -> tuple[JsonObject, tuple[Repair, ...]]:
    """Return the data without what this version does not know and what dangles."""
    known, unknown_fields = without_unknown(data)
    repairs = list(unknown_fields)
    for part in ("workshop", "base"):
        workshop = as_object(known.get(part))
        if workshop:
            mended, cut = without_dangling(workshop, part)
            known = known | {part: mended}
            repairs += cut
    return known, tuple(repairs)


def without_unknown(data: JsonObject) -> tuple[JsonObject, list[Repair]]:
    """Return the data without fields that no record of this version has."""
    walk = _Walk(data)
    known: JsonObject = {"format": FORMAT, "version": VERSION}
    for key, value in data.items():
        if key not in TOP:
            walk.report((), key)
        elif key in file_shapes():
            known[key] = walk.known(value, file_shapes()[key], (key,), data)
    return known, walk.repairs


class _Walk:
    """One walk along the shapes of a file, collecting repairs on its way."""

    def __init__(self, data: JsonObject) -> None:
        self.data = data
        self.repairs: list[Repair] = []

    def known(self, data: Any, shape: Shape | None, path: Path, holder: Any) -> Any:  # noqa: ANN401 - plain data
        """Return the data without unknown fields; itself where it has none."""
        exact = exact_shape(shape, data, holder)
        if isinstance(exact, RecordShape) and isinstance(data, dict):
            return self._known_fields(data, exact, path)
        if isinstance(exact, EachShape) and isinstance(data, dict):
            changed = self._changed(data.items(), exact.inner, path, data)
            return data | changed if changed else data
        if isinstance(exact, EachShape) and isinstance(data, list):
            changed = self._changed(enumerate(data), exact.inner, path, data)
            kept = [changed.get(place, old) for place, old in enumerate(data)]
            return kept if changed else data
        return data

    def report(self, path: Path, key: str) -> None:
        place, field = describe(self.data, path)
        inside = f"{field}: " if field else ""
        sentence = f"{inside}“{quoted(key)}” is not known here and was left out."
        self.repairs.append(Repair("UnknownField", place, sentence))

    def _known_fields(self, data: JsonObject, shape: RecordShape, path: Path) -> Any:  # noqa: ANN401 - plain data
        if not data.keys() <= shape.known:
            for key in sorted(data.keys() - shape.known):
                self.report(path, key)
            data = {key: value for key, value in data.items() if key in shape.known}
        changed = {}
        for key, inner in shape.nested:
            if key in data:
                known = self.known(data[key], inner, (*path, key), data)
                if known is not data[key]:
                    changed[key] = known
        return data | changed if changed else data

    def _changed(
        self,
        items: Iterable[tuple[Any, Any]],
        inner: Shape,
        path: Path,
        holder: Any,  # noqa: ANN401 - plain data
    ) -> dict[Any, Any]:
        changed = {}
        for key, value in items:
            known = self.known(value, inner, (*path, key), holder)
            if known is not value:
                changed[key] = known
        return changed
