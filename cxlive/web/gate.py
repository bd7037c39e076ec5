"""The door of the server: origin check, security headers, the device's cookie.

Plain ASGI, so that sockets pass through it as well.
"""

import re
from base64 import b64encode
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cxlive.seating.device import cookie_for, device_in, new_device
from cxlive.web.address import CUSTOMER

LIVE_PATH = "/live/"

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def security_policy(page: str = "") -> str:
    """Return the policy under which pages, inline components and charts work.

    Measured to need no eval. The scripts that stand inside the ``page`` that the
    server sends are allowed by their hash; whatever else gets in there is not.
    """
    hashes = [
        b64encode(sha256(script.encode()).digest()).decode()
        for script in _INLINE_SCRIPT.findall(page)
    ]
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self' blob:", *(f"'sha256-{h}'" for h in hashes)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'self'",
        )
    )


SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
}

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


class Gate:
    """Middleware around everything that the server serves."""

    def __init__(self, app: ASGIApp, page: str = "", base: str = "") -> None:
        self._app = app
        self._live_path = f"{base}{LIVE_PATH}"
        self._customer_path = f"{base}{CUSTOMER}/"
        self._headers = SECURITY_HEADERS | {
            "Content-Security-Policy": security_policy(page)
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it where it comes from a foreign page."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        # A script without an Origin may knock at Streamlit's door, not at ours.
        ours = scope["path"].startswith(self._live_path)
        if _is_foreign(headers) or (ours and "origin" not in headers):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        # Who only answers a question is not to be known again. Nothing follows from
        # who they are, and their browser, told to name no page, sends Origin: null.
        is_customer = scope["path"].startswith(self._customer_path)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer.update(self._headers)
                if not is_customer and _is_page(message["status"], answer, headers):
                    _know_device(answer, headers, scope["scheme"])
            await send(message)

        app = self._app
        is_safe = is_customer or scope["method"] in _SAFE_METHODS
        if not is_safe and _is_foreign(headers):
            app = PlainTextResponse("This came from another site.", status_code=403)
        await app(scope, receive, send_guarded)


def _is_foreign(request: Headers) -> bool:
    """Tell whether a page of another host sent this; no Origin means no page."""
    if "origin" not in request:
        return False
    origin = urlsplit(request["origin"])
    default_port = _DEFAULT_PORTS.get(origin.scheme, "")
    host = request.get("host", "").lower().removesuffix(default_port)
    return not host or origin.netloc.lower().removesuffix(default_port) != host


def _is_page(status: int, answer: Headers, request: Headers) -> bool:
    """Tell whether a browser loads a page; it may have it already (304)."""
    if status == HTTPStatus.NOT_MODIFIED:
        return "text/html" in request.get("accept", "")
    return answer.get("content-type", "").startswith("text/html")


def _know_device(answer: MutableHeaders, request: Headers, scheme: str) -> None:
    if device_in(request.get("cookie", "")) is None:
        cookie = cookie_for(new_device(), secure=scheme == "https")
        answer.append("Set-Cookie", cookie)
