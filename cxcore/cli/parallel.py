"""The same work on many things, by several processes, in the order of the things."""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, TypeVar, cast

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
    and the things must be picklable. They end when this is closed, with this process
    however it ends, and at once on Ctrl-C, which is ours to notice. Even one is begun,
    as what computes on several cores at once may round otherwise than on one.

    Args:
        work: a function of a thing that raises nothing.
        things: what to work on.
        jobs: how many processes at most.

    Raises:
        WorkerLostError: the system ended one of them.
    """
    size = max(1, min(MOST_AT_A_TIME, len(things) // (jobs * SHARES_EACH)))
    shares = [things[at : at + size] for at in range(0, len(things), size)]
    with _workers(work, min(jobs, len(shares))) as workers:
        done: dict[int, list[Result]] = {}
        shown = 0
        for number, results in _each_done(workers, shares):
            done[number] = results
            while shown in done:
                yield from done.pop(shown)
                shown += 1


def _each_done(
    workers: Sequence[Connection], shares: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, list[Any]]]:
    """Yield the results of each share with its number, as they come.

    Who has brought some is given the next share before these are yielded.
    """
    left = iter(enumerate(shares))
    given: dict[Connection, int] = {}
    free = list(workers)
    told: list[tuple[int, list[Any]]] = []
    while True:
        for worker, (number, share) in zip(free, left, strict=False):
            given[worker] = number
            _ask(worker, share)
        yield from told
        if not given:
            return
        free = cast("list[Connection]", wait(list(given)))
        told = [(given.pop(worker), _told_by(worker)) for worker in free]


def _ask(worker: Connection, share: Sequence[Any]) -> None:
    try:
        worker.send(share)
    except OSError:
        raise WorkerLostError from None


def _told_by(worker: Connection) -> list[Any]:
    try:
        results: list[Any] = worker.recv()
    except (EOFError, OSError):
        raise WorkerLostError from None
    return results


@contextmanager
def _workers(work: Callable[[Any], Any], jobs: int) -> Iterator[list[Connection]]:
    """Give connections to so many processes that work; they end in the end."""
    context = get_context("spawn")
    ends = [context.Pipe() for _ in range(jobs)]
    processes = [
        context.Process(target=_work_for, args=(theirs, work), daemon=True)
        for _, theirs in ends
    ]
    try:
        with _begun_for_work():
            for process in processes:
                process.start()
        for _, theirs in ends:
            theirs.close()  # so that the loss of a process is noticed
        yield [ours for ours, _ in ends]
    finally:
        for process in processes:
            if process.pid is not None:
                process.terminate()
                process.join()


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


def _work_for(asking: Connection, work: Callable[[Any], Any]) -> None:
    """Work on whatever is asked, as long as the process lives that asks."""
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        asking.send([work(thing) for thing in asking.recv()])


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, even if it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
