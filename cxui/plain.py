"""Text from people, shown as they typed it where Streamlit reads Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&=^@\"'/])")


def plain(text: str) -> str:
    """Return text that Markdown shows letter by letter.

    Every sign that could mean something is escaped: no link, picture, colour,
    icon, formula or tag comes of it. Line breaks become spaces.
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
