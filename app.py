"""The launcher: `streamlit run app.py` serves the pages and the live channel."""

import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute

from cxcore.errors import CxError
from cxlive import services
from cxlive.channel.socket import LIVE_ROOM, live_room
from cxlive.web.files import LIVE_FILE, workshop_file
from cxlive.web.gate import Gate
from cxlive.web.modules import Modules
from cxui.quiet import NoErrorDialogs

HERE = Path(__file__).parent
STREAMLIT_PAGE = Path(st.__file__).parent / "static" / "index.html"
HEAVY = ("pandas", "pyarrow")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the data folder and warm up; close it when the server stops."""
    folder = os.environ.get(services.FOLDER_VARIABLE, services.DEFAULT_FOLDER)
    try:
        services.start(Path(folder))
    except (CxError, OSError) as error:
        print(f"\n  {error}\n", file=sys.stderr, flush=True)  # noqa: T201 - for a person
        os._exit(1)  # an exception would be shown as a fault, with a stack of lines
    for module in HEAVY:
        import_module(module)
    gc.collect()
    gc.freeze()
    yield
    services.stop()


app = st.App(
    HERE / "cxui" / "frame.py",
    routes=[
        WebSocketRoute(LIVE_ROOM, live_room),
        Route(LIVE_FILE, workshop_file),
        Mount("/live/js", Modules(HERE / "cxui" / "components" / "js")),
    ],
    middleware=[
        Middleware(Gate, page=STREAMLIT_PAGE.read_text()),
        Middleware(NoErrorDialogs),
    ],
    lifespan=lifespan,
)

if __name__ == "__main__":
    app.run()
