"""A disk as it may be found after the power was gone.

What was synced is there. Of everything behind that, each piece may be there or not,
in any order, torn between two sectors; a file may have grown without its contents;
a folder remembers a beginning of what was done to its names since it was synced.
"""

import itertools
import random  # noqa: TID251 - seeded: a failure can be repeated
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.durability.trace import Step

PAGE, SECTOR, WHOLE = 4096, 512, 0


@dataclass(frozen=True)
class Luck:
    """How a disk treats what was not synced."""

    chance: float
    """That a piece is there."""
    grain: int
    """Largest piece that is written whole."""
    leaves_garbage: bool
    """Where a file has grown without its contents there is garbage, else zeros."""

    @classmethod
    def draw(cls, rng: random.Random) -> "Luck":
        chance = rng.choice([0.0, 1.0, 0.5, rng.random()])
        return cls(chance, rng.choice([WHOLE, PAGE, SECTOR]), rng.random() < 0.3)


@dataclass
class _File:
    synced: bytearray = field(default_factory=bytearray)
    pending: list[Step] = field(default_factory=list)

    def sync(self, began: int) -> None:
        for step in self.pending:
            if step.ended < began:
                _put(self.synced, step)
        self.pending = [step for step in self.pending if step.ended >= began]

    def found(self, rng: random.Random, luck: Luck) -> bytes:
        body = bytearray(self.synced)
        for step in self.pending:
            for piece in _pieces(step, luck.grain):
                if rng.random() < luck.chance:
                    _put(body, piece)
                elif step.kind == "write" and rng.random() < luck.chance:
                    _grow(body, piece, rng, luck)
        return bytes(body)


class Disk:
    """A folder of files, fed with steps; ``found`` may be asked at any time."""

    def __init__(self) -> None:
        self._names: dict[str, _File] = {}
        self._synced_names: dict[str, _File] = {}
        self._pending: list[tuple[Step, _File | None]] = []

    def do(self, step: Step) -> None:
        if step.kind == "create" and step.name not in self._names:
            self._names[step.name] = _File()
            self._pending.append((step, self._names[step.name]))
        elif step.kind == "unlink":
            del self._names[step.name]
            self._pending.append((step, None))
        elif step.kind in {"write", "size"}:
            self._names[step.name].pending.append(step)
        elif step.kind == "sync":
            self._names[step.name].sync(step.began)
        elif step.kind == "sync_folder":
            self._sync_names(step.began)

    def found(self, rng: random.Random, luck: Luck) -> dict[str, bytes]:
        """Return the files as a computer might find them when power is back."""
        names = dict(self._synced_names)
        for step, file in self._pending:
            if rng.random() >= luck.chance:
                break
            _rename(names, step, file)
        return {name: file.found(rng, luck) for name, file in names.items()}

    def _sync_names(self, began: int) -> None:
        for step, file in self._pending:
            if step.ended < began:
                _rename(self._synced_names, step, file)
        self._pending = [each for each in self._pending if each[0].ended >= began]


def _rename(names: dict[str, _File], step: Step, file: _File | None) -> None:
    if file is None:
        names.pop(step.name, None)
    else:
        names[step.name] = file


def _pieces(step: Step, grain: int) -> Sequence[Step]:
    """Cut a write where a sector of the disk begins."""
    if step.kind != "write" or grain == WHOLE:
        return [step]
    end = step.offset + len(step.data)
    cuts = [step.offset, *range(step.offset // grain * grain + grain, end, grain), end]
    return [_part(step, *cut) for cut in itertools.pairwise(cuts)]


def _part(step: Step, start: int, end: int) -> Step:
    data = step.data[start - step.offset : end - step.offset]
    return Step(step.kind, step.name, step.began, step.ended, data, start)


def _put(body: bytearray, step: Step) -> None:
    if step.kind == "size":
        del body[step.offset :]
        body.extend(bytes(step.offset - len(body)))
        return
    body.extend(bytes(max(0, step.offset - len(body))))
    body[step.offset : step.offset + len(step.data)] = step.data


def _grow(body: bytearray, piece: Step, rng: random.Random, luck: Luck) -> None:
    missing = max(0, piece.offset + len(piece.data) - len(body))
    body.extend(rng.randbytes(missing) if luck.leaves_garbage else bytes(missing))
