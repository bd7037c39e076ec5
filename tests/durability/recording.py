"""A store process at work under strace, over several lives, as one recording."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from cxlive.seating.device import new_device
from tests.durability.trace import STRACE, Step, steps

ROOT = Path(__file__).parents[2]
CLOSE, KILL = "close", "kill"


@dataclass(frozen=True)
class Life:
    """One server from its start to its end."""

    commands: int
    """It is killed in the middle of these, or closes after the last."""
    end: str = KILL
    settings: tuple[str, ...] = ()


@dataclass
class Recording:
    """What was done to the disk, and what was said when."""

    steps: list[Step]
    room_id: str = ""
    said: list[tuple[int, str, int]] = field(default_factory=list)
    """Place in the trace, id of the command, its revision."""

    def acknowledged(self, at: int) -> dict[str, int]:
        """Return what had been said when the power went at this place."""
        return {id_: revision for place, id_, revision in self.said if place <= at}


def record(tmp_path: Path, seed: int, *lives: Life) -> Recording:
    """Run servers one after the other on one folder and follow what they write."""
    folder, token = tmp_path / "data", new_device()
    found: list[Step] = []
    for number, life in enumerate(lives):
        trace = tmp_path / f"trace{number}"
        _live(life, trace, (str(folder), token, f"{seed}/{number}"))
        found += steps(trace, folder, found[-1].ended + 1 if found else 0)
        trace.unlink()
    recording = Recording(found)
    for step in found:
        if step.kind == "said":
            _note(recording, step)
    return recording


def _live(life: Life, trace: Path, who: tuple[str, ...]) -> None:
    serve = (sys.executable, "-m", "tests.durability.served", *who)
    command = (*STRACE, "-o", str(trace), *serve, str(life.commands), *life.settings)
    server = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with server:
        last = life.commands // 2 if life.end == KILL else life.commands
        for _ in range(1 + last):
            assert server.stdout.readline(), "the server ended by itself"
        if life.end == KILL:
            _kill_child(server.pid)
        server.communicate("close\n")


def _kill_child(tracer: int) -> None:
    """Kill what is traced: its tracer then ends by itself, its record whole."""
    children = Path(f"/proc/{tracer}/task/{tracer}/children").read_text().split()
    subprocess.run(["kill", "-KILL", *children], check=True)


def _note(recording: Recording, step: Step) -> None:
    for line in step.data.decode().splitlines():
        match line.split():
            case ["room", room_id]:
                recording.room_id = room_id
            case [revision, entry_id]:
                recording.said.append((step.began, entry_id, int(revision)))
