"""A rating sheet as a table to type into, and back."""

import pandas as pd

from cxcore.model import NOTE_MAX, one_line
from cxlive.rounds.paper import Paper, PaperError, Ticked, read_importance, read_valence

STAGE, MOMENT, FEELS, MATTERS, NOTE = "Stage", "Moment", "Feels", "Matters", "Note"


def blank_grid(paper: Paper) -> pd.DataFrame:
    """Return one row a moment, with nothing in it that anybody has said."""
    return pd.DataFrame(
        {
            STAGE: [row.stage for row in paper.rows],
            MOMENT: [row.name for row in paper.rows],
            FEELS: pd.Series([""] * len(paper.rows), dtype=object),
            MATTERS: pd.Series(
                [False if paper.counts_dots else ""] * len(paper.rows),
                dtype=bool if paper.counts_dots else object,
            ),
            NOTE: pd.Series([""] * len(paper.rows), dtype=object),
        }
    )


def read_grid(paper: Paper, grid: pd.DataFrame) -> tuple[Ticked, ...]:
    """Return what was typed in, row by row.

    Raises:
        PaperError: a feeling cannot be read; the text names its moment.
    """
    rows = zip(paper.rows, grid.to_dict("records"), strict=True)
    return tuple(
        _ticked(paper, row.touchpoint_id, row.name, said) for row, said in rows
    )


def _ticked(
    paper: Paper, touchpoint_id: str, name: str, said: dict[str, object]
) -> Ticked:
    matters = said[MATTERS]
    try:
        valence = read_valence(_text(said[FEELS]))
        importance = None if paper.counts_dots else read_importance(_text(matters))
    except PaperError as error:
        msg = f"{name}: {error}"
        raise PaperError(msg) from None
    return Ticked(
        touchpoint_id,
        valence=valence,
        dot=paper.counts_dots and matters is True,
        importance=importance,
        note=one_line(_text(said[NOTE])[:NOTE_MAX]),
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
