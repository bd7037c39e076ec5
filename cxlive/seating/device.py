"""A device is a random token in a cookie; at rest there is only its hash."""

import hashlib
import re
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import NewType

from cxlive.limits import COOKIE_SECONDS

Device = NewType("Device", str)
"""The token itself: whoever has it is the device. Never stored, never logged."""

DeviceHash = NewType("DeviceHash", str)
"""What the store knows of a device."""

COOKIE = "cx_device"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_TOKEN_BYTES = 32


def new_device() -> Device:
    """Return a device nobody else has: 256 random bits."""
    return Device(secrets.token_urlsafe(_TOKEN_BYTES))


def device_hash(device: Device) -> DeviceHash:
    """Return what may be stored of a device."""
    return DeviceHash(hashlib.sha256(device.encode()).hexdigest())


def read_device(token: str | None) -> Device | None:
    """Return the device of a cookie's value; None where it is none of ours."""
    if token is None or _TOKEN.fullmatch(token) is None:
        return None
    return Device(token)


def device_in(cookie_header: str) -> Device | None:
    """Return the device in the ``Cookie`` header of a request."""
    try:
        cookies = SimpleCookie(cookie_header)
    except CookieError:
        return None
    return read_device(cookies[COOKIE].value if COOKIE in cookies else None)


def cookie_for(device: Device, *, secure: bool) -> str:
    """Return the ``Set-Cookie`` header that makes a browser this device."""
    parts = [f"{COOKIE}={device}", "Path=/", f"Max-Age={COOKIE_SECONDS}"]
    parts += ["HttpOnly", "SameSite=Lax", *(["Secure"] if secure else [])]
    return "; ".join(parts)
