"""What a file becomes, as tables to look at before it is taken."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from cxcore.exchange.complaint_evidence import ComplaintsLine
from cxcore.exchange.survey import SurveyLine
from cxcore.exchange.tables import Refused, quoted
from cxcore.words import valence_word

MOMENT, WHY = "Moment", "Why not"


def survey_preview(
    lines: Iterable[SurveyLine], names: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row for each moment that was asked about."""
    return pd.DataFrame(
        [
            {
                MOMENT: names[line.touchpoint_id],
                "Answers": line.answers,
                "On average": _felt(line.mean),
            }
            for line in lines
        ]
    )


def complaints_preview(
    lines: Iterable[ComplaintsLine], names: Mapping[str, str]
) -> pd.DataFrame:
    """Return one row for each moment that somebody has complained about."""
    return pd.DataFrame(
        [
            {
                MOMENT: names[line.touchpoint_id],
                "Complaints": line.count,
                "Newest": "" if line.newest is None else line.newest.isoformat(),
                "Quoted": line.quoted,
                "Not quoted": line.left_out,
                "The first": quoted(line.quotes.partition("\n")[0]),
            }
            for line in lines
        ]
    )


def refused_table(refused: Sequence[Refused]) -> pd.DataFrame:
    """Return every row that is not taken, and why."""
    return pd.DataFrame([{"Row": each.row, WHY: each.why} for each in refused])


def _felt(mean: float | None) -> str:
    """Return a mean valence in words and as a number: "bad (−2.4)"."""
    if mean is None:
        return "nobody has answered"
    number = f"{mean:+.1f}".replace("-", "−").replace("+0.0", "0.0")
    return f"{valence_word(mean)} ({number})"
