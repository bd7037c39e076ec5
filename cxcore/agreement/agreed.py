"""How far a room agrees on a journey, and what is worth talking about (4.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cxcore.agreement.customers_first import CustomersFirst, customers_first
from cxcore.agreement.standing_apart import StandsApart, who_stands_apart
from cxcore.analysis.agreement import (
    FEWEST_RATERS,
    Concordance,
    concordance_of,
    krippendorffs_alpha,
)
from cxcore.analysis.columns import optional
from cxcore.analysis.grid import JourneyGrid
from cxcore.analysis.rated import aggregates_of
from cxcore.analysis.results import JourneyAnalysis, TouchpointAnalysis
from cxcore.analysis.scales import CLOSE, FloatArray
from cxcore.analysis.voices import asked_importance
from cxcore.model import ImportanceMode, Settings
from cxcore.model.base import TouchpointId
from cxcore.model.settings import RevealRule

WEAK_RANKING = 0.3
"""W below which a common ranking is weak (Schmidt 1997)."""
STRONG_RANKING = 0.7
"""W from which it is strong (Schmidt 1997)."""
WEAK_RATINGS = 0.4
"""Alpha below which a room rates differently: a convention of ours, see CX33."""
STRONG_RATINGS = 0.667
"""Alpha from which conclusions may be drawn, if tentative ones (Krippendorff 2004)."""


class Accord(StrEnum):
    """How far a room agrees on a journey, in one word."""

    NOTHING = "nothing"
    """Nobody has rated."""
    ONE_VOICE = "one_voice"
    FEW = "few"
    """Too few people, or too few touchpoints that several of them rated."""
    ALIKE = "alike"
    """Everybody gave the same answer everywhere."""
    AGREED = "agreed"
    PARTLY = "partly"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far those who rated a journey see it alike; all parts unrounded."""

    journey_id: str
    accord: Accord
    raters: int
    """Participants who gave a valence."""
    ranking: Concordance | None
    """Kendall's W of the rankings by valence; None where it is not defined (1.8)."""
    alpha_valence: float | None
    """Krippendorff's alpha of the valences, interval; None where not defined (1.8)."""
    alpha_importance: float | None
    """The same of what they say that matters, on a scale or by dots; None too where
    importance comes out of a survey."""
    worth: Mapping[TouchpointId, float]
    """Importance times disagreement, i (1 - r_wg), 0 to 1, of every touchpoint that
    two at least have rated."""
    discuss: tuple[TouchpointId, ...]
    """Those of them where that is more than nothing, most worth discussing first;
    ties as on the map."""
    apart: tuple[StandsApart, ...]
    """Who stands apart; ask ``named_apart`` before anybody is told."""
    customers: CustomersFirst | None
    """What customers would start with; None with too few of them."""


def agreement_of(grid: JourneyGrid, settings: Settings) -> Agreement:
    """Compute how far a room agrees on one journey (4.8).

    Args:
        grid: what everybody said of the journey.
        settings: all weights and thresholds.
    """
    given = aggregates_of(grid, settings)
    ranking = concordance_of(grid.valence)
    alpha = krippendorffs_alpha(grid.valence)
    raters = int((~np.isnan(grid.valence)).any(axis=0).sum())
    worth = _worth(grid.ids, given.means.importance * (1 - given.spread.r_wg))
    hardly = [key for key, value in worth.items() if value > CLOSE]
    return Agreement(
        journey_id=grid.journey_id,
        accord=_accord(grid.valence, raters, (ranking, alpha), settings),
        raters=raters,
        ranking=ranking,
        alpha_valence=alpha,
        alpha_importance=_alpha_importance(grid, settings),
        worth=worth,
        discuss=tuple(sorted(hardly, key=lambda key: -round(worth[key], 9))),
        apart=who_stands_apart(grid.valence, grid.voices, settings.agreement),
        customers=customers_first(grid, given, settings),
    )


def to_discuss(
    agreement: Agreement, journey: JourneyAnalysis, rule: RevealRule
) -> tuple[TouchpointAnalysis, ...]:
    """Return what a room does not agree on, most worth discussing first (4.8).

    The discuss list, without the touchpoints where the agreement of the raters is
    acceptable: there is little to say about those, however much they matter.

    Args:
        agreement: of the same journey.
        journey: what is computed of it.
        rule: ``agree_from`` says which agreement is acceptable.
    """
    listed = map(journey.touchpoint, agreement.discuss)
    return tuple(
        each
        for each in listed
        if each.r_wg is not None and each.r_wg < rule.agree_from - CLOSE
    )


def _worth(ids: tuple[TouchpointId, ...], values: FloatArray) -> dict[str, float]:
    pairs = zip(ids, optional(values), strict=True)
    return {key: value for key, value in pairs if value is not None}


def _alpha_importance(grid: JourneyGrid, settings: Settings) -> float | None:
    """Return the alpha of what people said that matters.

    Where dots were asked, of a dot or none by all who placed any: for two values all
    distances are the same.
    """
    if grid.mode is ImportanceMode.SURVEY:
        return None
    return krippendorffs_alpha(asked_importance(grid, settings.importance_without_dot))


def _accord(
    valence: FloatArray,
    raters: int,
    measures: tuple[Concordance | None, float | None],
    settings: Settings,
) -> Accord:
    """Say in one word how far a room agrees; measures that are there must both say so.

    Args:
        valence: (touchpoints, voices), -5 to 5, NaN for not rated.
        raters: how many gave a valence.
        measures: of the ranking and of the ratings.
        settings: ``reveal.raters_from`` says how many it takes to agree.
    """
    if raters < max(FEWEST_RATERS, settings.reveal.raters_from):
        return _OF_FEW.get(raters, Accord.FEW)
    ranking, alpha = measures
    w = None if ranking is None else ranking.w
    if w is None and alpha is None:
        return Accord.ALIKE if _is_alike(valence) else Accord.FEW
    if _under(w, WEAK_RANKING) or _under(alpha, WEAK_RATINGS):
        return Accord.DIFFERENT
    partly = _under(w, STRONG_RANKING) or _under(alpha, STRONG_RATINGS)
    return Accord.PARTLY if partly else Accord.AGREED


_OF_FEW = {0: Accord.NOTHING, 1: Accord.ONE_VOICE}


def _under(value: float | None, limit: float) -> bool:
    return value is not None and value < limit - CLOSE


def _is_alike(valence: FloatArray) -> bool:
    """Tell whether several gave one and the same answer at several touchpoints."""
    known = ~np.isnan(valence)
    several = known.sum(axis=1) >= FEWEST_RATERS
    answers = valence[several][known[several]]
    return int(several.sum()) >= FEWEST_RATERS and float(np.ptp(answers)) < CLOSE
