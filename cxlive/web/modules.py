"""The browser's own modules, served as files under the version they belong to."""

import os
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

TYPES = {".js": "text/javascript", ".css": "text/css"}
"""Said by us: what a system believes of these endings cannot be relied on."""

FOR_GOOD = "public, max-age=31536000, immutable"


class Modules(StaticFiles):
    """Serves one folder as `/VERSION/name`, to be kept by browsers for good.

    The version is the first part of the path, so that a module's relative imports
    carry it too: a new version of the app has new addresses for all of them.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    def get_path(self, scope: Scope) -> str:
        """Return the path inside the folder, without the version."""
        _, _, path = super().get_path(scope).partition(os.sep)
        return path or "."

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return the file, of the right type."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        kind = TYPES.get(Path(full_path).suffix)
        if kind is not None and "content-type" in response.headers:
            response.headers["Content-Type"] = f"{kind}; charset=utf-8"
        response.headers["Cache-Control"] = FOR_GOOD
        return response
