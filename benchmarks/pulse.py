"""How long a server's event loop lets others wait, felt from outside.

A process of its own, so that the load client does not make it wait: it pings a
WebSocket on which nothing else is said, and says how long each answer took.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

_PAUSE = 0.005
_SUBPROTOCOL = Subprotocol("streamlit")
_PATIENCE = 30


@contextmanager
def felt(url: str) -> Iterator[list[float]]:
    """Feel the pulse meanwhile; the list is filled at the end, in milliseconds."""
    command = [sys.executable, "-m", "benchmarks.pulse", url]
    process = subprocess.Popen(  # noqa: S603 - ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    taken: list[float] = []
    try:
        yield taken
    finally:
        said, _ = process.communicate("enough\n", timeout=_PATIENCE)
        taken.extend(json.loads(said))


async def _feel(url: str) -> list[float]:
    enough = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
    taken = []
    async with connect(
        url, subprotocols=[_SUBPROTOCOL], compression=None, proxy=None
    ) as socket:
        while not enough.done():
            start = time.perf_counter()
            await (await socket.ping())
            taken.append(1000 * (time.perf_counter() - start))
            await asyncio.sleep(_PAUSE)
    return taken


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_feel(sys.argv[1]))))
