"""Reading a pasted list: indented lines, Markdown, numbered lists, or Mermaid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from textwrap import dedent

from cxcore.exchange.channels import split_channel
from cxcore.exchange.mermaid import is_mermaid, read_mermaid
from cxcore.exchange.outline import (
    LINES_MAX,
    TEXT_MAX,
    Outline,
    OutlineBuilder,
    OutlineTooLongError,
    OutlineTouchpoint,
)

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+(?P<text>.*)")
_DASHED = re.compile(r"(?:[-*+–—]\s+|[•·◦‣▪]\s*)(?:\[[ xX]\]\s+)?(?P<text>.*)")


class _Form(IntEnum):
    """How a line is written; the strongest that occurs are the stages."""

    HEADING = 1
    PLAIN = 2
    NUMBERED = 3
    DASHED = 4
    INDENTED = 5


@dataclass(frozen=True)
class _Line:
    number: int
    form: _Form
    text: str
    level: int = 0
    """Of a heading, 1 to 6."""


def parse_outline(text: str) -> Outline:
    """Return the stages and touchpoints of a pasted list.

    Unindented lines are stages, indented or dashed ones touchpoints, and a word
    in brackets at the end is the channel.

    Raises:
        OutlineError: there is nothing in it, or far too much.
    """
    if len(text) > TEXT_MAX:
        raise OutlineTooLongError(len(text), TEXT_MAX, "characters")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = lines.split("\n")
    filled = sum(1 for row in rows if row.strip())
    if filled > LINES_MAX:
        raise OutlineTooLongError(filled, LINES_MAX, "lines")
    return read_mermaid(rows) if is_mermaid(rows) else _read_list(lines)


def _read_list(text: str) -> Outline:
    builder = OutlineBuilder()
    rows = dedent(text.expandtabs(4).replace("\xa0", " ")).split("\n")
    lines = [_line(number, row) for number, row in enumerate(rows, 1) if row.strip()]
    lines = _take_title(builder, lines)
    stage_form = min((line.form for line in lines), default=_Form.PLAIN)
    stage_level = min((line.level for line in lines if line.level), default=0)
    for line in lines:
        if line.form is stage_form and line.level == stage_level:
            builder.stage(line.number, line.text)
        else:
            builder.touchpoint(line.number, _touchpoint(builder, line))
    return builder.outline()


def _line(number: int, row: str) -> _Line:
    text = row.strip()
    heading = _HEADING.fullmatch(text)
    if heading:
        level = len(heading["marks"])
        return _Line(number, _Form.HEADING, heading["text"], level)
    form = _Form.INDENTED if row[0].isspace() else _Form.PLAIN
    for pattern, marked in ((_NUMBERED, _Form.NUMBERED), (_DASHED, _Form.DASHED)):
        match = pattern.fullmatch(text)
        if match:
            return _Line(number, max(form, marked), match["text"])
    return _Line(number, form, text)


def _take_title(builder: OutlineBuilder, lines: Sequence[_Line]) -> list[_Line]:
    """Take the first heading as the title where all others stand below it."""
    levels = [line.level for line in lines if line.level]
    first, others = levels[:1], levels[1:]
    if not others or lines[0].level == 0 or min(others) <= first[0]:
        return list(lines)
    builder.title = builder.name(lines[0].number, lines[0].text)
    return list(lines[1:])


def _touchpoint(builder: OutlineBuilder, line: _Line) -> OutlineTouchpoint:
    name, channels = split_channel(builder.name(line.number, line.text))
    if len(channels) > 1:
        left_out = ", ".join(channel.replace("_", " ") for channel in channels[1:])
        builder.lose(line.number, f"a touchpoint has one channel; left out: {left_out}")
    return OutlineTouchpoint(name, channels[0] if channels else None)
