"""The page of a customer link: `/live/customer/SECRET`, read and sent without a seat.

No cookie is set, nothing is asked of the browser, and of the workshop nothing is sent
but the link's scenario and the names of its journey's stages and moments.
"""

import asyncio
import hashlib
import logging
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cxcore.errors import CxError
from cxlive.customers.customers import Customers
from cxlive.customers.said import Form, key_in
from cxlive.errors import (
    AnswersNotTakenError,
    CustomerLinkOverError,
    CustomersNotAskedError,
    EnoughCustomersError,
    NoSuchCustomerLinkError,
    TooManyGuessesError,
    TooManySendingsError,
)
from cxlive.ids import new_id
from cxlive.limits import CUSTOMER_FORM_BYTES
from cxlive.services import services
from cxlive.store.contract import CustomerLinkRecord
from cxlive.web.address import CUSTOMER
from cxlive.web.customer_page import Sheet, form_page, sentence_page, thanks_page

log = logging.getLogger(__name__)

LIVE_CUSTOMER = f"{CUSTOMER}/{{secret:path}}"
"""All that the gate leaves to this page: nothing below it is the app's."""

_SENT = "sent"
_FIELDS_MOST = 12_000
_HEADERS = {"Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}
"""Kept for the back button only: behind it the same form stands, of the same key."""
_STATUS = {
    NoSuchCustomerLinkError: HTTPStatus.NOT_FOUND,
    CustomerLinkOverError: HTTPStatus.GONE,
    EnoughCustomersError: HTTPStatus.FORBIDDEN,
    TooManyGuessesError: HTTPStatus.TOO_MANY_REQUESTS,
    TooManySendingsError: HTTPStatus.TOO_MANY_REQUESTS,
    AnswersNotTakenError: HTTPStatus.UNPROCESSABLE_ENTITY,
}
_TITLES = {
    HTTPStatus.NOT_FOUND: "There is nothing here",
    HTTPStatus.GONE: "This is closed",
    HTTPStatus.FORBIDDEN: "Enough have answered",
    HTTPStatus.TOO_MANY_REQUESTS: "Wait a moment",
}
_NOT_NOW = "This does not work just now. Come back in a few minutes."
_NOT_KEPT = (
    "Your answers could not be kept just now. All you have said is still here: wait a "
    "minute, then send it again."
)
_TOO_BIG = "This is more than any form here holds. Leave some of it out, then send."


async def customer(request: Request) -> Response:
    """Show the form of a customer link, or take what was sent by it."""
    if request.method == "HEAD":  # a look at the link, nobody who answers
        return Response(headers=_HEADERS)
    secret = request.path_params["secret"]
    address = request.client.host if request.client else ""
    # Rooms and links are read from the disk: never on the event loop.
    if request.method == "POST":
        sent = await _read(request)
        return await asyncio.to_thread(_send, secret, address, sent)
    is_sent = _SENT in request.query_params
    return await asyncio.to_thread(_show, secret, address, is_sent=is_sent)


def _show(secret: str, address: str, *, is_sent: bool) -> Response:
    try:
        asking = services().lobby.customers
        link = asking.links.find(secret, address)
        base = services().listening.base
        if is_sent:
            return HTMLResponse(thanks_page(_draft(link), base), headers=_HEADERS)
        sheet = Sheet(asking.questions(link), _draft(link), new_id())
        return HTMLResponse(form_page(sheet, base), headers=_HEADERS)
    except Exception as error:  # noqa: BLE001 - whatever it is, a customer reads a page
        return _refusal(error)


def _send(secret: str, address: str, sent: bytes | None) -> Response:
    try:
        asking = services().lobby.customers
        link = asking.links.find(secret, address)
    except Exception as error:  # noqa: BLE001 - whatever it is, a customer reads a page
        return _refusal(error)
    form = _form(sent)
    if form is None:
        return _sentence(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_BIG)
    try:
        asking.take(link, form)
    except CustomersNotAskedError as error:
        return _refusal(error)
    except Exception as error:  # noqa: BLE001 - nothing they said may be lost
        return _again(asking, link, form, error)
    here = f"{services().listening.base}{CUSTOMER}/{secret}?{_SENT}=1"
    # Sent on, so that to load the page again sends nothing again.
    return RedirectResponse(here, HTTPStatus.SEE_OTHER, _HEADERS)


def _again(
    asking: Customers, link: CustomerLinkRecord, form: Form, error: Exception
) -> Response:
    """Return the form as it was sent, with why it was not taken."""
    known = isinstance(error, (AnswersNotTakenError, TooManySendingsError))
    if not known:
        _log(error)
    status = _STATUS[type(error)] if known else HTTPStatus.SERVICE_UNAVAILABLE
    alert = str(error) if known else _NOT_KEPT
    try:
        asked = asking.questions(link)
    except Exception as second:  # noqa: BLE001 - whatever it is, a customer reads a page
        return _refusal(second)
    sheet = Sheet(asked, _draft(link), key_in(form), form, alert)
    page = form_page(sheet, services().listening.base)
    return HTMLResponse(page, status, _HEADERS)


def _refusal(error: Exception) -> Response:
    status = _STATUS.get(type(error))
    if status is None:
        _log(error)
        return _sentence(HTTPStatus.SERVICE_UNAVAILABLE, _NOT_NOW)
    if isinstance(error, TooManyGuessesError):  # it speaks of codes and facilitators
        return _sentence(status, "Wait a minute, then open your link once more.")
    return _sentence(status, str(error))


def _sentence(status: HTTPStatus, text: str) -> Response:
    page = sentence_page(_TITLES.get(status, "Not now"), text)
    return HTMLResponse(page, status, _HEADERS)


def _log(error: Exception) -> None:
    if isinstance(error, CxError):
        log.warning("a customer could not be asked: %s", error)
    else:
        log.error("a customer could not be asked", exc_info=error)


def _draft(link: CustomerLinkRecord) -> str:
    return hashlib.sha256(f"draft:{link.hash}".encode()).hexdigest()[:16]


async def _read(request: Request) -> bytes | None:
    """Return what was sent; None where it is more than is read."""
    sent = b""
    try:
        async for chunk in request.stream():
            sent += chunk
            if len(sent) > CUSTOMER_FORM_BYTES:
                return None
    except ClientDisconnect:
        return None
    return sent


def _form(sent: bytes | None) -> Form | None:
    """Return the fields of a form; None where it is more than any form of ours."""
    if sent is None:
        return None
    try:
        pairs = parse_qsl(
            sent.decode(errors="replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=_FIELDS_MOST,
        )
    except ValueError:
        return None
    return dict(pairs)
