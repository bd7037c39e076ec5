"""Reading the user journey diagrams of Mermaid: ``journey``, sections and tasks."""

import html
import re
from collections.abc import Iterator, Sequence

from cxcore.exchange.channels import split_channel
from cxcore.exchange.outline import Outline, OutlineBuilder, OutlineTouchpoint

WORST, MIDDLE, BEST = 1, 3, 5
"""Scores of a task."""
VALENCE_PER_SCORE = 2.5

_ENTITY = re.compile(r"#(\w+);")
_DIRECTIVE = re.compile(r"%%\{.*?\}%%")
_WORD = re.compile(r"(?i)(title|section|accTitle|accDescr)\b\s*:?\s*(.*)")
_FENCE = "```"

_Numbered = tuple[int, str]


def is_mermaid(rows: Sequence[str]) -> bool:
    """Tell whether the first line that says anything is ``journey``."""
    first = next(_lines(rows), (0, ""))[1]
    return first == "journey"


def read_mermaid(rows: Sequence[str]) -> Outline:
    """Return the sections as stages and the tasks as touchpoints.

    A task's score becomes a valence; people, and what describes the picture only,
    are listed as losses.
    """
    builder = OutlineBuilder()
    builder.title = _title_before(builder, rows)
    scored = False
    for number, text in list(_lines(rows))[1:]:
        word = _WORD.fullmatch(text)
        if word:
            _take_word(builder, number, word[1].lower(), _decoded(word[2]))
        else:
            scored |= _take_task(builder, number, text)
    if scored:
        builder.lose(None, "the scores became feelings that belong to nobody yet")
    return builder.outline()


def _lines(rows: Sequence[str]) -> Iterator[_Numbered]:
    """Yield the lines that say something, without what stands before the diagram."""
    for number, row in _described_left_out(_after_front_matter(rows)):
        text = _DIRECTIVE.sub("", row).strip()
        if text and not text.startswith(("%%", "#", _FENCE)):
            yield number, text


def _after_front_matter(rows: Sequence[str]) -> list[_Numbered]:
    numbered = list(enumerate(rows, 1))
    filled = [pair for pair in numbered if pair[1].strip() not in ("", "```mermaid")]
    if filled and filled[0][1].strip() == "---":
        ends = [number for number, row in filled[1:] if row.strip() == "---"]
        if ends:
            return [pair for pair in filled if pair[0] > ends[0]]
    return filled


def _described_left_out(lines: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """Yield the lines, a description in braces as its first line only."""
    inside = False
    for number, row in lines:
        if not inside:
            yield number, row
        opens = row.strip().lower().startswith("accdescr") and "{" in row
        inside = (inside or opens) and "}" not in row


def _title_before(builder: OutlineBuilder, rows: Sequence[str]) -> str:
    """Return the title that the front matter gives, if any."""
    kept = {number for number, _ in _after_front_matter(rows)}
    for number, row in enumerate(rows, 1):
        key, _, value = row.partition(":")
        if number not in kept and key.strip() == "title":
            return builder.name(number, value.strip().strip("\"'"))
    return ""


def _take_word(builder: OutlineBuilder, number: int, word: str, text: str) -> None:
    if word == "section":
        builder.stage(number, text)
    elif word == "title":
        builder.title = builder.name(number, text)
    else:
        builder.lose(number, "the description of the picture was left out")


def _take_task(builder: OutlineBuilder, number: int, text: str) -> bool:
    """Add a task; tell whether it has a score."""
    task, *data = (_decoded(part) for part in _split(text))
    name, channels = split_channel(builder.name(number, task))
    score, people = (*data, "", "")[:2]
    valence = _valence(score)
    if valence is None:
        said = f"“{score}” is no score from 1 to 5" if score else "it has no score"
        builder.lose(number, said)
    if people:
        builder.lose(number, f"the people “{people}” were left out")
    channel = channels[0] if channels else None
    builder.touchpoint(number, OutlineTouchpoint(name, channel, valence))
    return valence is not None


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(":")]


def _valence(score: str) -> float | None:
    try:
        value = float(score)
    except ValueError:
        return None
    if not WORST <= value <= BEST:
        return None
    return VALENCE_PER_SCORE * (value - MIDDLE)


def _decoded(text: str) -> str:
    """Return the text with Mermaid's entities as characters: #35; is #."""
    return _ENTITY.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    inside = match[1]
    return html.unescape(f"&#{inside};" if inside.isdigit() else f"&{inside};")
