"""The browser's own modules, served from memory under the version they belong to."""

from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

TYPES = {".js": "text/javascript", ".css": "text/css"}
"""Said by us: what a system believes of these endings cannot be relied on."""

FOR_GOOD = "public, max-age=31536000, immutable"
_GET = frozenset({"GET", "HEAD"})


class Modules:
    """Serves one folder as `/VERSION/name`, to be kept by browsers for good.

    The version is the first part of the path, so that a module's relative imports
    carry it too: a new version of the app has new addresses for all of them. A page
    asks for some eighty at once, so they are read once and never from the disk again;
    what is not among them is not there, whatever its path says.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.suffix in TYPES
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or raise that there is none."""
        if scope["type"] != "http" or scope["method"] not in _GET:
            raise HTTPException(405)
        mounted = scope.get("root_path", "")
        path = scope["path"].removeprefix(mounted)
        _, _, name = path.lstrip("/").partition("/")
        if name not in self._files:
            raise HTTPException(404)
        await self._answer(name)(scope, receive, send)

    def _answer(self, name: str) -> Response:
        """Make an answer for this request alone: middleware writes into its headers."""
        kind = f"{TYPES[PurePosixPath(name).suffix]}; charset=utf-8"
        headers = {"Cache-Control": FOR_GOOD}
        return Response(self._files[name], media_type=kind, headers=headers)
