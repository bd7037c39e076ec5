"""How a workshop changes: apply, its checks, its inverse, and what is visible."""

from cxcore.edit.apply import apply, fold
from cxcore.edit.checks import Clash, DoesNotFitError, StaleTextError, fits, stale
from cxcore.edit.hidden import without_parts
from cxcore.edit.invert import invert
from cxcore.edit.lookup import find, place_of, siblings, things
from cxcore.edit.references import reference_fields, references
from cxcore.edit.settle import settle
from cxcore.edit.touches import FieldKey, touches
from cxcore.edit.undo import (
    Passed,
    UndoChoice,
    choose_redo,
    choose_undo,
    within_reach,
)
from cxcore.edit.visible import visible

__all__ = [
    "Clash",
    "DoesNotFitError",
    "FieldKey",
    "Passed",
    "StaleTextError",
    "UndoChoice",
    "apply",
    "choose_redo",
    "choose_undo",
    "find",
    "fits",
    "fold",
    "invert",
    "place_of",
    "reference_fields",
    "references",
    "settle",
    "siblings",
    "stale",
    "things",
    "touches",
    "visible",
    "within_reach",
    "without_parts",
]
