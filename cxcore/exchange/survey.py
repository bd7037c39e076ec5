"""Answers of a survey: one row a respondent, one column a touchpoint."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cxcore.commands import Add
from cxcore.errors import CxError
from cxcore.exchange.alike import guess_names, plain_name
from cxcore.exchange.answers import (
    ONE_TO_FIVE,
    ZERO_TO_TEN,
    AnswerScale,
    guess_scale,
    on_scale,
)
from cxcore.exchange.cells import CellError, folded, is_unanswered
from cxcore.exchange.tables import Refused, Row, Table, quoted
from cxcore.model import Evidence, EvidenceType

ANSWERS = 100_000
"""Respondents times columns taken: as many as a fifth of a workshop file holds."""

_WORST, _BEST = -5.0, 5.0
_LEAST, _MOST = 0.0, 10.0
_WHOLE = ("overall", "whole", "all in all", "altogether", "in general", "gesamt")
_WHO = frozenset(
    {
        *("id", "no", "nr", "number", "respondent", "respondent id", "response id"),
        *("participant", "participant id", "customer id", "e mail", "email"),
        *("email address", "e mail address", "case", "case id", "response"),
    }
)


class SurveyError(CxError):
    """Columns that make no survey; the text says what to choose."""


@dataclass(frozen=True)
class SurveyMapping:
    """What each column of a survey means; columns not named are left out."""

    touchpoints: Mapping[int, str] = field(default_factory=dict)
    """Touchpoint ids by the place of the column that says how it felt."""
    overall: int | None = None
    """The column about the whole journey."""
    respondent: int | None = None
    """The column that tells respondents apart; it only finds doubles."""
    scale: AnswerScale = ONE_TO_FIVE
    overall_scale: AnswerScale = ZERO_TO_TEN


@dataclass(frozen=True)
class SurveyAnswers:
    """What can be taken of a survey, and in sentences what cannot."""

    rows: tuple[int, ...]
    """Numbers of the rows that are taken: one a respondent."""
    felt: Mapping[str, tuple[float | None, ...]]
    """Valence, -5 to 5, by touchpoint id and respondent; None: not answered."""
    overall: tuple[float | None, ...]
    """0 to 10, by respondent; empty where no column says it."""
    refused: tuple[Refused, ...]

    @property
    def lines(self) -> "tuple[SurveyLine, ...]":
        """What the survey says of each touchpoint, in the order of the columns."""
        return tuple(_line(key, answers) for key, answers in self.felt.items())


@dataclass(frozen=True)
class SurveyHeading:
    """What people say of a survey."""

    title: str
    source: str = ""
    """Where it comes from, such as the name of the file."""
    on: date | None = None
    """When it was asked."""


@dataclass(frozen=True)
class SurveyLine:
    """What a survey says of one touchpoint."""

    touchpoint_id: str
    answers: int
    mean: float | None
    """Mean valence, -5 to 5; None where nobody answered."""


def guess_survey(table: Table, names: Mapping[str, str]) -> SurveyMapping:
    """Return what the headings and the cells make likely.

    Args:
        table: the answers.
        names: names of the touchpoints that can be meant, by id.
    """
    plain = [plain_name(heading) for heading in table.headings]
    touchpoints = guess_names(table.headings, names)
    free = [at for at in range(len(plain)) if at not in touchpoints]
    overall = next((at for at in free if _is_whole(plain[at])), None)
    respondent = next((at for at in free if plain[at] in _WHO), None)
    return with_scales(table, SurveyMapping(touchpoints, overall, respondent))


def with_scales(table: Table, mapping: SurveyMapping) -> SurveyMapping:
    """Return the mapping with the scales that its columns are most likely on."""
    cells = [cell for at in mapping.touchpoints for cell in table.column(at)]
    whole = () if mapping.overall is None else table.column(mapping.overall)
    return SurveyMapping(
        mapping.touchpoints,
        mapping.overall,
        mapping.respondent,
        guess_scale(cells),
        guess_scale(whole) if whole else ZERO_TO_TEN,
    )


def read_survey(table: Table, mapping: SurveyMapping) -> SurveyAnswers:
    """Return the answers of all rows that can be used, and why the others cannot.

    One cell that says something else refuses its whole row: such a row has often
    slipped by a column, and a respondent counts with all answers or not at all.
    An empty cell is "not answered"; a row without any answer is refused too.

    Raises:
        SurveyError: no column says how a touchpoint felt, two say it of the
            same one, or there are far too many answers.
    """
    _must_be_clear(table, mapping)
    taken: list[tuple[int, list[float | None]]] = []
    refused = list(table.refused)
    seen: dict[str, int] = {}
    for row in table.rows:
        answers, why = _read_row(table, mapping, row)
        why = why or _said_before(mapping, row, seen)
        if why:
            refused.append(Refused(row.number, why))
        else:
            taken.append((row.number, answers))
    return _gathered(mapping, taken, sorted(refused, key=lambda each: each.row))


def survey_evidence(
    answers: SurveyAnswers,
    *,
    heading: SurveyHeading,
    evidence_id: str,
    journey_id: str,
    after: str = "",
) -> Add:
    """Return the one change that adds a survey to the evidence of a journey.

    Touchpoints that nobody answered are left out of it.

    Args:
        answers: at least one row.
        heading: what people say of the survey.
        evidence_id: minted by the caller.
        journey_id: whose touchpoints were asked about.
        after: id of the evidence behind which it goes; empty: first.
    """
    felt = {key: said for key, said in answers.felt.items() if _count(said)}
    thing = Evidence(
        id=evidence_id,
        evidence_type=EvidenceType.SURVEY,
        title=heading.title,
        source=heading.source,
        date=heading.on,
        n=len(answers.rows),
        survey=felt,
        survey_overall=answers.overall,
        journey_ids=(journey_id,),
        touchpoint_ids=tuple(felt),
    )
    return Add(of=Evidence.kind, thing=thing, after=after)


def _is_whole(heading: str) -> bool:
    return any(f" {word} " in f" {heading} " for word in _WHOLE)


def _must_be_clear(table: Table, mapping: SurveyMapping) -> None:
    if not mapping.touchpoints:
        msg = "Choose at least one column that says how a moment felt."
        raise SurveyError(msg)
    asked: dict[str, int] = {}
    for at, touchpoint_id in mapping.touchpoints.items():
        if touchpoint_id in asked:
            both = f"{_heading(table, asked[touchpoint_id])} and {_heading(table, at)}"
            msg = f"The columns {both} are about the same moment. Leave one out."
            raise SurveyError(msg)
        asked[touchpoint_id] = at
    if len(table.rows) * len(mapping.touchpoints) > ANSWERS:
        msg = (
            f"These are more than {ANSWERS:,} answers, the most that are taken at a "
            "time. Leave out some columns, or bring in fewer rows."
        )
        raise SurveyError(msg)


def _heading(table: Table, at: int) -> str:
    return quoted(table.headings[at])


def _read_row(
    table: Table, mapping: SurveyMapping, row: Row
) -> tuple[list[float | None], str]:
    """Return the answers of a row, the whole last; and why not, if so."""
    answers: list[float | None] = []
    wrong: list[str] = []
    for at, scale, low, high in _asked(mapping):
        try:
            answers.append(on_scale(scale.read(row.cells[at]), low, high))
        except CellError as error:
            said = quoted(row.cells[at])
            wrong.append(f"{said} {error} (column {table.headings[at]})")
    if not wrong and not _count(answers):
        wrong.append("it has no answer in any of the columns chosen")
    return answers, "; ".join(wrong)


def _asked(mapping: SurveyMapping) -> Iterator[tuple[int, AnswerScale, float, float]]:
    for at in mapping.touchpoints:
        yield at, mapping.scale, _WORST, _BEST
    if mapping.overall is not None:
        yield mapping.overall, mapping.overall_scale, _LEAST, _MOST


def _said_before(mapping: SurveyMapping, row: Row, seen: dict[str, int]) -> str:
    """Say in which row the same respondent has answered already; empty: nowhere."""
    if mapping.respondent is None or is_unanswered(row.cells[mapping.respondent]):
        return ""
    who = row.cells[mapping.respondent]
    first = seen.setdefault(folded(who), row.number)
    if first == row.number:
        return ""
    return f"{quoted(who)} has answered in row {first} already"


def _gathered(
    mapping: SurveyMapping,
    taken: Sequence[tuple[int, Sequence[float | None]]],
    refused: Sequence[Refused],
) -> SurveyAnswers:
    said = [answers for _, answers in taken]
    felt = {
        touchpoint_id: tuple(answers[at] for answers in said)
        for at, touchpoint_id in enumerate(mapping.touchpoints.values())
    }
    whole = () if mapping.overall is None else tuple(answers[-1] for answers in said)
    rows = tuple(number for number, _ in taken)
    return SurveyAnswers(rows, felt, whole, tuple(refused))


def _line(touchpoint_id: str, answers: Sequence[float | None]) -> SurveyLine:
    given = [answer for answer in answers if answer is not None]
    mean = sum(given) / len(given) if given else None
    return SurveyLine(touchpoint_id, len(given), mean)


def _count(answers: Sequence[float | None]) -> int:
    return sum(answer is not None for answer in answers)
