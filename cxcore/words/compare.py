"""What is said of two states of a journey side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cxcore.compare import (
    Beside,
    Changed,
    Forecast,
    Kept,
    MomentChange,
    Movement,
    StandingChange,
    WantedComparison,
    WantedMoment,
    WholeChange,
)
from cxcore.words.results import number_word, valence_word

KEPT_WORDS: Mapping[Kept, tuple[str, str]] = {
    Kept.KEPT: ("✓", "kept"),
    Kept.FAILING: ("↓", "failing"),
    Kept.MISSING: ("–", "missing"),
    Kept.AD_HOC: ("+", "not planned"),
    Kept.CANNOT_TELL: ("?", "cannot tell"),
}
"""A symbol and a word, so that nothing is said by colour alone."""

BESIDE_WORDS: Mapping[Beside, str] = {
    Beside.BETTER: "better with us",
    Beside.WORSE: "worse with us",
    Beside.ALIKE: "about the same with us",
}

CHANGED_WORDS: Mapping[Changed, tuple[str, str]] = {
    Changed.ROSE: ("↑", "rose"),
    Changed.FELL: ("↓", "fell"),
    Changed.STAYED: ("=", "stayed"),
    Changed.CAME: ("+", "came"),
    Changed.WENT: ("–", "went"),
    Changed.CANNOT_TELL: ("?", "cannot tell"),
}
"""A symbol and a word for what became of a moment."""

SURELY = "surely"
COULD_BE_CHANCE = "could be chance"

_KEPT_COUNTS: Sequence[tuple[Kept, str]] = (
    (Kept.KEPT, "as wanted"),
    (Kept.FAILING, "not as wanted"),
    (Kept.MISSING, "missing"),
    (Kept.AD_HOC, "not planned"),
    (Kept.CANNOT_TELL, "cannot be told yet"),
)
_CHANGED_COUNTS: Sequence[tuple[Changed, str]] = (
    (Changed.ROSE, "rose"),
    (Changed.FELL, "fell"),
    (Changed.STAYED, "stayed"),
    (Changed.CAME, "came"),
    (Changed.WENT, "went"),
    (Changed.CANNOT_TELL, "cannot be told"),
)


def wanted_sentence(compared: WantedComparison) -> str:
    """Say in one line how many moments are as they are wanted."""
    counts = Counter(moment.state for moment in compared.moments)
    parts = [
        f"{number_word(counts[state])} {words}"
        for state, words in _KEPT_COUNTS
        if counts[state]
    ]
    so_many = len(compared.moments)
    noun = "moment" if so_many == 1 else "moments"
    return f"{so_many} {noun}: {_listed(parts)}." if parts else "No moments yet."


def wanted_text(moment: WantedMoment) -> str:
    """Say how one moment is wanted, and how it is."""
    wanted = None if moment.wanted is None else valence_word(moment.wanted)
    today = None if moment.today is None else valence_word(moment.today)
    match moment.state:
        case Kept.KEPT:
            return _as_wanted(moment, wanted, today)
        case Kept.FAILING if today == wanted:
            return f"{today}, but less so than wanted"
        case Kept.FAILING:
            return _from(wanted, today)
        case Kept.MISSING:
            return f"wanted {wanted}, not there" if wanted else "wanted, not there"
        case _:
            return _not_told(moment.state, wanted, today)


def beside_text(moment: WantedMoment, beside: Beside | None) -> str | None:
    """Say how one moment feels without us; None where there is none."""
    if moment.elsewhere_id is None:
        return None
    if moment.elsewhere is None:
        return "without us: not rated"
    without = f"without us: {valence_word(moment.elsewhere)}"
    return without if beside is None else f"{without}, {BESIDE_WORDS[beside]}"


def change_text(change: MomentChange) -> str:
    """Say what one moment felt like then, and what it feels like now."""
    then = None if change.then is None else valence_word(change.then)
    now = None if change.now is None else valence_word(change.now)
    match change.code:
        case Changed.CAME:
            return f"new on the map: {now or 'not rated yet'}"
        case Changed.WENT:
            return f"off the map: it was {then}" if then else "off the map"
        case Changed.CANNOT_TELL:
            return f"{then or 'not rated'} then, {now or 'not rated'} now"
        case _:
            has_moved = change.code is not Changed.STAYED
            return _became(change.then or 0.0, change.now or 0.0, has_moved=has_moved)


def look_text(move: Movement) -> str:
    """Say what one moment felt like at a first look, and at a second."""
    return _became(move.before, move.after, has_moved=move.has_moved)


def sure_text(code: Changed, *, is_sure: bool) -> str | None:
    """Say whether a rise or a fall could be chance; None where nothing moved."""
    if code not in (Changed.ROSE, Changed.FELL):
        return None
    return SURELY if is_sure else COULD_BE_CHANCE


def whole_sentence(whole: WholeChange) -> str:
    """Say what became of the journey as a whole."""
    if whole.code is Changed.CANNOT_TELL:
        return "No moment was rated both times, so the whole cannot be compared."
    if whole.code is Changed.STAYED:
        return "All in all it feels about as it did."
    better = "better" if whole.code is Changed.ROSE else "worse"
    if whole.is_sure:
        return f"All in all it surely feels {better}."
    return f"All in all it feels {better}, but that could be chance."


def changes_sentence(changes: Iterable[MomentChange]) -> str:
    """Say in one line how many moments rose, fell, came and went."""
    counts = Counter(change.code for change in changes)
    parts = [
        f"{number_word(counts[code])} {words}"
        for code, words in _CHANGED_COUNTS
        if counts[code]
    ]
    return f"{_listed(parts).capitalize()}." if parts else "No moments yet."


def front_sentences(
    change: StandingChange, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Say who came into what needs work first, and who is out of it.

    Args:
        change: two standings of a journey.
        names: names of touchpoints by id, those that went too.
    """
    said = []
    if change.came_in:
        said.append(f"New in what needs work first: {_named(change.came_in, names)}.")
    if change.dropped_out:
        said.append(f"Not in it any more: {_named(change.dropped_out, names)}.")
    return tuple(said)


