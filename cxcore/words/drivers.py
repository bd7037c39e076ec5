"""What moves customers' answers about the whole, in words (1.7)."""

from collections.abc import Mapping, Sequence

from cxcore.drivers import (
    Contrast,
    Drivers,
    LeftOut,
    LeftOutBecause,
    NoDrivers,
    Refusal,
    SurveyRows,
)
from cxcore.model import KanoKind

KANO_WORDS: Mapping[KanoKind, str] = {
    KanoKind.MUST_BE: "taken for granted",
    KanoKind.PERFORMANCE: "the more the better",
    KanoKind.ATTRACTIVE: "a pleasant surprise",
}
"""What a moment looks like from what bad and good answers about it do to the whole."""

NO_CAUSE = (
    "That two answers go together does not make one the cause of the other: ask "
    "customers why before you spend money on it."
)
NOT_TOLD = "these answers do not tell"
NOT_SURE = "could be one or another"
NAMED = 3
"""So many moments that cannot be told apart are named in a title."""
AGAINST_FROM = 0.01
"""A share up to here says nothing, whatever its sign."""

_BECAUSE: Mapping[LeftOutBecause, str] = {
    LeftOutBecause.NOT_ASKED: "in no survey",
    LeftOutBecause.ALL_ALIKE: "everybody answered alike",
}

_FEW: Mapping[int, str] = {0: "there is none", 1: "there is one"}


def drivers_title(found: Drivers, names: Mapping[str, str]) -> str:
    """Say which moment moves the overall answer most, or that some are alike.

    Args:
        found: at least one touchpoint.
        names: names of the touchpoints by id.
    """
    first = found.drivers[0]
    near = [each for each in found.drivers if each.share >= first.interval[0]]
    if len(near) > NAMED:
        return f"{len(near)} moments move the overall answer about equally."
    listed = _and([names[each.touchpoint_id] for each in near])
    return f"The overall answer moves most with {listed}."


def respondents_sentence(rows: SurveyRows) -> str:
    """Say how many customers it rests on, and how many are left out and why."""
    moments = "the moment" if len(rows.ids) == 1 else f"all {len(rows.ids)} moments"
    line = f"From {_customers(len(rows.overall))} who answered about {moments} "
    line += "compared and about the whole"
    out = [
        f"{count:,} {why}"
        for count, why in (
            (rows.without_overall, "said nothing of the whole"),
            (rows.incomplete, "left a moment open"),
        )
        if count
    ]
    return f"{line}; of {rows.asked:,}, {' and '.join(out)}." if out else f"{line}."


def explained_sentence(found: Drivers) -> str:
    """Say how much the moments explain together."""
    return (
        f"Together they go with {found.explained:.0%} of the differences between "
        "the answers about the whole."
    )


def against_sentence(found: Drivers, names: Mapping[str, str]) -> str:
    """Name the moments that go against the whole; empty where there is none."""
    odd = [
        names[each.touchpoint_id]
        for each in found.drivers
        if each.correlation < 0 and each.interval[0] > AGAINST_FROM
    ]
    if not odd:
        return ""
    return (
        f"Look twice at {_and(odd)}: the better it felt there, the worse they found "
        "the whole."
    )


def not_compared_sentence(left_out: Sequence[LeftOut], names: Mapping[str, str]) -> str:
    """Name the moments that are not compared, and why; empty where there is none."""
    by_reason: dict[str, list[str]] = {}
    for each in left_out:
        by_reason.setdefault(_because(each), []).append(names[each.touchpoint_id])
    said = [f"{_and(listed)} ({why})" for why, listed in by_reason.items()]
    return f"Not compared: {'; '.join(said)}." if said else ""


def kano_label(contrast: Contrast | None, holds_from: float) -> str:
    """Say what kind a moment looks like, if the answers tell.

    Args:
        contrast: of the touchpoint; None: it cannot be told.
        holds_from: part of the samples that have to suggest the same, 0 to 1.
    """
    if contrast is None:
        return NOT_TOLD
    return KANO_WORDS[contrast.kind] if contrast.holds >= holds_from else NOT_SURE


def no_drivers_sentence(refused: NoDrivers) -> str:
    """Say why it cannot be told what moves the overall answer, and what to do."""
    match refused.refusal:
        case Refusal.NO_SURVEY:
            return (
                "No survey asks customers about the moments of this journey yet. Bring "
                "in answers: one row a customer, one column a moment, and one about "
                "the whole."
            )
        case Refusal.NO_OVERALL:
            return (
                "No customer has answered about a moment and about the whole. If the "
                "file has such a column, bring the survey in again and choose it."
            )
        case Refusal.TOO_FEW:
            return _too_few(refused)
        case Refusal.ALL_ALIKE:
            return (
                "All of them gave the same answer, so nothing moves it. Bring in a "
                "survey with more steps to choose from."
            )
        case Refusal.UNRELATED:
            return (
                "What they say of the moments goes with what they say of the whole no "
                "more than chance would have it. Perhaps what moves them is not on the "
                "map yet: go and ask."
            )


def _too_few(refused: NoDrivers) -> str:
    rows = refused.rows
    moments = "a moment" if len(rows.ids) <= 1 else f"all {len(rows.ids)} moments"
    have = _FEW.get(len(rows.overall), f"there are {len(rows.overall):,}")
    return (
        f"This takes at least {refused.needed:,} customers who answered about "
        f"{moments} and about the whole; {have}. Bring in more answers, or a survey "
        "that asks about fewer moments."
    )


def _because(each: LeftOut) -> str:
    if each.because is LeftOutBecause.FEW_ANSWERS:
        return "1 answer" if each.answers == 1 else f"only {each.answers:,} answers"
    return _BECAUSE[each.because]


def _customers(count: int) -> str:
    return "1 customer" if count == 1 else f"{count:,} customers"


def _and(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"
