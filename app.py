"""The launcher: `streamlit run app.py` serves the pages and the live channel."""

import asyncio
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute

from cxcore.errors import CxError
from cxlive import services
from cxlive.channel.socket import LIVE_ROOM, live_room
from cxlive.limits import TIDY_SECONDS
from cxlive.web.address import Listening
from cxlive.web.customer import LIVE_CUSTOMER, customer
from cxlive.web.files import LIVE_FILE, workshop_file
from cxlive.web.gate import Gate
from cxlive.web.join import LIVE_JOIN, join
from cxlive.web.modules import Modules
from cxlive.web.persona_sheet import LIVE_PERSONA, persona_sheet
from cxlive.web.sheet import LIVE_SHEET, rating_sheet
from cxui.components.served import APP, MODULES, SCRIPT
from cxui.quiet import NoErrorDialogs

log = logging.getLogger(__name__)

HERE = Path(__file__).parent
STREAMLIT_PAGE = Path(st.__file__).parent / "static" / "index.html"
GRAPH_PAGE = Path("frontend", "build", "index.html")
"""The page inside a graph's frame, in the folder of streamlit-agraph."""
HEAVY = ("pandas", "pyarrow")
_BASE = str(st.get_option("server.baseUrlPath") or "").strip("/")
BASE = f"/{_BASE}" if _BASE else ""
"""The path that the app is served under; empty at the top."""


def listening() -> Listening:
    """Return where Streamlit was told to listen."""
    return Listening(
        host=str(st.get_option("server.address") or ""),
        port=int(st.get_option("server.port")),
        base=BASE,
        is_secure=bool(st.get_option("server.sslCertFile")),
    )


async def tidy() -> None:
    """Put rooms away that nobody uses, for as long as the server runs."""
    while True:
        await asyncio.sleep(TIDY_SECONDS)
        try:
            await asyncio.to_thread(services.services().lobby.close_idle)
        except Exception:
            log.exception("rooms could not be put away")


def framed_pages() -> str:
    """Return the pages whose own scripts may run: Streamlit's, and that of a graph."""
    found = find_spec("streamlit_agraph")
    folders = (found and found.submodule_search_locations) or ()
    graphs = (Path(folder) / GRAPH_PAGE for folder in folders)
    return "".join(page.read_text() for page in (STREAMLIT_PAGE, *graphs))


def warm_up() -> None:
    """Load what some page needs later, and keep the collector off what stays."""
    for module in HEAVY:
        import_module(module)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the data folder and warm up; close it when the server stops."""
    folder = os.environ.get(services.FOLDER_VARIABLE, services.DEFAULT_FOLDER)
    try:
        running = services.start(Path(folder), listening())
    except (CxError, OSError) as error:
        print(f"\n  {error}\n", file=sys.stderr, flush=True)  # noqa: T201 - for a person
        os._exit(1)  # an exception would be shown as a fault, with a stack of lines
    there = running.reach
    print(f"\n  Open {there.address}\n  {there.help}\n", flush=True)  # noqa: T201
    # Beside the first visitors: after a crash nobody waits for what comes later.
    background = [
        asyncio.create_task(asyncio.to_thread(warm_up)),
        asyncio.create_task(tidy()),
    ]
    yield
    for task in background:
        task.cancel()
    services.stop()


app = st.App(
    HERE / "cxui" / "frame.py",
    routes=[
        WebSocketRoute(f"{BASE}{LIVE_ROOM}", live_room),
        Route(f"{BASE}{LIVE_FILE}", workshop_file),
        Route(f"{BASE}{LIVE_JOIN}", join),
        Route(f"{BASE}{LIVE_SHEET}", rating_sheet),
        Route(f"{BASE}{LIVE_PERSONA}", persona_sheet),
        Route(f"{BASE}{LIVE_CUSTOMER}", customer, methods=["GET", "POST"]),
        Mount(f"{BASE}/live/js", Modules(MODULES, {APP: SCRIPT})),
    ],
    middleware=[
        Middleware(Gate, page=framed_pages(), base=BASE),
        Middleware(NoErrorDialogs),
    ],
    lifespan=lifespan,
)

if __name__ == "__main__":
    app.run()
