"""How ``cx analyse FOLDER`` runs and ends, and what it says of itself."""

import os
import select
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cxcore.cli import folder as cli_folder
from cxcore.cli import main
from cxcore.cli.analyse import How
from cxcore.cli.folder import AnalyseBelow
from cxcore.cli.parallel import WorkerLostError, in_order
from cxcore.document import DEFAULT
from tests.cli.demo import demo_bytes

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def one_workshop(tmp_path):
    folder = tmp_path / "workshops"
    folder.mkdir()
    (folder / "flight.json").write_bytes(demo_bytes())
    return folder


def test_a_folder_without_workshops_is_told_kindly(tmp_path, capsys):
    assert main(["analyse", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("NoWorkshopsError: There is no workshop")
    assert said.out == ""


@pytest.mark.parametrize(
    ("out", "why"), [("not there/x.csv", "no folder"), ("", "it is a folder")]
)
def test_a_table_that_cannot_be_written_is_told_before_anything(
    one_workshop, tmp_path, capsys, out, why
):
    (tmp_path / "taken.csv").mkdir()
    path = tmp_path / (out or "taken.csv")

    assert main(["analyse", str(one_workshop), "--out", str(path)]) == 1

    said = capsys.readouterr().err
    assert said.startswith("TableNotWrittenError: ")
    assert why in said
    assert "opened" not in said


def test_a_table_that_fails_leaves_the_old_one_and_nothing_half(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("the old one")
    (tmp_path / "empty").mkdir()

    assert main(["analyse", str(tmp_path / "empty"), "--out", str(path)]) == 1

    assert path.read_text() == "the old one"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["empty", "table.csv"]


@pytest.mark.parametrize(
    "more",
    [
        ("--jobs", "0"),
        ("--jobs", "many"),
        ("--out", "table.xlsx"),
        ("--json", "--out", "table.csv"),
    ],
)
def test_wrong_usage_of_a_folder_ends_with_two(one_workshop, more, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["analyse", str(one_workshop), *more])

    assert ended.value.code == 2
    assert "usage: cx" in capsys.readouterr().err


def test_a_table_of_one_file_is_wrong_usage(one_workshop, tmp_path, capsys):
    path, out = one_workshop / "flight.json", tmp_path / "table.csv"

    with pytest.raises(SystemExit) as ended:
        main(["analyse", str(path), "--out", str(out)])

    assert ended.value.code == 2
    assert "--out is for a folder" in capsys.readouterr().err


def test_a_mistake_of_ours_in_one_file_costs_no_other(one_workshop, monkeypatch):
    def wrong(computed):
        raise ZeroDivisionError(computed.workshop.id)

    monkeypatch.setattr(cli_folder, "document_of", wrong)
    how = How(DEFAULT, date(2026, 11, 22))

    told = AnalyseBelow(str(one_workshop), how, as_lines=False)("flight.json")

    assert not told.opened
    assert told.rows[0][:3] == (
        "flight.json",
        "ZeroDivisionError",
        "Something is wrong in the program, and not in the file: demo",
    )


def test_results_come_in_the_order_of_the_things():
    assert list(in_order(abs, range(-50, 50), 2)) == [abs(n) for n in range(-50, 50)]


def test_a_process_that_the_system_ends_is_told():
    with pytest.raises(WorkerLostError, match="--jobs 1"):
        list(in_order(os._exit, [9], 1))


def begun(folder, *more, **streams):
    """Start the command on a folder, in a process group of its own.

    Whoever runs tests in the background of a script has them ignore Ctrl-C, and so
    would the command.
    """
    command = ["env", "--default-signal=INT", sys.executable, "-m", "cxcore"]
    command += ["analyse", str(folder), *more]
    return subprocess.Popen(command, cwd=ROOT, process_group=0, **streams)


@pytest.fixture
def waiting(one_workshop):
    """A folder with a file whose reader waits, and what tells that it is read."""
    os.mkfifo(one_workshop / "endless.json")
    return one_workshop


def opened_for_writing(path):
    """Wait until somebody reads a pipe, and return its other end."""
    return os.open(path, os.O_WRONLY)


def is_left(end):
    """Wait until nobody reads a pipe any more; False after a minute."""
    watched = select.poll()
    watched.register(end, 0)  # an error is always told
    return bool(watched.poll(60_000))


def test_ctrl_c_ends_all_processes_and_leaves_no_table(waiting, tmp_path):
    out = tmp_path / "table.csv"
    command = begun(waiting, "--out", str(out), stderr=subprocess.PIPE)
    end = opened_for_writing(waiting / "endless.json")

    os.killpg(command.pid, signal.SIGINT)  # as a terminal does

    assert command.communicate()[1] == b"Stopped.\n"
    assert command.returncode == 130
    assert is_left(end)
    assert [one.name for one in tmp_path.iterdir()] == [waiting.name]
    os.close(end)


def test_no_process_outlives_the_command_that_is_killed(waiting):
    command = begun(waiting, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = opened_for_writing(waiting / "endless.json")

    command.kill()

    assert is_left(end)
    command.wait()
    os.close(end)


def test_a_terminal_shows_how_far_it_is(one_workshop):
    ours, theirs = os.openpty()
    command = begun(one_workshop, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)

    said = read_all(ours)

    assert command.wait() == 0
    assert "Workshops" in said
    assert "1/1" in said
    assert said.endswith("1 file, all opened.\r\n")


def read_all(terminal):
    said = b""
    try:
        while part := os.read(terminal, 4096):
            said += part
    except OSError:  # nobody writes to it any more
        pass
    os.close(terminal)
    return said.decode()


def test_whoever_reads_only_the_beginning_is_no_error(one_workshop):
    for number in range(60):
        shutil.copy(one_workshop / "flight.json", one_workshop / f"{number}.json")
    command = begun(
        one_workshop,
        "--no-robustness",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )

    assert command.stdout.readline().startswith(b"file,error,sentence,")
    command.stdout.close()

    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait() == 1
