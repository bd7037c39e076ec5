"""The address under which other devices reach this server, and what to do if not."""

import os
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from urllib.parse import urlsplit

ADDRESS_VARIABLE = "CX_ADDRESS"
"""The address to show instead of the one found, such as ``https://studio.example``."""

ONLY_HERE = (
    "Only this computer can reach the app. To let phones in, stop it and start "
    "`make share`."
)
NO_NETWORK = (
    "This computer is on no network, so phones cannot reach it. Join a network, or "
    "open a hotspot on this computer."
)
IF_PHONES_CANNOT = (
    "If phones cannot open it, they may be on another network (guest Wi-Fi). Try the "
    "same network for all, a hotspot, or whether a firewall on this computer blocks "
    "port {port}."
)

_NEAR = ("10.255.255.255", "192.168.255.255", "172.31.255.255", "192.0.2.1")
"""Where a packet would go that stays near; none is ever sent."""
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Listening:
    """Where the server listens, as it was started."""

    host: str = "127.0.0.1"
    """Empty: on every network this computer is on."""
    port: int = 8501
    base: str = ""
    """The path that the app is served under: empty, or ``/`` and a name."""
    is_secure: bool = False

    @property
    def only_here(self) -> bool:
        """No other device can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def everywhere(self) -> bool:
        """It listens on whatever network this computer is on."""
        return self.host in {"", "0.0.0.0", "::"}  # noqa: S104 - only compared


@dataclass(frozen=True)
class Reach:
    """How a device gets here: an address to open, and a sentence where it may fail."""

    address: str
    help: str | None

    def join(self, secret: str) -> str:
        """Return the address that lets a device in by a code or a link."""
        return f"{self.address}{JOIN}/{secret}"

    def customer(self, secret: str) -> str:
        """Return the address where a customer answers."""
        return f"{self.address}{CUSTOMER}/{secret}"


JOIN = "/live/join"
CUSTOMER = "/live/customer"


def reach(
    listening: Listening,
    *,
    said: str | None = None,
    find: Callable[[], str | None] | None = None,
) -> Reach:
    """Return how other devices reach this server just now.

    ``said`` is what ``CX_ADDRESS`` says; an address found changes with the network.
    """
    said = os.environ.get(ADDRESS_VARIABLE, "") if said is None else said
    if said.strip():
        return Reach(_as_said(said.strip(), listening), _if_phones_cannot(listening))
    if listening.only_here:
        return Reach(_url("127.0.0.1", listening), ONLY_HERE)
    if not listening.everywhere:
        return Reach(_url(listening.host, listening), _if_phones_cannot(listening))
    found = (find or lan_address)()
    if found is None:
        return Reach(_url("127.0.0.1", listening), NO_NETWORK)
    return Reach(_url(found, listening), _if_phones_cannot(listening))


def lan_address() -> str | None:
    """Return this computer's address on its network, a private one if there is one.

    Sends nothing: to connect a datagram socket only asks the system for the way.
    """
    found = [address for goal in _NEAR if (address := _way_to(goal)) is not None]
    private = [address for address in found if IPv4Address(address).is_private]
    return next(iter([*private, *found]), None)


def _way_to(goal: str) -> str | None:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as way:
        try:
            way.connect((goal, 9))
        except OSError:
            return None
        address: str = way.getsockname()[0]
    is_near = IPv4Address(address).is_loopback or address == "0.0.0.0"  # noqa: S104
    return None if is_near else address


def _as_said(said: str, listening: Listening) -> str:
    """Complete an address: scheme, port and path are ours unless it says others."""
    if "://" in said:
        return said.rstrip("/")
    host = urlsplit(f"//{said}")
    if host.port is not None or host.path.strip("/"):
        return f"{_scheme(listening)}://{said.rstrip('/')}{listening.base}"
    return _url(said.rstrip("/"), listening)


def _url(host: str, listening: Listening) -> str:
    scheme = _scheme(listening)
    name = f"[{host}]" if ":" in host and not host.startswith("[") else host
    is_default = _DEFAULT_PORTS[scheme] == listening.port
    port = "" if is_default else f":{listening.port}"
    return f"{scheme}://{name}{port}{listening.base}"


def _scheme(listening: Listening) -> str:
    return "https" if listening.is_secure else "http"


def _if_phones_cannot(listening: Listening) -> str:
    return IF_PHONES_CANNOT.format(port=listening.port)
