"""Orders that change a workshop, as data, and the history they make."""

from cxcore.commands.changes import (
    COMMAND,
    Add,
    Batch,
    Command,
    Place,
    Remove,
    Restore,
    SetAnswer,
    SetRating,
    SetValue,
    Single,
    WriteText,
    singles_of,
)
from cxcore.commands.history import LAMPORT_MAX, Entry, History

__all__ = [
    "COMMAND",
    "LAMPORT_MAX",
    "Add",
    "Batch",
    "Command",
    "Entry",
    "History",
    "Place",
    "Remove",
    "Restore",
    "SetAnswer",
    "SetRating",
    "SetValue",
    "Single",
    "WriteText",
    "singles_of",
]
