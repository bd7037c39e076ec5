"""From imported survey answers to complete rows, one a respondent (1.7).

Answers are compared within respondents, so only who answered everything that is
compared counts: a guess in the place of a gap would be our answer, not theirs.
"""

from collections.abc import Sequence

import numpy as np

from cxcore.analysis.scales import BoolArray, FloatArray
from cxcore.analysis.surveys import surveys_of
from cxcore.drivers.results import LeftOut, LeftOutBecause, SurveyRows
from cxcore.model import Evidence, Workshop
from cxcore.rounds import touchpoints_of

COMPLETE_FROM = 0.5
"""Part of the respondents who have to have answered everything that is compared."""


def survey_rows(workshop: Workshop, journey_id: str) -> SurveyRows:
    """Return the respondents of all surveys about a journey who answered everything.

    Several surveys are taken together. A touchpoint that few answered about would
    cost all others their rows: touchpoints are left out, the least answered first,
    until at least half of those who spoke about the whole, and about any touchpoint,
    have answered all that remain. Then those of which all of these said the same are
    left out too.

    Args:
        workshop: as people may see it.
        journey_id: whose touchpoints.
    """
    ids = touchpoints_of(workshop, journey_id)
    felt, overall = _stacked(workshop, ids)
    said_whole = ~np.isnan(overall)
    spoken = felt[said_whole]
    known = ~np.isnan(spoken)
    kept = _kept(known)
    whole_rows = known[:, kept].all(axis=1) & bool(kept)
    compared = spoken[whole_rows]
    varied = [at for at in kept if np.ptp(compared[:, at]) > 0]
    return SurveyRows(
        journey_id=journey_id,
        ids=tuple(ids[at] for at in varied),
        felt=np.ascontiguousarray(compared[:, varied]),
        overall=overall[said_whole][whole_rows],
        asked=len(overall),
        without_overall=int(np.count_nonzero(~said_whole)),
        incomplete=int(np.count_nonzero(~whole_rows)),
        left_out=tuple(
            LeftOut(key, _because(at, known, kept), int(known[:, at].sum()))
            for at, key in enumerate(ids)
            if at not in varied
        ),
    )


def _stacked(workshop: Workshop, ids: Sequence[str]) -> tuple[FloatArray, FloatArray]:
    """Return all answers, one row a respondent, NaN for not answered; and the whole."""
    asking = [item for item in surveys_of(workshop) if item.survey.keys() & set(ids)]
    tables = [_table(item, ids) for item in sorted(asking, key=lambda each: each.id)]
    rows = np.concatenate([np.empty((0, len(ids) + 1)), *tables])
    answered = ~np.isnan(rows).all(axis=1)
    return rows[answered, :-1], rows[answered, -1]


def _table(item: Evidence, ids: Sequence[str]) -> FloatArray:
    """Return the answers of one survey, the whole last; a short column ends in gaps."""
    columns = [*(item.survey.get(key, ()) for key in ids), item.survey_overall]
    table = np.full((max(map(len, columns)), len(columns)), np.nan)
    for at, column in enumerate(columns):
        table[: len(column), at] = np.array(column, dtype=np.float64)
    return table


def _kept(known: BoolArray) -> list[int]:
    """Return the columns that enough have answered together.

    Args:
        known: (respondents, touchpoints), of those who spoke about the whole.
    """
    answers = known.sum(axis=0)
    enough = COMPLETE_FROM * np.count_nonzero(known.any(axis=1))
    kept = [at for at in range(known.shape[1]) if answers[at]]
    while len(kept) > 1 and np.count_nonzero(known[:, kept].all(axis=1)) < enough:
        kept.remove(min(reversed(kept), key=lambda at: answers[at]))
    return kept


def _because(at: int, known: BoolArray, kept: Sequence[int]) -> LeftOutBecause:
    if at in kept:
        return LeftOutBecause.ALL_ALIKE
    if known[:, at].any():
        return LeftOutBecause.FEW_ANSWERS
    return LeftOutBecause.NOT_ASKED
