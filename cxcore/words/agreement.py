"""How far a room agrees, what is worth talking about, and who sees it otherwise."""

from collections.abc import Mapping, Sequence

from cxcore.agreement import (
    Accord,
    Agreement,
    CustomersFirst,
    StandsApart,
)
from cxcore.analysis import (
    CLOSE,
    Concordance,
    TouchpointAnalysis,
)

ACCORD_WORDS: Mapping[Accord, str] = {
    Accord.NOTHING: "Nothing is rated yet.",
    Accord.ONE_VOICE: "One of us has rated so far: nobody can agree or disagree yet.",
    Accord.FEW: "Too few of us have rated the same moments to say whether we agree.",
    Accord.ALIKE: "We all say the same of every moment.",
    Accord.AGREED: "We mostly agree on what hurts.",
    Accord.PARTLY: "We agree in part: look where our answers are apart.",
    Accord.DIFFERENT: "We rate this journey quite differently from one another.",
}
"""How far a room agrees on a journey, in one sentence."""

BY_CHANCE_FROM = 0.05
"""P from which people who rank by chance could well agree as far."""
SMALLEST_P = 0.001
"""Smaller ones are not told apart."""
MOSTLY_FROM = 1.0
"""Points by which somebody finds moments better or worse before that is said."""


def discuss_sentence(one: TouchpointAnalysis, name: str, *, is_important: bool) -> str:
    """Say why a moment on which a room does not agree is worth talking about.

    Args:
        one: what is computed of it.
        name: of the moment.
        is_important: whether it matters, see ``cxcore.analysis.matters``.
    """
    if one.disputed and is_important:
        return f"We see {name} differently: it matters, and our answers are far apart."
    if one.disputed:
        return f"We see {name} differently: our answers are far apart."
    if is_important:
        return f"{name} matters, and we do not quite agree on it."
    return f"We do not quite agree on {name}."


def stands_apart_sentence(one: StandsApart, name: str) -> str:
    """Say that somebody sees a journey differently from all the others."""
    how = "differently from the rest of us"
    if abs(one.better) >= MOSTLY_FROM - CLOSE:
        how = f"{'better' if one.better > 0 else 'worse'} than the rest of us do"
    return f"{name} sees this journey {how}."


def customers_first_sentence(first: CustomersFirst, names: Mapping[str, str]) -> str:
    """Say what customers would start with, where that is not what we would.

    Args:
        first: the first moments of both sides.
        names: names of touchpoints by id.
    """
    ours, theirs = _listed(first.ours, names), _listed(first.theirs, names)
    if not first.differs:
        return "Customers would start where we would."
    if not first.theirs:
        return f"Nothing hurts customers here. We would start with {ours}."
    if not first.ours:
        return f"Customers would start with {theirs}. Nothing hurts the rest of us."
    if first.ours[0] != first.theirs[0]:
        return f"Customers would start elsewhere: {theirs}. We: {ours}."
    start, rest = names[first.theirs[0]], _listed(first.theirs[1:], names)
    then = f"but then go on with {rest}" if rest else "and nothing else hurts them"
    return f"Customers would start with {start} as we do, {then}."


def agreement_numbers(agreement: Agreement) -> list[tuple[str, str]]:
    """Return the numbers behind the sentence, each with its exact name."""
    rows = []
    if agreement.ranking is not None:
        rows += _of_ranking(agreement.ranking, agreement.raters)
    for label, alpha in (
        ("How it feels: Krippendorff's alpha", agreement.alpha_valence),
        ("What matters: Krippendorff's alpha", agreement.alpha_importance),
    ):
        if alpha is not None:
            rows.append((label, f"{_number(alpha)} (1 the same, 0 as by chance)"))
    return rows


def _of_ranking(ranking: Concordance, raters: int) -> list[tuple[str, str]]:
    who = f"{ranking.raters} of {raters} raters: those of all {ranking.touchpoints}"
    chance = "could be chance" if ranking.p >= BY_CHANCE_FROM else "hardly chance"
    test = f"chi-square {ranking.chi_square:.2f}, {ranking.touchpoints - 1} degrees"
    return [
        (
            "Our rankings of the moments: Kendall's W",
            f"{_number(ranking.w)} (1 the same, 0 nothing in common)",
        ),
        ("Who is in it", f"{who} moments that are rated"),
        ("By chance?", f"{chance}: {test} of freedom, {_p(ranking.p)}"),
    ]


def _p(p: float) -> str:
    return f"p = {p:.3f}" if p >= SMALLEST_P else f"p < {SMALLEST_P}"


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _listed(ids: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[key] for key in ids)
