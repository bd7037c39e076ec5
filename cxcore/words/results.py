"""Words and sentences for what the analysis says of one journey."""

from collections.abc import Mapping
from math import floor
from typing import NamedTuple

from cxcore.analysis import (
    Direction,
    Headline,
    HeadlineCode,
    KnownFrom,
    Reason,
    Signal,
    SignalCount,
    Verdict,
    scales,
)

SEPARATOR = " · "

REASON_WORDS: Mapping[Reason, str] = {
    Reason.PAIN: "bad feeling",
    Reason.GAP: "less than expected",
    Reason.EFFORT: "hard work for her",
    Reason.MOMENT_OF_TRUTH: "make-or-break",
    Reason.LOW_POINT: "lowest of its stage",
    Reason.END: "last impression",
    Reason.HANDOVER: "changes hands",
}
"""Terms of the sum, in the order in which they are said."""

WEIGHS_MORE = (Reason.MOMENT_OF_TRUTH, Reason.LOW_POINT, Reason.END, Reason.HANDOVER)
"""Reasons that come from the place of a moment, not from its ratings."""

DIRECTION_WORDS: Mapping[Direction, str] = {
    Direction.TWO_EXPERIENCES: "Two experiences",
    Direction.BUILD_IMPACT: "Get a say",
    Direction.FIX: "Fix",
    Direction.PROTECT: "Protect",
    Direction.AMPLIFY: "Make it special",
    Direction.OVER_INVESTED: "Would anyone miss it?",
    Direction.LOW_PRIORITY: "Leave for now",
    Direction.MONITOR: "Keep an eye on it",
}

KNOWN_FROM_WORDS: Mapping[KnownFrom, tuple[str, str]] = {
    KnownFrom.GUESS: ("○", "our guess"),
    KnownFrom.STAFF: ("◐", "staff know"),
    KnownFrom.CUSTOMERS: ("●", "heard from customers"),
}
"""A symbol and words, so that nothing is said by colour or shape alone."""

SIGNAL_WORDS: Mapping[Signal, str] = {
    Signal.PAIN: "feeling",
    Signal.GAP: "expectation",
    Signal.EFFORT: "effort",
    Signal.PERFORMANCE: "what she gets",
}

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.BETTER_THAN_PARTS: "The whole is better than its parts.",
    Verdict.LIKE_ITS_PARTS: "The whole feels like its parts.",
    Verdict.WORSE_THAN_PARTS: (
        "The whole is worse than its parts: look at where it changes hands."
    ),
}


class ValenceStep(NamedTuple):
    """Two of the seven words, at the same distance from neutral."""

    distance: float
    """Valence from which the words apply, counted from 0 to either side."""
    good: str
    bad: str


VALENCE_STEPS = (
    ValenceStep(0.0, "so-so", "so-so"),
    ValenceStep(0.5, "rather good", "rather bad"),
    ValenceStep(2.0, "good", "bad"),
    ValenceStep(4.0, "great", "awful"),
)
"""Words for -5 to 5; the last step that is not beyond the valence applies."""

CLOSE = scales.CLOSE
"""So near to a step counts as on it, in points of valence."""

LOSS_DECIMALS = 9
"""Losses by rounding that differ less count as equal."""

