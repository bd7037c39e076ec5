"""The table of the 37 checks of section 5 of the method, in their order.

Each family of checks is a module with its checks, their words and their thresholds
in a tuple ``CHECKS``; docs/checkup.md has one line for each.
"""

from collections.abc import Mapping

from cxcore.checkup import (
    agreement,
    backstage,
    effort,
    evidence,
    people,
    personas,
    promise,
    review,
    service,
    shape,
    silos,
    voices,
    wording,
)
from cxcore.checkup.check import Check

FAMILIES: tuple[tuple[Check, ...], ...] = (
    people.CHECKS,
    evidence.CHECKS,
    backstage.CHECKS,
    shape.CHECKS,
    personas.CHECKS,
    silos.CHECKS,
    service.CHECKS,
    effort.CHECKS,
    wording.CHECKS,
    promise.CHECKS,
    review.CHECKS,
    agreement.CHECKS,
    voices.CHECKS,
)

CATALOGUE: tuple[Check, ...] = tuple(
    sorted((check for family in FAMILIES for check in family), key=lambda one: one.id)
)
"""All checks, in the order of their numbers."""

BY_ID: Mapping[str, Check] = {check.id: check for check in CATALOGUE}

THRESHOLDS: Mapping[str, float] = {
    name: value for check in CATALOGUE for name, value in check.thresholds.items()
}
"""Defaults of all thresholds; a name belongs to one check."""
