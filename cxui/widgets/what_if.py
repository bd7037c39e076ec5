"""What would lift the journey most? A section of "What matters"; it writes nothing."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from cxcore import words
from cxcore.analysis import JourneyGrid, grid_of
from cxcore.model import Settings, Workshop
from cxcore.what_if import (
    WORK_MOST,
    BestChanges,
    Supposed,
    best_changes,
    most_work,
    supposable,
    suppose,
    work_said,
)
from cxlive.board.view import shown_journey
from cxui import tab
from cxui.plain import plain
from cxui.stand import Stand
from cxui.today import today
from cxui.views.pictures.moments import cut
from cxui.views.what_if import (
    choices_table,
    lifts_table,
    scores_table,
    shifts_table,
)

TITLE = "What would lift the journey most?"
NOTHING_RATED = (
    "Nothing is rated yet, so there is nothing to lift. "
    "Say how a few moments feel on the journey page first."
)
ROUND_IS_OPEN = "A private round is open: what it asks is shown after it."
ALL_AS_WANTED = "Every moment feels as good as you want it already."
REST = "All others need what they need today; only their places move up or down."
NONE_MOVES = "No moment would change its place."
CHOOSE = "Choose the moments that you would mend."

_KEPT = 32
"""So many answers stay at hand; rooms that change have new ones each time."""
_KEY = "matters.what_if"
_WORK_WORDS = (
    "very little",
    "a little",
    "some",
    "quite a lot",
    "a lot",
    "whatever it takes",
)
"""How much work, in equal steps up to the most that so many changes can take."""
_BEST, _OWN = "best", "own"
_WAYS = {
    _BEST: "Which changes lift it most?",
    _OWN: "I choose the moments",
}
_TARGETS = tuple(float(each) for each in range(-5, 6))


@dataclass(frozen=True, eq=False)
class _Looked:
    """The journey looked at, as everybody may see it."""

    workshop: Workshop
    grid: JourneyGrid
    rated: tuple[str, ...]

    @property
    def names(self) -> dict[str, str]:
        """Names as sentences and lists have room for them."""
        touchpoints = self.workshop.touchpoints
        return {each: cut(touchpoints[each].name) for each in self.grid.ids}

    @property
    def settings(self) -> Settings:
        return self.workshop.settings


def show(here: tab.Here, looked_at: str | None) -> None:
    """Say which changes would lift the journey, once somebody wants to know."""
    # Only what is open is computed: this runs after every change of anybody.
    section = st.expander(TITLE, key=_KEY, on_change="rerun")
    if not section.open:
        return
    stand = Stand.of(here.room)
    journey_id = shown_journey(stand.workshop, looked_at)
    with section:
        if stand.asks_now:
            st.caption(ROUND_IS_OPEN)
        looked = None if journey_id is None else _looked(stand, journey_id, today())
        if looked is not None and looked.rated:
            _draw(stand, looked)
        elif not stand.asks_now:
            st.caption(NOTHING_RATED)


def _draw(stand: Stand, looked: _Looked) -> None:
    if _way() == _BEST:
        _draw_best(stand, looked)
    else:
        _draw_own(looked)


@lru_cache(maxsize=_KEPT)
def _looked(stand: Stand, journey_id: str, day: date) -> _Looked:
    workshop = stand.shown
    grid = grid_of(workshop, journey_id, day)
    return _Looked(workshop, grid, supposable(grid))


def _way() -> str:
    chosen = st.segmented_control(
        "What if",
        list(_WAYS),
        default=_BEST,
        format_func=_WAYS.__getitem__,
        key=f"{_KEY}.way",
        label_visibility="collapsed",
    )
    return chosen or _BEST


def _draw_best(stand: Stand, looked: _Looked) -> None:
    """Ask how much work, and say what to mend for it."""
    most = most_work(looked.settings)
    steps = len(_WORK_WORDS)
    chosen = st.select_slider(
        "How much work are we ready for?",
        range(1, steps + 1),
        value=steps // 2,
        format_func=lambda step: _WORK_WORDS[step - 1],
        key=f"{_KEY}.work",
    )
    answer = _answer(stand, looked, chosen * most / steps)
    if answer.best is None:
        _say_why_none(stand, looked, most)
        return
    names = looked.names
    st.markdown(f"**{plain(words.choice_sentence(answer.best, names))}**")
    nearly = words.alternatives_sentence(answer, names)
    if nearly:
        st.markdown(plain(nearly))
    st.caption(plain(_mended(looked)))
    st.table(_safe(choices_table(answer, names)))
    st.caption(plain(_work_note(answer, looked)))
    if _wants_numbers():
        st.table(_safe(lifts_table(answer, names)))


@lru_cache(maxsize=_KEPT)
def _answer(stand: Stand, looked: _Looked, budget: float) -> BestChanges:
    """Search once for all tabs; what an open round asks is not in it."""
    work = work_said(stand.shown)
    return best_changes(looked.grid, looked.settings, work=work, budget=budget)


def _say_why_none(stand: Stand, looked: _Looked, most: float) -> None:
    is_possible = _answer(stand, looked, most).best is not None
    st.markdown(words.NOTHING_TO_MEND if is_possible else ALL_AS_WANTED)


def _mended(looked: _Looked) -> str:
    target = looked.settings.journey_score.target
    return (
        "To mend a moment means here: it feels as you want it, or "
        f"{words.valence_word(target)} ({words.signed(target)}) where nobody has "
        "said how you want it. Nobody's answer is touched."
    )


def _work_note(answer: BestChanges, looked: _Looked) -> str:
    """Say what the work is counted in, and where it is only assumed."""
    choices = [answer.best, *answer.alternatives]
    changes = [change for choice in choices if choice for change in choice.changes]
    assumed = dict.fromkeys(change.id for change in changes if change.work_assumed)
    counted = f"Work runs from 0 to {WORK_MOST} for each moment"
    if not assumed:
        return f"{counted}, as said on its opportunities."
    listed = ", ".join(looked.names[each] for each in assumed)
    usual = looked.settings.what_if.usual_work
    return f"{counted}. Not said yet, so {usual:g} is taken: {listed}."


def _draw_own(looked: _Looked) -> None:
    """Ask which moments and how they would feel, and say what would be."""
    names, key = looked.names, f"{_KEY}.moments.{looked.grid.journey_id}"
    tab.keep_each_to(key, looked.rated)
    chosen = st.multiselect(
        "If these moments",
        looked.rated,
        format_func=names.__getitem__,
        placeholder=CHOOSE,
        key=key,
    )
    target = st.select_slider(
        "felt",
        _TARGETS,
        value=float(round(looked.settings.journey_score.target)),
        format_func=lambda each: f"{words.valence_word(each)} ({words.signed(each)})",
        key=f"{_KEY}.target",
    )
    if not chosen:
        st.caption(CHOOSE)
        return
    targets = dict.fromkeys(chosen, target)
    _say(suppose(looked.grid, looked.settings, targets), names)


def _say(supposed: Supposed, names: dict[str, str]) -> None:
    st.markdown(f"**{plain(words.supposed_sentence(supposed, names))}**")
    headline = words.headline_sentence(supposed.after.headline, names)
    st.markdown(plain(f"The headline would be: {headline}"))
    moved = shifts_table(supposed, names)
    if len(moved):
        st.table(_safe(moved))
    st.caption(REST if len(moved) else NONE_MOVES)
    if _wants_numbers():
        st.table(_safe(scores_table(supposed)))


def _wants_numbers() -> bool:
    return st.toggle("Show the numbers", key=f"{_KEY}.numbers")


def _safe(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table that shows what people typed letter by letter."""
    shown = table.map(lambda cell: plain(str(cell)))
    return shown.set_index(shown.columns[0])
