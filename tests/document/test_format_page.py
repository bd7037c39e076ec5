"""docs/format.md describes every key of the file."""

from pathlib import Path

import pytest

from cxcore.commands import Batch, Entry
from cxcore.document import DocumentError, errors
from cxcore.document.shapes import COMMANDS
from cxcore.model import THINGS, Answers, Brief, Rating, Record, Settings, Workshop

PAGE = (Path(__file__).parent.parent.parent / "docs" / "format.md").read_text("utf-8")

WEIGHTS = [
    info.annotation
    for info in Settings.model_fields.values()
    if isinstance(info.annotation, type) and issubclass(info.annotation, Record)
]
RECORDS = [*THINGS.values(), Brief, Settings, *WEIGHTS]


def section(title):
    """The text under the heading that begins with these words."""
    begin = PAGE.index(f"# {title}")
    end = PAGE.find("\n#", begin)
    return PAGE[begin : end if end > 0 else len(PAGE)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_stands_in_the_section_of_its_record(record):
    text = section(f"{record.__name__}: ")

    assert [f for f in record.model_fields if f"| `{f}` | " not in text] == []


@pytest.mark.parametrize(
    ("title", "record"), [("Ratings: ", Rating), ("Answers: ", Answers)]
)
def test_every_part_stands_in_its_section(title, record):
    text = section(title)

    assert [f for f in record.model_fields if f"| `{f}` | " not in text] == []


def test_every_key_of_the_workshop_and_of_an_entry_is_described():
    assert [f for f in Workshop.model_fields if f"| `{f}` | " not in PAGE] == []
    history = section("History: ")
    assert [f for f in Entry.model_fields if f"| `{f}` | " not in history] == []


@pytest.mark.parametrize("kind", COMMANDS)
def test_every_command_is_described_with_its_fields(kind):
    row = next(row for row in PAGE.splitlines() if row.startswith(f"| `{kind}` | "))
    fields = COMMANDS[kind].model_fields.keys() - {"kind"}

    assert [field for field in fields if f"`{field}`" not in row] == []
    assert Batch in COMMANDS.values()


def test_every_error_is_described():
    named = [
        name
        for name, error in vars(errors).items()
        if isinstance(error, type)
        and issubclass(error, DocumentError)
        and not name.startswith("_")
        and error is not DocumentError
    ]

    assert [name for name in named if f"| `{name}` | " not in PAGE] == []
