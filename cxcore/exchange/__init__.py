"""Formats of others, in and out; the only part of the core that may use pandas.

What reads spreadsheets is imported from its own module, as only whoever brings one
in needs it: ``cxcore.exchange.table_files``.
"""

from cxcore.exchange.drawn import (
    NothingToDrawError,
    TooMuchToDrawError,
    drawn_for,
)
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
from cxcore.exchange.personas import (
    NobodyThereError,
    NotAPersonaError,
    PersonaCopy,
    PersonaFile,
    PersonaFileError,
    TooMuchSaidError,
    copies_of,
    persona_commands,
    persona_file,
    read_personas,
)

__all__ = [
    "EmptyOutlineError",
    "LineTooLongError",
    "NobodyThereError",
    "NotAPersonaError",
    "NothingToDrawError",
    "Outline",
    "OutlineError",
    "OutlineStage",
    "OutlineTooLongError",
    "OutlineTouchpoint",
    "PersonaCopy",
    "PersonaFile",
    "PersonaFileError",
    "TooMuchSaidError",
    "TooMuchToDrawError",
    "copies_of",
    "drawn_for",
    "outline_commands",
    "parse_outline",
    "persona_commands",
    "persona_file",
    "read_personas",
]
