"""Places among siblings, as text keys that sort (decision 7).

A key is the digits of a fraction between 0 and 1 in base 62, without trailing
zeros, so that between any two different keys there is always another.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""In the order in which text sorts."""

_BASE = len(DIGITS)
_SPARSE = 8
"""Room left after the last key, in digits of its last place."""


def between(low: str, high: str) -> str:
    """Return a key that sorts after ``low`` and before ``high``.

    An empty ``low`` means the start, an empty ``high`` the end. Where the two do
    not leave room, as when two copies were merged, the key sorts after ``low``.
    """
    if high and low >= high:
        high = ""
    if not high and low:
        return _after(low)
    return _middle(low, high)


def spread(count: int) -> list[str]:
    """Return so many keys in order, with room between them."""
    width = 1
    while _BASE**width <= 2 * count:
        width += 1
    step = _BASE**width // (count + 1)
    return [_digits(step * (place + 1), width) for place in range(count)]


def _digits(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        text = DIGITS[digit] + text
    return text.rstrip("0")


def _after(low: str) -> str:
    """Step past a key without making it longer while there is room."""
    for place in range(len(low)):
        value = DIGITS.index(low[place])
        if value + 1 < _BASE:
            step = min(_SPARSE, (_BASE - value) // 2) if place == 0 else 1
            return low[:place] + DIGITS[value + max(1, step)]
    return low + DIGITS[_BASE // 2]


def _middle(low: str, high: str) -> str:
    prefix = ""
    place = 0
    while True:
        below = DIGITS.index(low[place]) if place < len(low) else 0
        above = DIGITS.index(high[place]) if place < len(high) else _BASE
        if above - below > 1:
            return prefix + DIGITS[(below + above) // 2]
        prefix += DIGITS[below]
        if above != below:
            high = ""
        place += 1
