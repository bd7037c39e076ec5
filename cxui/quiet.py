"""No dialog of Streamlit's over the page while the server is away.

Its "Connection error" takes the focus and lets nobody work until somebody closes it.
The board says so itself, keeps what is done meanwhile, and sends it afterwards.
"""

import json

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST_CONFIG = "/_stcore/host-config"


class NoErrorDialogs:
    """Middleware that changes one word of what Streamlit tells its pages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, the answer about dialogs with another word in it."""
        asked = scope["type"] == "http" and scope["path"].endswith(_HOST_CONFIG)
        await self._app(scope, receive, _changed(send) if asked else send)


def _changed(send: Send) -> Send:
    start: list[Message] = []
    body = bytearray()

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.append(message)
            return
        body.extend(message.get("body", b""))
        if message.get("more_body"):
            return
        data = _without_dialogs(bytes(body))
        MutableHeaders(scope=start[0])["content-length"] = str(len(data))
        await send(start[0])
        await send({"type": "http.response.body", "body": data})

    return collect


def _without_dialogs(body: bytes) -> bytes:
    try:
        said = json.loads(body)
    except ValueError:
        return body
    return json.dumps(said | {"blockErrorDialogs": True}).encode()
