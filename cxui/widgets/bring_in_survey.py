"""Answers of a survey: which column is about what, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from cxcore.exchange.answers import SCALES, ZERO_TO_TEN, AnswerScale, guess_scale
from cxcore.exchange.complaints import Moment
from cxcore.exchange.survey import (
    SurveyAnswers,
    SurveyError,
    SurveyHeading,
    SurveyMapping,
    guess_survey,
    read_survey,
    survey_evidence,
)
from cxcore.exchange.tables import Table, quoted
from cxlive.ids import new_id
from cxui import tab
from cxui.plain import plain
from cxui.today import today
from cxui.views.bring_in import survey_preview
from cxui.widgets.bring_in_draft import LEFT_OUT, Draft
from cxui.widgets.bring_in_taking import say_refused, take

_WHOLE, _WHO = "whole", "who"
_ROLES = {
    LEFT_OUT: "– leave it out –",
    _WHOLE: "How the whole was",
    _WHO: "Who has answered (only to find doubles)",
}
_OF_MOMENT = "moment "
"""Stands before the id of a moment, so that no id is ever taken for a role."""
_AS_IT_LOOKS, _ANOTHER = "", "another"
_FARTHEST = 1000.0
_EXAMPLES = 3


def show(here: tab.Here, draft: Draft, table: Table, moments: Sequence[Moment]) -> None:
    """Ask what the columns mean, show what they become, and take it."""
    journey_id = _journey(draft, moments)
    names = {each.id: each.name for each in moments if each.journey_id == journey_id}
    guess = draft.once(
        "survey", (table, journey_id), lambda: guess_survey(table, names)
    )
    mapping = _scales(draft, table, _columns(draft, table, guess, names))
    try:
        answers = draft.once(
            "answers", (table, mapping), lambda: read_survey(table, mapping)
        )
    except SurveyError as error:
        st.info(plain(str(error)))
        return
    st.subheader("What comes of it")
    st.dataframe(survey_preview(answers.lines, names), hide_index=True)
    say_refused(len(answers.rows), answers.refused)
    if answers.rows:
        _take(here, draft, answers, journey_id)


def _journey(draft: Draft, moments: Sequence[Moment]) -> str:
    journeys = {each.journey_id: each.journey for each in moments}
    if len(journeys) == 1:
        return next(iter(journeys))
    chosen: str = draft.choose("Journey", journeys, key="journey")
    return chosen


def _columns(
    draft: Draft, table: Table, guess: SurveyMapping, names: Mapping[str, str]
) -> SurveyMapping:
    """Ask of each column what it is about; those that look like it come first."""
    roles = _ROLES | {
        f"{_OF_MOMENT}{key}": f"How it felt: {name}" for key, name in names.items()
    }
    guessed: dict[int, str] = {
        at: f"{_OF_MOMENT}{key}" for at, key in guess.touchpoints.items()
    }
    if guess.overall is not None:
        guessed[guess.overall] = _WHOLE
    if guess.respondent is not None:
        guessed[guess.respondent] = _WHO
    st.subheader("What each column is about")
    others = [at for at in range(len(table.headings)) if at not in guessed]
    chosen = {at: _role(draft, table, at, roles, guessed[at]) for at in guessed}
    if others:
        label = "1 more column" if len(others) == 1 else f"{len(others)} more columns"
        with st.expander(label, expanded=not guess.touchpoints):
            chosen |= {at: _role(draft, table, at, roles, LEFT_OUT) for at in others}
    return _mapping(chosen)


def _role(
    draft: Draft, table: Table, at: int, roles: Mapping[str, str], first: str
) -> str:
    said = dict.fromkeys(cell for cell in table.column(at)[:50] if cell)
    examples = ", ".join(quoted(each) for each in [*said][:_EXAMPLES])
    chosen: str = draft.choose(
        plain(table.headings[at]),
        roles,
        key=f"column.{at}",
        first=first,
        help_text=f"It holds {plain(examples)}" if examples else "It is empty.",
    )
    return chosen


def _mapping(chosen: Mapping[int, str]) -> SurveyMapping:
    return SurveyMapping(
        {
            at: role.removeprefix(_OF_MOMENT)
            for at, role in sorted(chosen.items())
            if role.startswith(_OF_MOMENT)
        },
        _only(chosen, _WHOLE),
        _only(chosen, _WHO),
    )


def _only(chosen: Mapping[int, str], role: str) -> int | None:
    """Return the column with a role that one column alone can have."""
    found = [at for at in sorted(chosen) if chosen[at] == role]
    if len(found) > 1:
        st.warning(
            f"Only one column can be “{_ROLES[role].partition(' (')[0]}”: the first of "
            "them is taken."
        )
    return found[0] if found else None


def _scales(draft: Draft, table: Table, mapping: SurveyMapping) -> SurveyMapping:
    """Ask on which scale people have answered; what it looks like stands first."""
    columns = tuple(mapping.touchpoints)
    felt = draft.once("felt", (table, columns), lambda: _guess(table, columns))
    scale = _scale(draft, "Answers run from", felt, "felt")
    if mapping.overall is None:
        return replace(mapping, scale=scale)
    asked = "Answers about the whole run from"
    whole = _scale(draft, asked, _guess(table, (mapping.overall,)), "whole")
    return replace(mapping, scale=scale, overall_scale=whole)


def _guess(table: Table, columns: Sequence[int]) -> AnswerScale:
    return guess_scale(cell for at in columns for cell in table.column(at))


def _scale(draft: Draft, label: str, guess: AnswerScale, key: str) -> AnswerScale:
    options: dict[AnswerScale | str, str] = {
        _AS_IT_LOOKS: f"{guess.label} (as it looks)"
    }
    options |= {scale: scale.label for scale in SCALES}
    options[_ANOTHER] = "Another …"
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        chosen = draft.choose(label, options, key=f"scale.{key}")
    scale = guess if chosen == _AS_IT_LOOKS else chosen
    if scale == _ANOTHER:
        scale = _another(draft, key)
    with right:
        lowest = "The lowest is the best answer"
        is_reversed = draft.tick(lowest, key=f"reversed.{key}")
    turned: AnswerScale = scale.turned(is_reversed=is_reversed)
    return turned


def _another(draft: Draft, key: str) -> AnswerScale:
    low = _number(draft, "From", f"low.{key}", ZERO_TO_TEN.low)
    high = _number(draft, "To", f"high.{key}", ZERO_TO_TEN.high)
    if low >= high:
        st.warning("The first number has to be the smaller one.")
        return ZERO_TO_TEN
    return AnswerScale(low, high)


def _number(draft: Draft, label: str, key: str, first: float) -> float:
    tab.start_with(draft.key(key), draft.choices.get(key, first))
    draft.choices[key] = st.number_input(
        label,
        min_value=-_FARTHEST,
        max_value=_FARTHEST,
        step=1.0,
        key=draft.key(key),
    )
    return float(draft.choices[key])


def _take(
    here: tab.Here, draft: Draft, answers: SurveyAnswers, journey_id: str
) -> None:
    title = draft.write("Call it", key="title", first=f"Survey: {draft.stem}")
    tab.start_with(draft.key("day"), draft.choices.get("day", today()))
    day: date | None = st.date_input("Asked on", key=draft.key("day"))
    draft.choices["day"] = day
    people = len(answers.rows)
    heading = SurveyHeading(title or "Survey", draft.name, day)
    number = "1 answer" if people == 1 else f"{people:,} answers"
    take(
        here,
        draft,
        f"Add {number} as evidence",
        lambda after: survey_evidence(
            answers,
            heading=heading,
            evidence_id=new_id(),
            journey_id=journey_id,
            after=after,
        ),
        f"{number} to “{plain(heading.title)}” {'is' if people == 1 else 'are'} added.",
    )
