"""When the disk takes nothing: nothing is lost, and nothing is pretended."""

import time

import pytest

from cxlive.errors import NotSavedError
from tests.live.build import PATIENCE, mint, rename


def wait_until(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.005)


def break_disk(shaky):
    shaky.store.is_broken = True
    with pytest.raises(NotSavedError):
        shaky.do(shaky.ana, rename("pay", "Lost"))


def test_a_change_that_could_not_be_saved_has_not_happened(shaky):
    before = shaky.room.snapshot

    break_disk(shaky)

    assert shaky.room.snapshot is before
    assert shaky.room.read_only is not None


def test_everything_that_waited_behind_it_fails_with_it(shaky):
    shaky.store.go.clear()
    shaky.store.is_broken = True
    futures = [
        shaky.room.submit(
            shaky.ana, rename("pay", f"P{n}", f"P{n - 1}" if n else None), mint()
        )
        for n in range(5)
    ]

    shaky.store.go.set()

    for future in futures:
        with pytest.raises(NotSavedError):
            future.result(PATIENCE)


def test_a_room_that_cannot_save_refuses_at_once_and_can_be_read(shaky):
    break_disk(shaky)

    with pytest.raises(NotSavedError):
        shaky.room.submit(shaky.ana, rename("pay", "Again"), mint())
    assert shaky.names() == ["queue", "pay", "leave"]


def test_a_room_goes_on_by_itself_once_the_disk_does(shaky):
    break_disk(shaky)

    shaky.store.is_broken = False
    wait_until(lambda: shaky.room.read_only is None)

    assert shaky.do(shaky.ana, rename("pay", "Kept")).rev == 1
    assert shaky.names() == ["queue", "Kept", "leave"]


def test_the_tabs_are_told_when_a_room_becomes_read_only_and_when_it_is_over(shaky):
    heard = []
    shaky.room.subscribe(lambda _: heard.append(shaky.room.read_only is None))

    break_disk(shaky)
    shaky.store.is_broken = False
    wait_until(lambda: shaky.room.read_only is None)
    wait_until(lambda: len(heard) > 1)

    assert heard == [False, True]


def test_a_failed_commit_that_reached_the_disk_after_all_is_not_done_twice(shaky):
    shaky.store.breaks_after_commit = True
    entry_id = mint()
    with pytest.raises(NotSavedError):
        shaky.room.submit(shaky.ana, rename("pay", "Once"), entry_id).result(PATIENCE)
    shaky.store.breaks_after_commit = shaky.store.is_broken = False
    wait_until(lambda: shaky.room.read_only is None)

    again = shaky.room.submit(shaky.ana, rename("pay", "Once"), entry_id)

    assert again.result(PATIENCE).rev == 1
    assert len(shaky.store.entries(shaky.room_id)) == 1


def test_another_room_on_the_same_disk_goes_on_when_one_cannot(shaky):
    other = shaky.lobby.make(shaky.device, shaky.room.snapshot.workshop)
    taken = rename("pay", "Somebody else's")
    shaky.do(shaky.ana, taken)
    stolen = shaky.store.entries(shaky.room_id)[0]
    shaky.store.go.clear()
    # A place that is taken already: this room's next entry cannot be stored.
    place = stolen.__class__(
        stolen.room_id, 2, stolen.entry.model_copy(update={"id": "x"})
    )
    shaky.store._entries[shaky.room_id].append(place)  # noqa: SLF001
    bad = shaky.room.submit(shaky.ana, rename("queue", "Line"), mint())
    good = shaky.lobby.room(other).submit(
        shaky.lobby.seat(other, shaky.device), rename("pay", "Fine"), mint()
    )

    shaky.store.go.set()

    assert good.result(PATIENCE).rev == 1
    with pytest.raises(NotSavedError):
        bad.result(PATIENCE)
    wait_until(lambda: shaky.room.read_only is None)
    assert shaky.room.snapshot.revision == 2
