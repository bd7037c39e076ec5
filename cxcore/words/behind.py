"""What stands behind the moments: who sees what, and where a process lacks."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cxcore.analysis import Unbacked
from cxcore.words.results import CLOSE, VALENCE_STEPS, valence_word

UNBACKED_WORDS: Mapping[Unbacked, str] = {
    Unbacked.MOMENT_OF_TRUTH: "no process · make-or-break",
    Unbacked.IMPORTANT: "no process behind it · matters to her",
}
"""What a moment wears that should have a process."""

ALL_GREEN = (
    "Every department looks good from where it stands. The journey, as she lives it, "
    "does not."
)

_GOOD, _SO_SO, _BAD, _UNRATED = "good", "so-so", "bad", "not rated"
_SIDES = (_GOOD, _SO_SO, _BAD, _UNRATED)


def department_sentence(valences: Iterable[float | None]) -> str:
    """Say how a department's own moments feel: "3 moments: 2 good, 1 bad".

    Args:
        valences: of its moments, -5 to 5; None: not rated. At least one.
    """
    sides = Counter(_side(valence) for valence in valences)
    total = sides.total()
    moments = "1 moment" if total == 1 else f"{total} moments"
    said = [(side, sides[side]) for side in _SIDES if sides[side]]
    if len(said) == 1:
        return f"{moments}, {said[0][0]}"
    return f"{moments}: {', '.join(f'{count} {side}' for side, count in said)}"


def arrival_sentence(name: str, valence: float) -> str:
    """Say what a customer brings along to a moment from the department before.

    Args:
        name: of the moment that she comes to.
        valence: of the moment before it, -5 to 5.
    """
    return f"She comes to {name} from something that felt {valence_word(valence)}."


def is_bad(valence: float) -> bool:
    """Tell whether a feeling is on the bad side, so-so not counted."""
    return _side(valence) == _BAD


def _side(valence: float | None) -> str:
    if valence is None:
        return _UNRATED
    if abs(valence) < VALENCE_STEPS[1].distance - CLOSE:
        return _SO_SO
    return _GOOD if valence > 0 else _BAD