NUMBER_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""Numbers that are said as words; larger ones stand as digits."""


def valence_word(valence: float) -> str:
    """Return one of seven words for a valence of -5 (awful) to 5 (great)."""
    step = [s for s in VALENCE_STEPS if s.distance <= abs(valence) + CLOSE][-1]
    return step.bad if valence < 0 else step.good


def direction_label(direction: Direction) -> str:
    """Return the label of a direction, such as "Get a say"."""
    return DIRECTION_WORDS[direction]


def known_from_label(known_from: KnownFrom) -> str:
    """Return symbol and words for how well a moment is known."""
    return " ".join(KNOWN_FROM_WORDS[known_from])


def verdict_sentence(verdict: Verdict) -> str:
    """Say how the answer about the whole stands to its parts."""
    return VERDICT_WORDS[verdict]


def headline_sentence(headline: Headline, names: Mapping[str, str]) -> str:
    """Say what a journey says, in one sentence or two.

    Args:
        headline: codes, ids and counts.
        names: names of touchpoints by id.
    """
    listed = ", ".join(names[key] for key in headline.touchpoint_ids)
    count = len(headline.touchpoint_ids)
    match headline.code:
        case HeadlineCode.HIDDEN:
            return f"Good moments hide {count} bad {_ones(count)}: {listed}."
        case HeadlineCode.NEEDS_WORK:
            return f"{count} {_moments_need(count)} work first: {listed}."
        case HeadlineCode.BAD_THROUGHOUT:
            return f"It feels bad nearly throughout. Start with {listed}."
        case HeadlineCode.SPLIT:
            return _split_headline(headline, listed, names)
        case HeadlineCode.TOO_LITTLE:
            rated = f"{headline.rated} of {headline.total}"
            return f"Rated so far: {rated} moments. Too few to tell."
        case _:
            return _FIXED_HEADLINES[headline.code]


_FIXED_HEADLINES = {
    HeadlineCode.NOTHING_RATED: "Nothing is rated yet.",
    HeadlineCode.ALL_GOOD: "Nothing hurts much here. Look at what to protect.",
    HeadlineCode.LOW_STAKES: (
        "Some moments feel bad, but none of them matters much to her."
    ),
}


def split_sentence(below_zero: int, above_zero: int) -> str:
    """Say that a room is split, and ask the question that helps.

    Args:
        below_zero: how many found it bad.
        above_zero: how many found it good.
    """
    bad = number_word(below_zero).capitalize()
    return (
        f"{bad} found it bad, {number_word(above_zero)} good. "
        "Ask: what happens to somebody who finds it bad?"
    )


def signal_sentence(count: SignalCount) -> str:
    """Say at how many moments a signal is known, and whether it counts yet."""
    known = f"{count.known} of {count.rated}"
    ending = "" if count.counted else ": not counted yet"
    return f"{SIGNAL_WORDS[count.signal]} known for {known}{ending}"


def explain_sum(reasons: Mapping[Reason, float]) -> str:
    """Say a fix score as a sum of its reasons, in whole numbers that add up.

    The score is rounded, then its parts by largest remainder, so that they always
    sum to it; parts that round to nothing are left out.
    """
    total = floor(sum(reasons.values()) + 0.5)
    parts = whole_parts([reasons.get(r, 0.0) for r in REASON_WORDS], total)
    words = zip(parts, REASON_WORDS.values(), strict=True)
    terms = [f"{part} {word}" for part, word in words if part]
    return f"{total} = {' + '.join(terms)}" if terms else f"{total}"


def whole_parts(parts: list[float], total: int) -> list[int]:
    """Round parts to whole numbers that sum to their rounded total.

    Each is cut down, then those that lost most get one more; equal losses in the
    order of the parts.

    Args:
        parts: not negative.
        total: their sum, rounded.
    """
    whole = [floor(part) for part in parts]
    losses = [round(part - floor(part), LOSS_DECIMALS) for part in parts]
    by_loss = sorted(range(len(parts)), key=lambda at: -losses[at])
    for at in by_loss[: total - sum(whole)]:
        whole[at] += 1
    return whole


def weighs_more(reasons: Mapping[Reason, float]) -> str:
    """Say why a moment weighs more than its ratings alone; empty if it does not."""
    because = [REASON_WORDS[r] for r in WEIGHS_MORE if reasons.get(r, 0.0) > 0]
    return f"weighs more because: {SEPARATOR.join(because)}" if because else ""


def number_word(number: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)


def _split_headline(headline: Headline, listed: str, names: Mapping[str, str]) -> str:
    bad, good = number_word(headline.below_zero), number_word(headline.above_zero)
    split = f"We are split on {listed}: {bad} bad, {good} good."
    if headline.agreed_id is None:
        return split
    return f"We agree on {names[headline.agreed_id]}. {split}"


def _ones(count: int) -> str:
    return "one" if count == 1 else "ones"


def _moments_need(count: int) -> str:
    return "moment needs" if count == 1 else "moments need"
