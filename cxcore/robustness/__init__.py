"""How firmly a ranking holds, and what to ask next (section 4.7 of docs/method.md)."""

from cxcore.robustness.ranks import (
    pairwise_wins,
    rank_acceptability,
    tied,
    top_shares,
)
from cxcore.robustness.results import Hold, Robustness, TouchpointRobustness
from cxcore.robustness.robustness import robustness_of
from cxcore.robustness.streams import voice_weights

__all__ = [
    "Hold",
    "Robustness",
    "TouchpointRobustness",
    "pairwise_wins",
    "rank_acceptability",
    "robustness_of",
    "tied",
    "top_shares",
    "voice_weights",
]
