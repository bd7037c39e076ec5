"""The scale that answers of a survey are given on, and how it maps onto ours."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cxcore.exchange.cells import CellError, folded, is_unanswered, number_of
from cxcore.model import one_line

COVERED = 0.95
"""Part of the numbers that a guessed scale has to cover: a 99 stretches nothing."""
DECIMALS = 3
"""Mapped answers are rounded: thousandths of a point tell nobody anything."""

_BY_FACE: Mapping[float, str] = {
    1.0: "😡 😠 😭 😢 ☹ 🙁 👿 🤬",
    2.0: "😕 😟 😞 😒 😔",
    3.0: "😐 😑 😶",
    4.0: "🙂 ☺ 😌",
    5.0: "😀 😃 😄 😁 😊 😍 🤩 😆",
}
_BY_WORD: Mapping[float, str] = {
    1.0: "awful, terrible, very bad, very poor, very dissatisfied, very unsatisfied, "
    "very unhappy, strongly disagree, completely disagree, very difficult",
    2.0: "bad, poor, dissatisfied, unsatisfied, unhappy, disagree, rather bad, "
    "somewhat dissatisfied, rather dissatisfied, somewhat disagree, difficult",
    3.0: "neutral, so-so, ok, okay, average, fair, neither, undecided, "
    "neither satisfied nor dissatisfied, neither agree nor disagree, "
    "neither good nor bad, neither easy nor difficult",
    4.0: "good, satisfied, happy, agree, rather good, somewhat satisfied, "
    "rather satisfied, somewhat agree, easy",
    5.0: "great, excellent, very good, very satisfied, very happy, strongly agree, "
    "completely agree, very easy",
}
_VARIANT = "\ufe0f"
"""Says that a sign is meant as a picture; some programs write it, some do not."""

STEPS: Mapping[str, float] = {
    word: step
    for step in _BY_FACE
    for word in (*_BY_FACE[step].split(" "), *_BY_WORD[step].split(", "))
}
"""Five faces, and words that mean the same: 1 (worst) to 5."""


@dataclass(frozen=True)
class AnswerScale:
    """From which number to which answers run, and which end is the good one."""

    low: float
    high: float
    is_reversed: bool = False
    """The lowest number is the best answer."""
    words: bool = False
    """Answers may be faces or words too, on five steps."""

    @property
    def label(self) -> str:
        """What it is called: "1 to 5"."""
        if self.words:
            return "Faces or words"
        return f"{_short(self.low)} to {_short(self.high)}"

    def turned(self, *, is_reversed: bool) -> "AnswerScale":
        """Return the scale with the good answers at this end."""
        return replace(self, is_reversed=is_reversed)

    def read(self, cell: str) -> float | None:
        """Return an answer as a part of the way from worst to best, 0 to 1.

        None stands for "not answered".

        Raises:
            CellError: it is no answer on this scale.
        """
        if is_unanswered(cell):
            return None
        number = _step(cell) if self.words else None
        if number is None:
            number = number_of(cell)
        if number is None or not self.low <= number <= self.high:
            face = "a face, a word or " if self.words else ""
            span = f"{_short(self.low)} to {_short(self.high)}"
            msg = f"is not {face}a number from {span}"
            raise CellError(msg)
        share = (number - self.low) / (self.high - self.low)
        return 1 - share if self.is_reversed else share


ONE_TO_FIVE = AnswerScale(1, 5)
ZERO_TO_TEN = AnswerScale(0, 10)
ONE_TO_TEN = AnswerScale(1, 10)
FACES = AnswerScale(1, 5, words=True)

SCALES = (
    ONE_TO_FIVE,
    FACES,
    AnswerScale(1, 7),
    ONE_TO_TEN,
    ZERO_TO_TEN,
    AnswerScale(-2, 2),
    AnswerScale(-3, 3),
    AnswerScale(-5, 5),
    AnswerScale(1, 3),
    AnswerScale(1, 4),
    AnswerScale(1, 6),
    AnswerScale(0, 4),
    AnswerScale(0, 5),
    AnswerScale(0, 100),
    AnswerScale(-100, 100),
)
"""Scales to choose from; any other can be made."""

_GUESSED_FROM_ONE: tuple[AnswerScale, ...] = (
    ONE_TO_FIVE,
    AnswerScale(1, 7),
    ONE_TO_TEN,
)
_GUESSED_FROM_ZERO: tuple[AnswerScale, ...] = (
    AnswerScale(0, 5),
    ZERO_TO_TEN,
    AnswerScale(0, 100),
)
_GUESSED_BELOW: tuple[AnswerScale, ...] = (
    AnswerScale(-2, 2),
    AnswerScale(-3, 3),
    AnswerScale(-5, 5),
    AnswerScale(-100, 100),
)


def guess_scale(cells: Iterable[str]) -> AnswerScale:
    """Return the narrowest usual scale that nearly all the answers lie on.

    Where no answer is 0 or lower it begins at 1; where most are faces or words,
    these are meant. Without any answer it is 1 to 5.
    """
    numbers: Counter[float] = Counter()
    words = 0
    for cell in cells:
        number = number_of(cell)
        if number is not None:
            numbers[number] += 1
        elif _step(cell) is not None:
            words += 1
    if words > numbers.total():
        return FACES
    return _narrowest(numbers)


def _narrowest(numbers: Counter[float]) -> AnswerScale:
    enough = COVERED * numbers.total()
    under = sum(count for number, count in numbers.items() if number < 0)
    zero = numbers[0.0]
    few = numbers.total() - enough
    from_here = _GUESSED_FROM_ZERO if zero else _GUESSED_FROM_ONE
    guesses = _GUESSED_BELOW if under > few else from_here
    for scale in (*guesses, *_GUESSED_FROM_ZERO[-1:]):
        on_it = (n for at, n in numbers.items() if scale.low <= at <= scale.high)
        if sum(on_it) >= enough:
            return scale
    return guesses[-1]


def on_scale(share: float | None, low: float, high: float) -> float | None:
    """Return a part of the way, 0 to 1, as a number on one of our scales."""
    if share is None:
        return None
    # Adding zero makes of "minus zero" a plain one.
    return round(low + share * (high - low), DECIMALS) + 0.0


def _step(cell: str) -> float | None:
    return STEPS.get(folded(cell.replace(_VARIANT, "")))


def _short(number: float) -> str:
    text = str(int(number)) if number == int(number) else str(number)
    return one_line(text.replace("-", "−"))
