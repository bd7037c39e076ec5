"""Colours of pictures: told apart by everybody, on a light and on a dark page."""

BAD, GOOD, REST = "#d9730d", "#4a63d9", "#7d8496"
"""Orange, blue and grey: with a contrast of at least 3 to either page, and apart for
whoever sees colours otherwise. Nothing is said by colour alone."""
DARK_INK, LIGHT_INK = "#14161f", "#ffffff"


def blend(start: str, end: str, share: float) -> str:
    """Return a colour between two others.

    Args:
        start: as ``#rrggbb``, for 0.
        end: as ``#rrggbb``, for 1.
        share: how far from the one to the other, 0 to 1.
    """
    pairs = zip(_channels(start), _channels(end), strict=True)
    mixed = (round(one + (other - one) * share) for one, other in pairs)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def ink_on(fill: str) -> str:
    """Return dark or light ink, whichever can be read better on a colour."""
    dark, light = contrast(fill, DARK_INK), contrast(fill, LIGHT_INK)
    return DARK_INK if dark >= light else LIGHT_INK


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + _FLARE) / (low + _FLARE)


_FLARE = 0.05
_LINEAR_TO = 0.04045


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= _LINEAR_TO:
        return channel / 12.92
    lifted: float = ((channel + 0.055) / 1.055) ** 2.4
    return lifted
