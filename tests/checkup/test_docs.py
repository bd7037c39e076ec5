"""docs/checkup.md says what the catalogue says, check by check."""

import re
from pathlib import Path
from string import Formatter

import pytest

from cxcore.checkup import CATALOGUE, Essay

DOCS = (Path(__file__).parent.parent.parent / "docs" / "checkup.md").read_text("utf-8")
ROWS = {
    cells[0]: cells[1:]
    for line in DOCS.splitlines()
    if line.startswith("| CX")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}
LETTERS = dict(zip(Essay, "ABCDE", strict=True))
SAID_BESIDE = {"places"}
"""Fields of a sentence that are no numbers."""


def numbers_of(one):
    fields = {name for said in one.says for _, name, _, _ in Formatter().parse(said)}
    return fields - SAID_BESIDE - {None}


def test_every_check_has_its_row_in_order():
    assert list(ROWS) == [one.id for one in CATALOGUE]


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.id)
def test_a_row_has_name_severity_thresholds_and_essays(one):
    name, _, severity, thresholds, _, essays = ROWS[one.id]

    assert (name, severity) == (one.name, one.severity.value)
    assert thresholds == ", ".join(
        f"`{key} = {value:g}`" for key, value in one.thresholds.items()
    )
    assert sorted(essays.split(", ")) == sorted(LETTERS[essay] for essay in one.essays)


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.id)
def test_every_number_that_is_said_is_documented(one):
    documented = set(re.findall(r"`(\w+)`", ROWS[one.id][4]))

    assert numbers_of(one) <= documented


def test_every_essay_is_cited_by_its_title():
    flat = " ".join(DOCS.split())

    assert [
        letter
        for essay, letter in LETTERS.items()
        if f"**{letter}** {essay}" not in flat
    ] == []