def forecast_text(change: MomentChange) -> str | None:
    """Say what had been expected of a moment, and what it became."""
    if change.expected is None:
        return None
    expected = f"we expected {valence_word(change.expected)}"
    match change.forecast:
        case Forecast.MET:
            return f"{expected}: met"
        case Forecast.NOT_MET:
            return f"{expected}: not met"
        case _:
            return f"{expected}: cannot be told yet"


def forecasts_sentence(changes: Iterable[MomentChange]) -> str | None:
    """Say in one line what became of all that was forecast; None: nothing was."""
    counts = Counter(each.forecast for each in changes if each.forecast is not None)
    if not counts:
        return None
    words = {
        Forecast.MET: "met",
        Forecast.NOT_MET: "not met",
        Forecast.NOT_TOLD: "cannot be told yet",
    }
    parts = [
        f"{number_word(counts[code])} {words[code]}" for code in words if counts[code]
    ]
    return f"What we had expected: {_listed(parts)}."


def _became(then: float, now: float, *, has_moved: bool) -> str:
    before, after = valence_word(then), valence_word(now)
    if has_moved and before != after:
        return f"from {before} to {after}"
    if has_moved:
        return f"still {after}, but a little {'better' if now > then else 'worse'}"
    return f"{after}, as it was" if before == after else f"{after}, about as it was"


def _as_wanted(moment: WantedMoment, wanted: str | None, today: str | None) -> str:
    if today == wanted:
        return f"{today}, as wanted"
    if (moment.today or 0.0) > (moment.wanted or 0.0):
        return f"{today}, better than wanted ({wanted})"
    return f"{today}, nearly as wanted ({wanted})"


def _from(wanted: str | None, today: str | None) -> str:
    return f"wanted {wanted}, is {today}"


def _not_told(state: Kept, wanted: str | None, today: str | None) -> str:
    if state is Kept.AD_HOC:
        return f"is {today}" if today else "not rated yet"
    if wanted is not None:
        return f"wanted {wanted}, not rated yet"
    if today is not None:
        return f"is {today}, nobody said how it should feel"
    return "not rated yet, and nobody said how it should feel"


def _named(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[each] for each in ids)


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts)
