"""What a process did to its data folder, step by step, as strace saw it.

A write can reach the disk from its begin on; a sync has done its work at its end, for
what had ended before it began. Both are places in the trace.
"""

import functools
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CALLS = (
    "openat,open,creat,write,pwrite64,pwritev,pwritev2,writev,copy_file_range,sendfile,"
    "fsync,fdatasync,sync_file_range,fallocate,ftruncate,truncate,msync,mmap,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat"
)
STRACE = ("strace", "-f", "-y", "-xx", "-s", "4194304", "-e", f"trace={CALLS}")
SHARED_MEMORY = "-shm"
"""The index of the log: made anew at each opening, so never read after a crash."""
STDOUT = 1
SYNCS = {"fsync", "fdatasync"}

_LINE = re.compile(r"(\d+) +(.*)")
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)")
_UNFINISHED = " <unfinished ...>"
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>")
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
_TEXT = re.compile(r'"([^"]*)"')
_FILE = re.compile(r"(\d+)<([^>]*)>")


@dataclass(frozen=True)
class Step:
    """One thing that was done: ``at`` is when, ``began`` and ``ended`` its two ends."""

    kind: str
    """create, write, size, sync, sync_folder, unlink, said"""
    name: str
    began: int
    ended: int
    data: bytes = b""
    offset: int = 0

    @property
    def at(self) -> int:
        return self.ended if self.kind.startswith("sync") else self.began


class NotFollowedError(AssertionError):
    """The store did something to its files that this test does not know."""


def needs_strace() -> None:
    """Leave the test out, and say so, where nothing can be traced."""
    why = _why_not()
    if why:
        pytest.skip(f"not run: {why}")


@functools.cache
def _why_not() -> str:
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return f"tracing is forbidden here: {tried.stderr}" if tried.returncode else ""


def steps(trace: Path, folder: Path, first: int = 0) -> list[Step]:
    """Return what was done to the folder, in order; places count from ``first``."""
    found = [
        step
        for call in _calls(trace, first)
        for step in _steps_of(*call, folder=str(folder))
    ]
    return sorted(found, key=lambda step: step.at)


def _calls(trace: Path, first: int) -> Iterator[tuple[str, str, int, int, int]]:
    """Yield name, arguments, result, begin and end of each call that succeeded."""
    begun: dict[str, tuple[int, str]] = {}
    place = first
    with trace.open() as lines:
        for place, line in enumerate(lines, first):
            process, rest = _LINE.fullmatch(line.rstrip("\n")).groups()
            began = place
            if rest.endswith(_UNFINISHED):
                begun[process] = (place, rest.removesuffix(_UNFINISHED))
                continue
            if _RESUMED.match(rest):
                began, start = begun.pop(process)
                rest = start + _RESUMED.sub("", rest, count=1)
            call = _CALL.match(rest)
            if call and call[3] != "?" and int(call[3]) >= 0:
                yield call[1], call[2], int(call[3]), began, place
    for began, start in begun.values():  # cut off by a kill: may have been done
        name, _, arguments = start.partition("(")
        if name in {"write", "pwrite64"} and '"' in arguments:
            yield name, arguments, _announced(name, arguments), began, place


def _announced(name: str, arguments: str) -> int:
    """Return how much a write that was cut off would have written."""
    after = arguments.rpartition('"')[2].removeprefix(", ").split(", ")
    return int(after[0])


def _steps_of(
    name: str, arguments: str, result: int, began: int, ended: int, *, folder: str
) -> Iterator[Step]:
    # A file comes first, so long data need not be read to see whose it is.
    file = _FILE.match(arguments)
    if file and name != "openat":
        yield from _on_file(name, file, arguments, result, (began, ended), folder)
    elif name in {"openat", "open", "creat"}:
        path = _path(arguments)
        if path.startswith(f"{folder}/") and (
            name == "creat" or "O_CREAT" in arguments
        ):
            yield Step("create", path.removeprefix(f"{folder}/"), began, ended)
    elif name.startswith("unlink"):
        path = _path(arguments)
        if path.startswith(f"{folder}/"):
            yield Step("unlink", path.removeprefix(f"{folder}/"), began, ended)
    elif folder in _unhex(arguments) and not _is_harmless(name, arguments):
        raise NotFollowedError(name, _unhex(arguments))


def _on_file(
    name: str,
    file: re.Match[str],
    arguments: str,
    result: int,
    ends: tuple[int, int],
    folder: str,
) -> Iterator[Step]:
    path = _unhex(file[2])
    is_deleted = arguments.startswith("(deleted)", file.end())
    if name == "write" and int(file[1]) == STDOUT:
        yield Step("said", "", *ends, _data(arguments)[:result])
    elif path == folder:
        if name not in SYNCS:
            raise NotFollowedError(name, path)
        yield Step("sync_folder", "", *ends)
    elif path.startswith(f"{folder}/") and not is_deleted:
        inside = path.removeprefix(f"{folder}/")
        yield _inside(name, inside, arguments[file.end() :], result, ends)


def _inside(
    name: str, inside: str, arguments: str, result: int, ends: tuple[int, int]
) -> Step:
    last = arguments.rpartition(", ")[2]
    if name == "pwrite64":
        return Step("write", inside, *ends, _data(arguments)[:result], int(last))
    if name == "ftruncate":
        return Step("size", inside, *ends, offset=int(last))
    if name in SYNCS:
        return Step("sync", inside, *ends)
    raise NotFollowedError(name, inside)


def _is_harmless(name: str, arguments: str) -> bool:
    """Only the shared memory may be written by way of a map."""
    writes = "PROT_WRITE" in arguments and "MAP_SHARED" in arguments
    return name == "mmap" and (not writes or f"{SHARED_MEMORY}>" in _unhex(arguments))


def _path(arguments: str) -> str:
    return _unhex(_TEXT.search(arguments)[1])


def _data(arguments: str) -> bytes:
    return bytes.fromhex(_TEXT.search(arguments)[1].replace("\\x", ""))


def _unhex(text: str) -> str:
    return _HEX.sub(lambda m: bytes.fromhex(m[0].replace("\\x", "")).decode(), text)
