"""In by a code or a link: `/live/join/SECRET`, exchanged for a seat at once.

The secret leaves the address bar: the answer sends the browser on to the clean
address of the workshop, and neither a cache nor a next page's server hears of it.
"""

import asyncio
import html
import logging
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cxcore.errors import CxError
from cxlive.errors import (
    NotLetInError,
    TooManyDevicesError,
    TooManyGuessesError,
    WasTakenOutError,
)
from cxlive.seating.device import Device, cookie_for, device_in, new_device
from cxlive.seating.links import Entrance
from cxlive.services import services
from cxlive.web.address import JOIN

log = logging.getLogger(__name__)

LIVE_JOIN = f"{JOIN}/{{secret}}"

_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
_STATUS = {
    TooManyGuessesError: HTTPStatus.TOO_MANY_REQUESTS,
    WasTakenOutError: HTTPStatus.FORBIDDEN,
    TooManyDevicesError: HTTPStatus.FORBIDDEN,
    NotLetInError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Journey studio</title>
<style>
  body {{ font: 1.125rem/1.5 sans-serif; max-width: 32rem; margin: 15vh auto 0;
    padding: 0 1.25rem; color-scheme: light dark; }}
</style>
<h1>This did not work</h1>
<p>{text}</p>
<p><a href="{start}">To the start page</a></p>
</html>
"""


async def join(request: Request) -> Response:
    """Let a device in and send it on to the workshop; or say why not."""
    if request.method == "HEAD":  # a look at the link, nobody who comes
        return Response(headers=_PRIVATE)
    base = services().listening.base
    known = device_in(request.headers.get("cookie", ""))
    device = known or new_device()
    address = request.client.host if request.client else ""
    typed = request.path_params["secret"]
    try:
        # It reads and writes the disk: never on the event loop.
        entrance = await asyncio.to_thread(let_in, typed, device, address)
    except CxError as error:
        return _refusal(error, base)
    answer = RedirectResponse(
        f"{base}/?w={entrance.room_id}", HTTPStatus.SEE_OTHER, _PRIVATE
    )
    if known is None:
        is_secure = request.url.scheme == "https"
        answer.headers.append("Set-Cookie", cookie_for(device, secure=is_secure))
    return answer


def let_in(typed: str, device: Device, address: str) -> Entrance:
    """Exchange a code or link for a seat.

    Raises:
        CxError: nobody was let in; the text says why.
    """
    try:
        return services().lobby.links.exchange(typed, device, address)
    except CxError:
        raise
    except Exception:  # whatever the disk or database says, nobody was let in
        log.exception("somebody could not be let in")
        raise NotLetInError from None


def _refusal(error: CxError, base: str) -> Response:
    page = _PAGE.format(text=html.escape(str(error)), start=html.escape(f"{base}/"))
    status = _STATUS.get(type(error), HTTPStatus.NOT_FOUND)
    return HTMLResponse(page, status, _PRIVATE)
