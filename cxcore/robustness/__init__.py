"""How firmly a ranking holds, and what to ask next (section 4.7 of docs/method.md)."""

from cxcore.robustness.results import Hold, Robustness, TouchpointRobustness

__all__ = ["Hold", "Robustness", "TouchpointRobustness"]
