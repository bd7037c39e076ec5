"""Write cxui/components/js/messages.d.ts from the message types of the live channel.

Run it after changing cxlive/channel/messages.py or from_browser.py; a test compares
the result.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from cxlive.channel.from_browser import FROM_BROWSER  # noqa: E402 - the path comes first
from cxlive.channel.messages import TO_BROWSER  # noqa: E402 - the path comes first

TARGET = ROOT / "cxui" / "components" / "js" / "messages.d.ts"

HEAD = """\
/**
 * What a browser tab and a room say to each other; docs/live.md explains it.
 * Made from cxlive/channel/messages.py and from_browser.py by tools/messages_dts.py:
 * change it there.
 */
"""

NAMES = {"string": "string", "integer": "number", "number": "number"}
NAMES |= {"boolean": "boolean", "null": "null"}


def text() -> str:
    """Return the whole file."""
    to_server = FROM_BROWSER.json_schema(mode="validation")
    to_browser = TO_BROWSER.json_schema(mode="serialization")
    parts = [HEAD, *_section("FromBrowser", to_server, whole=False)]
    parts += _section("ToBrowser", to_browser, whole=True)
    return "\n".join(parts)


def _section(name: str, schema: dict[str, Any], *, whole: bool) -> Iterator[str]:
    """Yield the types of one direction; what we send is ``whole``, nothing left out."""
    for title, each in sorted(schema["$defs"].items()):
        yield _interface(title, each, whole=whole)
    members = " | ".join(_type(each) for each in schema["oneOf"])
    yield f"export type {name} = {members};\n"


def _interface(title: str, schema: dict[str, Any], *, whole: bool) -> str:
    needed = set(schema.get("required", ()))
    lines = [f"/** {schema['description']} */"] if "description" in schema else []
    lines.append(f"export interface {title} {{")
    for field, each in schema.get("properties", {}).items():
        # Every message names its kind, though we need not write it down ourselves.
        mark = "" if whole or field in needed or field == "kind" else "?"
        lines.append(f"  {field}{mark}: {_type(each)};")
    return "\n".join([*lines, "}", ""])


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(each) for each in schema["anyOf"]))
    return _of_kind(schema)


def _of_kind(schema: dict[str, Any]) -> str:
    match schema.get("type"):
        case "array" if "prefixItems" in schema:
            inner = ", ".join(_type(each) for each in schema["prefixItems"])
            return f"[{inner}]"
        case "array":
            inner = _type(schema["items"])
            return f"({inner})[]" if "|" in inner else f"{inner}[]"
        case "object":
            return "Record<string, unknown>"
        case str(kind):
            return NAMES[kind]
        case _:
            return "unknown"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
