"""Which signals count in a journey, and how present ones are blended (4.2)."""

from collections.abc import Sequence

import numpy as np

from cxcore.analysis.results import Signal, SignalCount
from cxcore.analysis.scales import CLOSE, FloatArray
from cxcore.analysis.voices import Means

OPTIONAL = (Signal.GAP, Signal.EFFORT, Signal.PERFORMANCE)
"""Signals that a room may leave out; bad and good feeling are always there."""


def signal_counts(means: Means, counts_from: float) -> tuple[SignalCount, ...]:
    """Decide once per journey which signals count.

    A signal counts when the share ``counts_from`` of the rated touchpoints has
    it; filling in one more card never changes who is compared with what.

    Args:
        means: of the rated touchpoints only.
        counts_from: share of the rated touchpoints, 0 to 1.
    """
    rated = len(means.valence)
    counts = []
    for signal in OPTIONAL:
        known = int(np.count_nonzero(~np.isnan(getattr(means, signal.value))))
        counted = known > 0 and known >= counts_from * rated - CLOSE
        counts.append(SignalCount(signal, known, rated, counted))
    return tuple(counts)


def counted_signals(counts: Sequence[SignalCount]) -> frozenset[Signal]:
    """Return the signals that count; pain always does."""
    return frozenset(count.signal for count in counts if count.counted) | {Signal.PAIN}


def if_counted(
    values: FloatArray, signal: Signal, counted: frozenset[Signal]
) -> FloatArray:
    """Return the values of a signal, or unknown for all where it does not count."""
    return values if signal in counted else np.full(values.shape, np.nan)


def blend(parts: FloatArray, weights: Sequence[float]) -> FloatArray:
    """Weight the known parts of each column so that their weights sum to 1.

    Args:
        parts: (parts, touchpoints), 0 to 1, NaN for unknown.
        weights: one per part, 0 to 1.

    Returns:
        (parts, touchpoints): what each part adds; 0 where it is unknown.
    """
    known = ~np.isnan(parts)
    present = known * np.array(weights)[:, np.newaxis]
    total = present.sum(axis=0)
    shares: FloatArray = present / np.where(total > 0, total, 1.0)
    return np.where(known, parts, 0.0) * shares


def within_one(weights: Sequence[float]) -> FloatArray:
    """Scale weights down where they sum to more than 1, so no score exceeds 100."""
    asked = np.array(weights, dtype=np.float64)
    scaled: FloatArray = asked / max(1.0, float(asked.sum()))
    return scaled
