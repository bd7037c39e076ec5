"""Names that mean the same: headings and touchpoints, as people write them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

ALIKE_FROM = 0.8
"""Two names are alike where so large a part of their letters agrees."""
HELD = 0.95
"""What a name is worth that is held whole by a longer one."""

_NUMBERED = re.compile(r"^(?:q|question|item)?\s*\d{1,3}\s*[a-z]?\s*[.:)\]-]+\s*")
_SIGNS = re.compile(r"[^\w]+|_")


def plain_name(name: str) -> str:
    """Return a name without case, accents, signs and a number before it."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    return " ".join(_SIGNS.sub(" ", _NUMBERED.sub("", letters.strip())).split())


def likeness(heading: str, name: str) -> float:
    """Return how alike two names are, 0 to 1, given as ``plain_name`` makes them."""
    if not heading or not name:
        return 0.0
    if heading == name:
        return 1.0
    if f" {name} " in f" {heading} ":
        return HELD
    matcher = SequenceMatcher(None, heading, name)
    # Both of these are never lower than the ratio, and far quicker to tell.
    if matcher.real_quick_ratio() < ALIKE_FROM or matcher.quick_ratio() < ALIKE_FROM:
        return 0.0
    return HELD * matcher.ratio()


def guess_names(headings: Sequence[str], names: Mapping[str, str]) -> Mapping[int, str]:
    """Return which heading is most likely about which thing, each once.

    Args:
        headings: texts to be told apart.
        names: names by id.

    Returns:
        Ids by the place of the heading; headings that are like no name are left out.
    """
    plain = {key: plain_name(name) for key, name in names.items()}
    pairs = [
        (-likeness(heading, name), -len(name), at, key)
        for at, heading in enumerate(map(plain_name, headings))
        for key, name in plain.items()
    ]
    found: dict[int, str] = {}
    for unlike, _, at, key in sorted(pairs):
        if -unlike < ALIKE_FROM * HELD:
            break
        if at not in found and key not in found.values():
            found[at] = key
    return dict(sorted(found.items()))


def closest_name(text: str, names: Mapping[str, str]) -> str | None:
    """Return the id of the one name that a text is most alike; None: of none, or two.

    Args:
        text: what somebody wrote.
        names: names by id.
    """
    said = plain_name(text)
    worth = {key: likeness(said, plain_name(name)) for key, name in names.items()}
    best = max(worth.values(), default=0.0)
    found = [key for key, value in worth.items() if value == best]
    return found[0] if best >= ALIKE_FROM * HELD and len(found) == 1 else None
