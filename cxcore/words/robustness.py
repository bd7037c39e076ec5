"""How firmly a ranking holds, and what to ask next, in words."""

from collections.abc import Mapping

from cxcore.analysis import KnownFrom, TouchpointAnalysis
from cxcore.robustness import Hold, TouchpointRobustness
from cxcore.words.results import number_word

HOLD_WORDS: Mapping[Hold, str] = {
    Hold.HOLDS: "holds",
    Hold.COULD_CHANGE: "could change",
    Hold.NOT_IN_FRONT: "",
}
"""Of what does not come first nothing is said."""

HOW_FIRM = (
    "This says how firmly this room's view holds, not how customers feel; "
    "what nobody put on the map is not in it."
)
"""Said once on every page that says what holds."""

SURENESS_WORDS: tuple[tuple[float, str], ...] = (
    (0.0, "no idea"),
    (4.0, "a hunch"),
    (10.0, "a fair idea"),
    (25.0, "fairly sure"),
    (50.0, "we know"),
)
"""How sure a room is of its weights: k of section 4.7, and what it is called."""

HUNDRED = 100

_WHY_ASK: Mapping[KnownFrom, str] = {
    KnownFrom.GUESS: "what we have on it is hardly more than a guess",
    KnownFrom.STAFF: "so far only staff know how it is",
    KnownFrom.CUSTOMERS: "what customers said of it is not firm yet",
}
_NOBODY = "nobody has evidence on it"


def hold_sentence(one: TouchpointRobustness, front: int) -> str:
    """Say how often a moment stays in front when everything is shaken.

    Args:
        one: the moment.
        front: how many come first in its journey.
    """
    where = "First" if front == 1 else f"In the top {front}"
    return (
        f"{where} in {of_hundred(one.in_front)} of {HUNDRED} re-runs with other "
        "plausible weights, other people from this room, guesses moved."
    )


def place_words(bracket: tuple[int, int]) -> str:
    """Return a place, or those between which it could change, such as "3–5"."""
    first, last = bracket
    return str(first) if first == last else f"{first}–{last}"


def hold_numbers(one: TouchpointRobustness) -> tuple[tuple[str, str], ...]:
    """Return labels and values of what is shown one tap deeper."""
    low, middle, high = (round(each) for each in one.interval)
    shares = list(zip(_TOPS, one.top, strict=True))
    if one.before_next is not None:
        shares.append((_BEFORE_NEXT, one.before_next))
    return (
        *((label, f"{of_hundred(share)} of {HUNDRED}") for label, share in shares),
        ("Score in the re-runs", f"{middle}, nine of ten between {low} and {high}"),
    )


_BEFORE_NEXT = "Comes before the next one"
_TOPS = ("Comes first", "In the first two", "In the first three")


RARELY = 0.05
"""What could change so seldom is not pressed upon a room as something to ask."""


def ask_sentence(
    one: TouchpointRobustness, moment: TouchpointAnalysis, name: str, front: int
) -> str:
    """Say what to ask about next, and why.

    Args:
        one: the moment of which knowing more would change most.
        moment: the same, as it was computed.
        name: of the moment.
        front: how many come first in its journey.
    """
    why = _NOBODY if moment.confidence == 0 else _WHY_ASK[moment.known_from]
    if one.could_turn < RARELY:
        first = front_words(front)
        hardly = f"{first[0].upper()}{first[1:]} would hardly change, whatever we ask."
        return f"{hardly} If anything, ask about {name}: {why}."
    cases = f"{of_hundred(one.could_turn)} of {HUNDRED} cases"
    return (
        f"Ask about {name} next: {why}, and knowing how it really is "
        f"could change {front_words(front)} in {cases}."
    )


def ask_numbers(
    one: TouchpointRobustness, moment: TouchpointAnalysis, front: int
) -> tuple[tuple[str, str], ...]:
    """Return labels and values of what is shown one tap deeper; see above."""
    known = round(HUNDRED * moment.confidence)
    return (
        ("How far it can be trusted now", f"{known} of {HUNDRED}"),
        (
            f"Knowing it could change {front_words(front)}",
            f"in {of_hundred(one.could_turn)} of {HUNDRED} cases",
        ),
        (
            "What knowing it is worth",
            f"{one.knowing:.1f} points of score, summed over {front_words(front)}",
        ),
    )


def nothing_to_ask(front: int) -> str:
    """Say that no answer about any one moment could change what comes first."""
    stay = "would stay the same" if front > 1 else "would stay what it is"
    return f"Whatever we ask about any one moment, {front_words(front)} {stay}."


def simple_ask_sentence(name: str) -> str:
    """Say what the rule of thumb names, where that is another moment."""
    return f"By the rule of thumb, bad at worst and little known, it would be {name}."


def front_words(front: int) -> str:
    """Return how those are called that come first."""
    return "what comes first" if front == 1 else f"the first {number_word(front)}"


def of_hundred(share: float) -> int:
    """Return a share of 0 to 1 in a hundred; only what is certain is 0 or 100."""
    if share in {0.0, 1.0}:
        return round(HUNDRED * share)
    return min(HUNDRED - 1, max(1, round(HUNDRED * share)))
