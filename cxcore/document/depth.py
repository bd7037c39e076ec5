"""How deep a JSON text is nested, found without parsing it.

A parser that follows nesting can be driven out of its stack; this cannot.
"""

_CLOSE = ord("}")
_NOT_STRUCTURE = bytes(byte for byte in range(256) if byte not in b'"[]{}')
_AS_BRACES = bytes.maketrans(b"[]", b"{}")


def is_deeper_than(limit: int, data: bytes) -> bool:
    """Tell whether lists and objects lie inside each other beyond the limit.

    Only brackets outside of texts count, lists and objects alike. Where one
    closes that was never opened, a parser stops, and so does this.
    """
    return _reaches_below(limit, _without_levels(limit, _brackets(data)))


def _brackets(data: bytes) -> bytes:
    """Return the brackets outside of texts, in order, all written as braces."""
    without_escapes = data.replace(rb"\\", b"").replace(rb"\"", b"")
    structure = without_escapes.translate(_AS_BRACES, _NOT_STRUCTURE)
    return b"".join(structure.split(b'"')[::2])


def _without_levels(limit: int, brackets: bytes) -> bytes:
    """Take the innermost pairs away, one level at a time."""
    for _ in range(limit):
        stripped = brackets.replace(b"{}", b"")
        if len(stripped) == len(brackets):
            break
        brackets = stripped
    return brackets


def _reaches_below(limit: int, left_over: bytes) -> bool:
    """Judge by what was not taken away: nothing, a mismatch, or too many levels."""
    for depth, bracket in enumerate(left_over):
        if bracket == _CLOSE:
            return depth > 0
        if depth == limit:
            return True
    return False
