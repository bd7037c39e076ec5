"""The servers that are measured, each a process of its own: the app and its floors."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import free_port, wait_for

_HERE = Path(__file__).parent
_ROOT = _HERE.parent
_TICKS = os.sysconf("SC_CLK_TCK")
_BEHIND_NAME = 2
"""Fields of /proc/PID/stat are counted from behind the name, which may hold spaces."""
_USER_TIME, _SYSTEM_TIME = 14 - 1 - _BEHIND_NAME, 15 - 1 - _BEHIND_NAME


class Served:
    """A running server, and what it costs."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid = pid
        self.host = f"127.0.0.1:{port}"
        self.url = f"http://{self.host}"

    def socket(self, path: str) -> str:
        """Return the address of one of its WebSockets."""
        return f"ws://{self.host}{path}"

    def cpu_seconds(self) -> float:
        """Return the processor time it has used until now."""
        stat = Path(f"/proc/{self.pid}/stat").read_text()
        fields = stat.rpartition(")")[2].split()
        return (int(fields[_USER_TIME]) + int(fields[_SYSTEM_TIME])) / _TICKS

    def megabytes(self) -> float:
        """Return the memory it holds."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        msg = "the server has ended"
        raise RuntimeError(msg)


class Load:
    """Processor time of a server and of ourselves, in % of one core, from now on."""

    def __init__(self, server: Served) -> None:
        self._server = server
        self._start = time.perf_counter()
        self._server_start = server.cpu_seconds()
        self._own_start = time.process_time()

    def server(self) -> float:
        """Return what the server has used since."""
        used = self._server.cpu_seconds() - self._server_start
        return 100 * used / (time.perf_counter() - self._start)

    def own(self) -> float:
        """Return what the load client has used since."""
        used = time.process_time() - self._own_start
        return 100 * used / (time.perf_counter() - self._start)


@contextmanager
def the_app(data: Path, *, never_rests: bool = False) -> Iterator[Served]:
    """Serve the real app, as the README says, on a data folder.

    Args:
        data: where it keeps its rooms.
        never_rests: its thread for re-runs is kept busy, see ``benchmarks/busy``.
    """
    extra = {"CX_DATA": str(data)}
    if never_rests:
        extra["PYTHONPATH"] = os.pathsep.join([str(_HERE / "busy"), str(_ROOT)])
    with _streamlit(_ROOT / "app.py", _ROOT, extra) as served:
        yield served


@contextmanager
def empty_app(
    folder: Path, script: str = "floor.py", **settings: str
) -> Iterator[Served]:
    """Serve an empty Streamlit app from a folder without any settings but these."""
    with _streamlit(_HERE / script, folder, settings) as served:
        yield served


@contextmanager
def bare_sockets() -> Iterator[Served]:
    """Serve a bare Starlette WebSocket, as Streamlit has uvicorn serve its own."""
    options = ["--ws", "websockets-sansio", "--log-level", "warning"]
    command = ["uvicorn", "benchmarks.socket_floor:app", *options, "--port"]
    with _process(command, _ROOT, {}) as served:
        yield served


@contextmanager
def _streamlit(script: Path, cwd: Path, settings: dict[str, str]) -> Iterator[Served]:
    command = ["streamlit", "run", str(script), "--server.address", "127.0.0.1"]
    command += ["--server.headless", "true", "--server.port"]
    with _process(command, cwd, settings) as served:
        yield served


@contextmanager
def _process(module: list[str], cwd: Path, extra: dict[str, str]) -> Iterator[Served]:
    port = free_port()
    ours = {key: value for key, value in os.environ.items() if "STREAMLIT" not in key}
    process = subprocess.Popen(  # noqa: S603 - our own files
        [sys.executable, "-m", *module, str(port)],
        cwd=cwd,
        env=ours | extra,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield Served(process.pid, port)
    finally:
        process.terminate()
        process.wait(30)
