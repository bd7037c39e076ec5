"""What a workshop is, how it changes, and what can be computed from it.

The core knows no user interface, no storage, no clock and no randomness: ids,
times and dates are handed in, so every result can be recomputed.
"""
