"""Facilitator links that whoever can read the data folder makes at the command line.

Only the server writes into its database. So `python -m cxlive link` leaves a file
beside it, with the hash of the new link, and the server takes it up when the link
is followed.
"""

import json
import logging
import os
import re
from datetime import datetime
from pathlib import Path

from cxlive.room.opening import now
from cxlive.seating.seats import LinkKind, Right
from cxlive.seating.secret import new_token, read_secret
from cxlive.store.contract import LinkRecord, Store

log = logging.getLogger(__name__)

FOLDER = "new-links"
_HASH = re.compile(r"[0-9a-f]{64}")


class LinkRequests:
    """The files of one data folder that ask for a link."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / FOLDER

    def ask(self, room_id: str) -> str:
        """Ask for a facilitator link into a room; return it in plain text."""
        token = new_token()
        secret = read_secret(token)
        assert secret is not None  # noqa: S101 - we have just made it
        self._folder.mkdir(mode=0o700, exist_ok=True)
        said = json.dumps({"room": room_id, "made_at": now().isoformat()})
        unready = self._folder / f"{secret.hash}.new"
        descriptor = os.open(unready, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(said)
        unready.rename(self._folder / secret.hash)  # from here on it is all there
        return token

    def take_up(self, store: Store) -> bool:
        """Keep the links that were asked for; tell whether there were any."""
        if not self._folder.is_dir():
            return False
        files = [path for path in self._folder.iterdir() if _HASH.fullmatch(path.name)]
        return sum(_take_up(path, store) for path in files) > 0


def _take_up(path: Path, store: Store) -> bool:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(said["made_at"])
        link = LinkRecord(
            path.name, said["room"], Right.FACILITATOR, LinkKind.LINK, made_at
        )
        if store.room(link.room_id) is not None:
            store.put_link(link)
        path.unlink(missing_ok=True)
    except Exception:  # one bad file must not keep everybody out
        log.exception("a link that was asked for could not be made")
        return False
    return True
