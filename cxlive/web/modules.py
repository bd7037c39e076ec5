"""The browser's own modules, served from memory under the version they belong to."""

from collections.abc import Mapping
from gzip import compress
from pathlib import Path, PurePosixPath

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

TYPES = {".js": "text/javascript", ".css": "text/css"}
"""Said by us: what a system believes of these endings cannot be relied on."""

FOR_GOOD = "public, max-age=31536000, immutable"
_PACKED = {"Content-Encoding": "gzip"}
_GET = frozenset({"GET", "HEAD"})


class Modules:
    """Serves one folder as `/VERSION/name`, to be kept by browsers for good.

    The version is the first part of the path, so that a module's relative imports
    carry it too: a new version of the app has new addresses for all of them. They are
    read once; what is not among them is not there, whatever its path says.
    """

    def __init__(self, folder: Path, made: Mapping[str, str] | None = None) -> None:
        """Take the folder, and texts by name that were made of it.

        Those are long, so they are packed once and not for every browser.
        """
        self._files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.suffix in TYPES
        }
        texts = {name: text.encode() for name, text in (made or {}).items()}
        self._files |= texts
        self._packed = {name: compress(text) for name, text in texts.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or raise that there is none."""
        if scope["type"] != "http" or scope["method"] not in _GET:
            raise HTTPException(405)
        mounted = scope.get("root_path", "")
        path = scope["path"].removeprefix(mounted)
        _, _, name = path.lstrip("/").partition("/")
        if name not in self._files:
            raise HTTPException(404)
        is_packed = "gzip" in Headers(scope=scope).get("Accept-Encoding", "")
        await self._answer(name, is_packed=is_packed)(scope, receive, send)

    def _answer(self, name: str, *, is_packed: bool) -> Response:
        """Make an answer for this request alone: middleware writes into its headers."""
        kind = f"{TYPES[PurePosixPath(name).suffix]}; charset=utf-8"
        headers = {"Cache-Control": FOR_GOOD}
        packed = self._packed.get(name)
        if packed is not None:
            headers["Vary"] = "Accept-Encoding"
            if is_packed:
                return Response(packed, media_type=kind, headers=headers | _PACKED)
        return Response(self._files[name], media_type=kind, headers=headers)
