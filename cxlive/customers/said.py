"""What a customer has said: read from the form, and kept until it can be shown."""

import re
from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict

from cxcore.model import one_line
from cxlive.errors import AnswersNotTakenError
from cxlive.ids import new_id
from cxlive.limits import CUSTOMER_LINE, CUSTOMER_TEXT
from cxlive.rounds.paper import WORDS, read_valence

KEY, OVERALL, ALONE = "key", "overall", "alone"
"""Names of the form's own fields."""
LINE = "-line"
"""Ends the name of the field with the one line about a moment."""
MOST = 10
"""The answer about the whole runs from 0 to this."""

_KEY = re.compile(r"[A-Za-z0-9_-]{22}")

Form = Mapping[str, str]
"""What came from the browser: names and values, nothing of it checked."""


class Said(BaseModel):
    """What one customer has said of one journey; stored as JSON while it waits."""

    model_config = ConfigDict(frozen=True)

    key: str
    """Made with the form, so that a form sent twice counts once."""
    on: date
    overall: float | None = None
    feelings: dict[str, float] = {}
    """By touchpoint, -5 to 5; what did not happen to them is not in here."""
    lines: dict[str, str] = {}
    """By touchpoint, in their own words."""
    shown_alone: bool = False


def read_said(form: Form, fields: Mapping[str, str], on: date) -> Said:
    """Read a form; whatever no browser of ours sends counts as not answered.

    Args:
        form: as it came.
        fields: the touchpoint that each field of the form is about.
        on: the day.

    Raises:
        AnswersNotTakenError: there is no face, or more text than is taken.
    """
    feelings = {
        touchpoint_id: read_valence(form[field])
        for field, touchpoint_id in fields.items()
        if form.get(field) in WORDS
    }
    lines = {
        touchpoint_id: line
        for field, touchpoint_id in fields.items()
        if (line := _line(form.get(field + LINE, "")))
    }
    if not feelings:
        msg = "Choose a face for at least one moment, then send."
        raise AnswersNotTakenError(msg)
    if sum(map(len, lines.values())) > CUSTOMER_TEXT:
        msg = (
            f"Your words are more than {CUSTOMER_TEXT:,} characters together. "
            "Leave some of them out, then send."
        )
        raise AnswersNotTakenError(msg)
    return Said(
        key=key_in(form),
        on=on,
        overall=_overall(form.get(OVERALL, "")),
        feelings={key: value for key, value in feelings.items() if value is not None},
        lines=lines,
        shown_alone=form.get(ALONE) == "yes",
    )


def key_in(form: Form) -> str:
    """Return the key of a form, or a new one where it has none of ours."""
    key = form.get(KEY, "")
    return key if _KEY.fullmatch(key) else new_id()


def _overall(typed: str) -> float | None:
    return float(typed) if typed in map(str, range(MOST + 1)) else None


def _line(typed: str) -> str:
    return one_line(typed[: 2 * CUSTOMER_LINE])[:CUSTOMER_LINE]
