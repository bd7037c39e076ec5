"""Opening the file that a command names."""

from pathlib import Path

from cxcore.document import Limits, Loaded, TooLargeError, read
from cxcore.errors import CxError


class FileNotReadError(CxError):
    """The file named is not there, or cannot be read."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        self.why = why
        super().__init__(f"The file “{name}” cannot be read: {why}.")


def load(name: str, limits: Limits) -> Loaded:
    """Return the workshop in a file.

    Raises:
        FileNotReadError: there is no such file.
        DocumentError: it is no workshop file that can be opened.
    """
    try:
        size = Path(name).stat().st_size
        if size > limits.bytes:
            raise TooLargeError(size, limits.bytes)
        data = Path(name).read_bytes()
    except OSError as error:
        raise FileNotReadError(name, why_not(error)) from None
    except ValueError:  # a name with a NUL
        raise FileNotReadError(ascii(name), "this is no name of a file") from None
    return read(data, limits)


def why_not(error: OSError) -> str:
    """Return why the system did not read something, within a sentence."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return (error.strerror or "the system refuses it").lower()
