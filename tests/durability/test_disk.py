"""The replay of lost power can itself be trusted."""

import random  # noqa: TID251 - seeded: a failure can be repeated

import pytest

from tests.durability.disk import PAGE, SECTOR, WHOLE, Disk, Luck
from tests.durability.trace import NotFollowedError, Step, steps

NOTHING = Luck(0.0, WHOLE, leaves_garbage=False)
EVERYTHING = Luck(1.0, WHOLE, leaves_garbage=False)
RNG = random.Random(1)


def disk_after(*done):
    disk = Disk()
    for place, (kind, *rest) in enumerate(done):
        name, data, offset = (*rest, "", b"", 0)[:3] if rest else ("", b"", 0)
        disk.do(Step(kind, name, place, place, data or b"", offset or 0))
    return disk


SYNCED = (
    ("create", "db", b"", 0),
    ("write", "db", b"old", 0),
    ("sync", "db", b"", 0),
    ("sync_folder",),
)


def test_what_was_synced_is_there_whatever_comes():
    assert disk_after(*SYNCED).found(RNG, NOTHING) == {"db": b"old"}


def test_what_was_not_synced_can_be_gone_or_there():
    disk = disk_after(*SYNCED, ("write", "db", b"new", 0))

    assert disk.found(RNG, NOTHING) == {"db": b"old"}
    assert disk.found(RNG, EVERYTHING) == {"db": b"new"}


def test_a_write_can_be_torn_between_sectors():
    disk = disk_after(*SYNCED, ("write", "db", b"n" * 2 * PAGE, 0))
    luck = Luck(0.5, SECTOR, leaves_garbage=False)

    found = [disk.found(random.Random(seed), luck)["db"] for seed in range(20)]

    assert any(b"n" * SECTOR in each and b"\0" * SECTOR in each for each in found)


def test_a_name_whose_folder_was_not_synced_can_be_gone_with_all_it_held():
    disk = disk_after(
        ("create", "db", b"", 0), ("write", "db", b"x", 0), ("sync", "db")
    )

    assert disk.found(RNG, NOTHING) == {}
    assert disk.found(RNG, EVERYTHING) == {"db": b"x"}


def test_a_file_that_was_removed_can_come_back_until_its_folder_is_synced():
    removed = (*SYNCED, ("unlink", "db"))

    assert disk_after(*removed).found(RNG, NOTHING) == {"db": b"old"}
    assert disk_after(*removed, ("sync_folder",)).found(RNG, NOTHING) == {}


def test_a_sync_does_not_cover_a_write_that_was_still_under_way():
    disk = disk_after(*SYNCED)
    disk.do(Step("write", "db", began=10, ended=13, data=b"new"))

    disk.do(Step("sync", "db", began=12, ended=14))

    assert disk.found(RNG, NOTHING) == {"db": b"old"}


TRACE = r"""
7  openat(AT_FDCWD<\x2f>, "\x2f\x64\x2f\x61", O_CREAT, 0644) = 4<\x2f\x64\x2f\x61>
7  pwrite64(4<\x2f\x64\x2f\x61>, "\x41\x42", 2, 512 <unfinished ...>
8  write(1<\x70>, "\x31\x20\x78\x0a", 4) = 4
7  <... pwrite64 resumed>) = 1
7  fdatasync(4<\x2f\x64\x2f\x61>) = 0
7  fdatasync(5<\x2f\x64>) = 0
7  pwrite64(4<\x2f\x65>, "\x41", 1, 0) = 1
7  ftruncate(4<\x2f\x64\x2f\x61>, 0) = -1 EFBIG (File too large)
7  pwrite64(4<\x2f\x64\x2f\x61>, "\x41\x42", 2, 0 <unfinished ...>
7  +++ killed by SIGKILL +++
"""


def test_a_trace_is_read_as_what_was_really_done(tmp_path):
    (tmp_path / "trace").write_text(TRACE.lstrip())

    assert steps(tmp_path / "trace", "/d") == [
        Step("create", "a", 0, 0),
        Step("write", "a", 1, 3, b"A", 512),
        Step("said", "", 2, 2, b"1 x\n"),
        Step("sync", "a", 4, 4),
        Step("sync_folder", "", 5, 5),
        Step("write", "a", 8, 9, b"AB", 0),
    ]


@pytest.mark.parametrize(
    "call",
    [
        r'renameat2(5<\x2f\x64>, "\x61", 5<\x2f\x64>, "\x62", 0) = 0',
        r'rename("\x2f\x64\x2f\x61", "\x2f\x64\x2f\x62") = 0',
        r"mmap(NULL, 9, PROT_WRITE, MAP_SHARED, 4<\x2f\x64\x2f\x61>, 0) = 0x7",
        r"sendfile(4<\x2f\x64\x2f\x61>, 5<\x2f\x65>, NULL, 9) = 9",
    ],
)
def test_what_the_replay_does_not_follow_is_not_passed_over(tmp_path, call):
    (tmp_path / "trace").write_text(f"7 {call}\n")

    with pytest.raises(NotFollowedError):
        steps(tmp_path / "trace", "/d")
