"""The JSON Schema of the workshop file, generated from the records."""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import models_json_schema

from cxcore.commands import Entry
from cxcore.document.envelope import FORMAT
from cxcore.document.migrations import VERSION
from cxcore.model import THINGS, Workshop

COMMITTED = Path(__file__).parent / "schema" / f"{FORMAT}-{VERSION}.json"
"""Where the schema of this version is kept; a test compares it."""

_REF = "#/$defs/{model}"


class _File(BaseModel):
    """A workshop file: what opens, and how it came about."""

    model_config = ConfigDict(extra="forbid", title="Workshop file")

    format: Literal["cx-workshop"]
    version: int
    workshop: Workshop
    base: Workshop | None = None
    history: tuple[Entry, ...] = ()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a file in the version that this app writes."""
    models: list[type[BaseModel]] = [_File, *THINGS.values()]
    _, definitions = models_json_schema(
        [(model, "validation") for model in models], ref_template=_REF
    )
    known = definitions["$defs"]
    file = known.pop("_File")
    file["properties"]["version"] = {"const": VERSION}
    known["Add"] |= {"allOf": _things_added()}
    known["Add"]["properties"]["thing"] = {"type": "object"}
    known.pop("Thing", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{FORMAT}-{VERSION}.json",
        **file,
        "$defs": dict(sorted(known.items())),
    }


def schema_text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _things_added() -> list[dict[str, Any]]:
    """Say that what is added is of the kind that the command names."""
    return [
        {
            "if": {"properties": {"of": {"const": kind}}, "required": ["of"]},
            "then": {
                "properties": {"thing": {"$ref": _REF.format(model=thing.__name__)}}
            },
        }
        for kind, thing in THINGS.items()
    ]
