"""A real disk that takes nothing: the room can be read, and goes on by itself."""

import asyncio
import contextlib
import random  # noqa: TID251 - seeded: a failure can be repeated
import resource
import shutil

import pytest

from tests.durability.app import App, furnish
from tests.durability.authors import Author, until
from tests.durability.judging import judge
from tests.durability.small_disk import SmallDisk, needs_small_disk

pytestmark = pytest.mark.slow

PEOPLE = 3


async def through_trouble(app, room_id, devices, break_disk, mend_disk):
    """Let people write while the disk breaks and is mended; return what was said."""
    *authors, late = (
        Author(name, device, random.Random(name)) for name, device in devices.items()
    )
    late.writes = False
    async with contextlib.AsyncExitStack() as stack:
        await _come(stack, authors, app, room_id)
        await until(lambda: all(len(author.acknowledged) > 5 for author in authors))

        break_disk()
        await until(lambda: all(author.read_only for author in authors))
        held = _acknowledged(authors)
        await _come(stack, [late], app, room_id)
        await until(lambda: late.read_only)
        await asyncio.sleep(1)

        assert len(late.state["order"][0]["touchpoints"]) > 0
        assert "cannot be saved" in late.read_only
        assert _acknowledged(authors) == held
        mend_disk()
        await until(lambda: not any(a.read_only for a in [*authors, late]))
        await until(lambda: _acknowledged(authors).keys() > held.keys())
        for author in authors:
            author.writes = False
        await until(lambda: not any(author.waiting for author in authors))
    assert {no["error"] for a in authors for no in a.refused} <= {"NotSaved", "TooFast"}
    assert any(no["error"] == "NotSaved" for a in authors for no in a.refused)
    return _acknowledged(authors)


async def _come(stack, authors, app, room_id):
    for author in authors:
        task = asyncio.create_task(author.work(app.url, room_id))
        stack.callback(task.cancel)


def _acknowledged(authors):
    return {id_: at for author in authors for id_, at in author.acknowledged.items()}


def test_a_full_disk_stops_editing_loses_nothing_and_goes_on_when_there_is_room(
    tmp_path,
):
    needs_small_disk()
    disk = SmallDisk(tmp_path / "data", PEOPLE)
    disk.start()

    acknowledged = asyncio.run(
        through_trouble(disk.app, *disk.room(), disk.fill, disk.clear)
    )

    shutil.copytree(disk.folder, tmp_path / "copy")
    disk.app.kill()
    assert judge(tmp_path / "copy", disk.room()[0], acknowledged).is_clean


def test_a_disk_that_refuses_every_byte_stops_editing_until_it_takes_them(tmp_path):
    """As a disk does that the system has made read-only under a running app."""
    data = tmp_path / "data"
    room_id, devices = furnish(data, PEOPLE)
    app = App(data).start()
    nothing = (0, resource.RLIM_INFINITY)
    everything = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)

    def allow(how_much):
        resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, how_much)

    acknowledged = asyncio.run(
        through_trouble(
            app, room_id, devices, lambda: allow(nothing), lambda: allow(everything)
        )
    )

    app.stop()
    assert judge(data, room_id, acknowledged).is_clean


def test_an_app_on_a_read_only_disk_says_so_and_ends(tmp_path):
    needs_small_disk()
    disk = SmallDisk(tmp_path / "data", 1, 'mount -o remount,ro "$CX_DATA"')

    _, complaint = disk.app.start().process.communicate(timeout=60)

    assert disk.app.process.returncode == 1
    assert "Read-only file system" in complaint
    assert "Traceback" not in complaint
