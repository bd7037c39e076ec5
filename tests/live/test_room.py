"""What a room takes, in which order, and who hears of it."""

import threading

import pytest

from cxcore.commands import Add, Batch, Remove, SetAnswer
from cxcore.edit import DoesNotFitError, StaleTextError
from cxcore.model import Standpoint
from cxlive.errors import NotAllowedError
from cxlive.limits import SNAPSHOT_EVERY
from cxlive.seating.seats import Right
from cxlive.store import SnapshotRecord
from tests.live.build import PATIENCE, add, mint, outcome, rate, remove, rename


def valence(home, touchpoint_id, who):
    ratings = home.room.snapshot.workshop.ratings
    return ratings[touchpoint_id][who][Standpoint.AS_PERSONA].valence


def test_an_accepted_command_is_saved_when_its_author_hears_of_it(home):
    done = home.do(home.ana, rename("pay", "Pay by card"))

    assert [each.entry for each in home.store.entries(home.room_id)] == [done.entry]


def test_revisions_and_lamports_count_up_without_a_gap(home):
    futures = [home.room.submit(home.ana, add(f"T{n}"), mint()) for n in range(50)]

    done = [future.result(PATIENCE) for future in futures]

    assert [each.rev for each in done] == list(range(1, 51))
    assert [each.entry.lamport for each in done] == list(range(1, 51))


def test_a_rating_is_always_the_seat_s_own(home):
    ben = home.seat_for("ben")

    home.do(ben, Batch(commands=(rate("pay", -4.0, "ana"), rate("queue", 2.0, "ana"))))
    home.do(
        ben,
        SetAnswer(subject_id="visit", participant_id="ana", part="overall", value=3.0),
    )

    assert (valence(home, "pay", "ben"), valence(home, "queue", "ben")) == (-4.0, 2.0)
    assert list(home.room.snapshot.workshop.answers["visit"]) == ["ben"]


def test_an_observer_looks_on(home):
    observer = home.seat_for("ben", Right.OBSERVER)

    with pytest.raises(NotAllowedError):
        home.do(observer, rename("pay", "Mine"))
    with pytest.raises(NotAllowedError):
        home.room.undo(observer, mint())


def test_what_does_not_fit_is_refused_and_changes_nothing(home):
    before = home.room.snapshot

    with pytest.raises(DoesNotFitError):
        home.do(home.ana, rename("nowhere", "X"))

    assert home.room.snapshot is before


def test_text_that_has_moved_on_is_refused_with_what_stands_there_now(home):
    home.do(home.seat_for("ben"), rename("pay", "Pay by card"))

    with pytest.raises(StaleTextError) as refused:
        home.do(home.ana, rename("pay", "Checkout"))

    assert refused.value.now == "Pay by card"


def test_a_command_sent_twice_is_done_once_and_answered_twice(home):
    command, entry_id = add("Once"), mint()

    first = home.room.submit(home.ana, command, entry_id).result(PATIENCE)
    second = home.room.submit(home.ana, command, entry_id).result(PATIENCE)

    assert second.rev == first.rev
    assert home.names().count("Once") == 1


def test_a_command_sent_twice_while_it_is_being_saved_waits_for_the_same_answer(shaky):
    shaky.store.go.clear()
    entry_id = mint()
    first = shaky.room.submit(shaky.ana, rename("pay", "Once"), entry_id)

    second = shaky.room.submit(shaky.ana, rename("pay", "Once"), entry_id)

    assert second is first
    shaky.store.go.set()
    assert first.result(PATIENCE).rev == 1


def test_nobody_sees_what_is_not_saved_yet(shaky):
    shaky.store.go.clear()
    future = shaky.room.submit(shaky.ana, rename("pay", "Soon"), mint())

    assert shaky.names() == ["queue", "pay", "leave"]
    shaky.store.go.set()
    future.result(PATIENCE)
    assert shaky.names() == ["queue", "Soon", "leave"]


def test_a_second_command_stands_on_the_first_before_that_is_saved(shaky):
    shaky.store.go.clear()
    new = add("New")
    first = shaky.room.submit(shaky.ana, new, mint())
    second = shaky.room.submit(shaky.ana, remove(new.thing.id), mint())

    shaky.store.go.set()

    assert (first.result(PATIENCE).rev, second.result(PATIENCE).rev) == (1, 2)


def test_a_listener_hears_of_a_change_before_its_author_does(home):
    heard = []
    home.room.subscribe(lambda snapshot: heard.append(snapshot.revision))

    home.do(home.ana, rename("pay", "Pay by card"))

    assert heard == [1]


def test_a_listener_that_fails_harms_nobody(home):
    heard = []
    home.room.subscribe(lambda _: 1 / 0)
    stop = home.room.subscribe(heard.append)

    home.do(home.ana, rename("pay", "Pay by card"))
    stop()
    home.do(home.ana, rename("queue", "Line"))

    assert len(heard) == 1


def test_a_kept_thing_can_only_be_added(home):
    home.room.write(Add(of="round", thing=outcome("first")), mint()).result(PATIENCE)

    with pytest.raises(DoesNotFitError):
        home.room.write(Remove(of="round", id="first"), mint())


def test_a_place_behind_a_sibling_becomes_a_position(home):
    done = home.do(home.ana, add("Between", after="pay"))

    position = done.entry.command.thing.position
    assert "U" < position < "c"
    assert done.entry.command.after is None


def test_what_many_people_do_at_once_is_all_there(home):
    def work(who):
        for n in range(25):
            home.do(home.seat_for(who), add(f"{who} {n}"))

    threads = [threading.Thread(target=work, args=(who,)) for who in ("ana", "ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(home.names()) == 3 + 50
    assert home.room.snapshot.revision == 50


def test_a_room_is_the_same_after_a_restart(home):
    home.do(home.ana, rename("pay", "Pay by card"))
    home.do(home.ana, rate("pay", -4.2))
    before = home.room.snapshot

    after = home.reopened()

    assert after.room.snapshot == before
    assert after.do(after.ana, add("More")).entry.lamport == before.revision + 1


def test_closing_a_room_leaves_a_snapshot_that_it_opens_from(home):
    home.do(home.ana, rename("pay", "Pay by card"))

    home.lobby.close_room(home.room_id)

    assert home.store.snapshot(home.room_id).revision == 1
    assert home.names() == ["queue", "Pay by card", "leave"]


def test_a_damaged_snapshot_costs_nothing(home):
    home.do(home.ana, rename("pay", "Pay by card"))
    home.store.add_snapshot(SnapshotRecord(home.room_id, 1, b"{broken"))

    after = home.reopened()

    assert after.names() == ["queue", "Pay by card", "leave"]


def test_a_snapshot_is_kept_every_so_many_commands(shaky):
    futures = [
        shaky.room.submit(shaky.ana, rate("pay", n % 5), mint())
        for n in range(SNAPSHOT_EVERY)
    ]
    futures[-1].result(PATIENCE)
    shaky.lobby._writer.flush()  # noqa: SLF001

    assert shaky.store.snapshot(shaky.room_id).revision == SNAPSHOT_EVERY
