"""What would change if some moments felt otherwise, in sentences."""

from collections.abc import Mapping, Sequence

from cxcore.analysis import Headline, HeadlineCode, JourneyAnalysis
from cxcore.what_if import BestChanges, Choice, Supposed
from cxcore.words.results import number_word, valence_word

NEARLY_AS_GOOD = 0.8
"""Part of the best lift from which another choice is nearly as good."""

NAMED_MOST = 3
"""So many moments are named one by one."""

_FIXED = {
    HeadlineCode.ALL_GOOD: "nothing would hurt much any more",
    HeadlineCode.LOW_STAKES: "what still feels bad would matter little to her",
}

NOTHING_TO_MEND = (
    "Nothing that could be mended with so much work would lift it. Allow for more work."
)


def supposed_sentence(supposed: Supposed, names: Mapping[str, str]) -> str:
    """Say what would come first, and how the whole journey would feel.

    "If Security felt good (+2): Bag drop would come first; the journey as a whole
    would feel so-so instead of rather bad."

    Args:
        supposed: of a journey in which something is rated.
        names: names of touchpoints by id.
    """
    first, whole = _first(supposed, names), _whole(supposed)
    return f"If {_felt(supposed.targets, names)}: {first}; {whole}."


def choice_sentence(choice: Choice, names: Mapping[str, str]) -> str:
    """Say which moments to mend, and what the journey would say then."""
    mended = _listed([names[each] for each in choice.ids])
    before, after = choice.supposed.before, choice.supposed.after
    same = before.headline.code is after.headline.code
    would = _would(after.headline, names, still=same)
    return f"Mend {mended}: {would}; {_whole(choice.supposed)}."


def nearly_as_good(answer: BestChanges) -> tuple[Choice, ...]:
    """Return the alternatives that lift the journey nearly as much as the best."""
    if answer.best is None:
        return ()
    enough = NEARLY_AS_GOOD * answer.best.lift
    return tuple(each for each in answer.alternatives if each.lift >= enough)


def alternatives_sentence(answer: BestChanges, names: Mapping[str, str]) -> str:
    """Name the choices that are nearly as good; empty where there are none."""
    choices = nearly_as_good(answer)
    listed = [_listed([names[each] for each in choice.ids]) for choice in choices]
    return f"Nearly as good: {'; or '.join(listed)}." if listed else ""


def signed(valence: float) -> str:
    """Return a valence as a number with its sign: "+2", "−1.5", "0"."""
    number = f"{abs(valence):.1f}".removesuffix(".0")
    if number == "0":
        return number
    return f"{'−' if valence < 0 else '+'}{number}"


def _felt(targets: Mapping[str, float], names: Mapping[str, str]) -> str:
    """Say what was supposed; of many moments only how many they are."""
    if len(targets) > NAMED_MOST:
        return f"these {number_word(len(targets))} moments felt so"
    return _listed(
        [
            f"{names[each]} felt {valence_word(target)} ({signed(target)})"
            for each, target in targets.items()
        ]
    )


def _first(supposed: Supposed, names: Mapping[str, str]) -> str:
    """Say which moment would need work first."""
    before, after = supposed.before.critical, supposed.after.critical
    if not after:
        return f"nothing would need work first{' any more' if before else ''}"
    name = names[after[0]]
    if not before:
        return f"{name} would need work first"
    return f"{name} would {'still ' if after[0] == before[0] else ''}come first"


def _whole(supposed: Supposed) -> str:
    """Say how the journey as a whole would feel, by its weighted mean."""
    before, after = _feels(supposed.before), _feels(supposed.after)
    if before == after:
        return f"the journey as a whole would still feel {after}"
    return f"the journey as a whole would feel {after} instead of {before}"


def _feels(journey: JourneyAnalysis) -> str:
    return valence_word(journey.valence or 0.0)


def _would(headline: Headline, names: Mapping[str, str], *, still: bool) -> str:
    """Say a headline of what is not so."""
    listed = _listed([names[each] for each in headline.touchpoint_ids])
    count, yet = len(headline.touchpoint_ids), "still " if still else ""
    match headline.code:
        case HeadlineCode.HIDDEN:
            hidden = f"{number_word(count)} bad {'one' if count == 1 else 'ones'}"
            return f"good moments would {yet}hide {hidden}: {listed}"
        case HeadlineCode.NEEDS_WORK:
            return f"{listed} would {yet}need work"
        case HeadlineCode.SPLIT:
            return f"the room would {yet}be split on {listed}"
        case HeadlineCode.BAD_THROUGHOUT:
            return f"it would {yet}feel bad nearly throughout"
        case _:
            return _FIXED.get(headline.code, "too little is rated to say more")


def _listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    *others, last = parts or ("",)
    return f"{', '.join(others)} and {last}" if others else last
