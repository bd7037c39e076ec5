"""Power that goes away at any moment, replayed from what the store really wrote."""

import random  # noqa: TID251 - seeded: a failure can be repeated
import shutil

import pytest

from tests.durability.disk import Disk, Luck
from tests.durability.figures import report, size
from tests.durability.judging import Verdict, judge
from tests.durability.recording import CLOSE, KILL, Life, record
from tests.durability.trace import SHARED_MEMORY, needs_strace

pytestmark = pytest.mark.slow

RECORDINGS = size(1, 10)
IMAGES = size(40, 120)
COMMANDS = size(240, 480)
SEED = 20261122

OFTEN = ("wal_autocheckpoint=40",)
"""Moves the log into the database every few commands, as hours of work would."""


@pytest.fixture(autouse=True)
def _traced():
    needs_strace()


def lose_power(recording, rng, images, tmp_path):
    """Cut the power so often, half of the times right behind an acknowledgement."""
    cuts = sorted(_moments(recording, rng, images))
    disk, verdicts = Disk(), []
    for step in [*recording.steps, None]:
        while cuts and (step is None or cuts[0] < step.at):
            found = disk.found(rng, Luck.draw(rng))
            acknowledged = recording.acknowledged(cuts.pop(0))
            verdicts.append(_look(found, recording, acknowledged, rng, tmp_path))
        if step is not None and step.kind != "said":
            disk.do(step)
    return verdicts


def _moments(recording, rng, images):
    first, last = recording.said[0][0], recording.steps[-1].at
    for number in range(images):
        anywhere = number % 2
        yield rng.randint(first, last) if anywhere else rng.choice(recording.said)[0]


def _look(found, recording, acknowledged, rng, tmp_path):
    folder = tmp_path / "image"
    folder.mkdir()
    for name, body in found.items():
        is_unknown = name.endswith(SHARED_MEMORY)  # it may be anything
        garbage = rng.randbytes(rng.choice([0, 3, 100, 32_768]))
        (folder / name).write_bytes(garbage if is_unknown else body)
    verdict = judge(folder, recording.room_id, acknowledged)
    shutil.rmtree(folder)
    return verdict


def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path):
    total, images = Verdict(), 0
    for number in range(RECORDINGS):
        (home := tmp_path / str(number)).mkdir()
        rng = random.Random(SEED + number)
        lives = (
            Life(COMMANDS, KILL, OFTEN if number % 2 == 0 else ()),
            Life(COMMANDS // 2, CLOSE, OFTEN),
            Life(COMMANDS // 2, KILL),
        )
        recording = record(home, SEED + number, *lives)
        verdicts = lose_power(recording, rng, IMAGES, home)

        assert _moves_into_the_database(recording)
        images += len(verdicts)
        total = sum(verdicts, total)
    report("power cuts replayed (images)", images)
    report("commands acknowledged before them (sum)", total.acknowledged)
    report("lost / twice / gaps in images", total.counts)
    report("images that do not open or are corrupt", total.corrupt)
    assert images == RECORDINGS * IMAGES
    assert total.is_clean


def _moves_into_the_database(recording):
    """Without that the replay would have missed the half of it."""
    behind = [s for s in recording.steps if s.at > recording.said[0][0]]
    return any(
        s.kind == "write" and not s.name.endswith(("wal", "shm")) for s in behind
    )


@pytest.mark.parametrize("promise", ["OFF", "NORMAL"])
def test_the_replay_sees_the_loss_where_sqlite_promises_less(tmp_path, promise):
    weak = (f"synchronous={promise}", *OFTEN)
    recording = record(tmp_path, SEED, Life(200, KILL, weak))

    verdicts = lose_power(recording, random.Random(SEED), 40, tmp_path)

    losing = sum(verdict.lost > 0 for verdict in verdicts)
    report(f"of 40 images with synchronous={promise}, lossy", losing)
    assert losing
