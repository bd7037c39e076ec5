"""The same work on many things, by several processes, in the order of the things."""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from cxcore.errors import CxError

MOST_AT_A_TIME = 8
"""Things that a process is given together, so that asking costs nothing."""
SHARES_EACH = 4
"""With few things: so many times each process is given some, so that none idles."""

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class WorkerLostError(CxError):
    """A process that computed for us was ended from outside."""

    def __init__(self) -> None:
        super().__init__(
            "The system ended a process that was computing, perhaps for want of "
            "memory. Try again with --jobs 1."
        )


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int
) -> Generator[Result, None, None]:
    """Yield what the work makes of each thing, in their order.

    The processes are begun afresh ("spawn"), as this one may have threads: the work
    and the things must be picklable. They end when this is closed, and with this
    process however it ends. Even one is begun, as what computes on several cores at
    once may round otherwise than on one.

    Args:
        work: a function of a thing that raises nothing.
        things: what to work on.
        jobs: how many processes at most.

    Raises:
        WorkerLostError: the system ended one of them.
    """
    size = max(1, min(MOST_AT_A_TIME, len(things) // (jobs * SHARES_EACH)))
    workers = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_watch_parent
    )
    try:
        with _begun_for_work():
            results = workers.map(work, things, chunksize=size)
        for result in results:  # noqa: UP028 - "yield from" cancels what is left first
            yield result
        workers.shutdown()
    except BrokenProcessPool:
        raise WorkerLostError from None
    finally:
        for process in active_children():  # it may be in the middle of something long
            process.terminate()
        workers.shutdown()


@contextmanager
def _begun_for_work() -> Iterator[None]:
    """Let processes begun here ignore Ctrl-C, and compute on one core each.

    Both are inherited: a process that is told only once it runs would print a
    traceback for a Ctrl-C before, and has loaded numpy with threads of its own.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _watch_parent() -> None:
    """End this process when the one that began it is gone, even if it was killed."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
