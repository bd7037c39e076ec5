"""`python -m cxlive`: for whoever can read the data folder, server or not."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cxlive import services
from cxlive.__main__ import main
from cxlive.errors import NoSuchLinkError
from cxlive.seating.device import new_device
from cxlive.seating.links import Way
from cxlive.seating.requests import FOLDER, LinkRequests
from cxlive.seating.seats import Right
from cxlive.store import SqlStore
from cxlive.web.address import Listening
from tests.core.builders import small_workshop

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CX_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def server(folder):
    running = services.start(folder, Listening(port=9123))
    yield running
    services.stop()


@pytest.fixture
def room_id(server):
    return server.lobby.make(new_device(), small_workshop(), name="Shop")


def link_printed(capsys):
    return capsys.readouterr().out.splitlines()[0]


def follow(server, link, device=None):
    secret = link.rpartition("/")[2]
    return server.lobby.links.exchange(secret, device or new_device(), "")


def test_while_the_server_runs_a_facilitator_link_is_made_beside_it(
    server, room_id, capsys
):
    assert main(["link", room_id]) == 0

    link = link_printed(capsys)
    assert link.startswith("http://127.0.0.1:9123/live/join/")
    entrance = follow(server, link)
    assert (entrance.room_id, entrance.seat.right) == (room_id, Right.FACILITATOR)
    assert follow(server, link).room_id == room_id


def test_without_a_server_it_is_made_as_well_and_works_with_the_next(folder, capsys):
    first = services.start(folder, Listening(port=9123))
    room_id = first.lobby.make(new_device(), small_workshop())
    services.stop()

    assert main(["link", room_id]) == 0

    link = link_printed(capsys)
    assert link.startswith("http://127.0.0.1:9123/")
    second = services.start(folder)
    assert follow(second, link).seat.right is Right.FACILITATOR
    services.stop()


def test_what_is_left_for_the_server_is_for_nobody_else_and_holds_no_secret(
    folder, room_id, capsys
):
    main(["link", room_id])

    secret = link_printed(capsys).rpartition("/")[2]
    (left,) = (folder / FOLDER).iterdir()
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / FOLDER).stat().st_mode) == 0o700
    assert secret not in left.name + left.read_text()


def test_a_link_is_taken_up_once(folder, server, room_id, capsys):
    main(["link", room_id])

    follow(server, link_printed(capsys))

    assert list((folder / FOLDER).iterdir()) == []


def test_withdrawing_ends_what_was_not_taken_up_yet_too(server, room_id, capsys):
    main(["link", room_id])

    server.lobby.links.withdraw(room_id, Way.FACILITATOR)

    with pytest.raises(NoSuchLinkError):
        follow(server, link_printed(capsys))


def test_a_file_that_says_nonsense_keeps_nobody_out(folder, server, room_id, capsys):
    (folder / FOLDER).mkdir()
    (folder / FOLDER / ("a" * 64)).write_text("{broken")
    (folder / FOLDER / ("b" * 64)).write_text(json.dumps({"room": "r"}))
    (folder / FOLDER / "notes.txt").write_text("mine")
    nowhere = {"room": "nowhere", "made_at": "2026-11-22T12:00:00+00:00"}
    (folder / FOLDER / ("c" * 64)).write_text(json.dumps(nowhere))
    main(["link", room_id])

    assert follow(server, link_printed(capsys)).room_id == room_id
    assert (folder / FOLDER / "notes.txt").exists()


def test_rooms_are_listed_with_their_names_last_changed_first(server, room_id, capsys):
    other = server.lobby.make(new_device(), small_workshop(), name="Clinic")

    assert main(["rooms"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [other, room_id]
    assert lines[1].endswith("Shop")


def test_rooms_are_listed_without_a_server_too(folder, server, room_id, capsys):
    services.stop()

    assert main(["rooms"]) == 0

    assert room_id in capsys.readouterr().out


def test_beside_a_server_nothing_is_written_into_its_database(
    folder, server, room_id, capsys
):
    before = {p.name: p.read_bytes() for p in folder.glob("rooms.sqlite3*")}
    before.pop("rooms.sqlite3-shm")  # readers note there how far they have read

    main(["rooms"])
    main(["link", room_id])

    after = {p.name: p.read_bytes() for p in folder.glob("rooms.sqlite3*")}
    after.pop("rooms.sqlite3-shm")
    assert after == before


def test_a_room_that_is_not_there_is_said_to_be_so(server, room_id, capsys):
    assert main(["link", "nowhere"]) == 1

    said = capsys.readouterr()
    assert "This workshop is not here" in said.err
    assert said.out == ""


def test_a_folder_without_workshops_is_said_to_be_so_and_left_empty(folder, capsys):
    assert main(["rooms"]) == 1

    assert "There are no workshops" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["link"], ["delete", "x"], ["--help"]])
def test_whatever_else_is_asked_the_usage_is_shown(folder, arguments, capsys):
    assert main(arguments) == 2

    assert "python -m cxlive link ROOM" in capsys.readouterr().out


def test_a_room_whose_id_begins_with_a_hyphen_can_be_named(server, capsys):
    assert main(["link", "-x"]) == 1

    assert "This workshop is not here" in capsys.readouterr().err


def test_it_runs_as_a_module(server, room_id, folder):
    done = subprocess.run(
        [sys.executable, "-m", "cxlive", "rooms"],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "CX_DATA": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert room_id in done.stdout


def test_a_link_that_was_asked_for_leads_and_nothing_less(folder, server, room_id):
    device = new_device()
    token = LinkRequests(folder).ask(room_id)

    assert follow(server, token, device).seat.right is Right.FACILITATOR


def test_a_store_opened_beside_a_server_takes_nothing(folder, server, room_id):
    beside = SqlStore(folder / "rooms.sqlite3", read_only=True)

    with pytest.raises(Exception, match="readonly"):
        beside.probe()
    beside.close()
