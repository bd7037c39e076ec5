"""The analysis as rows of a table: one for each touchpoint, with all that JSON has.

Columns of a workshop and of a journey say so in their names; the same value stands
in each row of it. A file without a touchpoint has one row as well, and so has one
that does not open, with why: a table says of every file what became of it.
"""

from collections.abc import Iterator, Mapping

from cxcore.analysis import Reason
from cxcore.cli.analysis_json import Document
from cxcore.exchange.written import Cell, Columns, Kind

_PLACE: Columns = dict.fromkeys(
    (
        *("file", "error", "sentence", "as_of", "workshop_id", "workshop"),
        *("journey_id", "journey", "persona"),
    ),
    Kind.TEXT,
)
_JOURNEY: Columns = {
    "journey_score": Kind.NUMBER,
    "journey_mean": Kind.NUMBER,
    "journey_hidden": Kind.NUMBER,
    "journey_remembered": Kind.NUMBER,
    "journey_headline": Kind.TEXT,
    "journey_counted": Kind.TEXT,
    "journey_kendall_w": Kind.NUMBER,
    "journey_alpha_valence": Kind.NUMBER,
    "journey_alpha_importance": Kind.NUMBER,
    "journey_draws": Kind.WHOLE,
    "journey_front": Kind.WHOLE,
    "journey_ask_next": Kind.TEXT,
}
_TOUCHPOINT: Columns = {
    "stage_id": Kind.TEXT,
    "stage": Kind.TEXT,
    "touchpoint_id": Kind.TEXT,
    "touchpoint": Kind.TEXT,
    "valence": Kind.NUMBER,
    "importance": Kind.NUMBER,
    "critical": Kind.SWITCH,
    "fix": Kind.NUMBER,
    "protect": Kind.NUMBER,
    "direction": Kind.TEXT,
    "rank": Kind.WHOLE,
    "share": Kind.NUMBER,
    "lift": Kind.NUMBER,
    "confidence": Kind.NUMBER,
    **{f"reason_{reason.value}": Kind.NUMBER for reason in Reason},
    "signals": Kind.TEXT,
    "rated": Kind.SWITCH,
}
_FIRMNESS: Columns = {
    "top_1": Kind.NUMBER,
    "top_2": Kind.NUMBER,
    "top_3": Kind.NUMBER,
    "interval_5": Kind.NUMBER,
    "interval_50": Kind.NUMBER,
    "interval_95": Kind.NUMBER,
    "bracket_first": Kind.WHOLE,
    "bracket_last": Kind.WHOLE,
    "verdict": Kind.TEXT,
    "rwg": Kind.NUMBER,
    "discuss": Kind.NUMBER,
    "ask_next": Kind.NUMBER,
}

COLUMNS: Columns = _PLACE | _JOURNEY | _TOUCHPOINT | _FIRMNESS

_LISTS = {
    "top": ("top_1", "top_2", "top_3"),
    "interval": ("interval_5", "interval_50", "interval_95"),
    "bracket": ("bracket_first", "bracket_last"),
}
"""What becomes several columns."""

Cells = dict[str, Cell]


def rows_of(file: str, document: Document) -> list[tuple[Cell, ...]]:
    """Return the rows of a workshop: journeys in their order, then as on the map.

    Args:
        file: its name in the table.
        document: what ``--json`` prints of it.
    """
    workshop = document["workshop"]
    where = {
        "file": file,
        "as_of": document["as_of"],
        "workshop_id": workshop["id"],
        "workshop": workshop["name"],
    }
    rows = [where | cells for cells in _told(document)] or [where]
    return [_row(cells) for cells in rows]


def refused_row(file: str, error: str, sentence: str) -> tuple[Cell, ...]:
    """Return the row of a file that does not open, with its error."""
    return _row({"file": file, "error": error, "sentence": sentence})


def _row(cells: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(map(cells.get, COLUMNS))


def _told(document: Document) -> Iterator[Cells]:
    for journey in document["journeys"]:
        told = _journey(journey)
        yield from (told | _touchpoint(one) for one in journey["touchpoints"])
        if not journey["touchpoints"]:
            yield told


def _journey(journey: Document) -> Cells:
    named: Cells = {
        "journey_id": journey["id"],
        "journey": journey["name"],
        "persona": journey["persona"],
    }
    rest = {f"journey_{key}": value for key, value in _flat(journey)}
    return rest | named


def _touchpoint(one: Document) -> Cells:
    return dict(_flat(one)) | {"touchpoint_id": one["id"], "touchpoint": one["name"]}


def _flat(document: Document) -> Iterator[tuple[str, Cell]]:
    """Yield what is said as single values; of codes, one text with all of them."""
    for key, value in document.items():
        if key in _LISTS:
            names = _LISTS[key]
            yield from zip(names, value or [None] * len(names), strict=True)
        elif key == "reasons":
            yield from ((f"reason_{name}", part) for name, part in value.items())
        elif key in ("signals", "counted"):
            yield key, " ".join(value)
        else:
            yield key, value
