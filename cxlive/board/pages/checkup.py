"""The questions that the check-up asks the room."""

from collections.abc import Iterable
from typing import Any

from cxcore.checkup import BY_ID, CheckResult, CheckUp, Status, check, limits_of
from cxcore.model import THINGS, Settings, Stage, Thing, Touchpoint, Workshop
from cxcore.words import SEVERITY_WORDS, finding_sentence, names_of
from cxlive.board.things import things
from cxlive.board.values import number
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table

_PAGES = {
    "journey": "journey",
    "stage": "journey",
    "touchpoint": "journey",
    "persona": "people",
    "statement": "people",
    "need": "people",
    "evidence": "evidence",
    "process": "behind",
    "brand_value": "promise",
}
"""Where each kind of thing can be worked on; the others have no page yet."""
_BEHIND = frozenset({"CX06", "CX07", "CX08", "CX22"})
"""Checks whose moments are worked on behind the scenes."""


def keys(view: JourneyView) -> Table:
    """Return what this page adds to the table of its journey."""
    workshop = view.workshop
    asked = check(workshop, view.source.day, view.top)
    there = _There(workshop)
    table: Table = {
        f"check/{each.id}": _row(each, there)
        | {"thresholds": _thresholds(each, workshop.settings)}
        for each in asked.checks
    }
    table["checkup"] = _lists(asked) | {"changed": dict(workshop.settings.checkup)}
    return table | things(workshop, "finding")


def _lists(asked: CheckUp) -> dict[str, list[str]]:
    return {
        "now": _ids(asked.now()),
        "before_next": _ids(asked.before_next()),
        "folded": _ids(asked.folded()),
        "accepted": _ids(asked.ended(Status.ACCEPTED)),
        "not_assessed": _ids(asked.ended(Status.NOT_ASSESSED)),
        "passed": _ids(asked.ended(Status.PASSED)),
    }


def _ids(results: Iterable[CheckResult]) -> list[str]:
    return [each.id for each in results]


def _row(one: CheckResult, there: "_There") -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "status": one.status.value,
        "severity": SEVERITY_WORDS[one.severity],
        "weighs": one.severity.value,
        "sentence": finding_sentence(one, there.names),
        "question": one.question,
        "source": list(one.essays),
        "numbers": [[name, number(value)] for name, value in one.numbers.items()],
        "reason": one.reason,
        "subjects": list(one.where),
        "where": [there.place(each, one.id) for each in one.where],
    }


def _thresholds(one: CheckResult, settings: Settings) -> list[dict[str, Any]]:
    limits = limits_of(settings)
    return [
        {"name": name, "value": limits[name], "usual": usual}
        for name, usual in BY_ID[one.id].thresholds.items()
    ]


class _There:
    """The things of a workshop that findings lead to."""

    def __init__(self, workshop: Workshop) -> None:
        self.names = names_of(workshop)
        self._stages = workshop.stages
        self._things: dict[str, Thing] = {
            each.id: each
            for kind in THINGS.values()
            for each in getattr(workshop, kind.collection).values()
        }

    def place(self, thing_id: str, check_id: str) -> dict[str, Any]:
        """Return where a finding leads: a page, and a place on it."""
        thing = self._things.get(thing_id)
        return {
            "id": thing_id,
            "name": self.names.get(thing_id, ""),
            "page": None if thing is None else _page(thing, check_id),
            "journey": self._journey(thing),
            "touchpoint": thing_id if isinstance(thing, Touchpoint) else None,
        }

    def _journey(self, thing: Thing | None) -> str | None:
        if isinstance(thing, Touchpoint):
            return self._stages[thing.stage_id].journey_id
        if isinstance(thing, Stage):
            return thing.journey_id
        return thing.id if thing is not None and thing.kind == "journey" else None


def _page(thing: Thing, check_id: str) -> str | None:
    is_behind = check_id in _BEHIND and isinstance(thing, Touchpoint)
    return "behind" if is_behind else _PAGES.get(thing.kind)
