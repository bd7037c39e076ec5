"""The workshop files below a folder."""

import os
from pathlib import Path

from cxcore.cli.files import FileNotReadError, why_not
from cxcore.errors import CxError

ENDING = ".json"


class NoWorkshopsError(CxError):
    """There is no file below a folder that could be a workshop."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"There is no workshop file ({ENDING}) in “{folder}”.")


def files_below(folder: str) -> list[str]:
    """Return all that could be a workshop file, by its path below the folder.

    Sorted by path; links to other folders are not followed, as they may lead round
    in a circle.

    Raises:
        FileNotReadError: a folder in it cannot be read: a table without what is in
            it would look complete.
        NoWorkshopsError: there is none.
    """
    root = Path(folder)
    found = [
        Path(inside, name).relative_to(root).as_posix()
        for inside, _, names in os.walk(folder, onerror=_refuse)
        for name in names
        if name.lower().endswith(ENDING)
    ]
    if not found:
        raise NoWorkshopsError(folder)
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise FileNotReadError(str(error.filename), why_not(error)) from None
