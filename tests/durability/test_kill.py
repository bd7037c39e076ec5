"""kill -9 in the middle of the work: nothing acknowledged is lost or doubled."""

import asyncio
import random  # noqa: TID251 - seeded: a failure can be repeated
import shutil
import time

import pytest

from tests.durability.app import App, furnish
from tests.durability.authors import Author, until
from tests.durability.figures import report, size, spread
from tests.durability.judging import Verdict, judge

pytestmark = pytest.mark.slow

ROOMS = size(1, 10)
KILLS_A_ROOM = size(4, 20)
PEOPLE = 6
SEED = 20261122


class Evening:
    """One data folder, its server, and people who do not mind that it dies."""

    def __init__(self, tmp_path, seed):
        self.data, self.copy = tmp_path / "data", tmp_path / "copy"
        self.rng = random.Random(seed)
        self.room_id, devices = furnish(self.data, PEOPLE)
        self.app = App(self.data)
        self.authors = [
            Author(name, device, random.Random(f"{seed}{name}"))
            for name, device in devices.items()
        ]
        self.back_after = []

    @property
    def acknowledged(self):
        return {
            id_: revision
            for author in self.authors
            for id_, revision in author.acknowledged.items()
        }

    async def run(self, kills):
        """Let all write, and kill the server so often."""
        verdict = Verdict()
        self.app.start()
        async with asyncio.TaskGroup() as group:
            room = self.app.url, self.room_id
            tasks = [group.create_task(each.work(*room)) for each in self.authors]
            await until(lambda: self.acknowledged)
            for _ in range(kills):
                verdict += await self._kill_in_the_middle()
            for author in self.authors:
                author.writes = False
            await until(lambda: not any(author.waiting for author in self.authors))
            for task in tasks:
                task.cancel()
        self.app.stop()
        final = judge(self.data, self.room_id, self.acknowledged)
        final.lost += verdict.lost
        final.doubled += verdict.doubled
        final.gaps += verdict.gaps
        final.corrupt += verdict.corrupt
        return final

    async def _kill_in_the_middle(self):
        """Kill it, look at what it left behind, and wait until it is back."""
        await asyncio.sleep(self.rng.uniform(0, 0.8))
        if self.rng.random() < 0.1:  # and once more while it is only starting
            self.app.kill()
            self.app.start()
            await asyncio.sleep(self.rng.uniform(0, 2))
        acknowledged = self.acknowledged
        self.app.kill()
        killed = time.monotonic()
        shutil.copytree(self.data, self.copy)
        self.app.start()
        await until(lambda: self._answers_since(killed))
        self.back_after.append(self._answers_since(killed)[0] - killed)
        looked = judge(self.copy, self.room_id, acknowledged)
        shutil.rmtree(self.copy)
        return looked

    def _answers_since(self, moment):
        """On connections made since: others may still deliver what was sent before."""
        return sorted(
            answered
            for author in self.authors
            for connected, answered in author.first_answers
            if connected > moment
        )


def test_nothing_acknowledged_is_lost_or_done_twice_when_the_server_is_killed(tmp_path):
    total, back_after, refused = Verdict(), [], []
    for number in range(ROOMS):
        (home := tmp_path / str(number)).mkdir()
        evening = Evening(home, SEED + number)
        total += asyncio.run(evening.run(KILLS_A_ROOM))
        back_after += evening.back_after
        refused += [no for author in evening.authors for no in author.refused]
    report("kills", len(back_after))
    report("commands acknowledged", total.acknowledged)
    report("lost / twice / gaps", total.counts)
    report("data folders that do not open or are corrupt", total.corrupt)
    report("back in service, median / p95 / max", spread(back_after))
    assert total.acknowledged > len(back_after) == ROOMS * KILLS_A_ROOM
    assert total.is_clean
    assert {no["error"] for no in refused} <= {"TooFast"}
