"""The floor: the same re-runs as whole numpy arrays, written by hand, no more."""

from dataclasses import dataclass

import numpy as np

from cxcore.analysis import JourneyAnalysis, JourneyGrid
from cxcore.analysis.rated import aggregates_of
from cxcore.model import Settings

_TERMS = [(first, second) for first in range(4) for second in range(first, 4)]


@dataclass(frozen=True)
class Told:
    """What ``cxcore.robustness`` says too, as arrays over the touchpoints."""

    chances: np.ndarray
    intervals: np.ndarray
    neighbours: np.ndarray
    knowing: np.ndarray


def told(
    grid: JourneyGrid, analysis: JourneyAnalysis, settings: Settings, draws: int
) -> Told:
    """Shake a journey that everybody rated in full, with one stream of numbers."""
    random = np.random.default_rng(settings.robustness.seed)
    noise = random.standard_normal((len(grid.ids), 4, draws))
    scores = np.round(_scores(grid, settings, random, noise), 9)
    order = [grid.ids.index(each) for each in analysis.ranking]
    scores, noise = scores[order], noise[order]
    chances = _chances(scores)
    wins = (scores[:-1] > scores[1:]).mean(axis=1)
    wins += (scores[:-1] == scores[1:]).mean(axis=1) / 2
    intervals = np.quantile(scores, (0.05, 0.5, 0.95), axis=1)
    return Told(chances, intervals, wins, _knowing(scores, noise))


def _scores(
    grid: JourneyGrid,
    settings: Settings,
    random: np.random.Generator,
    noise: np.ndarray,
) -> np.ndarray:
    """Return the fix scores: (touchpoints, draws)."""
    draws, rule = noise.shape[2], settings.robustness
    weights = random.standard_exponential((len(grid.voices), draws))
    weights /= weights.sum(axis=0)
    severity = random.dirichlet(
        rule.sureness * np.array(list(dict(settings.severity).values())), draws
    ).T
    exposure = random.dirichlet(
        rule.sureness * np.array(list(dict(settings.exposure).values())), draws
    ).T
    wide = (1 - grid.confidence)[:, np.newaxis]
    shift = noise[:, 0] * rule.feeling_noise * wide
    felt = np.clip(grid.valence[:, :, np.newaxis] + shift[:, np.newaxis], -5, 5)
    mean = np.einsum("tvd,vd->td", felt, weights)
    pain = np.einsum("tvd,vd->td", np.maximum(-felt, 0), weights) / 5
    shift = noise[:, 1] * rule.performance_noise * wide
    short = np.clip(grid.performance[:, :, np.newaxis] + shift[:, np.newaxis], 0, 10)
    short = np.maximum(grid.expectation[:, :, np.newaxis] - short, 0)
    gap = np.einsum("tvd,vd->td", short, weights) / 10
    importance = np.einsum("tv,vd->td", (grid.importance - 1) / 4, weights)
    importance += noise[:, 2] * rule.importance_noise * wide
    effort = np.einsum("tv,vd->td", (grid.effort - 1) / 6, weights)
    effort = np.clip(effort + noise[:, 3] * rule.effort_noise * wide, 0, 1)
    severe = severity[0] * pain + severity[1] * gap + severity[2] * effort
    severe = severe ** grid.kano_exponent[:, np.newaxis]
    place = aggregates_of(grid, settings).place
    lows = np.zeros_like(mean)
    for stage in np.unique(grid.stage_codes):
        rows = grid.stage_codes == stage
        lows[rows] = (mean[rows] == mean[rows].min(axis=0)) & (mean[rows] < 0)
    more = (
        exposure[0] * grid.moment_of_truth[:, np.newaxis]
        + exposure[1] * lows
        + exposure[2] * place.end[:, np.newaxis]
        + exposure[3] * place.handover[:, np.newaxis]
    )
    return 50 * np.clip(importance, 0, 1) * severe * (1 + more)


def _chances(scores: np.ndarray) -> np.ndarray:
    """Return P(among the first 1, 2, 3), whoever is tied sharing the places."""
    order = np.argsort(-scores, axis=0, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=0)
    place = np.arange(len(scores))[:, np.newaxis]
    new = np.vstack([np.ones((1, scores.shape[1]), bool), ordered[1:] != ordered[:-1]])
    ends = np.vstack([new[1:], np.ones((1, scores.shape[1]), bool)])
    first = np.maximum.accumulate(np.where(new, place, 0), axis=0)
    last = np.minimum.accumulate(np.where(ends, place, len(scores))[::-1], axis=0)[::-1]
    both = np.empty((2, *scores.shape))
    np.put_along_axis(both[0], order, first, axis=0)
    np.put_along_axis(both[1], order, last + 1, axis=0)
    size = both[1] - both[0]
    return np.array(
        [(np.clip(top - both[0], 0, size) / size).mean(axis=1) for top in (1, 2, 3)]
    )


def _knowing(scores: np.ndarray, noise: np.ndarray) -> np.ndarray:
    """Return what knowing each touchpoint is worth, by one regression for all."""
    squares = np.stack([noise[:, one] * noise[:, two] for one, two in _TERMS], axis=1)
    ones = np.ones((len(scores), 1, scores.shape[1]))
    basis = np.concatenate([ones, noise, squares, noise * noise * noise], axis=1)
    gram = basis @ basis.transpose(0, 2, 1)
    weights = np.linalg.solve(gram, basis @ scores[..., np.newaxis])
    fitted = (basis * weights).sum(axis=1)
    mean = scores.mean(axis=1)
    falling = np.sort(mean)[::-1]
    inside = mean >= falling[2]
    rival = np.where(inside, falling[3], falling[2])[:, np.newaxis]
    gain = np.where(inside[:, np.newaxis], rival - fitted, fitted - rival)
    return np.maximum(gain, 0).mean(axis=1)
