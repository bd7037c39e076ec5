"""Formats of others, in and out; the only part of the core that may use pandas."""

from cxcore.exchange.outline import (
    EmptyOutlineError,
    LineTooLongError,
    Outline,
    OutlineError,
    OutlineStage,
    OutlineTooLongError,
    OutlineTouchpoint,
)
from cxcore.exchange.outline_commands import outline_commands
from cxcore.exchange.pasted import parse_outline

__all__ = [
    "EmptyOutlineError",
    "LineTooLongError",
    "Outline",
    "OutlineError",
    "OutlineStage",
    "OutlineTooLongError",
    "OutlineTouchpoint",
    "outline_commands",
    "parse_outline",
]
